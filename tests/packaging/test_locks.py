"""The locks say the same as the project, and nothing of where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = [ROOT / "packaging" / name for name in ("requirements.lock", "requirements-dev.lock")]


def test_that_the_project_names_the_same_libraries_in_both_places():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = (ROOT / "packaging" / "requirements.in").read_text(encoding="utf-8").splitlines()

    assert [line for line in listed if not line.startswith("#")] == project["project"][
        "dependencies"
    ]


def test_that_the_longer_lock_holds_every_pin_of_the_shorter():
    run, development = (
        set(re.findall(r"^\S+==\S+", lock.read_text(encoding="utf-8"), flags=re.MULTILINE))
        for lock in LOCKS
    )

    assert run <= development


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_that_every_pin_has_a_hash_and_none_an_address(lock):
    text = lock.read_text(encoding="utf-8")
    pins = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]

    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)
    assert "://" not in text


def test_that_packaging_is_no_package():
    assert not (ROOT / "packaging" / "__init__.py").exists()

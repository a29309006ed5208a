"""The torture command: which tests it starts, and how much it asks of them."""

from pathlib import Path

import pytest

import dev
import torture

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def started(monkeypatch):
    """The commands and environments that would be started."""
    seen: list[tuple[list[str], dict[str, str]]] = []

    def note(command, *, environ, **_):
        seen.append(([str(part) for part in command], environ))
        return 0

    monkeypatch.setattr(dev, "make_right", lambda **_: Path("python"))
    monkeypatch.setattr(torture, "call", note)
    return seen


@pytest.mark.parametrize(
    ("arguments", "amounts"),
    [
        ([], {"KILLS": "2000", "FLIPS": "5000", "SEED": "1", "CUTS": "4000", "FUZZ": "20000"}),
        (["--cuts", "60", "--fuzz=5"], {"KILLS": "2000", "CUTS": "60", "FUZZ": "5"}),
        (["--kills", "10", "--seed=7"], {"KILLS": "10", "FLIPS": "5000", "SEED": "7"}),
        (["--flips", "0"], {"KILLS": "2000", "FLIPS": "0", "SEED": "1"}),
    ],
)
def test_that_torture_starts_its_tests_with_what_was_asked(started, arguments, amounts):
    assert dev.main(["torture", *arguments]) == 0

    ((command, environ),) = started

    assert command == ["python", "-m", "pytest", "-q", "tests/torture"]
    assert {name: environ[f"TORTURE_{name}"] for name in amounts} == amounts


def test_that_the_tests_are_where_the_command_looks():
    assert (ROOT / torture.TESTS / "test_kill.py").is_file()

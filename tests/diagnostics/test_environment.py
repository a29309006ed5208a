"""Facts for IT: where things are, without the person's name in them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from burnout_check import location
from burnout_check.diagnostics.environment import environment_facts, without_name
from burnout_check.store.files import backups
from burnout_check.store.keys import create_keys
from burnout_check.store.vault import Vault
from tests.vaults import CHEAP

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def program(tmp_path, monkeypatch):
    """The program's folder, where a site file may be."""
    folder = tmp_path / "program"
    folder.mkdir()
    monkeypatch.setattr(location, "__file__", str(folder / "burnout_check" / "location.py"))
    return folder


def test_that_a_path_in_a_home_does_not_name_whose_it_is():
    home = Path("/home/jane.doe")

    assert without_name(home / "AppData", home=home) == "~/AppData"
    assert without_name(Path("/srv/data"), home=home) == "/srv/data"


def test_that_a_folder_that_is_not_there_is_only_looked_at(tmp_path, program):
    facts = dict(environment_facts(tmp_path / "data", now=NOW))

    assert facts["Data folder"].endswith("data, which is not there yet")
    assert facts["Site file"] == "there is none"
    assert facts["Backups"].startswith("none yet; they go in ")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("data_dir = [", "ignored, for site.toml is not TOML"),
        ("data_dir = 7", "ignored, for site.toml: data_dir: is not text"),
        ("data_dir = '/srv/data'", "is used: data in /srv/data"),
        ("", "is there, and names no data folder"),
    ],
)
def test_that_it_is_said_whether_the_site_file_is_used(tmp_path, program, text, said):
    (program / "site.toml").write_text(text, encoding="utf-8")

    assert dict(environment_facts(tmp_path, now=NOW))["Site file"] == said


def test_that_backups_are_counted_by_their_age(tmp_path, program):
    folder = tmp_path / "data"
    keys = create_keys("a passphrase", cost=CHEAP)
    with Vault.create(folder, keys) as vault:
        place = backups.place_of(folder)
        made = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
        backups.make(folder, place, key=vault.data_key, made=made)
    facts = dict(environment_facts(folder, now=NOW))

    assert facts["Data folder"].endswith("which has a vault")
    assert facts["Backups"].startswith("1, the last 3 days ago, in ")

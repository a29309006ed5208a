"""A vault of every release opens with this version, and has all that it had."""

import shutil
import tomllib
from pathlib import Path

import pytest

from burnout_check import __version__
from burnout_check.content.loader import load
from burnout_check.paths import resources_dir
from burnout_check.session.session import Session
from burnout_check.store.files import backups
from burnout_check.store.files.folder import BACKUPS, DATABASE, KEYS, KEYS_COPY
from burnout_check.store.files.restore import contents
from burnout_check.store.keys import KeyFile
from burnout_check.store.tables import migrations
from tests.store.samples import FRIDAY
from tests.vaults import PASSPHRASE, opened_vault

STORED = Path(__file__).resolve().parents[1] / "vaults"
RELEASES = sorted(path.name for path in STORED.glob("v*"))
LARGEST = 200_000  # bytes


@pytest.fixture(params=RELEASES)
def stored(request):
    return STORED / request.param


@pytest.fixture
def expected(stored):
    return tomllib.loads((stored / "expected.toml").read_text(encoding="utf-8"))


@pytest.fixture
def copy(stored, tmp_path):
    """A copy to open: what a person's folder would hold."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in (DATABASE, KEYS, KEYS_COPY):
        shutil.copyfile(stored / name, folder / name)
    return folder


def _said(vault):
    """What an open vault says, in the words of the file that was written by hand."""
    return {
        "settings": vault.settings.all(),
        "away": {str(one.week): one.reason.value for one in vault.away.all()},
        "put_aside": {
            rule: {"until": until, "severity": severity}
            for rule, (until, severity) in vault.snoozed.all().items()
        },
        "check_ins": [
            {
                "week": one.week.monday,
                "finished": one.finished,
                "answers": one.answers,
                "facts": one.facts,
                "skipped": one.skipped,
                "hard_events": one.hard_events,
                "note": one.note,
                "asked": one.asked,
                "instruments": one.instruments,
            }
            for one in vault.check_ins.all()
        ],
        "drafts": [
            {
                "week": one.week.monday,
                "started": one.started,
                "asked": one.asked,
                "answers": one.answers,
                "facts": one.facts,
                "carried": one.carried,
                "skipped": one.skipped,
                "hard_events": one.hard_events,
                "note": one.note,
                "revises": one.revises,
            }
            for one in vault.drafts.all()
        ],
        "actions": [
            {
                "text": one.text,
                "who": one.who,
                "made": one.made,
                **({} if one.due is None else {"due": one.due}),
                "status": one.status.value,
            }
            for one in vault.actions.all()
        ],
    }


def _plain(value):
    """With lists for every kind of row of things, sets sorted."""
    if isinstance(value, dict) or hasattr(value, "items"):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value


def _sorted_sets(expected):
    for part in (*expected["check_ins"], *expected["drafts"]):
        part["skipped"] = sorted(part["skipped"])
        part.setdefault("carried", [])
        part["carried"] = sorted(part["carried"])
    for part in expected["check_ins"]:
        del part["carried"]
    return expected


def test_that_there_is_a_vault_of_this_release_or_of_the_one_before():
    assert f"v{__version__}" in RELEASES


def test_that_a_stored_vault_opens_and_has_all_that_it_had(copy, expected):
    steps = tuple(expected.pop("steps"))
    with opened_vault(copy) as vault:
        said = _plain(_said(vault))
        done = vault._database.read(migrations.applied)
        pending = vault._database.read(migrations.pending)
        damage = vault.check()

    assert said == _sorted_sets(expected)
    assert done[: len(steps)] == steps
    assert pending == ()
    assert damage == ()


def test_that_the_original_is_kept_in_a_backup_if_anything_was_changed(copy, stored, expected):
    steps = expected["steps"]
    opened_vault(copy).close()
    with opened_vault(copy) as vault:
        changed = len(vault._database.read(migrations.applied)) > len(steps)
        made = backups.found_in(copy / BACKUPS)

    assert len(made) == int(changed)
    if changed:
        key = KeyFile.read(stored).open_with_passphrase(PASSPHRASE)
        assert contents(made[0], key).check_ins == len(expected["check_ins"])
    else:
        assert (copy / DATABASE).read_bytes() == (stored / DATABASE).read_bytes()


def test_that_a_stored_vault_can_be_used_as_any_other(copy, expected):
    with opened_vault(copy) as vault:
        session = Session(vault, load(resources_dir()), clock=lambda: FRIDAY)
        before = len(session.ledger.history.check_ins)
        session.check_ins.submit(session.check_ins.draft_for(session.ledger.week), leave_blank=True)

        assert before == len(expected["check_ins"])
        assert len(session.ledger.history.check_ins) == before + 1
        assert session.ledger.settings.text("nation") == expected["settings"]["nation"]
        assert session.ledger.reading.tiles(session.ledger.week)


def test_that_a_stored_vault_is_small_and_nothing_was_left_in_its_folder(stored):
    names = {path.name for path in stored.iterdir()}

    assert names == {DATABASE, KEYS, KEYS_COPY, "expected.toml"}
    assert sum(path.stat().st_size for path in stored.iterdir()) < LARGEST

"""How much is in a backup: every table is counted, and the listed ones are told of."""

from dataclasses import replace

import pytest

from burnout_check.domain.backup import Amount
from burnout_check.errors import DamagedBackup
from burnout_check.store.data_key import DataKey
from burnout_check.store.files import archive, backups, restore
from burnout_check.store.folder import BACKUPS, DATABASE
from burnout_check.store.tables.registry import KINDS
from tests.store.keeping import NOW, fill_all, rows_of
from tests.store.samples import WEEK
from tests.vaults import opened_vault


@pytest.fixture
def full(vault):
    fill_all(vault)
    return vault


def test_that_a_backup_counts_every_table_and_tells_of_those_that_are_listed(full, folder):
    made = backups.make(folder, folder / BACKUPS, key=full.data_key, made=NOW)
    counts = archive.read(made.path).counts(full.data_key)
    inside = restore.contents(made, full.data_key)

    assert counts == {
        "first": "2026-11-02",
        "last": "2026-11-16",
        **{name: len(rows) for name, rows in rows_of(full).items()},
    }
    assert [amount.kind for amount in inside.others] == [kind.name for kind in KINDS if kind.listed]
    assert {str(amount) for amount in inside.others} >= {
        "1 half-filled check-in",
        "1 action",
        "1 event",
        "1 supervision session",
    }


def test_that_a_backup_of_the_first_release_says_what_it_said(full, folder):
    made = backups.make(folder, folder / BACKUPS, key=full.data_key, made=NOW)
    said = {"check_ins": 3, "first": "2026-11-02", "last": "2026-11-16"}
    counts = {**said, "drafts": 1, "actions": 1, "events": 1, "sessions": 1}
    old = replace_counts(made, full, counts)
    inside = restore.contents(old, full.data_key)

    assert (inside.check_ins, inside.first, inside.last) == (3, WEEK.plus(-2), WEEK)
    assert (
        Amount("supervision_sessions", 1, "supervision session", "supervision sessions")
        in inside.others
    )

    key = full.data_key.raw()
    full.close()
    restore.restore(folder, old, key=DataKey(key), now=NOW)
    with opened_vault(folder) as again:
        assert len(again.supervision.all()) == 1


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_that_a_backup_with_more_or_less_than_it_says_is_not_restored(full, folder, kind):
    made = backups.make(folder, folder / BACKUPS, key=full.data_key, made=NOW)
    counts = archive.read(made.path).counts(full.data_key)
    wrong = replace_counts(made, full, {**counts, kind.name: int(counts[kind.name] or 0) + 1})
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(DamagedBackup):
        restore.restore(folder, wrong, key=full.data_key, now=NOW)

    assert (folder / DATABASE).read_bytes() == before


def replace_counts(made, vault, counts):
    """The same backup, saying that so much is in it."""
    found = archive.read(made.path)
    path = made.path.with_name("other.bcbackup")
    archive.write(
        path,
        database=found.database,
        keys=found.keys,
        key=vault.data_key,
        counts=counts,
        made=NOW,
        version="0.1.0",
    )
    return replace(made, path=path)

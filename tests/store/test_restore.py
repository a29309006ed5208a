from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from burnout_check.domain.backup import Cause
from burnout_check.errors import DamagedBackup, DamagedKeys, FolderError, NewerVault, VaultError
from burnout_check.store.data_key import DataKey
from burnout_check.store.files import backups, restore, vault_replacement
from burnout_check.store.folder import BACKUPS
from burnout_check.store.keys import KeyFile
from burnout_check.store.vault import Vault
from tests.store.keeping import NOW, PowerCut, back_up, fill, power_cut_at
from tests.store.samples import CHECK_IN, WEEK, snapshot
from tests.vaults import PASSPHRASE, new_vault, opened_vault

LATER = WEEK.plus(1)


@pytest.fixture
def then(vault, folder):
    """A closed vault with one check-in more than its backup; gives the backup."""
    fill(vault)
    made = back_up(vault)
    vault.check_ins.add(replace(CHECK_IN, week=LATER))
    vault.check_ins.add(replace(CHECK_IN, note="corrected"))
    vault.check_ins.remove(WEEK.plus(-3))
    vault.close()
    return made


def key_of(folder):
    return KeyFile.read(folder).open_with_passphrase(PASSPHRASE)


def weeks_in(folder):
    with opened_vault(folder) as vault:
        return {check_in.week for check_in in vault.check_ins.all()}


THEN = {WEEK.plus(-week) for week in range(26)}
NOW_THERE = THEN - {WEEK.plus(-3)} | {LATER}


def test_that_the_difference_names_the_weeks(then, folder):
    key = key_of(folder)
    with opened_vault(folder) as vault:
        now = {check_in.week: check_in for check_in in vault.check_ins.all()}
    told = restore.difference(restore.check_ins_of(then, key, folder), now)

    assert told.only_in_backup == (WEEK.plus(-3),)
    assert told.only_now == (LATER,)
    assert told.changed == (WEEK,)
    assert list(folder.glob(".reading-*")) == []


def test_that_a_restore_brings_back_then_sets_now_aside_and_can_be_undone(then, folder):
    before = snapshot_of_vault(folder)
    aside = restore.restore(folder, then, key=key_of(folder), now=NOW)

    assert weeks_in(folder) == THEN
    assert aside.path == folder / "set-aside" / "2026-11-20-1730-restore"
    assert {name: (aside.path / name).read_bytes() for name in before} == before
    assert vault_replacement.set_aside(folder) == (aside,)

    undone = restore.undo(folder, now=NOW + timedelta(minutes=1))

    assert snapshot_of_vault(folder) == before
    assert weeks_in(folder) == NOW_THERE
    assert undone.cause is Cause.UNDO
    assert aside.path.exists()
    with pytest.raises(VaultError, match="no restore to undo"):
        restore.undo(folder, now=NOW)


def snapshot_of_vault(folder):
    names = ("vault.db", "keys.json", "keys.copy.json")
    return {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}


def test_that_what_was_set_aside_does_not_change_when_the_restored_vault_is_used(then, folder):
    aside = restore.restore(folder, then, key=key_of(folder), now=NOW)
    kept = {path.name: path.read_bytes() for path in aside.path.iterdir()}
    with opened_vault(folder) as vault:
        vault.check_ins.add(replace(CHECK_IN, note="after the restore"))

    assert {path.name: path.read_bytes() for path in aside.path.iterdir()} == kept


def test_that_ten_restores_remove_no_backup_and_nothing_set_aside(then, folder):
    for turn in range(10):
        restore.restore(folder, then, key=key_of(folder), now=NOW + timedelta(seconds=turn))
        assert weeks_in(folder) == THEN

    assert backups.is_sound(then)
    assert len(vault_replacement.set_aside(folder)) == 10


def test_that_a_restore_into_an_empty_folder_works(then, folder, tmp_path):
    elsewhere = tmp_path / "new computer"
    elsewhere.mkdir()
    restore.restore(elsewhere, then, key=key_of(folder), now=NOW)

    assert weeks_in(elsewhere) == THEN
    assert restore.undoable(elsewhere) is None


def test_that_the_passphrase_of_the_backup_opens_what_was_restored(then, folder, tmp_path):
    with new_vault(tmp_path / "other", "another passphrase") as other:
        fill(other, 3)
        theirs = back_up(other)
    key = restore.backup_keys(theirs).open_with_passphrase("another passphrase")
    restore.restore(folder, theirs, key=key, now=NOW)
    with opened_vault(folder, "another passphrase") as vault:
        assert len(vault.check_ins.all()) == 3


def test_that_a_power_cut_at_any_step_leaves_one_vault_or_the_other(then, folder, monkeypatch):
    key = key_of(folder).raw()
    outcomes = []
    for step in range(1000):
        with power_cut_at(step, monkeypatch) as done:
            later = NOW + timedelta(seconds=step)
            with suppress(PowerCut):
                restore.restore(folder, then, key=DataKey(key), now=later)
        vault_replacement.settle(folder)
        there = weeks_in(folder)

        assert there in (THEN, NOW_THERE), step
        assert not vault_replacement.unsettled(folder)
        outcomes.append(there == THEN)
        if len(done) < step:
            break
        if there == THEN:
            newest = vault_replacement.set_aside(folder)[0]

            assert (newest.path / "vault.db").exists()
            restore.undo(folder, now=NOW)  # by a clock that was set back
            assert weeks_in(folder) == NOW_THERE

    assert outcomes == sorted(outcomes)  # once it has happened, it stays so
    assert 10 < outcomes.index(True) < len(outcomes) - 5


def test_that_a_power_cut_while_what_was_cut_short_is_settled_harms_nothing(
    then, folder, monkeypatch
):
    key = key_of(folder).raw()
    monkeypatch.setattr(vault_replacement, "settle", lambda _folder: None)
    restore.restore(folder, then, key=DataKey(key), now=NOW)
    monkeypatch.undo()

    assert vault_replacement.unsettled(folder)
    assert Vault.exists(folder)

    for step in range(100):
        with power_cut_at(step, monkeypatch) as done:
            try:
                vault_replacement.settle(folder)
            except PowerCut:
                continue
        assert len(done) <= step
        break

    assert weeks_in(folder) == THEN
    assert step >= 5


@pytest.mark.parametrize("room", [0, 4, 8, 40, 72, 88])
def test_that_a_restore_on_a_full_disk_leaves_the_vault_as_it_was(small_disk, tmp_path, room):
    folder = small_disk.root / "data"
    with new_vault(folder) as vault:
        fill(vault)
        made = backups.make(folder, tmp_path / "stick", key=vault.data_key, made=NOW)
        vault.check_ins.add(replace(CHECK_IN, week=LATER))
        key = vault.data_key.raw()
    before = snapshot_of_vault(folder)
    ballast = small_disk.fill()
    with ballast.open("r+b") as file:
        file.truncate(ballast.stat().st_size - room * 1024)
    with pytest.raises(FolderError, match="is full"):
        restore.restore(folder, made, key=DataKey(key), now=NOW)

    assert snapshot_of_vault(folder) == before
    assert not vault_replacement.unsettled(folder)
    assert vault_replacement.set_aside(folder) == ()


def test_that_a_damaged_backup_is_not_restored_and_nothing_moves(then, folder):
    whole = bytearray(then.path.read_bytes())
    whole[len(whole) // 2] ^= 1
    then.path.write_bytes(whole)
    before = snapshot_of_vault(folder)
    with pytest.raises(DamagedBackup):
        restore.restore(folder, then, key=key_of(folder), now=NOW)

    assert snapshot_of_vault(folder) == before
    assert vault_replacement.set_aside(folder) == ()


def test_that_a_backup_of_a_newer_vault_is_refused_and_nothing_moves(vault, folder):
    with vault._database.writing() as tables:
        tables.table("_sqlite_migrations").insert(
            {"migration_set": "burnout_check", "name": "m099_future", "applied_at": "2031-01-01"}
        )
    made = back_up(vault)
    vault.close()
    before = snapshot(folder / BACKUPS), snapshot_of_vault(folder)
    with pytest.raises(NewerVault):
        restore.restore(folder, made, key=key_of(folder), now=NOW)

    assert (snapshot(folder / BACKUPS), snapshot_of_vault(folder)) == before


def test_that_lost_keys_come_back_from_a_backup_and_the_data_stays(then, folder):
    key = key_of(folder)
    for name in ("keys.json", "keys.copy.json"):
        (folder / name).write_bytes(b"damaged")
    aside = restore.mend_keys(folder, then, key=key, now=NOW)

    assert weeks_in(folder) == NOW_THERE
    assert (aside.path / "keys.json").read_bytes() == b"damaged"
    assert not (aside.path / "vault.db").exists()


def test_that_keys_of_another_vault_are_not_taken(then, folder, tmp_path):
    with new_vault(tmp_path / "other") as other:
        theirs = back_up(other)
        key = other.data_key.raw()
    before = snapshot_of_vault(folder)
    with pytest.raises(DamagedKeys, match="of another vault"):
        restore.mend_keys(folder, theirs, key=DataKey(key), now=NOW)

    assert snapshot_of_vault(folder) == before

"""What befalls a folder: two processes, clocks, moves, drives, and restoring again and again."""

import shutil
from datetime import timedelta

import pytest

from burnout_check.errors import FolderError, UserError, VaultInUse
from burnout_check.store.files import restore
from tests.store.processes import writer
from tests.torture.damage import hashes
from tests.torture.disks import drive, pull_out
from tests.torture.people import (
    LATER,
    WEEKS,
    backed_up,
    draft,
    locked_vault,
    make,
    opened,
    state_in,
    state_of,
)
from tests.vaults import PASSPHRASE


@pytest.fixture
def folder(tmp_path):
    """The closed vault of somebody with a backup and one more check-in since."""
    folder = tmp_path / "Zoë's data"
    make(folder)
    backed_up(folder)
    return folder


def _newest(locked):
    backup = locked.backups()[0]
    return backup, locked.backup_key_from_passphrase(backup, PASSPHRASE)


def _restored(locked, backup=None):
    backup = backup or locked.backups()[0]
    return locked.restore(backup, locked.backup_key_from_passphrase(backup, PASSPHRASE))


def test_that_nothing_can_be_restored_or_salvaged_while_another_process_is_at_work(folder):
    locked = locked_vault(folder)
    backup, key = _newest(locked)
    with writer(folder, "hold"):
        before = hashes(folder)
        for refused in (
            locked.check_available,
            lambda: locked.open(key),
            lambda: locked.restore(backup, key),
            locked.undo_restore,
            lambda: locked.salvage(key),
            lambda: locked.mend_keys(backup, key),
        ):
            with pytest.raises(VaultInUse):
                refused()

        assert hashes(folder) == before
        assert locked.contents(backup, key).check_ins == WEEKS


def test_that_a_process_killed_while_it_writes_leaves_a_vault_for_the_next(folder):
    for _ in range(3):
        with writer(folder, "write") as (_, said):
            for _ in range(20):
                said.readline()
        session = opened(folder)
        state_of(session)
        damage = session.ledger.vault.check()
        session.close()

        assert damage == ()


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=4), timedelta(days=3000)])
def test_that_a_clock_set_back_costs_no_backup_and_no_check_in(folder, back):
    before = {backup.path: backup.path.read_bytes() for backup in locked_vault(folder).backups()}
    early = LATER - timedelta(days=9) - back
    session = opened(folder, now=early)
    for number in range(3):
        session.ledger.vault.check_ins.add(
            state_of(session).check_ins[0].__class__(draft(30 + number, typed=0).week, early)
        )
        session.vault_care.back_up_now()
    weeks = len(state_of(session).check_ins)
    session.close()
    after = {backup.path: backup.path.read_bytes() for backup in locked_vault(folder).backups()}

    assert weeks == WEEKS + 1 + 3
    assert before.items() <= after.items()
    assert len(state_in(folder).check_ins) == weeks


def test_that_what_is_undone_is_the_last_restore_though_the_clock_was_set_back(folder):
    newest = state_in(folder)
    _restored(locked_vault(folder)).close()
    _restored(locked_vault(folder, now=LATER - timedelta(days=400))).close()
    session = opened(folder)
    session.check_ins.submit(draft(WEEKS + 3, typed=20))
    latest = state_of(session)
    session.close()
    _restored(locked_vault(folder, now=LATER - timedelta(days=800))).close()
    locked_vault(folder, now=LATER - timedelta(days=900)).undo_restore()

    assert state_in(folder) == latest
    assert latest != newest


def test_that_a_folder_moved_while_it_is_closed_has_all_that_it_had(folder, tmp_path):
    before = state_in(folder)
    _restored(locked_vault(folder)).close()
    moved = tmp_path / "deeper" / "другая папка"
    moved.parent.mkdir()
    shutil.move(folder, moved)
    locked = locked_vault(moved)

    assert [backup.path.parent for backup in locked.backups()] == [moved / "backups"]
    assert restore.undoable(moved) is not None

    locked.undo_restore()

    assert state_in(moved) == before


def test_that_a_folder_moved_while_it_is_open_is_said_and_loses_nothing(folder, tmp_path):
    session = opened(folder)
    before = state_of(session)
    shutil.move(folder, tmp_path / "moved")
    for _ in range(2):
        with pytest.raises(FolderError, match="cannot be found"):
            session.check_ins.update_draft(draft(WEEKS + 1, typed=40))
    with pytest.raises(UserError):
        session.vault_care.back_up_now()
    session.close()

    assert not folder.exists()
    assert state_in(tmp_path / "moved") == before


def test_that_a_drive_pulled_out_is_said_and_has_everything_when_it_is_back(folder, tmp_path):
    root = tmp_path / "stick"
    with drive(folder.parent, root):
        session = opened(root / folder.name)
        session.check_ins.update_draft(draft(WEEKS + 1, typed=40))
        before = state_of(session)
        pull_out(root)
        with pytest.raises(FolderError) as caught:
            session.check_ins.update_draft(draft(WEEKS + 1, typed=41))
        with pytest.raises(FolderError):
            session.check_ins.submit(draft(WEEKS + 1, typed=41))
        with pytest.raises(UserError):
            session.vault_care.back_up_now()
        session.close()

    assert "cannot be found" in str(caught.value)
    assert list(root.iterdir()) == []

    with drive(folder.parent, root):
        assert state_in(root / folder.name) == before


def test_that_a_drive_pulled_out_and_back_in_goes_on_in_the_same_session(folder, tmp_path):
    root = tmp_path / "stick"
    with drive(folder.parent, root):
        session = opened(root / folder.name)
        pull_out(root)
        with pytest.raises(FolderError):
            session.check_ins.update_draft(draft(WEEKS + 1, typed=41))
        with drive(folder.parent, root):
            session.check_ins.update_draft(draft(WEEKS + 1, typed=42))
            after = state_of(session)
            session.close()

    assert state_in(folder) == after


def test_that_ten_restores_leave_the_oldest_good_copy_and_all_that_was_set_aside(folder):
    oldest = locked_vault(folder).backups()[0].path
    content = oldest.read_bytes()
    held = []
    for number in range(10):
        held.append(state_in(folder))
        locked = locked_vault(folder, now=LATER + timedelta(days=number))
        session = _restored(locked, locked.backups()[-1])
        session.check_ins.submit(draft(WEEKS + 3 + number, typed=20))
        session.vault_care.back_up_now()
        session.close()
    aside = locked_vault(folder).set_aside()

    assert oldest.read_bytes() == content
    assert len(aside) == len(held)
    for one, state in zip(reversed(aside), held, strict=True):
        assert state_in(one.path) == state

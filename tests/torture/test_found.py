"""What torture found, each as the smallest test that fails without its remedy."""

import shutil

import pytest

from burnout_check.errors import DamagedData, FolderError
from burnout_check.store import folder as layout
from burnout_check.store.folder import DATABASE
from tests.torture.damage import hashes
from tests.torture.hurting import JOURNAL, make_hot
from tests.torture.looking import NEW_PASSPHRASE
from tests.torture.people import WEEKS, draft, locked_vault, make, opened, state_in
from tests.vaults import CHEAP, PASSPHRASE


@pytest.fixture
def folder(tmp_path):
    make(tmp_path / "data")
    return tmp_path / "data"


def _fails(*_, **__):
    raise FolderError("The disk fails.")


def test_that_settings_which_cannot_be_read_leave_the_vault_free_to_be_opened(folder, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("burnout_check.store.tables.settings_store.SettingsTable.all", _fails)
        with pytest.raises(FolderError):
            opened(folder)

    opened(folder).close()


def test_that_a_new_vault_which_cannot_be_opened_is_none(tmp_path, monkeypatch):
    locked = locked_vault(tmp_path / "new")
    keys = locked.make_keys(PASSPHRASE)
    with monkeypatch.context() as patched:
        patched.setattr("burnout_check.store.vault.Vault._opened", _fails)
        with pytest.raises(FolderError):
            locked.create(keys)

    assert locked.is_new


@pytest.mark.parametrize("written", [0, 1])
def test_that_a_passphrase_half_changed_is_not_changed(folder, monkeypatch, written):
    left = written

    def replace_file(path, content):
        nonlocal left
        if not left:
            _fails()
        left -= 1
        layout.replace_file(path, content)

    session = opened(folder)
    with monkeypatch.context() as patched:
        patched.setattr("burnout_check.store.keys.replace_file", replace_file)
        with pytest.raises(FolderError):
            session.vault_care.change_passphrase(PASSPHRASE, NEW_PASSPHRASE, cost=CHEAP)
    session.close()

    opened(folder, PASSPHRASE).close()


def test_that_a_save_cut_short_is_undone(tmp_path):
    before = make_hot(tmp_path / "data")

    assert state_in(tmp_path / "data") == before
    assert not (tmp_path / "data" / JOURNAL).exists()


def test_that_a_damaged_journal_is_not_played_into_the_data(tmp_path):
    folder = tmp_path / "data"
    make_hot(folder)
    journal = bytearray((folder / JOURNAL).read_bytes())
    journal[2000] ^= 1
    (folder / JOURNAL).write_bytes(journal)
    before = hashes(folder)
    with pytest.raises(DamagedData) as caught:
        opened(folder)

    assert str(caught.value).startswith(f"The data file {DATABASE} in the folder {folder} ")
    assert hashes(folder) == before


@pytest.mark.parametrize("body", [b"", b"{", b'{"week": 1}', b'"\xff"'])
def test_that_a_draft_which_cannot_be_read_is_damage(folder, body):
    session = opened(folder)
    connection = session.ledger.vault._database._connection
    connection.execute("UPDATE drafts SET body = CAST(? AS TEXT)", [body])
    with pytest.raises(DamagedData):
        session.check_ins.drafts()
    session.close()


def test_that_no_folder_is_made_anew_for_a_backup(folder, tmp_path):
    session = opened(folder)
    shutil.move(folder, tmp_path / "elsewhere")
    with pytest.raises(FolderError, match="cannot be found"):
        session.vault_care.back_up_now()
    session.close()

    assert not folder.exists()


def test_that_what_fails_while_a_backup_is_made_is_told_of_a_folder_that_is_known(
    folder, monkeypatch
):
    session = opened(folder)
    session.check_ins.update_draft(draft(WEEKS + 1, typed=40))

    def fails(*_, **__):
        import sqlcipher3

        raise sqlcipher3.OperationalError("disk I/O error")

    monkeypatch.setattr("burnout_check.store.database.EncryptedDatabase.rows", _translated(fails))
    with pytest.raises(FolderError) as caught:
        session.vault_care.back_up_now()
    session.close()

    assert "/." not in str(caught.value)


def _translated(fails):
    def rows(database):
        with database.reading():
            fails()

    return rows

"""The file beneath is the file that was opened: what another program does to it is noticed."""

import errno
import os
import shutil

import pytest

from burnout_check.errors import FolderError, ReplacedData, VaultInUse
from burnout_check.store.files import lock as locks
from burnout_check.store.files.kept_draft import kept
from burnout_check.store.files.lock import FolderLock
from burnout_check.store.folder import DATABASE, KEPT_DRAFT
from burnout_check.store.keys import KeyFile
from burnout_check.store.vault import Vault
from tests.person import FIRST, Person
from tests.store.keeping import fill
from tests.store.samples import CHECK_IN, DRAFT, WEEK
from tests.vaults import PASSPHRASE, new_vault


def emptied(path, _older):
    path.write_bytes(b"")


def replaced(path, older):
    other = path.with_name("other")
    shutil.copyfile(older, other)
    other.replace(path)


def older_in_place(path, older):
    path.write_bytes(older.read_bytes())


def gone(path, _older):
    path.unlink()


WAYS = (emptied, replaced, older_in_place, gone)


@pytest.fixture
def vault(tmp_path):
    vault = new_vault(tmp_path / "data")
    fill(vault, weeks=3)
    shutil.copyfile(vault.folder / DATABASE, tmp_path / "older")
    vault.check_ins.remove(WEEK)
    yield vault
    vault.close()


@pytest.mark.parametrize("way", WAYS)
def test_that_a_save_after_it_is_refused_said_and_written_nowhere(vault, tmp_path, way):
    heard = []
    vault.when_replaced(lambda: heard.append(1))
    path = vault.folder / DATABASE
    way(path, tmp_path / "older")
    left = path.read_bytes() if path.exists() else None

    with pytest.raises((ReplacedData, FolderError)) as told:
        vault.check_ins.add(CHECK_IN)

    assert str(vault.folder) in str(told.value)
    assert (path.read_bytes() if path.exists() else None) == left
    assert heard or isinstance(told.value, FolderError)


def test_that_a_file_that_was_only_moved_about_on_its_drive_is_the_same(vault, tmp_path):
    path = vault.folder / DATABASE
    replaced(path, path)  # another inode, every byte the same

    vault.drafts.update(DRAFT)

    vault.close()
    key = KeyFile.read(vault.folder).open_with_passphrase(PASSPHRASE)
    with Vault.open(vault.folder, key) as again:
        assert again.drafts.get(DRAFT.week) is not None


def test_that_a_draft_typed_meanwhile_is_kept_beside_it_and_comes_back(tmp_path):
    person = Person(tmp_path / "data")
    folder = tmp_path / "data"
    path = folder / DATABASE
    whole = path.read_bytes()
    draft = person.session.check_ins.draft_for(WEEK.plus(-40)).with_note("half a sentence")
    person.session.check_ins.update_draft(draft)
    fresh = path.read_bytes()
    path.write_bytes(whole)

    with pytest.raises(ReplacedData):
        person.session.check_ins.update_draft(draft.with_note("half a sentence, and more"))

    assert (folder / KEPT_DRAFT).stat().st_mode & 0o777 == 0o600
    assert b"half a sentence" not in (folder / KEPT_DRAFT).read_bytes()
    person.session.close()
    path.write_bytes(fresh)
    person.session = person.locked_vault.open(person.locked_vault.key_from_passphrase(FIRST))
    (found,) = [one for one in person.session.check_ins.drafts() if one.week == draft.week]
    assert found.note == "half a sentence, and more"
    assert not (folder / KEPT_DRAFT).exists()
    person.session.close()


def test_that_a_draft_kept_by_another_vault_or_damaged_is_nothing(tmp_path, vault):
    (vault.folder / KEPT_DRAFT).write_bytes(os.urandom(200))

    assert kept(vault.folder, key=vault.data_key) is None


@pytest.mark.parametrize("number", ["ENOSYS", "ENOLCK", "EINVAL"])
def test_that_a_drive_without_locks_is_called_so(tmp_path, monkeypatch, number):
    def fails(_descriptor):
        raise OSError(getattr(errno, number), "no locks here")

    monkeypatch.setattr(locks, "_take", fails)
    with pytest.raises(FolderError) as told:
        FolderLock(tmp_path)

    assert not isinstance(told.value, VaultInUse)
    assert "knows no locks" in str(told.value)
    assert str(tmp_path) in str(told.value)

"""A disk that fails for a moment: noticed by nobody, or told as it is; never as damage."""

import contextlib
from dataclasses import replace

import pytest
import sqlcipher3
import sqlite_utils

from burnout_check.domain.backup import Cause
from burnout_check.domain.week import LONDON
from burnout_check.errors import DamagedData, FolderError, KeptAllTheSame
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.files import vault_replacement
from burnout_check.store.folder import DATABASE
from burnout_check.store.keys import create_keys
from burnout_check.store.vault import Vault
from tests.store.samples import CHECK_IN, DRAFT, FRIDAY
from tests.vaults import CHEAP, PASSPHRASE, opened_vault

FAULT = sqlcipher3.OperationalError("disk I/O error")


@contextlib.contextmanager
def _garbage(folder):
    """The pages of the data after the first are noise; as they were at the end."""
    path = folder / DATABASE
    whole = path.read_bytes()
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(bytes(byte ^ 0xFF for byte in whole[4096:]))
    yield
    with path.open("rb+") as file:
        file.write(whole)


@pytest.fixture
def broken_off(monkeypatch):
    """Makes the end of the next save fail, before or after it has gone through."""

    def breaks(*, gone_through):
        @contextlib.contextmanager
        def atomic(tables):
            monkeypatch.undo()
            tables.conn.execute("BEGIN")
            yield tables
            tables.conn.execute("COMMIT" if gone_through else "ROLLBACK")
            raise FAULT

        monkeypatch.setattr(sqlite_utils.Database, "atomic", atomic)

    return breaks


def test_that_pages_that_can_be_read_again_are_read_without_unlocking_anew(vault, folder):
    vault.check_ins.add(CHECK_IN)
    vault.check_ins.all()  # and forgets the pages
    with _garbage(folder), pytest.raises(DamagedData):
        vault.check_ins.all()

    assert vault.check_ins.all() == (CHECK_IN,)
    vault.drafts.update(DRAFT)


def test_that_a_question_that_fails_once_is_asked_again(vault):
    asked = []

    def question(tables):
        asked.append(1)
        if len(asked) == 1:
            raise FAULT
        return tables.table("drafts").count

    assert vault._database.read(question) == 0
    assert len(asked) == 2


KINDS = (
    "actions agenda away check_ins drafts events hard_events local_entries settings snoozed "
    "supervision"
)


@pytest.mark.parametrize("kind", KINDS.split())
def test_that_each_kind_of_thing_is_read_again_after_one_fault(vault, kind, monkeypatch):
    faults, reading = [FolderError("The drive is away.")], EncryptedDatabase.reading

    def fails_once(database):
        if faults:
            raise faults.pop()
        return reading(database)

    monkeypatch.setattr(EncryptedDatabase, "reading", fails_once)

    assert not getattr(vault, kind).all()
    assert faults == []


def test_that_what_only_looks_like_damage_is_told_as_a_fault_of_the_disk(vault):
    def question(_):
        raise sqlcipher3.DatabaseError("database disk image is malformed")

    with pytest.raises(FolderError, match="may have a fault"):
        vault._database.read(question)


def test_that_a_file_that_is_gone_is_said_to_be_and_none_is_made_in_its_place(vault, folder):
    vault.check_ins.add(CHECK_IN)
    path = folder / DATABASE
    path.rename(folder / "away")
    for _ in range(2):
        with pytest.raises(FolderError, match="cannot be found"), _fault(vault):
            pass
    assert not path.exists()

    (folder / "away").rename(path)

    assert vault.check_ins.all() == (CHECK_IN,)


@contextlib.contextmanager
def _fault(vault):
    with vault._database.reading():
        yield
        raise FAULT


def test_that_a_save_that_went_through_is_not_said_to_have_failed(vault, folder, broken_off):
    broken_off(gone_through=True)
    vault.check_ins.add(CHECK_IN)
    vault.drafts.update(replace(DRAFT, note="the next"))
    vault.close()

    with opened_vault(folder) as again:
        assert again.check_ins.all() == (CHECK_IN,)
        assert again.drafts.all()[0].note == "the next"


def test_that_a_save_that_did_not_go_through_is_told_and_can_be_made_again(vault, broken_off):
    broken_off(gone_through=False)
    with pytest.raises(FolderError):
        vault.check_ins.add(CHECK_IN)
    assert vault.check_ins.all() == ()

    assert vault.check_ins.add(CHECK_IN) == CHECK_IN
    assert vault.check_ins.all() == (CHECK_IN,)


def test_that_a_vault_which_can_be_neither_opened_nor_unmade_is_said_to_be_made(
    folder, monkeypatch
):
    def fails(*_, **__):
        raise FolderError("The disk fails.")

    keys = create_keys(PASSPHRASE, cost=CHEAP)
    with monkeypatch.context() as patched:
        patched.setattr(Vault, "_opened", fails)
        real = type(folder).replace
        patched.setattr(
            type(folder),
            "replace",
            lambda path, other: fails() if path.name == DATABASE else real(path, other),
        )
        with pytest.raises(KeptAllTheSame, match=r"^Your vault is made .* The disk fails\.$"):
            Vault.create(folder, keys)

    opened_vault(folder).close()


def test_that_a_swap_that_is_only_to_be_settled_is_told_as_kept(vault, folder, monkeypatch):
    vault.close()
    files = {DATABASE: (folder / DATABASE).read_bytes()}
    with monkeypatch.context() as patched:

        def fails(_):
            raise OSError(5, "")

        patched.setattr(vault_replacement, "_roll_forward", fails)
        vault_replacement.stage(folder, files)
        with pytest.raises(KeptAllTheSame, match="takes its place the next time"):
            vault_replacement.commit(folder, cause=Cause.RESTORE, now=FRIDAY.astimezone(LONDON))
    vault_replacement.settle(folder)

    assert not vault_replacement.unsettled(folder)
    assert len(vault_replacement.set_aside(folder)) == 1

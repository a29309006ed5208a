"""A damaged journal of a save that was cut short: never undone by halves, never thrown away."""

import shutil

import pytest

from burnout_check.errors import DamagedData
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.folder import DATABASE, JOURNAL
from burnout_check.store.journal import is_whole
from burnout_check.store.keys import KeyFile
from burnout_check.store.vault import Vault
from tests.store.keeping import fill
from tests.vaults import PASSPHRASE, new_vault


@pytest.fixture
def cut_short(tmp_path):
    """The folder of a vault as a power cut in the middle of a large save leaves it."""
    folder, left = tmp_path / "data", tmp_path / "left"
    vault = new_vault(folder)
    fill(vault, weeks=400)
    vault.close()
    database = EncryptedDatabase(folder / DATABASE, key_of(folder))
    raw = database._file.raw
    raw.execute("PRAGMA cache_size = 5")  # so that pages are written before the end
    raw.execute("begin immediate")
    raw.execute("update check_ins set note = 'another ' || note")
    shutil.copytree(folder, left)
    raw.execute("rollback")
    database.close()
    return left


def key_of(folder):
    return KeyFile.read(folder).open_with_passphrase(PASSPHRASE)


def notes(folder):
    with Vault.open(folder, key_of(folder)) as vault:
        return {check_in.note[:4] for check_in in vault.check_ins.all()}


def test_that_a_save_cut_short_is_undone_whole(cut_short):
    assert is_whole(cut_short / JOURNAL)
    assert notes(cut_short) == {"week"}


@pytest.mark.parametrize("share", [0.05, 0.2, 0.35, 0.5, 0.65])
def test_that_a_damaged_record_is_damage_and_the_journal_stays(cut_short, share):
    journal = cut_short / JOURNAL
    content = bytearray(journal.read_bytes())
    # The bytes that a checksum adds up are 200 apart: a stretch of 512 has some of them.
    start = 512 + int((len(content) - 1536) * share)
    content[start : start + 512] = bytes(byte ^ 0x55 for byte in content[start : start + 512])
    journal.write_bytes(content)
    before = (cut_short / DATABASE).read_bytes()

    with pytest.raises(DamagedData):
        Vault.open(cut_short, key_of(cut_short))

    assert journal.read_bytes() == content
    assert (cut_short / DATABASE).read_bytes() == before

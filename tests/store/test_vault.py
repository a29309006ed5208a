import os

import pytest

from burnout_check.errors import DamagedData, FolderError, VaultError, VaultInUse
from burnout_check.store import folder as layout
from burnout_check.store import making
from burnout_check.store.keys import KeyFile, create_keys
from burnout_check.store.tables import migrations
from burnout_check.store.vault import Vault, cipher_version
from tests.store.samples import CHECK_IN, DRAFT, WEEK, snapshot
from tests.vaults import CHEAP, PASSPHRASE, new_vault, opened_vault

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows moves no open file, has no modes")


class PowerCut(BaseException):
    """Nothing in the program gets to run after this one, so nothing may catch it."""


@posix_only
def test_that_a_vault_is_four_files_for_its_owner_only(vault, folder):
    vault.check_ins.add(CHECK_IN)
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in folder.iterdir()}

    assert modes == {
        "keys.copy.json": "0o600",
        "keys.json": "0o600",
        "vault.db": "0o600",
        "vault.lock": "0o600",
    }
    assert oct(folder.stat().st_mode & 0o777) == "0o700"


def test_that_the_database_is_set_for_safety(vault):
    with vault._database.reading() as tables:
        found = {
            pragma: tables.execute(f"pragma {pragma}").fetchone()[0]
            for pragma in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "temp_store",
                "secure_delete",
                "cipher_memory_security",
            )
        }

    assert {name: str(value) for name, value in found.items()} == {
        "journal_mode": "delete",
        "synchronous": "3",
        "foreign_keys": "1",
        "temp_store": "2",
        "secure_delete": "1",
        "cipher_memory_security": "1",
    }


def test_that_a_vault_left_in_another_journal_mode_is_brought_back(vault, folder):
    with vault._database.reading() as tables:
        tables.execute("pragma journal_mode = wal")
    vault.close()
    with opened_vault(folder) as again, again._database.reading() as tables:
        mode = tables.execute("pragma journal_mode").fetchone()[0]

        assert mode == "delete"
        assert not (folder / "vault.db-wal").exists()


def test_that_a_journal_mode_that_does_not_take_is_refused(vault, monkeypatch):
    monkeypatch.setattr(vault._database._file, "answers", lambda pragma: ("wal",))
    with pytest.raises(VaultError, match="cannot be saved to safely"):
        vault._database.use_rollback_journal()


def test_that_the_key_is_wiped_and_the_lock_given_back_on_closing(vault, folder):
    data_key = vault.data_key
    vault.close()
    vault.close()

    assert vault.closed
    assert data_key.wiped
    with opened_vault(folder) as again:
        assert not again.closed


def test_that_a_vault_is_sound_after_use(vault):
    vault.check_ins.add(CHECK_IN)
    vault.drafts.update(DRAFT)

    assert vault.check() == ()


def test_that_a_vault_is_never_made_over_another(vault, folder):
    vault.check_ins.add(CHECK_IN)
    vault.close()
    before = snapshot(folder)
    with pytest.raises(VaultError, match="already a vault"):
        new_vault(folder, "other")

    assert snapshot(folder) == before
    with opened_vault(folder) as again:
        assert again.check_ins.all() == (CHECK_IN,)


def test_that_a_database_without_keys_or_keys_without_a_database_is_no_empty_folder(vault, folder):
    vault.close()
    keys = [folder / "keys.json", folder / "keys.copy.json"]
    aside = folder.parent / "aside"
    aside.mkdir()
    for path in keys:
        path.rename(aside / path.name)

    assert Vault.exists(folder)
    with pytest.raises(VaultError, match="already a vault"):
        new_vault(folder)

    for path in keys:
        (aside / path.name).rename(path)
    (folder / "vault.db").rename(aside / "vault.db")

    assert Vault.exists(folder)
    with pytest.raises(DamagedData, match=r"vault\.db in the folder .* is missing"):
        opened_vault(folder)
    assert not (folder / "vault.db").exists()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (making, "make_private"),
        (making, "EncryptedDatabase"),
        (making, "migrate"),
        (migrations, "migrate"),
        (KeyFile, "write"),
        (making, "sync_folder"),
    ],
)
def test_that_a_power_cut_while_a_vault_is_made_leaves_it_whole_or_none(
    folder, monkeypatch, module, name
):
    real = getattr(module, name)

    def cut(*arguments, **named):
        if name not in {"make_private", "EncryptedDatabase"}:
            real(*arguments, **named)
        raise PowerCut

    monkeypatch.setattr(module, name, cut)
    with pytest.raises(PowerCut):
        new_vault(folder)
    monkeypatch.undo()
    with opened_vault(folder) if Vault.exists(folder) else new_vault(folder) as vault:
        vault.check_ins.add(CHECK_IN)

    assert sorted(snapshot(folder)) == ["keys.copy.json", "keys.json", "vault.db", "vault.lock"]


def test_that_a_power_cut_between_the_two_key_files_leaves_no_vault(folder, monkeypatch):
    real = layout.replace_file

    def cut(path, content):
        real(path, content)
        raise PowerCut

    monkeypatch.setattr("burnout_check.store.keys.replace_file", cut)
    with pytest.raises(PowerCut):
        new_vault(folder)
    monkeypatch.undo()

    assert [path.name for path in folder.glob("keys*")] == ["keys.copy.json"]
    assert not Vault.exists(folder)
    with new_vault(folder, "second try") as vault:
        assert vault.check_ins.all() == ()


def test_that_another_vaults_key_is_told_from_a_wrong_passphrase(vault, folder, tmp_path):
    vault.check_ins.add(CHECK_IN)
    vault.close()
    other = create_keys(PASSPHRASE, cost=CHEAP)
    other.key_file.write(folder)
    before = snapshot(folder)
    with pytest.raises(DamagedData, match="belongs to another key file"):
        opened_vault(folder)

    assert snapshot(folder) == before


def test_that_an_empty_database_is_not_filled_as_if_it_were_new(vault, folder):
    vault.close()
    (folder / "vault.db").write_bytes(b"")
    with pytest.raises(DamagedData, match="is empty"):
        opened_vault(folder)

    assert (folder / "vault.db").read_bytes() == b""


def test_that_a_failed_opening_gives_the_lock_back_and_leaves_the_key_to_the_caller(vault, folder):
    vault.close()
    whole = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(whole[:4096])
    data_key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)
    with pytest.raises(DamagedData):
        Vault.open(folder, data_key)
    (folder / "vault.db").write_bytes(whole)
    with Vault.open(folder, data_key) as again:
        assert again.check_ins.get(WEEK) is None


def test_that_a_vault_is_opened_once_in_one_process_too(vault, folder):
    with pytest.raises(VaultInUse):
        opened_vault(folder)


def test_that_a_moved_folder_opens(vault, folder, tmp_path):
    vault.check_ins.add(CHECK_IN)
    vault.close()
    moved = tmp_path / "elsewhere"
    folder.rename(moved)
    with opened_vault(moved) as again:
        assert again.check_ins.all() == (CHECK_IN,)


@posix_only
def test_that_a_folder_that_went_away_is_named(vault, folder, tmp_path):
    folder.rename(tmp_path / "elsewhere")
    try:
        with pytest.raises(FolderError, match="cannot be found"):
            vault.check_ins.add(CHECK_IN)
    finally:
        (tmp_path / "elsewhere").rename(folder)


def test_that_sqlcipher_tells_its_version():
    assert cipher_version().startswith("4.")

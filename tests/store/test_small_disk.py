from dataclasses import replace

import pytest

from burnout_check.errors import FolderError
from burnout_check.store.keys import KeyFile, create_keys
from burnout_check.store.vault import Vault
from tests.store.samples import CHECK_IN, DRAFT, WEEK, snapshot
from tests.vaults import CHEAP, PASSPHRASE, new_vault, opened_vault

LONG = "a long note " * 3000


def test_that_a_full_disk_is_said_and_what_was_saved_stays(small_disk):
    folder = small_disk.root / "data"
    with new_vault(folder) as vault:
        vault.check_ins.add(CHECK_IN)
        vault.drafts.update(DRAFT)
        ballast = small_disk.fill()
        with pytest.raises(FolderError) as caught:
            vault.check_ins.add(replace(CHECK_IN, note=LONG))
        with pytest.raises(FolderError):
            vault.drafts.update(replace(DRAFT, note=LONG))

        assert str(caught.value) == (
            f"The disk that holds the folder {folder} is full. Free some space, then try again. "
            "What is already saved is safe."
        )
        assert vault.check_ins.all() == (CHECK_IN,)
        assert vault.drafts.get(WEEK) == DRAFT

        ballast.unlink()
        vault.check_ins.add(replace(CHECK_IN, note=LONG))

        assert vault.check_ins.get(WEEK) == replace(CHECK_IN, note=LONG)
        assert vault.check() == ()


def test_that_a_vault_on_a_full_disk_can_still_be_read(small_disk):
    folder = small_disk.root / "data"
    with new_vault(folder) as vault:
        vault.check_ins.add(CHECK_IN)
    small_disk.fill()
    with opened_vault(folder) as again:
        assert again.check_ins.all() == (CHECK_IN,)


def test_that_no_vault_is_begun_on_a_full_disk(small_disk):
    folder = small_disk.root / "data"
    folder.mkdir()
    ballast = small_disk.fill()
    with pytest.raises(FolderError, match="is full"):
        new_vault(folder)

    assert not Vault.exists(folder)

    ballast.unlink()
    new_vault(folder).close()


@pytest.mark.parametrize("room", [4096, 16384, 28672, 61440])
def test_that_a_disk_that_fills_up_while_a_vault_is_made_leaves_none(small_disk, room, monkeypatch):
    folder = small_disk.root / "data"
    monkeypatch.setattr("burnout_check.store.vault.prepare_folder", lambda path: path)
    folder.mkdir()
    ballast = small_disk.fill()
    with ballast.open("r+b") as file:
        file.truncate(ballast.stat().st_size - room)
    try:
        new_vault(folder).close()
    except FolderError as error:
        assert "is full" in str(error)  # noqa: PT017 - or there was room enough
        assert not Vault.exists(folder)
    else:
        opened_vault(folder).close()


def test_that_changing_the_passphrase_on_a_full_disk_leaves_the_old_one(small_disk):
    keys = create_keys(PASSPHRASE, cost=CHEAP)
    keys.key_file.write(small_disk.root)
    changed = keys.key_file.with_passphrase(keys.data_key, "new", cost=CHEAP)
    small_disk.fill()
    before = {name: kept for name, kept in snapshot(small_disk.root).items() if "keys" in name}
    with pytest.raises(FolderError, match="is full"):
        changed.write(small_disk.root)
    after = {name: kept for name, kept in snapshot(small_disk.root).items() if "keys" in name}

    assert after == before
    assert KeyFile.read(small_disk.root).open_with_passphrase(PASSPHRASE) == keys.data_key


def test_that_a_disk_that_turns_read_only_is_said_and_can_be_read(small_disk):
    folder = small_disk.root / "data"
    with new_vault(folder) as vault:
        vault.check_ins.add(CHECK_IN)
    # No save is under way, or the disk would be too busy to be turned.
    with small_disk.read_only(), pytest.raises(FolderError) as caught:
        opened_vault(folder)

    assert str(caught.value) == (
        f"The folder {folder} can be read but not written to. "
        "Choose another folder, or ask your IT team to let you write to this one."
    )
    with opened_vault(folder) as again:
        assert again.check_ins.all() == (CHECK_IN,)

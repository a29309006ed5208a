"""Whatever somebody else put into a data folder: a sentence or the default, no harm outside."""

import shutil
from collections.abc import Callable

import pytest

from burnout_check.errors import DamagedData, FolderError, UserError
from burnout_check.store.data_key import DataKey
from burnout_check.store.files import backups, restore, vault_replacement
from burnout_check.store.files.erase import erase
from burnout_check.store.files.lock import FolderLock, in_use
from burnout_check.store.folder import (
    ASIDE,
    ASIDE_NEW,
    BACKUP_PLACE,
    BACKUPS,
    DATABASE,
    JOURNAL,
    KEYS,
    KEYS_COPY,
    LOCK,
    STAGE,
    SWAP,
)
from burnout_check.store.keys import KeyFile
from tests.foreign import FOREIGN, in_time
from tests.store.foreign_data import ABOUT, NOW, OLD, Data
from tests.store.samples import CHECK_IN
from tests.vaults import opened_vault

FILES = (SWAP, BACKUP_PLACE, ABOUT, KEYS, KEYS_COPY, LOCK, DATABASE, JOURNAL, OLD)
FOLDERS = (STAGE, ASIDE_NEW, ASIDE, BACKUPS, "log", ".reading-x")


def tried(steps: dict[str, Callable[[], object]]) -> dict[str, object]:
    """What each step gave, or the error it told a person."""
    found: dict[str, object] = {}
    for name, step in steps.items():
        try:
            found[name] = in_time(step)
        except UserError as error:
            found[name] = error
    assert not any("Errno" in str(each) for each in found.values())
    return found


def used(data: Data) -> dict[str, object]:
    """A day in the life of a data folder: started, unlocked, backed up, restored, undone."""
    folder, key = data.folder, DataKey(data.key)
    return tried(
        {
            "is it in use": lambda: in_use(folder),
            "brought to its end": lambda: vault_replacement.settle(folder),
            "set aside": lambda: vault_replacement.set_aside(folder),
            "keys": lambda: KeyFile.read(folder).vault,
            "listed": lambda: backups.found_in(backups.place_of(folder), folder / BACKUPS),
            "opened": lambda: opened_vault(folder).close(),
            "backed up": lambda: backups.make(folder, backups.place_of(folder), key=key, made=NOW),
            "undone": lambda: restore.undo(folder, now=NOW),
            "opened again": lambda: opened_vault(folder).close(),
        }
    )


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("name", FILES)
def test_that_whatever_stands_in_a_file_nothing_outside_is_touched_and_a_sentence_is_said(
    data, name, kind
):
    with data.unharmed():
        FOREIGN[kind](data.folder / name, data.outside)
        used(data)


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("name", FILES)
def test_that_whatever_stands_in_a_file_all_is_erased_and_nothing_outside(data, name, kind):
    with data.unharmed():
        FOREIGN[kind](data.folder / name, data.outside)
        in_time(lambda: erase(data.folder, data.vault))

    left = {path.name for path in data.folder.iterdir()} - {LOCK}
    assert left == ({name} if kind == "a folder" and "/" not in name and name != LOCK else set())


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("how", ["used", "erased"])
def test_that_a_folder_that_is_a_link_is_not_gone_into(data, name, how):
    folder = data.folder / name
    if folder.is_dir():
        shutil.rmtree(folder)
    with data.unharmed():
        folder.symlink_to(data.outside)
        if how == "used":
            used(data)
            for path in data.outside.glob("burnout-check-*.bcbackup"):
                assert name == BACKUPS  # may be a link to another disk: they are made there
                path.unlink()
        else:
            in_time(lambda: erase(data.folder, data.vault))
            assert not folder.is_symlink()


@pytest.mark.parametrize("name", [DATABASE, JOURNAL])
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("a folder", "is a folder and not a file"),
        ("a pipe", "is a pipe and not a file"),
        ("a link elsewhere", "is a link to another place"),
        ("a link to a device", "is a link to another place"),
    ],
)
def test_that_data_that_is_no_file_is_said_and_a_backup_takes_its_place(data, name, kind, words):
    (backup,) = backups.found_in(data.folder / BACKUPS)
    with data.unharmed():
        FOREIGN[kind](data.folder / name, data.outside)
        with pytest.raises(DamagedData, match=f"{name} in the folder .* {words}"):
            in_time(lambda: opened_vault(data.folder))

        aside = restore.restore(data.folder, backup, key=DataKey(data.key), now=NOW)
        with opened_vault(data.folder) as vault:
            assert vault.check_ins.all() == (CHECK_IN,)

    assert (aside.path / name).is_symlink() == kind.startswith("a link")
    assert (aside.path / name).is_dir() == (kind == "a folder")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("a folder", "is a folder and not a file"),
        ("a pipe", "is a pipe and not a file"),
        ("a link elsewhere", "is a link to another place"),
        ("a link to nothing", "is a link to another place"),
    ],
)
def test_that_a_lock_that_is_no_file_is_said(data, kind, words):
    (data.folder / LOCK).unlink(missing_ok=True)
    FOREIGN[kind](data.folder / LOCK, data.outside)

    with data.unharmed(), pytest.raises(FolderError, match=rf"vault\.lock in the .* {words}"):
        in_time(lambda: FolderLock(data.folder))
    with data.unharmed(), pytest.raises(FolderError, match="Move it away"):
        in_time(lambda: in_use(data.folder))


def test_that_the_list_of_fonts_goes_with_the_rest(data, monkeypatch, tmp_path):
    cache = tmp_path / "cache"
    (cache / "matplotlib").mkdir(parents=True)
    (cache / "matplotlib" / "fontlist.json").write_text("{}")
    monkeypatch.setattr("burnout_check.store.files.erase.cache_dir", lambda: cache)
    said = erase(data.folder, data.vault)

    assert not cache.exists()
    assert len(said.left) == 1

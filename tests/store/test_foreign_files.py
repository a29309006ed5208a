"""Whatever somebody else put into a data folder: a sentence or the default, and no harm outside."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from burnout_check.domain.backup import Cause
from burnout_check.domain.week import LONDON
from burnout_check.errors import DamagedData, DamagedKeys, FolderError, UserError, VaultError
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
    KEYS,
    KEYS_COPY,
    LOCK,
    STAGE,
    SWAP,
)
from burnout_check.store.keys import KeyFile
from burnout_check.store.vault import Vault
from tests.foreign import FOREIGN, in_time, outside, tree
from tests.store.samples import CHECK_IN
from tests.vaults import PASSPHRASE, new_vault, opened_vault

NOW = datetime(2026, 11, 21, 19, 0, tzinfo=LONDON)
JOURNAL = f"{DATABASE}-journal"
ABOUT = f"{ASIDE}/2026-11-21-1900-restore/about.json"
OLD = f"{BACKUPS}/burnout-check-2026-11-21-1900.bcbackup"
FILES = (SWAP, BACKUP_PLACE, ABOUT, KEYS, KEYS_COPY, LOCK, DATABASE, JOURNAL, OLD)
FOLDERS = (STAGE, ASIDE_NEW, ASIDE, BACKUPS, "log", ".reading-x")


@dataclass
class Data:
    """A data folder with all that may be in one, its vault closed; and a folder outside of it."""

    folder: Path
    outside: Path
    key: bytes
    vault: str

    @contextlib.contextmanager
    def unharmed(self) -> Iterator[None]:
        before = tree(self.outside)
        yield
        assert tree(self.outside) == before


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Data]:
    place = tmp_path_factory.mktemp("foreign")
    folder = place / "data"
    with new_vault(folder) as vault:
        vault.check_ins.add(CHECK_IN)
        key = vault.data_key.raw()
        backup = backups.make(folder, folder / BACKUPS, key=vault.data_key, made=NOW)
    restore.restore(folder, backup, key=DataKey(key), now=NOW)
    (folder / "log").mkdir()
    (folder / "log" / "burnout-check.log").write_text("a line")
    yield Data(folder, outside(place), key, backup.vault)


@pytest.fixture
def data(made: Data, tmp_path: Path) -> Data:
    shutil.copytree(made.folder, tmp_path / "data")
    return Data(tmp_path / "data", outside(tmp_path), made.key, made.vault)


def tried(steps: dict[str, Callable[[], object]]) -> dict[str, object]:
    """What each step gave, or the error it told a person."""
    found: dict[str, object] = {}
    for name, step in steps.items():
        try:
            found[name] = in_time(step)
        except UserError as error:
            assert "Errno" not in str(error)
            found[name] = error
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
        else:
            in_time(lambda: erase(data.folder, data.vault))
            assert not folder.is_symlink()


EVIL_NOTES = {
    "deletes": '{"new":[],"gone":["%s"],"aside":"x"}',
    "overwrites": '{"new":["../outside/thesis"],"gone":[],"aside":"2026-11-21-1900-undo"}',
    "moves": '{"new":["keys.json"],"gone":[],"aside":"../../outside/x"}',
    "moves to": '{"new":[],"gone":[],"aside":"%s"}',
    "goes up": '{"new":[],"gone":[],"aside":".."}',
    "names another file": '{"new":["look.json"],"gone":[],"aside":"2026-11-21-1900-undo"}',
    "names none": '{"new":[],"gone":["vault.db"],"aside":"2026-11-21-1900-nowhere"}',
    "says more": '{"new":[],"gone":[],"aside":"2026-11-21-1900-undo","then":"x"}',
}


@pytest.mark.parametrize("kind", EVIL_NOTES)
def test_that_a_note_that_names_another_file_is_refused_and_nothing_is_changed(data, kind):
    note = EVIL_NOTES[kind]
    note = note.replace("%s", str(data.outside / "thesis"))
    (data.folder / STAGE).mkdir()
    (data.folder / STAGE / "thesis").write_bytes(b"an attacker's")
    (data.folder / ASIDE_NEW).mkdir()
    (data.folder / SWAP).write_text(note)
    before = tree(data.folder)

    with data.unharmed(), pytest.raises(VaultError, match="Nothing has been changed"):
        vault_replacement.settle(data.folder)

    if kind != "names none":  # its folder got its lasting name
        assert tree(data.folder) == before
    assert (data.folder / DATABASE).exists()


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_a_note_that_cannot_be_read_is_said_and_nothing_is_changed(data, kind):
    FOREIGN[kind](data.folder / SWAP, data.outside)
    before = tree(data.folder)

    with pytest.raises(VaultError, match=r"was cut short, and its note swap\.json is "):
        vault_replacement.settle(data.folder)

    assert tree(data.folder) == before


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_a_place_for_backups_that_cannot_be_read_is_the_one_beside_the_vault(data, kind):
    FOREIGN[kind](data.folder / BACKUP_PLACE, data.outside)
    place = backups.place_of(data.folder)

    if kind in {"a letter beyond ASCII", "300 letters"}:  # one that is not there, and is said to be
        assert place in {Path("/é"), Path("/" + "n" * 300)}
        assert backups.found_in(place) == ()
    else:
        assert place == data.folder / BACKUPS


@pytest.mark.parametrize("text", ['{"place":"backups"}', '{"place":""}', '{"place":7}', "{}"])
def test_that_a_place_that_is_no_whole_path_is_not_taken(data, text):
    (data.folder / BACKUP_PLACE).write_text(text)

    assert backups.place_of(data.folder) == data.folder / BACKUPS


def test_that_a_place_whose_name_is_no_utf_8_is_kept(data):
    place = Path(f"{data.folder.parent}/caf\udce9")
    try:
        place.mkdir()
    except (OSError, UnicodeError):
        pytest.skip("this disk has no such names")
    backups.choose_place(data.folder, place)
    made = backups.make(data.folder, place, key=DataKey(data.key), made=NOW)

    assert backups.place_of(data.folder) == place
    assert backups.found_in(backups.place_of(data.folder)) == (made,)


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_one_key_file_that_cannot_be_read_is_no_loss_and_both_are_said(data, kind):
    FOREIGN[kind](data.folder / KEYS, data.outside)
    with data.unharmed():
        assert in_time(lambda: KeyFile.read(data.folder).vault) == data.vault

        FOREIGN[kind](data.folder / KEYS_COPY, data.outside)
        with pytest.raises(DamagedKeys, match=r"does not mean that your passphrase is wrong"):
            in_time(lambda: KeyFile.read(data.folder))


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_what_is_said_of_a_vault_set_aside_is_left_out_if_it_cannot_be_read(data, kind):
    FOREIGN[kind](data.folder / ABOUT, data.outside)

    assert in_time(lambda: vault_replacement.set_aside(data.folder)) == ()


@pytest.mark.parametrize(
    "about",
    [
        '{"number":99999999999999999999,"cause":"restore","made":"2026-11-21T19:00:00Z"}',
        '{"number":-1,"cause":"restore","made":"2026-11-21T19:00:00Z"}',
        '{"number":1,"cause":"other","made":"2026-11-21T19:00:00Z"}',
        '{"number":1,"cause":"restore","made":"2026-11-21T19:00:00"}',
        '{"number":1,"cause":"restore","made":"0001-01-01T00:00:00+14:00"}',
        '{"number":1,"cause":"restore","made":"9999-12-31T23:59:59-12:00"}',
    ],
)
def test_that_what_no_vault_set_aside_says_is_left_out(data, about):
    (data.folder / ABOUT).write_text(about)

    assert vault_replacement.set_aside(data.folder) == ()


def test_that_the_last_is_known_after_the_highest_number_there_is(data):
    highest = '{"number":1000000,"cause":"restore","made":"2026-11-20T19:00:00Z"}'
    (data.folder / ABOUT).write_text(highest)
    restore.undo(data.folder, now=NOW)

    assert [one.cause for one in vault_replacement.set_aside(data.folder)] == [
        Cause.UNDO,
        Cause.RESTORE,
    ]


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
            assert vault.check_ins.all() == [CHECK_IN]

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


def test_that_a_note_of_this_version_is_read_by_this_version(data, monkeypatch):
    monkeypatch.setattr(vault_replacement, "settle", lambda _folder: None)
    (backup,) = backups.found_in(data.folder / BACKUPS)
    restore.restore(data.folder, backup, key=DataKey(data.key), now=NOW)
    monkeypatch.undo()

    assert (data.folder / SWAP).exists()
    vault_replacement.settle(data.folder)
    assert not (data.folder / SWAP).exists()
    Vault.open(data.folder, KeyFile.read(data.folder).open_with_passphrase(PASSPHRASE)).close()

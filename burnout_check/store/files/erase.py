"""Erases a vault and all that belongs to it, the keys first: without them the rest is noise."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from burnout_check.domain.backup import Erased
from burnout_check.errors import FolderError, NewerVault, VaultError
from burnout_check.paths import cache_dir
from burnout_check.small_file import read_plain, what_stands_at
from burnout_check.store.files.backups import SUFFIX, found_in, place_of
from burnout_check.store.folder import (
    ASIDE,
    ASIDE_NEW,
    BACKUP_PLACE,
    BACKUPS,
    DATABASE,
    ERASING,
    KEPT_DRAFT,
    KEYS,
    KEYS_COPY,
    LARGEST,
    READING,
    STAGE,
    SWAP,
    UNFINISHED,
    VAULT_FILES,
    is_own_folder,
    remove_folder,
    replace_file,
)
from burnout_check.store.keys import KeyFile

COPIES_ELSEWHERE = (
    "Copies on other disks, made by you or your IT team, and backups in places you used before "
    "cannot be reached from here. They open only with the passphrase or recovery code they had."
)
_FOLDERS = (STAGE, ASIDE_NEW, ASIDE, BACKUPS)
_LOGS = "log"
_KEY_FILES = "*keys*.json*"
_AT_ONCE = 1024 * 1024  # bytes
_OVERWRITING: int = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def erase(
    folder: Path, vault: str, *, also: Iterable[Path] = (), place: Path | None = None
) -> Erased:
    """Destroys the key slots of the vault in ``folder``, then everything else of it.

    The caller holds the folder's lock, and the vault is closed. What cannot be removed does not
    stop the rest. Other people's backups in the same place are left alone.

    Args:
        folder: where the vault lies.
        vault: its random name.
        also: files that belong to it and lie elsewhere.
        place: where its backups are looked for; where they are made, if not given.

    Returns:
        What was removed, and in sentences what could not be.

    Raises:
        VaultError: neither the data nor its keys could be removed, so they may still be opened.
    """
    place = place or place_of(folder)
    backups = _backups(folder, place, vault)
    left: list[Path] = []
    with contextlib.suppress(OSError, FolderError):  # or, cut short, it is not gone on with
        replace_file(folder / ERASING, b"")
    for path in _key_files(folder):
        destroy(path, left)
    names = (*VAULT_FILES, UNFINISHED, f"{UNFINISHED}-journal", SWAP, BACKUP_PLACE, KEPT_DRAFT)
    for path in (*backups, *(folder / name for name in names), *also):
        destroy(path, left)
    inside = (folder / name for name in _FOLDERS)
    for path in (*inside, *folder.glob(f"{READING}*"), cache_dir()):
        try:
            remove_folder(path)
        except OSError:
            left.append(path)
    _empty_logs(folder / _LOGS, left)
    if folder / DATABASE in left and {folder / KEYS, folder / KEYS_COPY} & set(left):
        raise VaultError(
            f"The data file and its keys in the folder {folder} could not be removed, so your "
            "passphrase may still open them. See that the folder can be written to, and try again."
        )
    with contextlib.suppress(OSError):
        (folder / ERASING).unlink(missing_ok=True)
    others = [found.path for found in found_in(place) if found.path not in left]
    return Erased(
        backups=sum(path not in left for path in backups),
        left=(*_sentences(left, others), COPIES_ELSEWHERE),
    )


def go_on(folder: Path) -> None:
    """Goes on with an erase that was cut short: what lies in the folder goes, and nothing else.

    The caller holds the folder's lock. Backups in another place are not looked for: what stands in
    a file of this folder is not reason enough to delete anything elsewhere.

    Raises:
        VaultError: neither the data nor its keys can be removed.
    """
    if os.path.lexists(folder / ERASING):
        erase(folder, "", place=folder / BACKUPS)


def _key_files(folder: Path) -> Iterator[Path]:
    places = (folder / STAGE, folder / ASIDE_NEW, *_inside(folder / ASIDE, "*"))
    inside = (path for place in places for path in _inside(place, _KEY_FILES))
    yield from (path for path in (*folder.glob(_KEY_FILES), *inside) if _is_plain(path))


def _backups(folder: Path, place: Path, vault: str) -> list[Path]:
    """The backups of this vault and of those it took the place of, and all that lie beside it."""
    vaults = {vault} | {vault_of(path) for path in _key_files(folder)} - {""}
    ours = [backup.path for backup in found_in(place) if backup.vault in vaults]
    return list(dict.fromkeys([*ours, *sorted(_inside(folder / BACKUPS, f"*{SUFFIX}"))]))


def vault_of(path: Path) -> str:
    """The random name of the vault that a key file is of; "" where it does not say."""
    with contextlib.suppress(OSError, ValueError, NewerVault):
        return KeyFile.parse(read_plain(path)).vault
    return ""


def _inside(place: Path, names: str) -> Iterator[Path]:
    """What lies in a folder, but not where a link leads: that is somebody else's."""
    with contextlib.suppress(OSError):
        if is_own_folder(place):
            yield from place.glob(names)


def _is_plain(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return os.path.lexists(path) and not what_stands_at(path)
    return False


def destroy(path: Path, left: list[Path]) -> None:
    """Overwrites a file in its place, as far as the disk does so, and removes it.

    Of a link, or whatever else is no file, only the name is removed.
    """
    if _is_plain(path):
        with contextlib.suppress(OSError), os.fdopen(os.open(path, _OVERWRITING), "rb+") as file:
            size = min(os.fstat(file.fileno()).st_size, LARGEST)  # more is none of ours
            for start in range(0, size, _AT_ONCE):
                file.write(os.urandom(min(_AT_ONCE, size - start)))
            file.flush()
            os.fsync(file.fileno())
    try:
        path.unlink(missing_ok=True)
    except OSError:
        left.append(path)


def _empty_logs(folder: Path, left: list[Path]) -> None:
    """Removes the logs; the one that is being written to is emptied where it cannot be removed."""
    for path in _inside(folder, "*"):
        try:
            path.unlink()
        except OSError:
            try:
                os.close(os.open(path, _OVERWRITING | os.O_TRUNC))
            except OSError:
                left.append(path)
    with contextlib.suppress(OSError):
        folder.rmdir() if is_own_folder(folder) else folder.unlink(missing_ok=True)


def _sentences(left: Iterable[Path], others: Iterable[Path]) -> Iterator[str]:
    for path in left:
        yield f"{path} could not be removed. Delete it yourself."
    for path in others:
        yield f"{path} was left, because it is a backup of another vault, or too damaged to say."

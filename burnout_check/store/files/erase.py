"""Erases a vault and all that belongs to it, the keys first: without them the rest is noise."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from burnout_check.domain.backup import Erased
from burnout_check.errors import VaultError
from burnout_check.paths import is_there
from burnout_check.store.files.backups import SUFFIX, found_in, place_of
from burnout_check.store.folder import (
    ASIDE,
    ASIDE_NEW,
    BACKUP_PLACE,
    BACKUPS,
    DATABASE,
    KEYS,
    KEYS_COPY,
    READING,
    STAGE,
    SWAP,
    UNFINISHED,
    VAULT_FILES,
)
from burnout_check.store.keys import KeyFile

COPIES_ELSEWHERE = (
    "Copies on other disks, made by you or your IT team, and backups in places you used before "
    "cannot be reached from here. They open only with the passphrase or recovery code they had."
)
_FOLDERS = (STAGE, ASIDE_NEW, ASIDE, BACKUPS)
_LOGS = "log"


def erase(folder: Path, vault: str, *, also: Iterable[Path] = ()) -> Erased:
    """Destroys the key slots of the vault in ``folder``, then everything else of it.

    The caller holds the folder's lock, and the vault is closed. What cannot be removed does not
    stop the rest. Other people's backups in the same place are left alone.

    Args:
        folder: where the vault lies.
        vault: its random name.
        also: files that belong to it and lie elsewhere.

    Returns:
        What was removed, and in sentences what could not be.

    Raises:
        VaultError: neither the data nor its keys could be removed, so they may still be opened.
    """
    place = place_of(folder)
    backups = _backups(folder, place, vault)
    left: list[Path] = []
    for path in _key_files(folder):
        _destroy(path, left)
    names = (*VAULT_FILES, UNFINISHED, f"{UNFINISHED}-journal", SWAP, BACKUP_PLACE)
    for path in (*backups, *(folder / name for name in names), *also):
        _destroy(path, left)
    for path in (*(folder / name for name in _FOLDERS), *folder.glob(f"{READING}*")):
        if is_there(path):
            shutil.rmtree(path, ignore_errors=True)
            left += [path] if is_there(path) else []
    _empty_logs(folder / _LOGS, left)
    if folder / DATABASE in left and {folder / KEYS, folder / KEYS_COPY} & set(left):
        raise VaultError(
            f"The data file and its keys in the folder {folder} could not be removed, so your "
            "passphrase may still open them. See that the folder can be written to, and try again."
        )
    others = [found.path for found in found_in(place) if found.path not in left]
    return Erased(
        backups=sum(path not in left for path in backups),
        left=(*_sentences(left, others), COPIES_ELSEWHERE),
    )


def _key_files(folder: Path) -> Iterator[Path]:
    for place in (folder, folder / STAGE, folder / ASIDE_NEW, *(folder / ASIDE).glob("*")):
        yield from (path for path in place.glob("*keys*.json*") if os.path.isfile(path))  # noqa: PTH113 - Path's raises on a dead drive


def _backups(folder: Path, place: Path, vault: str) -> list[Path]:
    """The backups of this vault and of those it took the place of, and all that lie beside it."""
    vaults = {vault} | {_vault_of(path) for path in _key_files(folder)} - {""}
    ours = [backup.path for backup in found_in(place) if backup.vault in vaults]
    return list(dict.fromkeys([*ours, *sorted((folder / BACKUPS).glob(f"*{SUFFIX}"))]))


def _vault_of(path: Path) -> str:
    with contextlib.suppress(OSError, ValueError):
        return KeyFile.parse(path.read_bytes()).vault
    return ""


def _destroy(path: Path, left: list[Path]) -> None:
    """Overwrites a file in its place, as far as the disk does so, and removes it."""
    try:
        if not path.exists():
            return
    except OSError:
        left.append(path)
        return
    with contextlib.suppress(OSError), path.open("rb+") as file:
        file.write(os.urandom(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    try:
        path.unlink()
    except OSError:
        left.append(path)


def _empty_logs(folder: Path, left: list[Path]) -> None:
    """Removes the logs; the one that is being written to is emptied where it cannot be removed."""
    for path in folder.glob("*"):
        try:
            path.unlink()
        except OSError:
            try:
                os.truncate(path, 0)
            except OSError:
                left.append(path)
    with contextlib.suppress(OSError):
        folder.rmdir()


def _sentences(left: Iterable[Path], others: Iterable[Path]) -> Iterator[str]:
    for path in left:
        yield f"{path} could not be removed. Delete it yourself."
    for path in others:
        yield f"{path} was left, because it is a backup of another vault, or too damaged to say."

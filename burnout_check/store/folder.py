"""What lies in the data folder under which name, and how a small file is replaced safely."""

from __future__ import annotations

import contextlib
import errno
import shutil
import stat
import tempfile
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from burnout_check.errors import DamagedData
from burnout_check.paths import folder_error, write_whole
from burnout_check.small_file import Unusable, open_plain

DATABASE = "vault.db"
# A vault is built under this name and renamed when all of it is on disk: see vault.py.
UNFINISHED = "vault.new.db"
KEYS = "keys.json"
KEYS_COPY = "keys.copy.json"
LOCK = "vault.lock"
JOURNAL = f"{DATABASE}-journal"
VAULT_FILES = (DATABASE, JOURNAL, KEYS, KEYS_COPY)
KEPT_DRAFT = "draft.kept"
ERASING = "erasing"  # there while everything is erased
BACKUPS = "backups"
BACKUP_PLACE = "backup-place.json"
# How another vault takes the place of this one: see vault_replacement.py.
SWAP = "swap.json"
STAGE = "swap.new"
ASIDE = "set-aside"
ASIDE_NEW = "set-aside.new"
READING = ".reading-"
MAKING = ".burnout-check-"  # a backup
LARGEST = 256 * 1024 * 1024
"""More than any file of a vault or backup holds, in bytes: years take a few million."""
_BLOCK = 4096  # bytes: a page of the database, and of most disks


def vault_exists(folder: Path) -> bool:
    """Whether a vault was ever finished in ``folder``.

    A database without keys, or keys without a database, is a vault that has lost a part, and is
    never taken for an empty folder. Keys beside an unfinished database are the leftover of a
    first run that was cut short: nobody has saved anything with them. A restore that was cut short
    has its vault ready in another place.

    Raises:
        FolderError: the folder cannot be read.
    """
    try:
        if (folder / DATABASE).exists() or (folder / SWAP).exists():
            return True
        keys = (folder / KEYS).exists() or (folder / KEYS_COPY).exists()
        return keys and not (folder / UNFINISHED).exists()
    except OSError as error:
        raise folder_error(folder, error) from error


def clear_leftover(folder: Path) -> None:
    """Removes what a first run that was cut short left behind; a finished vault is not touched."""
    if vault_exists(folder):
        return
    # The unfinished database last: while it lies there, the keys count as a leftover.
    for name in (KEYS, KEYS_COPY, f"{UNFINISHED}-journal", UNFINISHED):
        (folder / name).unlink(missing_ok=True)


def replace_file(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path``, readable for its owner only.

    Whatever happens meanwhile, ``path`` holds all of the old content or all of the new.

    Raises:
        FolderError: the disk is full, read-only or failing; the old content is still there.
    """
    for left in path.parent.glob(f".{path.name}-????????"):  # by a power cut, half-way
        with contextlib.suppress(OSError):
            left.unlink()
    try:
        write_whole(path, content)
    except OSError as error:
        raise folder_error(path.parent, error) from error


@contextlib.contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A folder of its own in ``folder`` for a copy to look into; gone at the end.

    Raises:
        FolderError: it cannot be made, or the work in it ended with an OSError.
    """
    try:
        path = Path(tempfile.mkdtemp(prefix=READING, dir=folder))
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)
    except OSError as error:
        raise folder_error(folder, error) from error


def is_own_folder(path: Path) -> bool:
    """Whether there is a folder, and no link to one: what lies in it is then the vault's own.

    Raises:
        OSError: it cannot be reached.
    """
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def remove_folder(path: Path) -> None:
    """Removes a folder with all that is in it; of a link, only the link.

    Raises:
        OSError: something in it cannot be removed.
    """
    if is_own_folder(path):
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def copy_readable(source: Path, target: Path) -> None:
    """Copies a file; a block that the disk cannot read any more is zeros in the copy.

    Raises:
        FolderError: the disk is full, or the file is gone.
        DamagedData: there is something else in the place of the file.
    """
    try:
        with open_plain(source) as old, target.open("wb") as new:
            size = source.stat().st_size
            for start in range(0, size, _BLOCK):
                new.write(_block(old, start, min(_BLOCK, size - start)))
    except Unusable as error:
        raise no_file(source, str(error)) from error
    except OSError as error:
        raise folder_error(source.parent, error) from error


def _block(file: BufferedReader, start: int, length: int) -> bytes:
    try:
        file.raw.seek(start, 0)  # not ahead of what was asked for, into a block that is lost
        block = file.raw.read(length) or b""
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        block = b""
    return block.ljust(length, b"\0")


def no_file(path: Path, what: str) -> DamagedData:
    """The error that says a data file is none, ``what`` being what it is instead."""
    return DamagedData(
        f"The data file {path.name} in the folder {known_folder(path)} {what}. "
        "Nothing has been changed. Put back a copy of it if you have one.",
        found=(what,),
    )


def known_folder(path: Path) -> Path:
    """The folder of a file that a person knows: not one that we make for a moment's work."""
    return next(
        above
        for above in path.parents
        if not above.name.startswith((READING, MAKING)) and above.name not in {STAGE, ASIDE_NEW}
    )

"""What lies in the data folder under which name, and how a small file is replaced safely."""

from __future__ import annotations

import contextlib
import errno
import shutil
import tempfile
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from burnout_check.paths import folder_error, write_whole

DATABASE = "vault.db"
# A vault is built under this name and renamed when all of it is on disk: see vault.py.
UNFINISHED = "vault.new.db"
KEYS = "keys.json"
KEYS_COPY = "keys.copy.json"
LOCK = "vault.lock"
VAULT_FILES = (DATABASE, f"{DATABASE}-journal", KEYS, KEYS_COPY)
BACKUPS = "backups"
BACKUP_PLACE = "backup-place.json"
# How another vault takes the place of this one: see swap.py.
SWAP = "swap.json"
STAGE = "swap.new"
ASIDE = "set-aside"
ASIDE_NEW = "set-aside.new"
READING = ".reading-"
MAKING = ".burnout-check-"  # a backup
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


def copy_readable(source: Path, target: Path) -> None:
    """Copies a file; a block that the disk cannot read any more is zeros in the copy.

    Raises:
        FolderError: the disk is full, or the file is gone.
    """
    try:
        with source.open("rb", buffering=0) as old, target.open("wb") as new:
            size = source.stat().st_size
            for start in range(0, size, _BLOCK):
                new.write(_block(old, start, min(_BLOCK, size - start)))
    except OSError as error:
        raise folder_error(source.parent, error) from error


def _block(file: FileIO, start: int, length: int) -> bytes:
    try:
        file.seek(start)
        block = file.read(length) or b""
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        block = b""
    return block.ljust(length, b"\0")


def known_folder(path: Path) -> Path:
    """The folder of a file that a person knows: not one that we make for a moment's work."""
    return next(
        above
        for above in path.parents
        if not above.name.startswith((READING, MAKING)) and above.name not in {STAGE, ASIDE_NEW}
    )

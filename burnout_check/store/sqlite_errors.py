"""What SQLite's errors mean for the file they are about, in words for a person."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3

from burnout_check.errors import DamagedData, UserError, VaultError, VaultInUse
from burnout_check.paths import folder_error, is_there
from burnout_check.store.folder import known_folder

# https://www.sqlite.org/rescode.html
_AS_ERRNO = {
    sqlcipher3.SQLITE_FULL: errno.ENOSPC,
    sqlcipher3.SQLITE_READONLY: errno.EROFS,
    sqlcipher3.SQLITE_PERM: errno.EACCES,
    sqlcipher3.SQLITE_CANTOPEN: errno.EACCES,
    sqlcipher3.SQLITE_IOERR: errno.EIO,
}

DAMAGE = {sqlcipher3.SQLITE_CORRUPT, sqlcipher3.SQLITE_NOTADB}

# What Connection.backup raises carries no code, only SQLite's words.
_BY_WORDS = {
    "database or disk is full": sqlcipher3.SQLITE_FULL,
    "attempt to write a readonly database": sqlcipher3.SQLITE_READONLY,
    "unable to open database file": sqlcipher3.SQLITE_CANTOPEN,
    "disk I/O error": sqlcipher3.SQLITE_IOERR,
    "database disk image is malformed": sqlcipher3.SQLITE_CORRUPT,
    "file is not a database": sqlcipher3.SQLITE_NOTADB,
    "database is locked": sqlcipher3.SQLITE_BUSY,
}


def code_of(error: Exception) -> int:
    """SQLite's primary result code, 0 if the error has none."""
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if is_foreign_text(error):
        return int(sqlcipher3.SQLITE_CORRUPT)
    return code or _BY_WORDS.get(str(error), 0)


def is_foreign_text(error: BaseException) -> bool:
    """Whether a text is not as we write any: damage, whatever the checks of the pages say."""
    return str(error).startswith("Could not decode to UTF-8")


def said(path: Path, code: int) -> UserError | None:
    """The error for a person, None if the code tells of a mistake in our own SQL."""
    if code in _AS_ERRNO:
        gone = not is_there(path)  # a drive that was taken out, a folder that was moved
        number = errno.ENOENT if gone else _AS_ERRNO[code]
        return folder_error(known_folder(path), OSError(number, ""))
    if code == sqlcipher3.SQLITE_CORRUPT:
        return damaged(path, "is damaged. The passphrase is right")
    if code == sqlcipher3.SQLITE_NOTADB:
        return damaged(
            path,
            "cannot be read, though the passphrase is right: it is damaged, or it belongs to "
            "another key file",
        )
    if code in {sqlcipher3.SQLITE_BUSY, sqlcipher3.SQLITE_LOCKED}:
        return VaultInUse(
            "Another program is using the data file. Close it, or wait a moment, then try "
            "again. Nothing has been changed."
        )
    return None


def damaged(path: Path, what: str, found: tuple[str, ...] = ()) -> DamagedData:
    """The error that says a data file is damaged, ``what`` being the rest of the sentence."""
    return DamagedData(
        f"The data file {path.name} in the folder {known_folder(path)} {what}. "
        "Nothing has been changed. Keep the file, and put back a copy of it if you have one.",
        found=found,
    )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's errors in the block, about the file at ``path``, become errors for a person."""
    try:
        yield
    except sqlcipher3.Error as error:
        found = said(path, code_of(error))
        if found is None:  # a mistake in our own SQL, not the machine's
            raise
        if isinstance(found, DamagedData):
            found.found = (str(error),)
        raise found from error
    except MemoryError as error:
        raise VaultError("There is not enough free memory. Close some programs.") from error

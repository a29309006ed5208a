"""One SQLCipher file: opened with care, and its errors put into words in one place."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
import sqlite_utils

from burnout_check.domain.backup import Progress
from burnout_check.errors import DamagedData, UserError, VaultError, VaultInUse
from burnout_check.paths import folder_error
from burnout_check.store.data_key import DataKey, salt_of
from burnout_check.store.folder import known_folder

# Seconds to wait for a virus scanner or a backup program that holds the file for a moment.
_PATIENCE = 2.0

# https://www.sqlite.org/rescode.html
_AS_ERRNO = {
    sqlcipher3.SQLITE_FULL: errno.ENOSPC,
    sqlcipher3.SQLITE_READONLY: errno.EROFS,
    sqlcipher3.SQLITE_PERM: errno.EACCES,
    sqlcipher3.SQLITE_CANTOPEN: errno.EACCES,
    sqlcipher3.SQLITE_IOERR: errno.EIO,
}

_DAMAGE = {sqlcipher3.SQLITE_CORRUPT, sqlcipher3.SQLITE_NOTADB}
_STEP = 64  # pages copied between two reports of progress

_BEFORE_THE_KEY = ("PRAGMA cipher_log_level = NONE",)  # or SQLCipher writes to stderr
_AFTER_THE_KEY = (
    "PRAGMA cipher_memory_security = ON",  # memory is overwritten when SQLCipher frees it
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",  # FULL may lose the last save to a power cut, says SQLite
    "PRAGMA secure_delete = ON",
)


def cipher_version() -> str:
    """The version of SQLCipher, as it tells it itself."""
    connection: Any = sqlcipher3.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()


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


def _code(error: Exception) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if str(error).startswith("Could not decode to UTF-8"):  # what we never wrote
        return int(sqlcipher3.SQLITE_CORRUPT)
    return code or _BY_WORDS.get(str(error), 0)


class EncryptedDatabase:
    """A database file that is open; its tables are reached by ``reading`` and ``writing``."""

    def __init__(self, path: Path, data_key: DataKey, *, salt: bytes | None = None) -> None:
        """Opens the file at ``path``, an empty one as a new database; writes nothing yet.

        Args:
            path: where it lies.
            data_key: its key.
            salt: what its pages are authenticated with beside the key; by default what its first
                16 bytes say, or ``salt_of`` the key for a new one.

        Raises:
            DamagedData: it cannot be read with this key.
            FolderError: its folder cannot be read.
            VaultInUse: another program holds the file.
        """
        self._path = path
        if salt is None and not (path.exists() and path.stat().st_size):
            salt = salt_of(data_key)
        with self._translated():
            self._connection: Any = sqlcipher3.connect(
                str(path),
                isolation_level=None,
                timeout=_PATIENCE,
                check_same_thread=False,  # one at a time still: a Worker may erase or salvage
            )
        try:
            with self._translated():
                self._unlock(data_key, salt or b"")
                self._tables = sqlite_utils.Database(self._connection, execute_plugins=False)
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite_utils.Database]:
        """The tables, for questions.

        Raises:
            DamagedData: a page that was read is damaged.
            FolderError: the disk or the drive fails.
        """
        with self._translated():
            try:
                yield self._tables
            finally:
                # SQLCipher gives zeros for a damaged page, and says so when asked for another. So
                # it forgets all pages, and is asked for the first: a tenth of a millisecond.
                self._connection.execute("PRAGMA shrink_memory")
                self._connection.execute("select 1 from sqlite_master limit 1").fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite_utils.Database]:
        """The tables, in one transaction: all that is done in the block is kept, or none of it.

        Raises:
            FolderError: the disk is full, read-only or failing.
            DamagedData: a page that was read is damaged.
        """
        with self._translated(), self._tables.atomic():
            yield self._tables

    def use_rollback_journal(self) -> None:
        """Sets the one journal that is safe on a network share, and reads it back.

        Raises:
            VaultError: the file insists on another.
            VaultInUse: another program holds the file.
        """
        with self._translated():
            mode = self._answers("PRAGMA journal_mode = DELETE")
        if mode != ("delete",):
            raise VaultError(
                "This vault cannot be saved to safely, because another program has changed how "
                "its file is written. Nothing has been changed."
            )

    def damage(self, *, thorough: bool = False) -> tuple[str, ...]:
        """What is wrong with the file, in SQLite's words; empty if it is sound.

        Args:
            thorough: check the authentication of every page, the unused ones too.
        """
        try:
            with self._translated():
                # This first: it undoes a save that was cut short, which the next would call damage.
                rows = self._answers("PRAGMA quick_check")
        except DamagedData as error:
            rows = (str(error.__cause__),)
        pages = self.bad_pages() if thorough else ()
        return pages or tuple(row for row in rows if row != "ok")

    def bad_pages(self) -> tuple[str, ...]:
        """The pages that are not as they were written, one by one, in SQLCipher's words."""
        try:
            with self._translated():
                return self._answers("PRAGMA cipher_integrity_check")
        except DamagedData as error:
            return (str(error.__cause__),)

    @contextmanager
    def frozen(self) -> Iterator[sqlite_utils.Database]:
        """The tables as they are at this instant, while others may go on to write for a while.

        Raises:
            DamagedData: a page that was read is damaged.
            FolderError: the disk or the drive fails.
        """
        with self._translated():
            self._connection.execute("BEGIN")
            try:
                yield self._tables
            finally:
                self._connection.execute("ROLLBACK")

    def copy_to(self, other: EncryptedDatabase, progress: Progress | None = None) -> None:
        """Copies every page to ``other``, an empty database.

        Raises:
            DamagedData: a page of this one is damaged.
            FolderError: a disk is full, gone or failing.
        """

        def report(_status: int, remaining: int, total: int) -> None:
            if progress is not None:
                progress(total - remaining, total)

        with other._translated():  # a disk that fills up is the other's
            other._connection.execute("PRAGMA synchronous = OFF")
        try:
            self._connection.backup(other._connection, pages=_STEP, progress=report, sleep=0)
        except sqlcipher3.Error as error:
            code = _code(error)
            whose = self if code in _DAMAGE else other
            said = whose._said(code)
            if said is None:
                raise
            raise said from error

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table by the table's name, and under "" how they are made.

        Raises:
            DamagedData: a page is damaged.
        """
        made = "select name, sql from sqlite_master order by name"
        names = "select name from sqlite_master where type = 'table' order by name"
        with self._translated():
            found = {"": self._connection.execute(made).fetchall()}
            for (name,) in self._connection.execute(names).fetchall():
                rows = self._connection.execute(f'select * from "{name}" order by rowid')  # noqa: S608
                found[name] = rows.fetchall()
        return found

    def close(self) -> None:
        """Closes the file; SQLCipher overwrites its key."""
        self._tables.close()

    def damaged(self, what: str, found: tuple[str, ...] = ()) -> DamagedData:
        """The error that says the file is damaged, ``what`` being the rest of the sentence."""
        return DamagedData(
            f"The data file {self._path.name} in the folder {known_folder(self._path)} {what}. "
            "Nothing has been changed. Keep the file, and put back a copy of it if you have one.",
            found=found,
        )

    def _unlock(self, data_key: DataKey, salt: bytes) -> None:
        for statement in _BEFORE_THE_KEY:
            self._connection.execute(statement)
        self._connection.execute(f"PRAGMA key = \"x'{(data_key.raw() + salt).hex()}'\"")
        for statement in _AFTER_THE_KEY:
            self._connection.execute(statement)

    def _answers(self, pragma: str) -> tuple[str, ...]:
        return tuple(str(row[0]) for row in self._connection.execute(pragma).fetchall())

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlcipher3.Error as error:
            said = self._said(_code(error))
            if said is None:  # a mistake in our own SQL, not the machine's
                raise
            if isinstance(said, DamagedData):
                said.found = (str(error),)
            raise said from error
        except MemoryError as error:
            raise VaultError("There is not enough free memory. Close some programs.") from error

    def _said(self, code: int) -> UserError | None:
        if code in _AS_ERRNO:
            gone = not self._path.exists()  # a drive that was taken out, a folder that was moved
            number = errno.ENOENT if gone else _AS_ERRNO[code]
            return folder_error(known_folder(self._path), OSError(number, ""))
        if code == sqlcipher3.SQLITE_CORRUPT:
            return self.damaged("is damaged. The passphrase is right")
        if code == sqlcipher3.SQLITE_NOTADB:
            return self.damaged(
                "cannot be read, though the passphrase is right: it is damaged, or it belongs to "
                "another key file"
            )
        if code in {sqlcipher3.SQLITE_BUSY, sqlcipher3.SQLITE_LOCKED}:
            return VaultInUse(
                "Another program is using the data file. Close it, or wait a moment, then try "
                "again. Nothing has been changed."
            )
        return None


@contextmanager
def opened(
    path: Path, data_key: DataKey, *, salt: bytes | None = None
) -> Iterator[EncryptedDatabase]:
    """The database at ``path``, closed at the end of the block."""
    database = EncryptedDatabase(path, data_key, salt=salt)
    try:
        yield database
    finally:
        database.close()

"""A connection to a SQLCipher file, which is made anew after an error."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlcipher3
import sqlite_utils

from burnout_check.errors import DamagedData, UserError, VaultError
from burnout_check.paths import folder_error, is_folder, make_private
from burnout_check.store.data_key import DataKey, salt_of
from burnout_check.store.folder import known_folder
from burnout_check.store.overwriting import overwrite, passing
from burnout_check.store.sqlite_errors import translated

# Seconds to wait for a virus scanner or a backup program that holds the file for a moment.
_PATIENCE = 2.0

_BEFORE_THE_KEY = (
    "PRAGMA cipher_log_level = NONE",  # or SQLCipher writes to stderr
    "PRAGMA cipher_memory_security = ON",  # memory is overwritten when SQLCipher frees it
)
_AFTER_THE_KEY = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",  # what a file of somebody else says of its tables runs nothing
    "PRAGMA cell_size_check = ON",  # a page whose cells do not fit is damage, found as it is read
    "PRAGMA synchronous = EXTRA",  # FULL may lose the last save to a power cut, says SQLite
    "PRAGMA secure_delete = ON",
)


class Connection:
    """SQLCipher trusts no connection again that could not read once; so there is another then.

    ``raw`` is the connection of the moment, ``tables`` the tables it reaches; ``lost`` says that it
    failed, and that there could be no other so far.
    """

    def __init__(self, path: Path, data_key: DataKey, *, salt: bytes | None) -> None:
        """Connects; see ``EncryptedDatabase``."""
        self._path = path
        self._data_key = data_key
        try:
            if not os.path.lexists(path):  # or SQLite would make it for others to read
                os.close(make_private(path))
            if salt is None and not path.stat().st_size:
                salt = salt_of(data_key)
        except OSError as error:
            raise folder_error(known_folder(path), error) from error
        self._salt = salt or b""
        self.lost = False
        self._closed = False
        self._place = (0, 0)
        try:
            self._connect()
        except DamagedData:  # or the disk failed for a moment
            self.refuse_unreachable()
            self._connect()
        with suppress(OSError):
            self._place = _place_of(path)

    def renew(self) -> None:
        """Another connection in place of one that failed; if there can be none now, then later."""
        self.lost = True
        with suppress(sqlcipher3.Error):
            self.raw.close()
        with suppress(UserError):
            self.ensure()

    def ensure(self) -> None:
        """Sees to it that there is one.

        Raises:
            VaultError: it was closed, for good.
            FolderError: the file is gone, or cannot be reached.
            DamagedData: it cannot be read with its key.
        """
        if self._closed or (self.lost and self._data_key.wiped):  # by a lock, while at work
            raise VaultError("The vault is locked. Unlock it, then try again.")
        if self.lost:
            self.refuse_unreachable()  # SQLite would make an empty file of it
            self._connect()
            self.lost = False

    def refuse(self) -> None:
        """From now on ``ensure`` says that it is locked; touches no file, which may hang."""
        self._closed = True

    def close(self) -> None:
        """Closes it for good; SQLCipher overwrites its key."""
        self._closed = True
        self.raw.close()

    def refuse_unreachable(self) -> None:
        """Only looks whether the file is there and can be read at all.

        Raises:
            FolderError: it is not, or cannot.
        """
        try:
            with self._path.open("rb") as file:
                there = file.read(1)
            if not there:
                raise FileNotFoundError(errno.ENOENT, "nothing in it")
        except OSError as error:
            raise folder_error(known_folder(self._path), error) from error

    def look(self) -> None:
        """SQLCipher gives zeros for a damaged page, and says so when asked for another.

        So it forgets all pages, and is asked for the first: a tenth of a millisecond.
        """
        self.raw.execute("PRAGMA shrink_memory")
        self.raw.execute("select 1 from sqlite_master limit 1").fetchall()

    def stamp(self) -> int:
        """A number that each save changes, with everything else or not at all."""
        return int(self.raw.execute("PRAGMA user_version").fetchone()[0])

    def set_stamp(self, stamp: int) -> None:
        """To be done at the end of a save."""
        self.raw.execute(f"PRAGMA user_version = {stamp}")

    def is_beneath(self, stamp: int) -> bool:
        """Whether the file of the last save still lies beneath.

        On some drives a file that is the same changes its place: so it is asked, and used.

        Raises:
            FolderError: its folder is gone, or cannot be reached.
        """
        if self._is_same_file():
            return True
        if not self._says(stamp):
            return False
        self.renew()
        return True

    def _is_same_file(self) -> bool:
        """Whether the file beneath has the place on the disk that it had when it was opened.

        Raises:
            FolderError: its folder is gone, or cannot be reached.
        """
        try:
            return self._place == _place_of(self._path)
        except OSError as error:
            if isinstance(error, FileNotFoundError) and is_folder(self._path.parent):
                return False
            raise folder_error(known_folder(self._path), error) from error

    def _says(self, stamp: int) -> bool:
        """Whether the file that lies there now, opened anew, has this stamp; it is the one then."""
        try:
            if not self._path.stat().st_size:
                return False
            other = Connection(self._path, self._data_key, salt=self._salt)
        except (OSError, UserError):
            return False
        try:
            if other.stamp() != stamp:
                return False
        except sqlcipher3.Error:
            return False
        finally:
            other.close()
        self._place = _place_of(self._path)
        return True

    def answers(self, pragma: str) -> tuple[str, ...]:
        """What a pragma says, line by line."""
        return tuple(str(row[0]) for row in self.raw.execute(pragma).fetchall())

    def _connect(self) -> None:
        with translated(self._path):
            raw: Any = sqlcipher3.connect(
                str(self._path),
                isolation_level=None,
                timeout=_PATIENCE,
                check_same_thread=False,  # one at a time still: a Worker may erase or salvage
            )
            try:
                for statement in _BEFORE_THE_KEY:
                    raw.execute(statement)
                self._hand_key_to(raw)
                for statement in _AFTER_THE_KEY:
                    raw.execute(statement)
                self.tables = sqlite_utils.Database(raw, execute_plugins=False)
            except BaseException:
                raw.close()
                raise
        self.raw: Any = raw

    def _hand_key_to(self, raw: Any) -> None:
        """The one moment in which the key stands in memory as text; each copy is overwritten."""
        with self._data_key.lent() as key, passing(key + self._salt) as both:
            figures = both.hex()
            statement = f"PRAGMA key = \"x'{figures}'\""
            try:
                raw.execute(statement)
            finally:
                overwrite(figures, statement)


def _place_of(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def cipher_version() -> str:
    """The version of SQLCipher, as it tells it itself."""
    connection: Any = sqlcipher3.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()

"""One SQLCipher file: read and written with care, also where the disk fails now and then."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

import sqlcipher3
import sqlite_utils

from burnout_check.domain.backup import Progress
from burnout_check.errors import (
    DamagedData,
    FolderError,
    ReplacedData,
    UserError,
    VaultError,
)
from burnout_check.paths import folder_error
from burnout_check.store import sqlite_errors
from burnout_check.store.connection import Connection
from burnout_check.store.data_key import DataKey
from burnout_check.store.folder import known_folder
from burnout_check.store.sqlite_errors import is_foreign_text, translated

_STEP = 64  # pages copied between two reports of progress
_MOST_STAMPS = 0x7FFFFFFF  # the largest PRAGMA user_version
_log = logging.getLogger(__name__)
REPLACED = (
    "{} in the folder {} is not the file that was opened. Another program has emptied it, replaced "
    "it, or put back an older one. Nothing was saved to it."
)
T = TypeVar("T")
Rows = dict[str, list[tuple[Any, ...]]]
"""Every row of every table by the table's name, and under "" how they are made."""


class EncryptedDatabase:
    """A database file that is open; ``on_replaced`` is called where a save finds another there."""

    def __init__(self, path: Path, data_key: DataKey, *, salt: bytes | None = None) -> None:
        """Opens the file at ``path``, an empty one as a new database; writes nothing yet.

        Args:
            path: where it lies.
            data_key: its key, which is to outlive this.
            salt: what its pages are authenticated with beside the key; by default what its first
                16 bytes say, or ``salt_of`` the key for a new one.

        Raises:
            DamagedData: it cannot be read with this key.
            FolderError: its folder cannot be read.
            VaultInUse: another program holds the file.
        """
        self._path = path
        self._file = Connection(path, data_key, salt=salt)
        self._frozen = False
        self._stamp: int | None = None  # of the last save, once it is watched
        self.on_replaced: Callable[[], None] = lambda: None
        self._turn = RLock()  # of one thread at a time

    def watch(self) -> None:
        """From now on each save sees to it first that the file is the one it was at the last."""
        self._stamp = self.read(lambda _tables: self._file.stamp())

    def read(self, question: Callable[[sqlite_utils.Database], T]) -> T:
        """What a question to the tables is answered, asked a second time if the first one fails.

        So a network drive that is away for a moment is not noticed, nor taken for damage. It may
        change something only if doing so twice comes to the same.

        Raises:
            DamagedData: a page that was read is damaged.
            FolderError: the disk or the drive fails.
        """
        try:
            with self.reading() as tables:
                return question(tables)
        except (FolderError, DamagedData) as error:
            if self._file.lost and isinstance(error, FolderError):
                raise  # what it says is nearer to the cause than that there is no file yet
            with self._truth_told(), self.reading() as tables:
                return question(tables)

    @contextmanager
    def reading(self) -> Iterator[sqlite_utils.Database]:
        """The tables, for questions that cannot be asked twice; ``read`` is better.

        Raises:
            DamagedData: a page that was read is damaged, or could not be read this once.
            FolderError: the disk or the drive fails.
        """
        with self._turn:
            self._file.ensure()
            try:
                with translated(self._path):
                    try:
                        yield self._file.tables
                    except sqlcipher3.Error:
                        raise  # the look would only say that it trusts nothing any more
                    except BaseException:
                        self._file.look()
                        raise
                    self._file.look()
            except (FolderError, DamagedData):
                self._file.renew()
                raise

    @contextmanager
    def writing(self) -> Iterator[sqlite_utils.Database]:
        """The tables, in one transaction: all that is done in the block is kept, or none of it.

        Where the disk fails at the very end, it is looked up which of the two has come true.

        Raises:
            FolderError: the disk is full, read-only or failing; nothing of it was kept.
            DamagedData: a page that was read is damaged; nothing of it was kept.
            ReplacedData: the file is not what it was at the last save; nothing was written.
        """
        with self._turn:
            self._file.ensure()
            self._refuse_replaced(lambda: not self._file.is_beneath(self._stamp or 0))
            stamp = None
            try:
                with self._truth_told(), translated(self._path), self._file.tables.atomic():
                    found = self._file.stamp()
                    self._refuse_replaced(lambda: found != self._stamp)
                    fresh = found % _MOST_STAMPS + 1
                    yield self._file.tables
                    self._file.set_stamp(fresh)
                    stamp = fresh
            except (FolderError, DamagedData):
                if stamp is None or not self._has(stamp):
                    raise
                _log.info("the disk failed at the end of a save, which went through")
            self._stamp = self._stamp if self._stamp is None else stamp

    def _refuse_replaced(self, is_another: Callable[[], bool]) -> None:
        if self._stamp is not None and is_another():
            self.on_replaced()
            raise ReplacedData(REPLACED.format(self._path.name, known_folder(self._path)))

    def use_rollback_journal(self) -> None:
        """Sets the one journal that is safe on a network share, and reads it back.

        Raises:
            VaultError: the file insists on another.
            VaultInUse: another program holds the file.
        """
        with translated(self._path):
            mode = self._file.answers("PRAGMA journal_mode = DELETE")
        if mode != ("delete",):
            raise VaultError(
                "This vault cannot be saved to safely, because another program has changed how "
                "its file is written. Nothing has been changed."
            )

    def damage(self, *, thorough: bool = False) -> tuple[str, ...]:
        """What is wrong with the file, in SQLite's words; empty if it is sound.

        With ``thorough`` the authentication of every page is checked, of the unused ones too.
        """
        self._file.ensure()
        found = self._damage(thorough=thorough)
        if found:  # or the disk failed for a moment: only what is found twice is damage
            self._file.refuse_unreachable()
            if not self._frozen:
                self._file.renew()
                self._file.ensure()
                found = self._damage(thorough=thorough)
        return found

    def _damage(self, *, thorough: bool) -> tuple[str, ...]:
        try:
            with translated(self._path):
                # This first: it undoes a save that was cut short, which the next would call damage.
                rows = self._file.answers("PRAGMA integrity_check")
        except DamagedData as error:
            rows = (str(error.__cause__),)
        pages = self.bad_pages() if thorough else ()
        return pages or tuple(row for row in rows if row != "ok")

    def bad_pages(self) -> tuple[str, ...]:
        """The pages that are not as they were written, one by one, in SQLCipher's words."""
        try:
            with translated(self._path):
                return self._file.answers("PRAGMA cipher_integrity_check")
        except DamagedData as error:
            return (str(error.__cause__),)

    @contextmanager
    def frozen(self) -> Iterator[sqlite_utils.Database]:
        """The tables as they are at this instant, while others may go on to write for a while.

        Raises:
            DamagedData: a page that was read is damaged.
            FolderError: the disk or the drive fails.
        """
        with translated(self._path):
            self._connection.execute("BEGIN")
            self._frozen = True  # another connection would see a later instant
            try:
                yield self._file.tables
            finally:
                self._frozen = False
                self._connection.rollback()

    def copy_to(self, other: EncryptedDatabase, progress: Progress | None = None) -> None:
        """Copies every page to ``other``, an empty database.

        Raises:
            DamagedData: a page of this one is damaged.
            FolderError: a disk is full, gone or failing.
        """

        def report(_status: int, remaining: int, total: int) -> None:
            if progress is not None:
                progress(total - remaining, total)

        with translated(other._path):  # a disk that fills up is the other's
            other._connection.execute("PRAGMA synchronous = OFF")
        try:
            self._connection.backup(other._connection, pages=_STEP, progress=report, sleep=0)
        except sqlcipher3.Error as error:
            damaged = sqlite_errors.code_of(error) in sqlite_errors.DAMAGE
            with translated(self._path if damaged else other._path):
                raise

    def rows(self) -> Rows:
        """All there is in it, as it is read now.

        Raises:
            DamagedData: a page is damaged.
        """
        made = "select name, sql from sqlite_master order by name"
        names = "select name from sqlite_master where type = 'table' order by name"
        with translated(self._path):
            found = {"": self._connection.execute(made).fetchall()}
            for (name,) in self._connection.execute(names).fetchall():
                rows = self._connection.execute(f'select * from "{name}" order by rowid')
                found[name] = rows.fetchall()
        return found

    def refuse(self) -> None:
        """Lets nobody begin to read or write any more; touches no file, which may hang."""
        self._file.refuse()

    def close(self) -> None:
        """Closes the file once nobody is at it any more; SQLCipher overwrites its key."""
        with self._turn:
            self._file.close()

    def damaged(self, what: str, found: tuple[str, ...] = ()) -> DamagedData:
        """The error that says the file is damaged, ``what`` being the rest of the sentence."""
        return sqlite_errors.damaged(self._path, what, found)

    @contextmanager
    def _truth_told(self) -> Iterator[None]:
        """After an error: connects anew, and says damage only of pages that are damaged now."""
        try:
            yield
        except (FolderError, DamagedData) as error:
            self._file.renew()
            cause = error.__cause__
            of_pages = isinstance(cause, sqlcipher3.Error) and not is_foreign_text(cause)
            if of_pages and isinstance(error, DamagedData):
                self._file.refuse_unreachable()
                if not self.damage(thorough=True):
                    raise folder_error(known_folder(self._path), OSError(errno.EIO, "")) from error
            raise

    def _has(self, stamp: int) -> bool:
        """Whether the save with that stamp went through, as far as the disk can be read."""
        with suppress(UserError), self.reading():
            return self._file.stamp() == stamp
        return False

    @property
    def _connection(self) -> Any:
        return self._file.raw


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

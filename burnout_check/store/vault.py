"""The vault: everything personal that is kept, in one encrypted file, open to one process.

A vault is made in this order: the database, complete, under another name; the key file and its
copy; then the database gets its name. So a power cut at any moment leaves either a whole vault or a
leftover that is known as one, and a database without keys can only mean that keys were lost.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.errors import (
    DamagedKeys,
    FolderError,
    KeptAllTheSame,
    NewerVault,
    UserError,
)
from burnout_check.paths import (
    is_there,
    prepare_folder,
)
from burnout_check.store.clock import Clock, london_now
from burnout_check.store.connection import cipher_version
from burnout_check.store.data_key import DataKey
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.files import kept_draft, vault_replacement
from burnout_check.store.files.backups import make_before_migration
from burnout_check.store.files.closing import answers, close_elsewhere
from burnout_check.store.files.lock import FolderLock
from burnout_check.store.folder import (
    DATABASE,
    KEYS,
    UNFINISHED,
    clear_leftover,
    vault_exists,
)
from burnout_check.store.integrity import (
    refuse_damaged,
    refuse_damaged_journal,
    refuse_empty,
    refuse_newer,
    refuse_unreadable,
)
from burnout_check.store.keys import KeyFile, NewKeys
from burnout_check.store.making import make, migrate
from burnout_check.store.tables import migrations
from burnout_check.store.tables.registry import Tables

__all__ = ["MADE", "Vault", "cipher_version"]

_ANSWER = 0.8
"""Seconds within which a drive answers on locking, or is taken for one that hangs."""
MADE = "Your vault is made and opens with the passphrase you chose, but not just now."


class Vault(Tables):
    """An open vault; what it keeps is reached by the attributes of ``Tables``."""

    def __init__(
        self, folder: Path, database: EncryptedDatabase, data_key: DataKey, *, lock: FolderLock
    ) -> None:
        """Use ``create`` or ``open``."""
        super().__init__(database)
        self._folder = folder
        self._database = database
        self._data_key = data_key
        self._lock = lock
        self._closed = False
        self._work = RLock()

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a vault was ever finished in ``folder``, even if it has lost a part since.

        Raises:
            FolderError: the folder cannot be read.
        """
        return vault_exists(folder)

    @classmethod
    def create(cls, folder: Path, new_keys: NewKeys) -> Self:
        """Makes a vault in ``folder`` and opens it.

        The vault wipes the data key when it closes; if this fails, the caller does.

        Raises:
            FolderError: the folder cannot be used; it holds no vault then.
            KeptAllTheSame: the vault was made, but cannot be opened or unmade just now.
            VaultInUse: another process is at work there.
            VaultError: there is a vault already; it is not touched.
        """
        folder = prepare_folder(folder)
        lock = FolderLock(folder)
        try:
            make(folder, new_keys)
            try:
                return cls._opened(folder, new_keys.data_key, lock=lock)
            except UserError as error:
                with contextlib.suppress(OSError, FolderError):
                    (folder / DATABASE).replace(folder / UNFINISHED)
                    clear_leftover(folder)
                if is_there(folder / DATABASE):
                    raise KeptAllTheSame(MADE, error) from error
                raise
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(
        cls,
        folder: Path,
        data_key: DataKey,
        *,
        keys: KeyFile | None = None,
        clock: Clock = london_now,
    ) -> Self:
        """Opens the vault in ``folder``, and brings its tables up to this version.

        Every page is checked first. Before the tables are changed, a backup is made. A key file
        or its copy that is damaged is renewed from the other; one that is older, from ``keys``,
        which is the one that gave ``data_key``, where that is known.

        The vault wipes ``data_key`` when it closes; if this fails, the caller does.

        Raises:
            VaultInUse: another process has it open; nothing was touched.
            NewerVault: a newer version made it; nothing was touched.
            DamagedData: the data cannot be read; nothing was touched.
            VaultError: the backup before a change of the tables failed; nothing was touched.
            FolderError: the folder cannot be reached or used.
        """
        folder = folder.expanduser().absolute()
        lock = FolderLock(folder)
        try:
            vault_replacement.settle(folder)
            vault = cls._opened(folder, data_key, lock=lock, clock=clock)
        except BaseException:
            lock.release()
            raise
        _mend_keys(folder, keys)
        return vault

    @property
    def closed(self) -> bool:
        """Whether it has been closed."""
        return self._closed

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._folder

    @property
    def data_key(self) -> DataKey:
        """The key, for changing the passphrase or the recovery code while the vault is open."""
        return self._data_key

    def check(self) -> tuple[str, ...]:
        """What is wrong with the data, page by page in SQLCipher's words; empty if it is sound."""
        return self._database.damage(thorough=True)

    def begin_lock(self) -> None:
        """Overwrites the key. Where the drive does not answer, nobody reads or writes any more.

        Where it does, what is still in a field can be saved before ``lock``.
        """
        self._data_key.wipe()
        if not answers(self._folder / KEYS, _ANSWER):
            self._database.refuse()

    def lock(self, ended: Callable[[Exception | None], None]) -> None:
        """Overwrites the key, lets nobody read or write, and closes the file on another thread.

        Args:
            ended: is told when it is closed, and of what went wrong then; on that thread.
        """
        if self._closed:
            return
        self._closed = True
        self._data_key.wipe()
        self._database.refuse()
        close_elsewhere(self._folder, self._let_go, ended)

    def close(self) -> None:
        """Closes the file, overwrites the key and lets other processes in; once is enough."""
        if self._closed:
            return
        self._closed = True
        self._let_go()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """For what changes the vault's files on another thread: it is closed only after that."""
        with self._work:
            yield

    def _let_go(self) -> None:
        try:
            with self._work:
                self._database.close()
        finally:
            self._data_key.wipe()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @classmethod
    def _opened(
        cls, folder: Path, data_key: DataKey, *, lock: FolderLock, clock: Clock = london_now
    ) -> Self:
        path = folder / DATABASE
        refuse_empty(path)
        refuse_damaged_journal(folder, data_key)
        database = EncryptedDatabase(path, data_key)
        try:
            refuse_newer(database)
            refuse_damaged(database)
            database.use_rollback_journal()
            _bring_up_to_date(folder, database, key=data_key, clock=clock)
            refuse_unreadable(database)
        except BaseException:
            database.close()
            raise
        vault = cls(folder, database, data_key, lock=lock)
        database.watch()
        vault._take_kept_draft()
        return vault

    def when_replaced(self, heard: Callable[[], None]) -> None:
        """Have this called where a save finds that the data file is not the one it was."""
        self._database.on_replaced = heard

    def keep_draft(self, draft: Draft) -> None:
        """Keeps a draft beside the data file, which another program has replaced.

        Raises:
            FolderError: it cannot be written there either.
        """
        kept_draft.keep(self._folder, draft, key=self._data_key)

    def _take_kept_draft(self) -> None:
        """Puts a draft that was kept beside the data file where it belongs."""
        draft = kept_draft.kept(self._folder, key=self._data_key)
        if draft is not None:
            self.drafts.update(draft)
            kept_draft.forget(self._folder)


def _bring_up_to_date(
    folder: Path, database: EncryptedDatabase, *, key: DataKey, clock: Clock
) -> None:
    if database.read(migrations.pending):
        make_before_migration(folder, key=key, made=clock())
        migrate(database)


def _mend_keys(folder: Path, opened: KeyFile | None) -> None:
    """Renews a key file or its copy, now that the other has proved its worth."""
    with contextlib.suppress(DamagedKeys, NewerVault, FolderError, OSError):
        there = KeyFile.read_all(folder)
        if opened not in there:  # nobody knows which, or a restore has put others there since
            opened = there[0] if len(there) == 1 else None
        if opened is not None:
            opened.mend(folder)

"""The locked vault: what may be done before there is a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from burnout_check.domain.backup import BackupFile, Contents, Difference, Salvaged, SetAside
from burnout_check.domain.content import Content
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.week import Week
from burnout_check.errors import FolderError, KeptAllTheSame, UserError, VaultError, VaultInUse
from burnout_check.paths import is_there
from burnout_check.session.session import Session
from burnout_check.store import salvage
from burnout_check.store.clock import Clock, london_now
from burnout_check.store.files import backups, erase, restore, vault_replacement
from burnout_check.store.files.closing import wait_until_closed
from burnout_check.store.files.lock import IN_USE, FolderLock, in_use
from burnout_check.store.folder import BACKUPS, ERASING, vault_exists
from burnout_check.store.keys import Cost, DataKey, KeyFile, NewKeys, create_keys, opened_by
from burnout_check.store.tables.encoding import unreadable
from burnout_check.store.vault import MADE, Vault

__all__ = ["DataKey", "LockedVault", "NewKeys", "london_now"]


class LockedVault:
    """The vault of one data folder while it is locked.

    Deriving a key takes about half a second on purpose: ``make_keys`` and the two ``key_from_...``
    touch no widget and no database, so that they can run off the GUI thread.
    """

    def __init__(
        self,
        folder: Path,
        content: Content,
        *,
        clock: Clock = london_now,
        is_demo: bool = False,
        cost: Cost | None = None,
    ) -> None:
        self.folder = folder
        self.content = content
        self.is_demo = is_demo
        self._clock = clock
        self._cost = cost
        self._keys: KeyFile | None = None  # the one of the two that opened

    @property
    def is_new(self) -> bool:
        """Whether there is no vault here yet."""
        return not vault_exists(self.folder)

    def go_on_erasing(self) -> None:
        """Bring an erase that was cut short to its end; what cannot be removed stays for now."""
        if is_there(self.folder / ERASING):
            with suppress(UserError), self._alone():
                erase.go_on(self.folder)

    def check_available(self) -> None:
        """Find out whether the vault can be opened at all, before anyone types a passphrase.

        Raises:
            VaultInUse: another running copy has it open.
            FolderError: a restore that was cut short cannot be brought to its end yet.
        """
        if in_use(self.folder):
            raise VaultInUse(IN_USE)
        self._settle()

    def make_keys(self, passphrase: str) -> NewKeys:
        """New keys for a first passphrase, with the recovery code to show once. Slow.

        Raises:
            BadInput: if the passphrase is empty.
        """
        return create_keys(passphrase, cost=self._cost)

    def create(self, new_keys: NewKeys) -> Session:
        """Make the vault and open it.

        Raises:
            FolderError: the folder cannot be used; there is no vault.
            KeptAllTheSame: it is made, but cannot be opened just now.
        """
        vault = Vault.create(self.folder, new_keys)
        try:
            return self._session(vault)
        except UserError as error:
            raise KeptAllTheSame(MADE, error) from error

    def key_from_passphrase(self, passphrase: str) -> DataKey:
        """The vault's key. Slow.

        Raises:
            WrongSecret: if the passphrase does not fit.
            DamagedKeys: if the key file cannot be read.
        """
        self._settle()
        return self._key(lambda keys: keys.open_with_passphrase(passphrase))

    def key_from_code(self, code: str) -> DataKey:
        """The vault's key, by the recovery code. Slow; the same errors."""
        self._settle()
        return self._key(lambda keys: keys.open_with_code(code))

    def _key(self, opening: Callable[[KeyFile], DataKey]) -> DataKey:
        self._keys, key = opened_by(self.folder, opening)
        return key

    def open(self, key: DataKey) -> Session:
        """Open the vault with its key, after a check of every page.

        Raises:
            DamagedData: with what is damaged; nothing was moved or changed. The newest good backup
                (``newest_good``), ``salvage`` and ``difference`` say what can be had back.
            VaultError: if it is in use, from a newer version, or cannot be brought up to date.
        """
        return self._session(Vault.open(self.folder, key, keys=self._keys, clock=self._clock))

    def open_after(self, done: str, key: DataKey) -> Session:
        """Open the vault after something was done to it that stays done.

        Raises:
            KeptAllTheSame: it cannot be opened; ``done`` is the sentence that says what is kept.
        """
        try:
            return self.open(key)
        except UserError as error:
            raise KeptAllTheSame(done, error) from error

    # Backups

    @property
    def backup_place(self) -> Path:
        """The folder backups go to."""
        return backups.place_of(self.folder)

    def backups(self, place: Path | None = None) -> tuple[BackupFile, ...]:
        """Every backup in ``place``, or else in the known place and beside the vault.

        The newest comes first; a damaged one is among them (see ``BackupFile.readable``).
        """
        places = (self.backup_place, self.folder / BACKUPS) if place is None else (place,)
        return backups.found_in(*places)

    def backup_at(self, path: Path) -> BackupFile:
        """The backup in a file the person chose, every byte of it checked.

        Raises:
            DamagedBackup: it is damaged, or no backup at all.
            NewerVault: a newer version made it.
            FolderError: it is gone.
        """
        return backups.at(path)

    def newest_good(self) -> BackupFile | None:
        """The newest backup whose every byte is as it was written; reads until it finds one."""
        return next(filter(backups.is_sound, self.backups()), None)

    def backup_key_from_passphrase(self, backup: BackupFile, text: str) -> DataKey:
        """The key of a backup, by the passphrase of its time. Slow.

        Raises:
            WrongSecret: it is not that backup's passphrase.
            DamagedBackup: the backup is damaged.
        """
        return restore.backup_keys(backup).open_with_passphrase(text)

    def backup_key_from_code(self, backup: BackupFile, text: str) -> DataKey:
        """The key of a backup, by the recovery code of its time. Slow; the same errors."""
        return restore.backup_keys(backup).open_with_code(text)

    def contents(self, backup: BackupFile, key: DataKey) -> Contents:
        """What is in a backup.

        Raises:
            DamagedBackup: it is damaged, or ``key`` is another vault's.
        """
        return restore.contents(backup, key)

    def difference(self, backup: BackupFile, key: DataKey) -> Difference:
        """How the check-ins of a backup differ from those in the vault now, even a damaged one.

        Of a damaged vault, what can still be read counts as there. The vault may be open.

        Raises:
            DamagedBackup: it is damaged, or ``key`` is another vault's.
        """
        then = restore.check_ins_of(backup, key, self.folder)
        return restore.difference(then, self._check_ins(key))

    def restore(self, backup: BackupFile, key: DataKey) -> Session:
        """Put the vault of a backup in the place of this one, which is set aside, and open it.

        A session on this vault must have been closed. Afterwards the passphrase and the recovery
        code are those of the backup. Fit for another thread.

        Raises:
            DamagedBackup: it is damaged; the vault is as it was.
            FolderError: the disk is full or failing; the vault is as it was.
            VaultInUse: a session is still open.
            KeptAllTheSame: it is restored, but cannot be opened just now.
        """
        with suppress(KeptAllTheSame), self._alone():  # to open it brings it to its end
            restore.restore(self.folder, backup, key=key, now=self._clock())
        return self.open_after("The backup has been restored, but it cannot be opened yet.", key)

    def undo_restore(self) -> SetAside:
        """Put back, byte for byte, what the last restore or salvage set aside.

        Returns:
            What was there until now, which is set aside in its turn. The vault is left locked.

        Raises:
            VaultError: there is nothing to undo, or a session is still open.
            FolderError: the disk is full or failing; nothing was changed.
        """
        with self._alone():
            return restore.undo(self.folder, now=self._clock())

    def set_aside(self) -> tuple[SetAside, ...]:
        """The vaults that restores and salvages set aside, newest first; never removed by us."""
        return vault_replacement.set_aside(self.folder)

    # Damage

    def salvage(self, key: DataKey) -> Salvaged:
        """Make a new vault of every row that can be read, under the same passphrase and code.

        The damaged file is set aside as it is. The new vault is left locked: open it with the same
        key. Slow if much is damaged; fit for another thread.

        Raises:
            DamagedData: nothing at all can be read; nothing was changed.
            DamagedKeys: both key files are damaged; ``mend_keys`` comes first.
            VaultInUse: a session is still open.
        """
        with self._alone():
            facts, allows, now = self._facts(), self.content.allowed(), self._clock()
            return salvage.salvage(self.folder, key=key, facts=facts, allows=allows, now=now)

    def mend_keys(self, backup: BackupFile, key: DataKey) -> SetAside:
        """Take the key file of a backup where both of the vault's are lost; the data stays.

        Raises:
            DamagedKeys: the backup's keys do not open the data; nothing was changed.
            DamagedBackup: the backup is damaged.
        """
        with self._alone():
            return restore.mend_keys(self.folder, backup, key=key, now=self._clock())

    def _session(self, vault: Vault) -> Session:
        try:
            session = Session(vault, self.content, clock=self._clock, is_demo=self.is_demo)
            self._refuse_odd_answers(session.ledger.history)
        except BaseException:
            vault.close()  # or nobody could open it again before the program ends
            raise
        return session

    def _refuse_odd_answers(self, history: History) -> None:
        allows = self.content.allowed()
        odd = {
            f"{question} in the week of {past.week}"
            for past in history.check_ins
            for question, value in (*past.answers.items(), *past.facts.items())
            if not allows(question, value)
        }
        if odd:
            raise unreadable(", ".join(sorted(odd)))

    def _check_ins(self, key: DataKey) -> dict[Week, CheckIn] | None:
        """The check-ins of the vault as it is, as far as they can be read; None if not at all."""
        try:
            return salvage.readable(self.folder, key, self._facts()).check_ins()
        except (FolderError, VaultError):
            return None

    def _facts(self) -> frozenset[str]:
        return frozenset(x.id for one in self.content.instruments.values() for x in one.facts)

    def _settle(self) -> None:
        wait_until_closed(self.folder)
        if vault_replacement.unsettled(self.folder):
            with self._alone():
                vault_replacement.settle(self.folder)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = FolderLock(self.folder)
        try:
            yield
        finally:
            lock.release()

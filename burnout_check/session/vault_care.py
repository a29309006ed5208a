"""What a session does for the safety of its vault: backups, the keys, and erasing everything."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from burnout_check.domain.backup import (
    BackupFile,
    Backups,
    Difference,
    Erased,
    Progress,
    Renewed,
    SetAside,
    is_behind,
    is_due,
)
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.week import Week
from burnout_check.errors import FolderError, UserError, VaultError
from burnout_check.paths import folder_error, require_folder
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger
from burnout_check.store.data_key import DataKey
from burnout_check.store.files import backups, restore
from burnout_check.store.files.erase import erase
from burnout_check.store.files.lock import FolderLock
from burnout_check.store.files.renewal import remove_older
from burnout_check.store.folder import BACKUPS, LOCK
from burnout_check.store.keys import Cost, KeyFile, opened_by
from burnout_check.store.recovery_code import new_code


class VaultCare:
    """The vault's own affairs, as the window puts them to a session."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._failed = ""

    # Backups

    def look_at_backups(self) -> Backups:
        """What there is. Slow where the place is far away, and free of the database."""
        vault = ""
        with contextlib.suppress(UserError):  # whoever makes a backup will be told
            vault = KeyFile.read(self._ledger.vault.folder).vault
        return Backups(self.backup_place, self.backups(), vault, self.backup_trouble)

    def backup_is_due(self, known: Backups) -> bool:
        """Whether it is time for one: a check-in is in none yet, and today has had none."""
        return is_due(known.made, self._finished(), self._ledger.now)

    def backup_is_behind(self, known: Backups) -> bool:
        """Whether what was saved weeks ago is in none yet."""
        return is_behind(known.made, self._finished(), self._ledger.now)

    @property
    def backup_place(self) -> Path:
        """The folder new backups go to."""
        return backups.place_of(self._ledger.vault.folder)

    def set_backup_place(self, path: Path) -> None:
        """Lets new backups go to another folder; those that were made stay where they are.

        Raises:
            FolderError: it cannot be written, and what to do; then the place is as it was.
        """
        backups.choose_place(self._ledger.vault.folder, path)
        self._failed = ""
        self._ledger.changed(Changed.BACKUPS)

    @property
    def backup_trouble(self) -> str:
        """Why backups cannot be made just now, in a sentence; nothing if all is well."""
        place = self.backup_place
        beside = self._ledger.vault.folder / BACKUPS  # made when it is first needed
        if place != beside:
            try:
                require_folder(place)
            except FolderError as error:
                return str(error)
        return self._failed

    def when_replaced(self, heard: Callable[[], None]) -> None:
        """Have this called where another program has replaced the data file while it was open."""
        self._ledger.vault.when_replaced(heard)

    def backups(self) -> tuple[BackupFile, ...]:
        """Every backup in the place and beside the vault, newest first."""
        return backups.found_in(self.backup_place, self._ledger.vault.folder / BACKUPS)

    def back_up_now(self, progress: Progress | None = None) -> BackupFile:
        """Makes a backup, checks it, and then removes those that are no longer needed.

        Touches no connection of the session's, so it is fit for another thread; ``progress`` is
        called on that one. If the vault is locked meanwhile, the backup is finished all the same.
        Whoever had it made tells of it, on the window's own thread.

        Raises:
            FolderError: the place is gone, full or failing.
            VaultError: the vault was locked, or is damaged.
        """
        key = self._copied_key()
        folder, place = self._ledger.vault.folder, self.backup_place
        now = self._ledger.now
        try:
            known = folder if place == folder / BACKUPS else place
            require_folder(known)  # a stick is not made anew, nor a folder that was moved
            made = backups.make(folder, place, key=key, made=now, progress=progress)
        except UserError as error:
            self._failed = str(error)
            raise
        finally:
            key.wipe()
        self._failed = ""
        backups.thin_out(place, made, now)
        return made

    def renew_backups(self) -> Renewed:
        """Makes a backup, and then removes every older one, so that an old secret opens none.

        For after the passphrase or the code was changed: a backup keeps the secrets of its time,
        and gives whoever has one of them the key of today's data. Slow, as ``back_up_now`` is, and
        with the same errors; then no older backup was removed.
        """
        before = self.backups()
        return remove_older(self._ledger.vault.folder, before, made=self.back_up_now())

    def difference(self, backup: BackupFile) -> Difference:
        """How the check-ins of a backup with this vault's key differ from those of now.

        Raises:
            DamagedBackup: it is damaged, or belongs to another vault.
        """
        then = restore.check_ins_of(backup, self._ledger.vault.data_key, self._ledger.vault.folder)
        now = {check_in.week: check_in for check_in in self._ledger.vault.check_ins.all()}
        return restore.difference(then, now)

    def fill_from(self, backup: BackupFile, partial: Iterable[Week] = ()) -> tuple[Week, ...]:
        """Takes from a backup the check-ins that are missing here, whole or in part.

        For after a salvage, which cannot always know of each answer that is lost.

        Args:
            backup: of this vault.
            partial: weeks whose check-in here has lost answers; the backup's takes its place.

        Returns:
            The weeks that were taken, oldest first.

        Raises:
            DamagedBackup: it is damaged, or belongs to another vault.
            FolderError: the disk is full or failing; nothing was changed.
        """
        then = restore.check_ins_of(backup, self._ledger.vault.data_key, self._ledger.vault.folder)
        here = {check_in.week: check_in for check_in in self._ledger.vault.check_ins.all()}
        less = {week for week in then.keys() & here.keys() if _lost_some(here[week], then[week])}
        taken = sorted((then.keys() - here.keys()) | (then.keys() & set(partial)) | less)
        self._ledger.vault.check_ins.restore(then[week] for week in taken)
        self._ledger.changed(Changed.CHECK_INS)
        return tuple(taken)

    @property
    def undoable(self) -> SetAside | None:
        """What ``LockedVault.undo_restore`` would put back, once this session is closed."""
        return restore.undoable(self._ledger.vault.folder)

    # The keys

    def change_passphrase(
        self, old: str, new: str, *, by_code: bool = False, cost: Cost | None = None
    ) -> None:
        """Lets ``new`` open the vault in place of ``old``, in one step; the data stays as it is.

        Slow, and free of the database, so fit for another thread. The recovery code stays.
        The data key stays too: who has the old passphrase and a backup made before can read it
        out of that backup, and open today's data with it. See ``renew_backups``.

        Args:
            old: the passphrase; with ``by_code`` the recovery code, for who forgot the passphrase.
            new: any text but an empty one.
            by_code: what ``old`` is.
            cost: what a guess shall cost, about half a second of this computer if None.

        Raises:
            WrongSecret: ``old`` is not the passphrase, or not the code.
            BadInput: one of them is empty.
            FolderError: the disk is full or failing; the old passphrase still opens the vault.
        """
        folder = self._ledger.vault.folder
        with self._ledger.vault.at_work():
            opening = KeyFile.open_with_code if by_code else KeyFile.open_with_passphrase
            keys, key = opened_by(folder, lambda keys: opening(keys, old))
            try:
                keys.with_passphrase(key, new, cost=cost).write(folder)
            finally:
                key.wipe()

    @staticmethod
    def draw_code() -> str:
        """A recovery code to show and have confirmed; it opens nothing before ``use_code``."""
        return new_code()

    def use_code(self, code: str) -> None:
        """Lets ``code`` open the vault in place of the recovery code before, in one step.

        The data key stays: see ``change_passphrase``.

        Raises:
            BadInput: it is no recovery code.
            FolderError: the disk is full or failing; the code before still opens the vault.
        """
        folder = self._ledger.vault.folder
        with self._ledger.vault.at_work():
            KeyFile.read(folder).with_code(self._ledger.vault.data_key, code).write(folder)

    def check_passphrase(self, passphrase: str) -> None:
        """Finds out whether it is the passphrase. Slow, and free of the database.

        Raises:
            WrongSecret: it is not.
        """
        folder = self._ledger.vault.folder
        opened_by(folder, lambda keys: keys.open_with_passphrase(passphrase))[1].wipe()

    def erase(self, passphrase: str, *, also: Iterable[Path] = ()) -> Erased:
        """Erases everything: the key slots first, then data, backups at the known place, logs.

        Slow. The session is closed by it and of no use afterwards.

        Args:
            passphrase: asked for again.
            also: files that belong to the vault and lie elsewhere, such as the marker.

        Returns:
            What was removed, and in sentences what could not be reached.

        Raises:
            WrongSecret: it is not the passphrase; nothing was erased.
        """
        self.check_passphrase(passphrase)
        folder = self._ledger.vault.folder
        vault = KeyFile.read(folder).vault
        self._ledger.close()
        lock = FolderLock(folder)
        try:
            return erase(folder, vault, also=also)
        except OSError as error:
            raise folder_error(folder, error) from error
        finally:
            lock.release()
            with contextlib.suppress(OSError):  # on Windows another process may be looking at it
                (folder / LOCK).unlink()

    def _finished(self) -> list[datetime]:
        return [check_in.finished for check_in in self._ledger.history.check_ins]

    def _copied_key(self) -> DataKey:
        try:
            return self._ledger.vault.data_key.copy()
        except ValueError as error:
            raise VaultError("The vault is locked. Unlock it, then try again.") from error


def _lost_some(here: CheckIn, then: CheckIn) -> bool:
    """Whether it is the very check-in of the backup, saved at that instant, with less in it."""
    less = here.answers.items() <= then.answers.items() and here.facts.items() <= then.facts.items()
    return less and here.finished == then.finished and here != then

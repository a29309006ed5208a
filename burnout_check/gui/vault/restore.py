"""The way back to what was saved while the vault is locked: after damage, or to a backup."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QTimer, Signal

from burnout_check.domain.backup import BackupFile, Contents, Difference, Salvaged
from burnout_check.domain.week import Week
from burnout_check.errors import DamagedData, UserError
from burnout_check.gui.backups.backup_words import moment_words, number_words
from burnout_check.gui.vault.damage import (
    DamagedDataStep,
    DamagedKeysStep,
    salvaged_words,
    still_missing,
)
from burnout_check.gui.vault.restore_done import DoneStep, MendStep
from burnout_check.gui.vault.restore_frame import StepsFrame
from burnout_check.gui.vault.restore_steps import ChooseStep, LookStep, RestoreStep, SecretStep
from burnout_check.session.locked_vault import DataKey, LockedVault
from burnout_check.session.session import Session

KEPT_FOR = 5 * 60_000
"""How long an opened backup may stand unlooked at before its key is forgotten, in milliseconds."""

FORGOTTEN = (
    "Have you forgotten your passphrase? Choose a new one in Settings, under Privacy and lock."
)
UNDONE = "The restore was undone. What was here before is back."


class RestorePage(StepsFrame):
    """Leads through a restore.

    Signals:
        opened(session): a backup was restored, and its vault is open.

    Args:
        locked_vault: the locked vault, or the place where one will be.
    """

    opened = Signal(object)

    def __init__(self, locked_vault: LockedVault) -> None:
        super().__init__()
        self._locked_vault = locked_vault
        self._backup: BackupFile | None = None
        self._key: DataKey | None = None
        self._own_key: DataKey | None = None
        self._session: Session | None = None
        self._by_code = False
        self._newest: BackupFile | None = None
        self._keys_lost = False
        self._secret_timeout = QTimer(self, singleShot=True, interval=KEPT_FOR)
        self._secret_timeout.timeout.connect(self._on_left_standing)

    def choose(self) -> None:
        """Begin with the list of backups."""
        vault = self._locked_vault
        self._start(
            "Looking",
            lambda: (vault.backups(), vault.backup_place),
            done=lambda found: self._show(ChooseStep(*found)),
        )

    def begin_with_damaged_data(self, error: DamagedData, key: DataKey, *, by_code: bool) -> None:
        """Begin with what is damaged and the newest good backup; the page wipes the key."""
        self._own_key, self._by_code = key, by_code
        self._secret_timeout.start()
        vault = self._locked_vault

        def look() -> tuple[BackupFile, Contents] | None:
            for backup in vault.backups():
                with suppress(UserError):  # damaged, or of another vault
                    return backup, vault.contents(backup, key)
            return None

        def done(found: tuple[BackupFile, Contents] | None) -> None:
            self._newest = None if found is None else found[0]
            self._show(DamagedDataStep(error, found, folder=vault.folder, by_code=by_code))

        self._start("Looking", look, done=done)

    def begin_with_damaged_keys(self, error: UserError) -> None:
        """Begin with the key file that cannot be read."""
        self._keys_lost = True
        self._show(DamagedKeysStep(error))

    def forget(self) -> None:
        """Clear what was typed, wipe the key, and close what was restored but not entered."""
        super().forget()
        self._wipe(own=True)
        session, self._session = self._session, None
        if session is not None:
            session.lock()

    def _show(self, step: RestoreStep) -> None:
        match step:
            case ChooseStep():
                step.chosen.connect(self._on_chosen)
                step.file_chosen.connect(self._on_file_chosen)
            case SecretStep():
                step.given.connect(self._on_given)
            case LookStep():
                step.gone_on.connect(self._on_restore)
            case MendStep():
                step.gone_on.connect(self._on_mend)
            case DoneStep():
                step.gone_on.connect(self._on_open)
                step.undo_asked.connect(self._on_undo)
            case DamagedDataStep():
                step.backup_wanted.connect(self._on_backup_wanted)
                step.other_wanted.connect(self.choose)
                step.salvage_wanted.connect(self._on_salvage)
            case DamagedKeysStep():
                step.other_wanted.connect(self.choose)
        self._bring(step)

    # From screen to screen

    def _on_chosen(self, backup: BackupFile) -> None:
        self._backup = backup
        self._show(SecretStep(backup, by_code=self._by_code))

    def _on_file_chosen(self, path: Path) -> None:
        self._start("Reading", lambda: self._locked_vault.backup_at(path), done=self._on_chosen)

    def _on_given(self, text: str, by_code: bool) -> None:
        backup, vault = self._backup, self._locked_vault
        assert backup is not None  # noqa: S101 - chosen before
        find = vault.backup_key_from_code if by_code else vault.backup_key_from_passphrase
        self._by_code = by_code
        self._start(
            "Opening", lambda: find(backup, text), done=self._on_key_found, dropped=DataKey.wipe
        )

    def _on_key_found(self, key: DataKey) -> None:
        if self.step is not None:
            self.step.forget()
        self._wipe()
        self._key = key
        self._look()

    def _on_backup_wanted(self, backup: BackupFile) -> None:
        self._backup, self._key = backup, self._own_key
        self._look()

    def _look(self) -> None:
        backup, key, vault = self._backup, self._key, self._locked_vault
        assert backup is not None  # noqa: S101 - chosen before
        assert key is not None  # noqa: S101 - found before
        self._secret_timeout.start()

        def look() -> tuple[Contents, Difference | None]:
            inside = vault.contents(backup, key)
            return inside, None if vault.is_new else vault.difference(backup, key)

        self._start("Looking", look, done=self._on_looked)

    def _on_looked(self, found: tuple[Contents, Difference | None]) -> None:
        contents, difference = found
        if self._keys_lost and difference is not None and difference.known:
            self._show(MendStep(contents, difference))
        else:
            self._show(LookStep(contents, difference, damaged=self._own_key is not None))

    def _on_restore(self) -> None:
        backup, key, vault = self._backup, self._key, self._locked_vault
        assert backup is not None  # noqa: S101 - looked at before
        assert key is not None  # noqa: S101 - looked at before
        self._secret_timeout.stop()
        self._start(
            "Restoring",
            lambda: vault.restore(backup, key),
            done=self._on_restored,
            dropped=Session.close,
        )

    def _on_restored(self, session: Session) -> None:
        self._take(session)
        backup = self._backup
        assert backup is not None  # noqa: S101 - just restored
        number = number_words(len(session.ledger.history.check_ins))
        lines = (
            f"{number.capitalize()} are here",
            f"As they were on {moment_words(backup.made)}.",
            "The app now opens with the passphrase and recovery code of this backup.",
            *self._forgotten(),
        )
        self._show(DoneStep("Restored", lines, kept=self._kept(), can_undo=True))

    def _on_mend(self) -> None:
        backup, key, vault = self._backup, self._key, self._locked_vault
        assert backup is not None  # noqa: S101 - looked at before
        assert key is not None  # noqa: S101 - looked at before

        def mend() -> Session:
            vault.mend_keys(backup, key)
            return vault.open_after(
                "The key file is back, but the vault cannot be opened yet.", key
            )

        self._secret_timeout.stop()
        self._start("Putting it back", mend, done=self._on_mended, dropped=Session.close)

    def _on_mended(self, session: Session) -> None:
        self._take(session)
        number = number_words(len(session.ledger.history.check_ins))
        lines = (
            f"{number.capitalize()} are here",
            "The key file of the backup is in place, and your data is as it was.",
            *self._forgotten(),
        )
        step = DoneStep("The key file is back", lines, kept=self._kept(), can_undo=False)
        self._show(step)

    def _on_salvage(self) -> None:
        key, vault = self._own_key, self._locked_vault
        assert key is not None  # noqa: S101 - it opened the key file before
        self._secret_timeout.stop()
        newest = self._newest

        def salvage() -> tuple[Salvaged, Session, tuple[Week, ...]]:
            salvaged = vault.salvage(key)
            session = vault.open_after("What could be read is kept in a new vault.", key)
            taken: tuple[Week, ...] = ()
            if newest is not None:
                with suppress(UserError):  # what was read is there all the same
                    taken = session.vault_care.fill_from(newest, salvaged.partial)
            return salvaged, session, taken

        self._start(
            "Reading", salvage, done=self._on_salvaged, dropped=lambda found: found[1].close()
        )

    def _on_salvaged(self, found: tuple[Salvaged, Session, tuple[Week, ...]]) -> None:
        salvaged, session, taken = found
        self._take(session)
        here = len(session.ledger.history.check_ins)
        step = DoneStep(
            "Read what could be read",
            (*salvaged_words(salvaged, taken, here=here), *self._forgotten()),
            kept=salvaged.aside.path,
            can_undo=True,
            whole=not still_missing(salvaged, here=here),
        )
        self._show(step)

    def _take(self, session: Session) -> None:
        """Have the session, which has taken the key over, for ``forget`` or for whoever goes on."""
        self._secret_timeout.stop()
        self._key = self._own_key = None
        self._session = session

    def _forgotten(self) -> tuple[str, ...]:
        return (FORGOTTEN,) if self._by_code else ()

    def _kept(self) -> Path | None:
        aside = self._locked_vault.set_aside()
        return aside[0].path if aside else None

    def _on_open(self) -> None:
        session, self._session = self._session, None
        self.opened.emit(session)

    def _on_undo(self) -> None:
        self.forget()
        try:
            self._locked_vault.undo_restore()
        except UserError as error:
            self.left.emit(str(error))
        else:
            self.left.emit(UNDONE)

    def _went_back_to(self, step: RestoreStep) -> None:
        if not isinstance(step, LookStep):
            self._wipe()

    def _on_left_standing(self) -> None:
        if not self._worker.busy:
            self.forget()
            self.left.emit("The backup was closed again, because nobody was there.")

    def _wipe(self, *, own: bool = False) -> None:
        """Forget the key of a backup, and with ``own`` that of the damaged vault too."""
        self._secret_timeout.stop()
        if self._key is not None and self._key is not self._own_key:
            self._key.wipe()
        self._key = None
        if own and self._own_key is not None:
            self._own_key.wipe()
            self._own_key = None
        elif self._own_key is not None:
            self._secret_timeout.start()

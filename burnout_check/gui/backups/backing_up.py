"""Backups of an open vault, made on another thread: by themselves when due, or when asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from burnout_check.domain.backup import BackupFile
from burnout_check.errors import UserError
from burnout_check.gui.backups.backup_look import BackupLook
from burnout_check.gui.kit.worker import Worker
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session

SOON = 1_500
"""How long after a check-in, or after unlocking, a backup that is due begins, in milliseconds."""


class BackingUp(QObject):
    """Makes one backup at a time, and tells of it when the backups have changed.

    Signals:
        progressed(done, whole): pages of the data copied so far.
        ended(backup): it is made and has been read back; None if it was cancelled.
        failed(sentence): why there is no backup.

    Args:
        session: of the open vault.
        parent: goes when the vault is locked.
    """

    progressed = Signal(int, int)
    ended = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.look = BackupLook(session, self)
        self.look.looked.connect(self._on_looked)
        self._worker = Worker(self)
        self._if_due = False
        self._cancelled = False
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._on_soon)

    def begin(self) -> None:
        """From now on make a backup when one is due, at most daily.

        Whoever calls this calls `rest` before the vault is closed.
        """
        self._session.ledger.listen(self._on_changed)
        self._soon.start()

    @property
    def busy(self) -> bool:
        """Whether a backup is being made."""
        return self._worker.busy

    def start(self) -> None:
        """Make a backup now, unless one is being made."""
        if self._worker.busy:
            return
        self._soon.stop()
        self._cancelled = False
        self._worker.start(
            lambda: self._session.vault_care.back_up_now(self._report),
            done=self._on_done,
            failed=self._on_failed,
        )

    def cancel(self) -> None:
        """Let the backup that is being made come to nothing; no file of it stays."""
        self._cancelled = True

    def rest(self) -> None:
        """Stop, and wait for nothing: its place may hang. A backup wipes the key it copied."""
        self._soon.stop()
        self._if_due = False
        self.cancel()
        self.look.rest()
        self._worker.forget()

    def _report(self, done: int, whole: int) -> None:
        """On the other thread."""
        if self._cancelled:
            raise _CancelledError
        self.progressed.emit(done, whole)

    def _on_changed(self, what: Changed) -> None:
        if what & Changed.FINISHED:
            self._soon.start()  # later, so that the Result stands before anything else is done

    def _on_soon(self) -> None:
        self._if_due = not self._session.is_demo
        self.look.look()

    def _on_looked(self) -> None:
        known, if_due = self.look.known, self._if_due
        self._if_due = False
        if if_due and known is not None and self._session.vault_care.backup_is_due(known):
            self.start()

    def _on_done(self, backup: BackupFile) -> None:
        self.ended.emit(backup)
        self._session.ledger.changed(Changed.BACKUPS)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, _CancelledError):
            self.ended.emit(None)
        elif isinstance(error, UserError):
            self.failed.emit(str(error))
        else:
            raise error
        self._session.ledger.changed(Changed.BACKUPS)


class _CancelledError(Exception):
    """Raised in the middle of a backup that nobody wants any longer."""

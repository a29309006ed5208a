"""What is known of the backups: looked up on another thread, as their place may be far away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from burnout_check.domain.backup import Backups
from burnout_check.errors import UserError
from burnout_check.gui.kit.worker import Worker
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session


class BackupLook(QObject):
    """Looks when asked, and when the backups have changed; ``known`` is what it saw last.

    Signals:
        looked(): ``known`` is as of now.

    Args:
        session: of the open vault.
        parent: goes when the vault is locked.
    """

    looked = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.known: Backups | None = None
        self._session = session
        self._worker = Worker(self)
        self._again = False
        session.ledger.listen(self._on_changed)

    def look(self) -> None:
        """Look now; once more afterwards if a look is under way."""
        if self._worker.busy:
            self._again = True
            return
        self._worker.start(
            self._session.vault_care.look_at_backups, done=self._on_done, failed=self._on_failed
        )

    def rest(self) -> None:
        """Wait for nothing: a place that hangs must not keep the vault open. No key is used."""
        self._worker.forget()

    def _on_changed(self, what: Changed) -> None:
        if what & Changed.BACKUPS:
            self.look()

    def _on_done(self, known: Backups) -> None:
        self.known = known
        if self._again:
            self._again = False
            self.look()
        self.looked.emit()

    def _on_failed(self, error: Exception) -> None:
        self._again = False
        if not isinstance(error, UserError):
            raise error

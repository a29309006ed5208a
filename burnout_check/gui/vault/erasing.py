"""The page while everything is erased, and what it says afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.domain.backup import Erased
from burnout_check.errors import UserError
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.centred_column import CentredColumn
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, Muted, PageTitle
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.look.scale import px
from burnout_check.gui.options.option_row import breakable
from burnout_check.session.session import Session

_STILL = "Nothing of yours is shown any more. This takes a few seconds."


class ErasingPage(QWidget):
    """Erases on another thread; then there is nothing left to unlock.

    Signals:
        left(): the person has read what became of it.

    Args:
        session: of the open vault, which is closed by this.
        passphrase: of the vault.
        also: files of it that lie elsewhere.
    """

    left = Signal()

    def __init__(self, session: Session, passphrase: str, *, also: Iterable[Path]) -> None:
        super().__init__()
        self._session = session
        self._worker = Worker(self)
        self._title = PageTitle("Erasing everything")
        self._lead = Muted(_STILL)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName("Erasing")
        self._progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.said = Banner(dismissable=False)
        self.said.hide()
        self.on = PrimaryButton("Go on")
        self.on.clicked.connect(self.left)
        self.on.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(px(12))
        for widget in (self._title, self._lead, self._progress, self.said):
            self._column.addWidget(widget)
        self._column.addWidget(self.on, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(CentredColumn(self._column, width=560))
        files = tuple(also)
        self._worker.start(
            lambda: session.vault_care.erase(passphrase, also=files),
            done=self._on_erased,
            failed=self._on_failed,
        )

    def rest(self) -> None:
        """The window is about to go; what is being erased goes on until the process ends."""
        self._worker.forget()

    def _on_erased(self, erased: Erased) -> None:
        count = {0: "There was no backup.", 1: "So is 1 backup."}
        backups = count.get(erased.backups, f"So are {erased.backups} backups.")
        self._end("Everything was erased", f"Your data is gone. {backups}")
        for place, sentence in enumerate(erased.left):
            self._column.insertWidget(3 + place, Body(breakable(sentence), selectable=True))

    def _on_failed(self, error: Exception) -> None:
        self._session.lock()
        if not isinstance(error, UserError):
            self._end("Not everything was erased", "What is left is locked.")
            raise error
        self._end("Not everything was erased", "What is left is locked.")
        self.said.say(str(error), "attention")

    def _end(self, title: str, lead: str) -> None:
        self._progress.hide()
        self._title.setText(title)
        self._lead.setText(lead)
        self.on.show()
        give_focus(self.on)

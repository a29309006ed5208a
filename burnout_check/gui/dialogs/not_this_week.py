"""Why there is no check-in this week; three answers, and no questions after that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.check_in import Reason
from burnout_check.gui.widgets.buttons import PlainButton, QuietButton
from burnout_check.gui.widgets.labels import Body, CardTitle

_WORDS = ((Reason.LEAVE, "Leave"), (Reason.SICK, "Sick"), (Reason.OTHER, "Other"))


class NotThisWeekDialog(QDialog):
    """``chosen`` carries the reason."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Not this week")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons: dict[Reason, PlainButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(CardTitle("Not this week"))
        column.addWidget(Body("The week stays blank, and nothing is counted as missed."))
        row = QHBoxLayout()
        row.setSpacing(12)
        for reason, words in _WORDS:
            button = PlainButton(words)
            button.clicked.connect(lambda _=False, reason=reason: self._on_chosen(reason))
            self.buttons[reason] = button
            row.addWidget(button)
        row.addStretch()
        cancel = QuietButton("Go back")
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        column.addLayout(row)

    def _on_chosen(self, reason: Reason) -> None:
        self.chosen.emit(reason)
        self.accept()

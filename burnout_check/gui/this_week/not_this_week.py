"""Why there is no check-in this week; three answers, and no questions after that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import Body
from burnout_check.gui.kit.sheet import Sheet

_WORDS = ((Reason.LEAVE, "Leave"), (Reason.SICK, "Sick"), (Reason.OTHER, "Other"))


class NotThisWeekDialog(Sheet):
    """``chosen`` carries the reason."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Not this week", parent, size=(560, 320))
        self.buttons: dict[Reason, PlainButton] = {}
        self.body.add(Body("The week stays blank, and nothing is counted as missed."))
        row = FlowGrid(columns=(3, 1), least=120, gap=12)
        for reason, words in _WORDS:
            button = PlainButton(words)
            button.clicked.connect(lambda _=False, reason=reason: self._on_chosen(reason))
            self.buttons[reason] = button
            row.add(button)
        self.body.add(row)
        self.close_button.setText("Go back")
        self.fill()
        first = self.buttons[Reason.LEAVE]
        focus_soon(first)

    def _on_chosen(self, reason: Reason) -> None:
        self.chosen.emit(reason)
        self.accept()

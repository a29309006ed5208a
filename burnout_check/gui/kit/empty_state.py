"""What stands where there is nothing yet: what will be here, and the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.labels import CardTitle, Muted
from burnout_check.gui.kit.symbol import IconLabel


class EmptyState(Card):
    """A quiet card in place of what is not there yet.

    Signals:
        asked(): the person wants to take the first step.

    Args:
        title: what will be here.
        words: when, and what it is for.
        action: the words of the first step's button; none without them.
        symbol: name of an icon.
        main: the first step is the one main action of the page.
    """

    asked = Signal()

    def __init__(
        self, title: str, words: str, *, action: str = "", symbol: str = "info", main: bool = False
    ) -> None:
        super().__init__("sunk", padding=32, gap=8)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.column.addStretch()
        self.column.addWidget(IconLabel(symbol, size=32, tone="muted"), 0, middle)
        for label in (CardTitle(title), Muted(words)):
            label.setAlignment(middle)
            self.add(label)
        if action:
            button = PrimaryButton(action) if main else PlainButton(action)
            button.clicked.connect(self.asked)
            row = QHBoxLayout()
            row.setContentsMargins(0, 8, 0, 0)
            row.addStretch()
            row.addWidget(button)
            row.addStretch()
            self.add(row)
        self.column.addStretch()

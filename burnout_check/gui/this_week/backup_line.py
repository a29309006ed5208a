"""The quiet lines on This week about backups: none is being made, or one was restored today."""

from __future__ import annotations

from PySide6.QtCore import Signal

from burnout_check.gui.kit.buttons import QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow


class BackupLine(Card):
    """A small card that asks for nothing at once: what is saved here is safe.

    Signals:
        asked(): the person pressed the button.

    Args:
        title: what there is to know.
        words: one or two sentences about it.
        action: the words of the button.
    """

    asked = Signal()

    def __init__(self, title: str, words: str, *, action: str) -> None:
        super().__init__("sunk", padding=14, gap=4)
        button = QuietButton(action)
        button.clicked.connect(self.asked)
        self.add(ResponsiveRow(Column(Strong(title), Small(words)), button, least=300))

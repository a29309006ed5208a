"""The quiet line on This week that says that backups are not being made."""

from __future__ import annotations

from PySide6.QtCore import Signal

from burnout_check.gui.widgets.buttons import QuietButton
from burnout_check.gui.widgets.card import Card
from burnout_check.gui.widgets.labels import Small, Strong
from burnout_check.gui.widgets.spread import Spread
from burnout_check.gui.widgets.stack import Stack


class BackupLine(Card):
    """A small card that asks for nothing at once: what is saved here is safe.

    Signals:
        asked(): the person wants to see the backups.

    Args:
        trouble: why there is no backup, in a sentence.
    """

    asked = Signal()

    def __init__(self, trouble: str) -> None:
        super().__init__("sunk", padding=14, gap=4)
        see = QuietButton("See backups")
        see.clicked.connect(self.asked)
        words = Stack(Strong("Backups are not being made just now"), Small(trouble))
        self.add(Spread(words, see, least=300))

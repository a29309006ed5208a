"""Who is there at any time: a few numbers in sight, and the way to all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.messages import SOMEBODY_NOW
from burnout_check.domain.support.crisis import AT_ANY_TIME
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow


class SomebodyNow(Card):
    """The crisis lines in a sentence each.

    Signals:
        asked(): the person pressed the button.

    Args:
        action: the words of its button; none without them.
        symbol: name of the button's icon.
    """

    asked = Signal()

    def __init__(self, action: str = "See who to call", *, symbol: str = "phone") -> None:
        super().__init__()
        lines = " ".join(f"{line.name}: {_lower(line.call)} {line.number}." for line in AT_ANY_TIME)
        words: QWidget = Column(Strong(SOMEBODY_NOW), Body(lines, selectable=True))
        if action:
            button = PlainButton(action, symbol=symbol)
            button.clicked.connect(self.asked)
            words = ResponsiveRow(words, button)
        self.add(words)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]

"""Who is there at any time: a few numbers in sight, and the way to all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.messages import SOMEBODY_NOW
from burnout_check.domain.support.crisis import there_now
from burnout_check.domain.support.option import Option
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
        nation: the person's, for its own line; "" if it is not known.
        action: the words of its button; none without them.
        symbol: name of the button's icon.
        also: a sentence below the lines.
    """

    asked = Signal()

    def __init__(
        self, nation: str, action: str = "", *, symbol: str = "phone", also: str = ""
    ) -> None:
        super().__init__()
        lines = " ".join(_in_words(line) for line in there_now(nation))
        said = [Body(text, selectable=True) for text in (lines, also) if text]
        words: QWidget = Column(Strong(SOMEBODY_NOW), *said)
        if action:
            button = PlainButton(action, symbol=symbol)
            button.clicked.connect(self.asked)
            words = ResponsiveRow(words, button)
        self.add(words)


def _in_words(line: Option) -> str:
    return f"{line.name}: {line.call[:1].lower()}{line.call[1:]} {line.number}."

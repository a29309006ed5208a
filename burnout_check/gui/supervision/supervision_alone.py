"""After a supervision, for the person alone: does it count, how was it, was it kept at all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.numbers import number_of, plain_number
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.buttons import PlainButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.labels import Body, CardTitle


class AskCard(Card):
    """A title, a sentence, and two answers; not there until it asks.

    Signals:
        yes(), no(): what the person pressed; it has hidden itself.

    Args:
        title: what it is about.
        yes: the words of the first answer.
        no: the words of the other.
    """

    yes = Signal()
    no = Signal()

    def __init__(self, title: str, yes: str, no: str) -> None:
        super().__init__("primary-soft", gap=8)
        self.session: SupervisionSession | None = None
        self._words = Body()
        self.yes_button, self.no_button = PlainButton(yes), QuietButton(no)
        for button, said in ((self.yes_button, self.yes), (self.no_button, self.no)):
            button.clicked.connect(self.hide)
            button.clicked.connect(said)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        row.addStretch()
        self.add(CardTitle(title))
        self.add(self._words)
        self.add(holder)
        self.hide()

    def ask(self, session: SupervisionSession | None, words: str = "") -> None:
        """Ask about a session; nothing for None."""
        self.session = session
        self._words.setText(words)
        self.setVisible(session is not None)


def counted_words(now: float, then: float) -> str:
    """The question when that week's check-in has its minutes already."""
    return (
        f"That week’s check-in has {plain_number(now, 0)} minutes of supervision. Was this "
        f"session among them? If not, they become {plain_number(then, 0)}."
    )


def rating_words(session: SupervisionSession) -> str:
    """The offer of the two ratings."""
    day = plain_date(session.held, weekday=True)
    return f"Two short questions about your supervision on {day}. Nobody else sees the answers."


def unfinished_words(session: SupervisionSession) -> str:
    """The question about a session that was cut short."""
    count = len(session.actions)
    actions = number_of(count, "action", none="no")
    minutes = number_of(session.minutes, "minute")
    return f"{plain_date(session.held, weekday=True)}: {minutes}, {actions}. It was not ended."

"""The card on top of This week: what there is to do about the check-in."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from burnout_check.domain.check_in import Reason
from burnout_check.domain.week import plain_date
from burnout_check.gui.scale import px
from burnout_check.gui.widgets.buttons import Button, PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.widgets.card import Card
from burnout_check.gui.widgets.labels import CardTitle, Muted
from burnout_check.session import Session

_AWAY = {
    Reason.LEAVE: "You are on leave this week",
    Reason.SICK: "You are off sick this week",
    Reason.OTHER: "No check-in this week",
}


class WeekCard(Card):
    """One of four states: ready, half filled in, done, or not this week.

    Signals:
        start_asked(), skip_asked(), after_all_asked(), other_week_asked(), result_asked().
    """

    start_asked = Signal()
    skip_asked = Signal()
    after_all_asked = Signal()
    other_week_asked = Signal()
    result_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("primary-soft", padding=20, gap=4)
        self._session = session
        self.main: Button | None = None
        self._words = QVBoxLayout()
        self._words.setSpacing(px(2))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(12))
        self._row.addLayout(self._words, 1)
        self.add(self._row)
        self._fill()

    def _fill(self) -> None:
        session, week = self._session, self._session.week
        away = session.history.reason(week)
        if session.history.get(week) is not None:
            self._say("This week's check-in is done", "The next one is ready on Monday.")
            self._button(QuietButton("Another week"), self.other_week_asked)
            self.main = self._button(PlainButton("See what it said"), self.result_asked)
        elif any(draft.week == week for draft in session.drafts()):
            self._say("Your check-in is half filled in", "Carry on where you left it.")
            self._button(PlainButton("Not this week"), self.skip_asked)
            self.main = self._button(PrimaryButton("Carry on"), self.start_asked)
        elif away is not None:
            self._say(_AWAY[away.reason], "Nothing is counted as missed.")
            self.main = self._button(PlainButton("Check in after all"), self.after_all_asked)
        else:
            self._say("Your check-in for this week is ready", f"About two minutes. {self._last()}")
            self._button(QuietButton("Another week"), self.other_week_asked)
            self._button(PlainButton("Not this week"), self.skip_asked)
            self.main = self._button(PrimaryButton("Start check-in"), self.start_asked)

    def _last(self) -> str:
        before = self._session.history.before(self._session.week)
        if before is None:
            return "It is your first one."
        return f"Last one was for the week of {plain_date(before.week.monday)}."

    def _say(self, title: str, line: str) -> None:
        self._words.addWidget(CardTitle(title))
        self._words.addWidget(Muted(line))

    def _button(self, button: Button, signal: SignalInstance) -> Button:
        button.clicked.connect(signal)
        self._row.addWidget(button)
        return button

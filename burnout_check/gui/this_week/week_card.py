"""The card on top of This week: what there is to do about the check-in."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance

from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.buttons import Button, PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import CardTitle, Muted
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.session.session import Session

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
        super().__init__("primary-soft", padding=18, gap=4)
        self._session = session
        self.main: Button | None = None
        self._fill()

    def _fill(self) -> None:
        session, week = self._session, self._session.ledger.week
        away = session.ledger.history.reason(week)
        if session.ledger.history.get(week) is not None:
            see = _button(PlainButton("See what it said"), self.result_asked)
            line = "The next one is ready on Monday."
            self._say("This week’s check-in is done", line, self._other(), see)
        elif any(draft.week == week for draft in session.check_ins.drafts()):
            carry_on = _button(PrimaryButton("Carry on"), self.start_asked)
            line = "Carry on where you left it."
            self._say("Your check-in is half filled in", line, self._skip(), carry_on)
        elif away is not None:
            after_all = _button(PlainButton("Check in after all"), self.after_all_asked)
            self._say(_AWAY[away.reason], "Nothing is counted as missed.", self._other(), after_all)
        else:
            start = _button(PrimaryButton("Start check-in"), self.start_asked)
            line = f"About two minutes. {self._last()}"
            title = "Your check-in for this week is ready"
            self._say(title, line, self._other(), self._skip(), start)

    def _other(self) -> Button:
        return _button(QuietButton("Another week"), self.other_week_asked)

    def _skip(self) -> Button:
        return _button(PlainButton("Not this week"), self.skip_asked)

    def _last(self) -> str:
        before = self._session.ledger.history.before(self._session.ledger.week)
        if before is None:
            return "It is your first one."
        return f"Last one was for the week of {plain_date(before.week.monday)}."

    def _say(self, title: str, line: str, *buttons: Button) -> None:
        self.main = buttons[-1]
        self.add(ResponsiveRow(Column(CardTitle(title), Muted(line), gap=2), *buttons, least=300))


def _button(button: Button, signal: SignalInstance) -> Button:
    button.clicked.connect(signal)
    return button

"""Looking back on supervision: by month, and each session with what became of what was agreed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from burnout_check.domain.supervision.supervision_history import SupervisionHistory
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PlainButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.empty_state import EmptyState
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import CardTitle, Muted
from burnout_check.gui.supervision.month_table import MonthTable
from burnout_check.gui.supervision.past_session import PastSessionRow, gap_widget

_MONTHS, _SESSIONS = 6, 4
"""So many are shown at first."""


class SupervisionHistoryView(Column):
    """A card with the months and one with the sessions, newest first.

    Signals:
        add_asked(): a session shall be added that was had elsewhere.
        change_asked(session): its facts shall be changed.
        delete_asked(session): it shall go; then ``say_deleted`` offers to undo that.
        undo_asked(session): the one deleted last shall be put back.
    """

    add_asked = Signal()
    change_asked = Signal(object)
    delete_asked = Signal(object)
    undo_asked = Signal(object)

    def __init__(self, history: SupervisionHistory) -> None:
        super().__init__(gap=16)
        self._history = history
        self._all_months = self._all_sessions = False
        self._deleted: SupervisionSession | None = None
        self.said = Banner()
        self.said.asked.connect(self._on_undo)
        self.said.hide()
        self.rows: tuple[PastSessionRow, ...] = ()
        self.months: MonthTable | None = None
        self._cards = Column(gap=16)
        self.add(self.said)
        self.add(self._cards)
        self._show()

    def show_history(self, history: SupervisionHistory) -> None:
        """Show it as it is now; as many rows as were asked for before."""
        self._history = history
        self._show()

    def say_deleted(self, session: SupervisionSession, noted: float | None) -> None:
        """Say that a session is gone, and offer to put it back; that has the focus then.

        ``noted`` are the minutes that its week's check-in has, None if there are none.
        """
        self._deleted = session
        day = plain_date(session.held, year=True)
        words = f"The session of {day} is deleted. Its actions stay."
        if noted is not None:
            words += (
                f" The check-in of that week still says {noted:g} minutes. "
                "If these were among them, correct it there."
            )
        self.said.say(words, "steady", action="Undo")
        undo = self.said.findChild(PlainButton)
        if undo is not None:
            focus_soon(undo)

    def _show(self) -> None:
        self._cards.clear()
        self.rows, self.months = (), None
        if self._history.months:
            self._cards.add(self._month_card())
        self._cards.add(self._session_card() if self._history.sessions else self._empty())

    def _empty(self) -> EmptyState:
        empty = EmptyState(
            "Your supervision sessions will be here",
            "Each session you keep is listed with what was agreed and what became of it.",
            action="Add a session",
            symbol="supervision",
        )
        empty.asked.connect(self.add_asked)
        return empty

    def _month_card(self) -> Card:
        history = self._history
        card = Card(gap=10)
        card.add(CardTitle("Supervision by month"))
        card.add(Muted(_opening(history)))
        months = history.months if self._all_months else history.months[:_MONTHS]
        self.months = MonthTable(months)
        card.add(self.months)
        if len(history.months) > len(months):
            card.add(self._more("months", len(history.months) - len(months), self._on_months))
        return card

    def _session_card(self) -> Card:
        card = Card(gap=12)
        card.add(CardTitle("Earlier sessions"))
        every = self._history.sessions
        rows = []
        shown = every if self._all_sessions else every[:_SESSIONS]
        for past in shown:
            row = PastSessionRow(past)
            row.change_asked.connect(self.change_asked)
            row.delete_asked.connect(self.delete_asked)
            rows.append(row)
            card.add(Divider())
            card.add(row)
            gap = gap_widget(past)
            if gap is not None:
                card.add(gap)
        self.rows = tuple(rows)
        if len(every) > len(shown):
            card.add(self._more("sessions", len(every) - len(shown), self._on_sessions))
        add = PlainButton("Add a session")
        add.clicked.connect(self.add_asked)
        card.add(_left(add))
        return card

    def _more(self, what: str, count: int, asked: object) -> QHBoxLayout:
        button = QuietButton(f"Show {count} more", symbol="plus")
        button.setAccessibleName(f"Show {count} more {what}")
        button.clicked.connect(asked)
        return _left(button)

    def _on_months(self) -> None:
        self._all_months = True
        self._show()
        if self.months is not None:
            self._focus_soon(self.months)

    def _on_sessions(self) -> None:
        self._all_sessions = True
        self._show()
        self._focus_soon(self.rows[_SESSIONS].change)

    def _focus_soon(self, widget: MonthTable | QuietButton) -> None:
        focus_soon(widget)

    def _on_undo(self) -> None:
        self.said.hide()
        session, self._deleted = self._deleted, None
        if session is not None:
            self.undo_asked.emit(session)


def _opening(history: SupervisionHistory) -> str:
    """When there last was any, and what the months are compared with."""
    weeks = history.weeks_since
    since = {None: "", 0: "The last was this week. ", 1: "The last was last week. "}.get(
        weeks, f"The last was {weeks} weeks ago. "
    )
    rule = f"Compared with: {history.rule}." if history.rule else "Compared with nothing."
    return f"{since}{rule} You choose that in Settings."


def _left(button: PlainButton | QuietButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch()
    return row

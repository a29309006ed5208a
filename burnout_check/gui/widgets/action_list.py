"""What the person means to do, or agreed: ticked when it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.action import Action, ActionStatus
from burnout_check.domain.week import short_date
from burnout_check.gui.widgets.buttons import IconButton, PlainButton
from burnout_check.gui.widgets.card import Card
from burnout_check.gui.widgets.fields import Field
from burnout_check.gui.widgets.labels import CardTitle, Muted, Small
from burnout_check.gui.widgets.tick import Tick


class ActionList(Card):
    """Open actions with a box to tick, the last ones done, and a line to add one.

    Signals:
        status_asked(action, status): the person ticked, cleared or dropped one.
        added(text): the person typed a new one.
    """

    status_asked = Signal(object, object)
    added = Signal(str)

    def __init__(self, actions: tuple[Action, ...], today: date) -> None:
        super().__init__(gap=10)
        self.add(CardTitle("My actions"))
        open_ones = [each for each in actions if each.status is ActionStatus.OPEN]
        done = [each for each in actions if each.status is ActionStatus.DONE][-2:]
        for action in (*open_ones[:5], *done):
            self.add(self._row(action, today))
        if not open_ones:
            self.add(Muted("Nothing is open. Options on Support can be added here."))
        if len(open_ones) > 5:
            self.add(Small(f"And {len(open_ones) - 5} more."))
        self.new = Field("Add an action")
        self.new.accepted.connect(self._on_added)
        self.new.beside.addWidget(self._add_button())
        self.column.addStretch()
        self.add(self.new)

    def _add_button(self) -> PlainButton:
        button = PlainButton("Add")
        button.setAccessibleName("Add this action")
        button.clicked.connect(self._on_added)
        return button

    def _row(self, action: Action, today: date) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        tick = Tick(action.text)
        tick.set_on(action.status is ActionStatus.DONE)
        tick.toggled.connect(
            lambda on: self.status_asked.emit(
                action, ActionStatus.DONE if on else ActionStatus.OPEN
            )
        )
        words.addWidget(tick)
        small = Small(_who_and_when(action, today))
        small.setContentsMargins(30, 0, 0, 0)
        words.addWidget(small)
        line.addLayout(words, 1)
        if action.status is ActionStatus.OPEN:
            drop = IconButton(f"Drop: {action.text}", symbol="close")
            drop.clicked.connect(lambda: self.status_asked.emit(action, ActionStatus.DROPPED))
            line.addWidget(drop)
        return row

    def _on_added(self) -> None:
        if self.new.text():
            self.added.emit(self.new.text())


def _who_and_when(action: Action, today: date) -> str:
    if action.status is ActionStatus.DONE:
        return f"{action.who} · done"
    if action.due is None:
        return action.who
    other_year = action.due.year != today.year
    due = f"due {short_date(action.due, year=other_year)}"
    return f"{action.who} · {due}"

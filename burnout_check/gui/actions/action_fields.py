"""What, who and by when: the three fields of an action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.support.action import ME, ROLES, Action, days_ahead
from burnout_check.domain.week import short_date, short_day
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import FieldLabel
from burnout_check.gui.kit.select import Select

NOBODY_YET = "Choose who"
_NO_DAY = "No day"


class ActionFields(QWidget):
    """One line to type in, and two lists to choose from.

    Signals:
        accepted(): Enter in the line.

    Args:
        label: the name of the line.
        today: the day it is; days to choose from begin there.
        action: what the fields start with; None for a new one.
        owner: who does a new one, as long as nobody else is chosen; "" for nobody yet.
    """

    accepted = Signal()

    def __init__(
        self, label: str, *, today: date, action: Action | None = None, owner: str = ME
    ) -> None:
        super().__init__()
        self._owner = owner
        who, due = (owner, None) if action is None else (action.who, action.due)
        self.what = Field(label)
        self.what.accepted.connect(self.accepted)
        nobody = () if owner else (("", NOBODY_YET),)
        roles = [(role, role) for role in dict.fromkeys((*ROLES, who)) if role]
        self.who = Select("Who", [*nobody, *roles])
        self.by_when = Select("By when", _days(today, due))
        self.details = FlowGrid(columns=(2, 1), least=150, gap=12)
        for name, select in (("Who", self.who), ("By when", self.by_when)):
            self.details.add(Column(FieldLabel(name, buddy=select), select, gap=6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.what)
        column.addWidget(self.details)
        self.set_text("" if action is None else action.text)
        self.who.set_value(who)
        self.by_when.set_value(due)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.what.text()

    @property
    def role(self) -> str:
        """Who is chosen."""
        return str(self.who.value)

    @property
    def due(self) -> date | None:
        """The day that is chosen."""
        day = self.by_when.value
        return day if isinstance(day, date) else None

    def set_text(self, text: str) -> None:
        """Put words into the line."""
        self.what.set_text(text)

    def put_into(self, action: Action) -> Action:
        """An action with what stands in the fields."""
        return replace(action, text=self.text, who=self.role, due=self.due)

    def clear(self) -> None:
        """Make room for the next one."""
        self.set_text("")
        self.who.set_value(self._owner)
        self.by_when.set_value(None)


def _days(today: date, due: date | None) -> list[tuple[date | None, str]]:
    """No day, the days ahead, and the day it has now, in order, each in words."""
    days = {*days_ahead(today), *(() if due is None else (due,))}
    near = {today: "Today", today + timedelta(days=1): "Tomorrow"}
    words: list[tuple[date | None, str]] = [(None, _NO_DAY)]
    for day in sorted(days):
        plain = short_date(day, year=True) if day.year != today.year else short_day(day)
        words.append((day, f"{near[day]}, {plain}" if day in near else plain))
    return words

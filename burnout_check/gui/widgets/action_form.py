"""Something to do that two people agree on: what, who, and by when."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.domain.week import short_date
from burnout_check.gui.widgets.buttons import PlainButton
from burnout_check.gui.widgets.fields import Field
from burnout_check.gui.widgets.flow_grid import FlowGrid
from burnout_check.gui.widgets.labels import FieldLabel
from burnout_check.gui.widgets.select import Select
from burnout_check.gui.widgets.stack import Stack

WHO = ("Me", "Supervisor", "Manager", "Both of us", "The service")
_WEEKS = (1, 2, 3, 4, 6, 8, 12)
_FIRST = 2


class ActionForm(QWidget):
    """``added(text, who, due)``: the person wants this noted; ``due`` is a date or None.

    Args:
        today: what "in 2 weeks" is counted from.
    """

    added = Signal(str, str, object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.text = Field("What will change")
        self.text.accepted.connect(self._on_added)
        self.who = Select("Who", [(who, who) for who in WHO])
        self.due = Select("By when", _days(today))
        for select in (self.who, self.due):
            select.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.due.set_value(today + timedelta(weeks=_FIRST))
        add = PlainButton("Add")
        add.setAccessibleName("Add this action")
        add.clicked.connect(self._on_added)
        choices = FlowGrid(columns=(2, 1), least=150, gap=12)
        for name, select in (("Who", self.who), ("By when", self.due)):
            choices.add(Stack(FieldLabel(name, buddy=select), select, gap=6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.text)
        column.addWidget(choices)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch()
        column.addLayout(row)
        self.setFocusProxy(self.text)

    def clear(self) -> None:
        """It is noted; the next one can be typed."""
        self.text.set_text("")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self) -> None:
        due = self.due.value
        who = str(self.who.value)
        self.added.emit(self.text.text(), who, due if isinstance(due, date) else None)


def _days(today: date) -> list[tuple[date | str, str]]:
    days: list[tuple[date | str, str]] = []
    for weeks in _WEEKS:
        day = today + timedelta(weeks=weeks)
        days.append((day, short_date(day, year=day.year != today.year)))
    return [*days, ("", "No day set")]

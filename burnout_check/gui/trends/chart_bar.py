"""What stands over the charts: which to show, how far back, a new event, as a table, saving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from burnout_check.charts.model.panel import Span
from burnout_check.charts.model.presets import NAMES
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.kit.select import Select
from burnout_check.gui.trends.preset_row import PresetRow
from burnout_check.gui.trends.week_range import WeekRange

OWN_WEEKS = 0
"""Stands for two weeks of the person's own in place of a number of weeks."""

RANGES: tuple[tuple[int | None, str], ...] = (
    (8, "8 weeks"),
    (26, "6 months"),
    (104, "2 years"),
    (None, "All"),
    (OWN_WEEKS, "Choose weeks"),
)
"""How many weeks back, None for all, and the words for it."""

_AT_FIRST = 26
_GAP = 8
_LEAST = 400


class ChartBar(QWidget):
    """What to show and how; in a narrow window the choices have a row of their own.

    Signals:
        preset_picked(name): another name was chosen.
        own_asked(): the person wants to choose the measures by themselves.
        range_changed(): another range was picked.
        event_asked(): a new event.
        table_asked(is_on): show the numbers, or the charts again.
        save_asked(): save what is on the screen.

    Args:
        today: tells the day it is.
    """

    preset_picked = Signal(str)
    own_asked = Signal()
    range_changed = Signal()
    event_asked = Signal()
    table_asked = Signal(bool)
    save_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.presets = PresetRow(NAMES)
        self.range = Select("How far back", RANGES)
        self.range.set_value(_AT_FIRST)
        self.own_weeks = WeekRange(today)
        self.own_weeks.hide()
        self.event_button = PlainButton("Add event", hint="Put a note on the time line")
        self.table = PlainButton("Table", hint="Show the same numbers as a table")
        self.table.setCheckable(True)
        self.save = PlainButton("Save", hint="Save what is on the screen as a file")
        row = ResponsiveRow(
            self.presets,
            self.range,
            self.event_button,
            self.table,
            self.save,
            least=_LEAST,
            gap=_GAP,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(row)
        column.addWidget(self.own_weeks)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.presets.picked.connect(self.preset_picked)
        self.presets.own_asked.connect(self.own_asked)
        self.range.picked.connect(self._on_range_picked)
        self.own_weeks.changed.connect(self.range_changed)
        self.event_button.clicked.connect(self.event_asked)
        self.table.toggled.connect(self.table_asked)
        self.save.clicked.connect(self.save_asked)

    @property
    def weeks(self) -> int | None:
        """How many weeks back, None for all."""
        value = self.range.value
        return value if isinstance(value, int) and value != OWN_WEEKS else None

    @property
    def own_span(self) -> Span | None:
        """The weeks the person chose; None if it is so many back."""
        return self.own_weeks.span if self.range.value == OWN_WEEKS else None

    def show_weeks(self, weeks: int | None) -> None:
        """Choose how far back, as if it had been picked."""
        self.range.set_value(weeks)
        self._on_range_picked(weeks)

    def show_own_weeks(self, span: Span) -> None:
        """Choose two weeks, as if they had been typed; the keyboard stays where it is."""
        self.range.set_value(OWN_WEEKS)
        self.own_weeks.show_span(span)
        self.own_weeks.show()
        self.range_changed.emit()

    def _on_range_picked(self, weeks: object) -> None:
        own = weeks == OWN_WEEKS
        self.own_weeks.setVisible(own)
        if own:
            self.own_weeks.take_focus()
        self.range_changed.emit()

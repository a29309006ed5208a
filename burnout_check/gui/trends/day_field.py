"""A day or a week to type, as one writes it here, or to pick from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from burnout_check.domain.dates import NOT_A_DATE, YEARS, parse_date
from burnout_check.domain.week import Week, plain_date, short_date
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import IconButton
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.trends.day_picker import DayPicker

_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}
_EXAMPLE = "Type a date like 25 Dec 2025 or 25/12/2025."
_DIGITS = 15


class DayField(Field):
    """A date to type; what was understood stands below it in words.

    The up and down arrow keys go a day on or back, Page Up and Page Down ten. What cannot be read
    is said beside the field, and then it holds no day.

    Signals:
        day_changed(day): a date was typed, stepped to or picked.

    Args:
        label: the visible name.
        today: tells the day it is.
    """

    day_changed = Signal(object)
    days_a_step = 1

    def __init__(self, label: str, today: Callable[[], date]) -> None:
        super().__init__(label, hint=_EXAMPLE)
        self._today = today
        self._calendar: DayPicker | None = None
        self.line.digits = _DIGITS
        self.pick = IconButton(f"Pick from a calendar: {label}", symbol="calendar")
        self.pick.clicked.connect(self._on_pick)
        self.beside.addWidget(self.pick)
        self.beside.addStretch()
        self.edited.connect(self._on_typed)

    @property
    def day(self) -> date | None:
        """The day that stands there; None if what stands there is no date."""
        return parse_date(self.text(), self._today())

    def show_day(self, day: date) -> None:
        """Put a day there without telling anyone."""
        self.set_text(short_date(day, year=True))
        self._say_understood()

    def problem(self) -> str | None:
        """What is wrong now, or None; an empty field is no date either."""
        return NOT_A_DATE if self.day is None else None

    def show_error_now(self) -> None:
        """Show what is wrong, or tell what was understood."""
        super().show_error_now()
        if self.day is not None and self.line.isModified():
            self.line.setModified(False)
            announce(self.line, self.words)

    @property
    def words(self) -> str:
        """What was understood, in words; an example where that is nothing."""
        return _EXAMPLE if self.day is None else plain_date(self.day, year=True, weekday=True)

    def _say_understood(self) -> None:
        self.set_hint(self.words)

    def _on_typed(self, _text: str) -> None:
        self._say_understood()
        if self.day is not None:
            self.day_changed.emit(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a step on or back."""
        day = self.day
        if event.key() not in _STEPS or day is None:
            super().keyPressEvent(event)
            return
        to = day + timedelta(days=_STEPS[event.key()] * self.days_a_step)
        if to.year in YEARS:
            self._take(to)

    def _take(self, day: date) -> None:
        self.show_day(day)
        announce(self.line, self.words)
        self.day_changed.emit(day)

    def _on_pick(self) -> None:
        if self._calendar is None:
            self._calendar = DayPicker(self)
            self._calendar.picked.connect(self._on_picked)
        self._calendar.open_at(self.day or self._today(), below=self.pick)

    def _on_picked(self, day: date) -> None:
        self._take(day)
        self.take_focus()


class WeekField(DayField):
    """A week, by any of its days; the arrow keys go from week to week.

    Signals:
        week_changed(week): the person stepped to another week, or typed one and went on.
    """

    week_changed = Signal(object)
    days_a_step = 7

    def __init__(self, label: str, today: Callable[[], date]) -> None:
        super().__init__(label, today)
        self._week = Week.of(today())
        self.day_changed.connect(self._on_day_changed)
        self.accepted.connect(self._settle)
        self.line.left.connect(self._settle)

    @property
    def week(self) -> Week:
        """The last week that was shown, or typed and gone on from."""
        return self._week

    def show_week(self, week: Week) -> None:
        """Put a week there without telling anyone."""
        self._week = week
        self.show_day(week.monday)

    def _on_day_changed(self) -> None:
        if not self.line.isModified():
            self._settle()

    def _settle(self) -> None:
        day = self.day
        if day is None or day == self._week.monday:
            return
        week = Week.of(day)
        changed = week != self._week
        self.show_week(week)
        if changed:
            self.week_changed.emit(week)

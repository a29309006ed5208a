"""A day or a week to type or to step through, in plain English whatever the computer speaks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.domain.week import Week
from burnout_check.gui.kit.labels import ErrorText, FieldLabel
from burnout_check.gui.look.scale import FollowsTextSize, px

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class DayEdit(FollowsTextSize, QDateEdit):
    """A day: the arrow keys change the part the cursor is in; digits and months can be typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setLocale(_ENGLISH)
        self.setDisplayFormat("d MMM yyyy")
        self.setAccessibleName(name)
        self.setCorrectionMode(QDateEdit.CorrectionMode.CorrectToNearestValue)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fit()

    @property
    def day(self) -> date:
        """The day that stands there."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Put a day there without telling anyone."""
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def _fit(self) -> None:
        # The room the stylesheet keeps at the sides is lost where there are buttons.
        self.lineEdit().setTextMargins(px(10), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class WeekEdit(DayEdit):
    """A week, by its Monday: the arrow keys go from week to week, Page Up and Down ten weeks.

    Signals:
        week_changed(week): the person stepped to another week, or typed one and went on.
    """

    week_changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._told: Week | None = None
        self.setKeyboardTracking(False)
        self.dateChanged.connect(self._on_date_changed)

    @property
    def week(self) -> Week:
        """The week of the day that stands there."""
        return Week.of(self.day)

    def show_week(self, week: Week) -> None:
        """Put a week there without telling anyone."""
        self._told = week
        self.show_day(week.monday)

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Go so many weeks on."""
        monday = self.week.plus(steps).monday
        self.setDate(QDate(monday.year, monday.month, monday.day))

    def _on_date_changed(self) -> None:
        week = self.week
        self.show_day(week.monday)
        if week != self._told:
            self._told = week
            self.week_changed.emit(week)


class DayField(QWidget):
    """A day with its label above, and what is wrong with it below."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.edit = DayEdit(label)
        self.error = ErrorText()
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(FieldLabel(label, buddy=self.edit))
        column.addWidget(self.edit)
        column.addWidget(self.error)
        self.setFocusProxy(self.edit)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

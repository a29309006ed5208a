"""A day, typed or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QSizePolicy

from burnout_check.gui.scale import px
from burnout_check.gui.tokens import hue


class DatePick(QDateEdit):
    """A date field whose calendar starts on Monday and has no colours of its own.

    Signals:
        picked(day): the person typed or picked another day (a ``datetime.date``).

    Args:
        name: the accessible name, equal to the label beside it.
        day: what it shows at first.
    """

    picked = Signal(object)

    def __init__(self, name: str, day: date) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_day(day)
        self.dateChanged.connect(self._on_date_changed)
        self._plain()

    @property
    def day(self) -> date:
        """The day it shows."""
        return _to_day(self.date())

    def set_day(self, day: date) -> None:
        """Show a day without telling anyone."""
        before = self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(before)

    def _on_date_changed(self, day: QDate) -> None:
        self.picked.emit(_to_day(day))

    def _plain(self) -> None:
        calendar = self.calendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setMinimumSize(px(320), px(280))
        ink = QTextCharFormat()
        ink.setForeground(hue(QPalette.ColorRole.Text))
        for day in Qt.DayOfWeek:
            calendar.setWeekdayTextFormat(day, ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._plain()


def _to_day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())

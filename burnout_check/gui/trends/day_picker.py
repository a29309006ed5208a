"""A month to pick a day from, opened below a date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from burnout_check.domain.dates import YEARS
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.look.scale import px

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_ARROWS = {
    "qt_calendar_prevmonth": ("\u2039", "Month before"),
    "qt_calendar_nextmonth": ("\u203a", "Next month"),
}
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DayPicker(QFrame):
    """A calendar over the page: arrow keys, Page Up and Page Down, Enter picks, Esc closes.

    Signals:
        picked(day): the person chose a day; the calendar has closed.

    Args:
        owner: what it belongs to and is destroyed with.
    """

    picked = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.calendar = calendar = QCalendarWidget()
        calendar.setAccessibleName("Calendar")
        calendar.setLocale(_ENGLISH)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        calendar.setDateEditEnabled(False)
        _name_arrows(calendar)
        calendar.setMinimumDate(QDate(YEARS.start, 1, 1))
        calendar.setMaximumDate(QDate(YEARS.stop - 1, 12, 31))
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(calendar)
        self.setFocusProxy(calendar)

    def open_at(self, day: date, *, below: QWidget) -> None:
        """Show the month of a day, as near below a widget as the screen has room for."""
        plain = QTextCharFormat()  # Qt has the weekend in red
        plain.setForeground(self.palette().brush(QPalette.ColorRole.Text))
        for weekday in _WEEKEND:
            self.calendar.setWeekdayTextFormat(weekday, plain)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setMinimumSize(px(340), px(280))
        self.adjustSize()
        free = below.screen().availableGeometry()
        at = below.mapToGlobal(below.rect().bottomLeft())
        left = max(free.left(), min(at.x(), free.right() - self.width()))
        top = max(free.top(), min(at.y() + 4, free.bottom() - self.height()))
        self.move(left, top)
        self.show()
        give_focus(self.calendar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _on_picked(self, day: QDate) -> None:
        if self.isVisible():  # a double click says it twice
            self.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))


def _name_arrows(calendar: QCalendarWidget) -> None:
    """Give Qt's black pictures the colour of words, and a name."""
    for button in calendar.findChildren(QToolButton):
        if button.objectName() in _ARROWS:
            sign, name = _ARROWS[button.objectName()]
            button.setIcon(QIcon())
            button.setText(sign)
            button.setAccessibleName(name)

"""Two weeks of a person's own, from and to, chosen by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from burnout_check.charts.model.panel import Span
from burnout_check.domain.week import Week
from burnout_check.gui.trends.day_field import WeekField


class WeekRange(QWidget):
    """The first and the last week of what is shown; neither goes past the other.

    Signals:
        changed(): another week was chosen.

    Args:
        today: tells the day it is.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.first = WeekField("From the week of", today)
        self.last = WeekField("To the week of", today)
        self.first.week_changed.connect(self._on_first_changed)
        self.last.week_changed.connect(self._on_last_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.first)
        row.addWidget(self.last)
        row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def span(self) -> Span:
        """The weeks from the first to the last."""
        return Span(self.first.week, self.last.week)

    def show_span(self, span: Span) -> None:
        """Put two weeks there; nobody is told."""
        self.first.show_week(span.first)
        self.last.show_week(span.last)

    def take_focus(self) -> None:
        """Give the keyboard to the first week."""
        self.first.take_focus()

    def _on_first_changed(self, week: Week) -> None:
        if self.last.week < week:
            self.last.show_week(week)
        self.changed.emit()

    def _on_last_changed(self, week: Week) -> None:
        if self.first.week > week:
            self.first.show_week(week)
        self.changed.emit()

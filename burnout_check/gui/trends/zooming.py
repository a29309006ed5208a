"""From some weeks to others by key or drag, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from burnout_check.charts.model.panel import Span
from burnout_check.gui.trends.chart_bar import ChartBar


class Zooming(QObject):
    """Remembers what was shown before each step, until the person picks a range by themselves.

    Args:
        bar: where the range is chosen and shown.
    """

    def __init__(self, bar: ChartBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._before: list[tuple[int | None, Span | None]] = []
        self._steps = False
        bar.range_changed.connect(self._on_range_changed)

    @property
    def can_go_back(self) -> bool:
        """Whether other weeks were shown before."""
        return bool(self._before)

    def go(self, span: Span | None) -> None:
        """Show other weeks, None for all."""
        self._before.append((self._bar.weeks, self._bar.own_span))
        self._show(None, span)

    def back(self) -> None:
        """Show the weeks before the last step."""
        if self._before:
            self._show(*self._before.pop())

    def _show(self, weeks: int | None, own: Span | None) -> None:
        self._steps = True
        if own is None:
            self._bar.show_weeks(weeks)
        else:
            self._bar.show_own_weeks(own)
        self._steps = False

    def _on_range_changed(self) -> None:
        if not self._steps:
            self._before.clear()

"""The sheet a chart is drawn on: its weeks, its look and its size, and where a day stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from burnout_check.charts.model.chart_style import POINTS_PER_PIXEL, ChartStyle
from burnout_check.charts.model.frame import WHOLE, Frame
from burnout_check.charts.model.panel import Span
from burnout_check.domain.week import Week

EPOCH = 719_163
"""The day matplotlib counts from, 1 January 1970, as ``date.toordinal`` counts."""

HALF_WEEK = 3.5
LAST_DAY = 6.5
"""The right edge, in days after the last Monday: an event on its Sunday is still inside."""


def x_of_day(day: date) -> float:
    """Where a day stands on the axis, as matplotlib numbers days."""
    return float(day.toordinal() - EPOCH)


def x_of(week: Week) -> float:
    """Where a week stands on the axis: its Monday."""
    return x_of_day(week.monday)


def day_of(x: float) -> date:
    """The day of a place on the axis."""
    return date.fromordinal(round(x) + EPOCH)


def week_of(x: float) -> Week:
    """The week of a place on the axis: what ``x_of`` turned into a number."""
    return Week(day_of(x))


def edges(span: Span) -> tuple[float, float]:
    """Where the axis begins and ends: each point has room for its whole marker."""
    return x_of(span.first) - HALF_WEEK, x_of(span.last) + LAST_DAY


@dataclass(frozen=True, slots=True)
class Canvas:
    """One figure being drawn: what it shows, how it looks, and its size in pixels at 100 %.

    ``right`` is the room at the right of each chart, for words, ``frame`` what stands around it.
    """

    span: Span
    style: ChartStyle
    families: tuple[str, ...]
    width: float
    height: float
    right: float
    frame: Frame = WHOLE

    @property
    def em(self) -> float:
        """The size of the text in pixels, which everything else is a share of."""
        return self.style.text

    def line(self, pixels: float) -> float:
        """A line width in points; it grows with the text, but less."""
        return pixels * POINTS_PER_PIXEL * max(1.0, math.sqrt(self.em / 13))

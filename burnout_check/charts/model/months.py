"""Many years of weeks as months: the middle value of each, its lowest and its highest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from statistics import median

from burnout_check.charts.model.panel import Panel, Span, rhythm
from burnout_check.domain.measures.measure import Point

MOST_WEEKS = 104
"""The longest time line that is drawn week by week."""

_WEEKS_A_MONTH = 30.4 / 7
_MIDDLE_DAY = 15


@dataclass(frozen=True, slots=True)
class Month:
    """The values of the weeks that begin in one month; ``day`` is the middle of the month."""

    day: date
    low: float
    middle: float
    high: float

    @property
    def _number(self) -> int:
        return 12 * self.day.year + self.day.month

    def since(self, other: Month) -> int:
        """How many months after another."""
        return self._number - other._number


def by_month(span: Span) -> bool:
    """Whether so many weeks are drawn as months."""
    return len(span) > MOST_WEEKS


def months(points: Iterable[Point]) -> tuple[Month, ...]:
    """The months there are values in, oldest first."""
    found = []
    for (year, month), group in groupby(
        points, key=lambda point: (point.week.monday.year, point.week.monday.month)
    ):
        values = [point.value for point in group]
        day = date(year, month, _MIDDLE_DAY)
        found.append(Month(day, min(values), float(median(values)), max(values)))
    return tuple(found)


def month_path(panel: Panel, span: Span) -> tuple[tuple[date, float | None], ...]:
    """The days and middle values a line goes through; None where a month without one is missing.

    Between two values of a measure that is asked every twelve weeks lie months without one, at
    which the line does not break.
    """
    known = months(panel.points(span))
    every = max(1, round((panel.rhythm or rhythm(panel.series)) / _WEEKS_A_MONTH))
    found: list[tuple[date, float | None]] = [(each.day, each.middle) for each in known[:1]]
    for before, after in pairwise(known):
        if after.since(before) > every:
            found.append((before.day, None))
        found.append((after.day, after.middle))
    return tuple(found)

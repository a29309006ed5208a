"""Where the axes of a chart begin and end, and what is written along them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.week import Week, short_date

STEPS = (1, 2, 4, 8, 13, 26, 52, 104)
"""Weeks between two dates on the axis; the smallest that leaves room for them is taken."""

ENDS = ("none", "most")
"""What stands at the foot and the top of a line without numbers."""

_CLOSE = 0.09
_FEW = 6


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """The values at the foot and the top of a chart, and those written beside it.

    ``ends`` are the words at the foot and the top of a line without numbers, else empty. ``note``
    says in words that the foot is not 0 where one would expect it; it is empty otherwise.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    note: str = ""
    ends: tuple[str, ...] = ()


def value_axis(panel: Panel, span: Span, *, close: float = _CLOSE) -> ValueAxis:
    """The whole possible range of a score; for a count from 0, unless that would flatten it.

    A line without numbers has no ticks, but words at its ends. A count is flattened when all there
    is to see lies in the upper half: then the axis starts higher, and says so.

    Args:
        panel: what is drawn.
        span: the weeks shown.
        close: how near two numbers beside the axis may stand, as a share of its length.
    """
    measure = panel.measure
    if not panel.numbers:
        return ValueAxis(measure.low, measure.high or 1.0, (), ends=ENDS)
    marked = [line.value for line in panel.lines]
    if measure.high is not None:
        edges = [band.low for band in measure.bands]
        ticks = _score_ticks(measure.low, measure.high, (*edges, *marked), close)
        return ValueAxis(measure.low, measure.high, ticks)
    seen = [point.value for point in panel.points(span)] + marked
    seen += [point.value for point in panel.usual if point.week in span]
    return _count_axis(seen)


def _score_ticks(
    low: float, high: float, wanted: Iterable[float], close: float
) -> tuple[float, ...]:
    if high - low <= _FEW:
        return tuple(low + step for step in range(int(high - low) + 1))
    room = (high - low) * close
    ticks = [low, high]
    for value in wanted:
        if low < value < high and all(abs(value - tick) >= room for tick in ticks):
            ticks.append(value)
    if len(ticks) == 2:
        ticks.append((low + high) / 2)
    return tuple(sorted(ticks))


def _count_axis(seen: list[float]) -> ValueAxis:
    highest, lowest = max(seen, default=0.0), min(seen, default=0.0)
    if lowest * 2 <= highest or lowest < 1:
        top = max(highest, 4.0)
        step = _nice_step(top)
        count = math.ceil(top / step - 1e-9)
        return ValueAxis(0, count * step, _steps(0, count, step))
    step = _nice_step(max(highest - lowest, highest / 2))
    # One step lower where the lowest would lie on the foot itself.
    foot = math.ceil(lowest / step - 1e-9) - 1
    count = max(1, math.ceil(highest / step - 1e-9) - foot)
    low = foot * step
    note = f"axis starts at {low:g}" if low > 0 else ""
    return ValueAxis(low, low + count * step, _steps(low, count, step), note)


def _nice_step(length: float) -> float:
    """A round step, a half at least, that divides ``length`` into four parts or fewer."""
    if length <= 2:
        return 0.5
    power = 10.0 ** math.floor(math.log10(length / 4))
    steps = (max(1.0, factor * power) for factor in (1, 2, 5, 10))
    return next(step for step in steps if length / step <= 4)


def _steps(low: float, count: int, step: float) -> tuple[float, ...]:
    return tuple(low + index * step for index in range(count + 1))


def week_ticks(span: Span, *, room: float, room_with_years: float) -> tuple[tuple[Week, str], ...]:
    """The dates along the foot of a chart: Mondays at even steps back from the last week.

    Args:
        span: the weeks shown.
        room: how many dates fit beside each other.
        room_with_years: how many fit when some of them bring their year.

    Returns:
        Each week with its date; the year stands at the first date, when there is more than one, and
        wherever it changes.
    """
    one_year = span.first.monday.year == span.last.monday.year
    least = len(span) / max(1.0, room if one_year else room_with_years)
    step = next((step for step in STEPS if step >= least), STEPS[-1])
    while step < least:
        step *= 2
    weeks = [span.last.plus(-step * back) for back in range((len(span) - 1) // step, -1, -1)]
    found: list[tuple[Week, str]] = []
    shown = weeks[0].monday.year if weeks[0].monday.year == weeks[-1].monday.year else None
    for week in weeks:
        year = week.monday.year
        found.append((week, short_date(week.monday, year=year != shown)))
        shown = year
    return tuple(found)

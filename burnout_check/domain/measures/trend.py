"""Where a measure stands against the person's own past: usual, baseline, and that in words."""

from __future__ import annotations

from statistics import median

from burnout_check.domain.measures.measure import Measure, Point, Series
from burnout_check.domain.measures.reliable_change import noise_verdict
from burnout_check.domain.week import Week, plain_date

USUAL_WEEKS = 8
USUAL_NEEDS = 4
BASELINE_SCORES = 3
MIDDLE_WEEKS = 4
MIDDLE_NEEDS = 3


def usual(series: Series, before: Week) -> float | None:
    """The median of the last eight values before a week; None with fewer than four."""
    values = [point.value for point in series.before(before).points[-USUAL_WEEKS:]]
    return float(median(values)) if len(values) >= USUAL_NEEDS else None


def baseline_points(series: Series, since: Week | None) -> tuple[Point, ...]:
    """The first three points from ``since`` on; empty while there are fewer."""
    points = series.points if since is None else series.points[_first_from(series, since) :]
    return points[:BASELINE_SCORES] if len(points) >= BASELINE_SCORES else ()


def baseline(series: Series, since: Week | None = None) -> float | None:
    """The median of the first three values from ``since`` on (the very first if it is None).

    Returns:
        None while there are fewer than three.
    """
    points = baseline_points(series, since)
    return float(median(point.value for point in points)) if points else None


def middle(series: Series, weeks: int = MIDDLE_WEEKS) -> Series:
    """The median of the values of the last few weeks, at each week that has one itself.

    A way of looking at a restless weekly measure, beside its points and never instead of them. A
    week is left out unless there are ``MIDDLE_NEEDS`` values in the ``weeks`` up to it.
    """
    found: list[Point] = []
    for place, point in enumerate(series.points):
        near = [
            each.value
            for each in series.points[max(0, place - weeks + 1) : place + 1]
            if point.week.since(each.week) < weeks
        ]
        if len(near) >= MIDDLE_NEEDS:
            found.append(Point(point.week, float(median(near))))
    return Series(series.measure, tuple(found))


def summary(
    series: Series,
    *,
    week: Week,
    until: Week | None = None,
    baseline_from: Week | None = None,
    plan_figure: float | None = None,
) -> str:
    """The words under a chart's title, such as "last 61, 15 over your usual 46, up 25 since June".

    The last value is set beside the job plan or what was due, then the usual, then the baseline,
    as far as they are known. How much a change since the baseline is worth is said where the
    measure's noise is known, and nowhere else.

    Args:
        series: the measure over time.
        week: the week it is now; an older last value says its own week.
        until: the last week to speak of, where a chart ends earlier; None: it is now.
        baseline_from: where the person said "start again from here".
        plan_figure: the figure of the job plan, in the measure's own unit.
    """
    known = series.until(week if until is None else until)
    last = known.last
    if last is None:
        return "no values yet" if until is None else "no values until then"
    parts = [f"last {_last(known.measure, last.value)}"]
    if week.since(last.week) > 1 or until is not None:
        parts[0] += f" in the week of {_day(last.week, week)}"
    if plan_figure is not None:
        beside = _against(known.measure, last.value, plan_figure, name="your job plan", link=" of")
        parts.append(beside)
    if known.measure.due is not None:
        parts.append(_against(known.measure, last.value, known.measure.due, name="what was due"))
    parts += _change(known, last, week, baseline_from)
    return ", ".join(parts)


def _last(measure: Measure, value: float) -> str:
    """A value without its unit, which stands beside the title; but "67" may be anything."""
    return measure.amount(value) if measure.unit == "%" else measure.show(value)


def _change(series: Series, last: Point, week: Week, since: Week | None) -> list[str]:
    said = []
    middle = usual(series, last.week)
    if middle is not None:
        said.append(_against(series.measure, last.value, middle, name="your usual", link=""))
    first = baseline_points(series, since)
    if first and last.week > first[-1].week:
        start = median(point.value for point in first)
        said.append(_against_start(series.measure, last.value - start, first[0].week, week))
    if said:
        return said
    if first:
        return ["one of your first 3 values, and later ones are compared with these"]
    return ["too few to compare yet: it takes 3 and then one more"]


def _against_start(measure: Measure, change: float, since: Week, week: Week) -> str:
    words = f"{_moved(measure, change)} since {_month(since, week)}"
    verdict = noise_verdict(measure, change)
    if not verdict or measure.show(abs(change)) == "0":
        return words
    return f"{words}, {verdict}"


def _against(
    measure: Measure, value: float, other: float, *, name: str, link: str | None = None
) -> str:
    """How far a value is over or under another; with a ``link`` the other is said as well.

    The difference is one of the numbers as shown, so that what is read adds up.
    """
    shown = measure.show(abs(measure.difference(value, other)))
    if shown == "0":
        return f"the same as {name}"
    said = "" if link is None else f"{link} {measure.show(other)}"
    return f"{shown} {'over' if value > other else 'under'} {name}{said}"


def _moved(measure: Measure, change: float) -> str:
    shown = measure.show(abs(change))
    if shown == "0":
        return "no change"
    return f"{'up' if change > 0 else 'down'} {shown}"


def _first_from(series: Series, since: Week) -> int:
    return len(series.before(since).points)


def _month(week: Week, now: Week) -> str:
    name = plain_date(week.monday, year=week.monday.year != now.monday.year)
    return name.split(" ", 1)[1]


def _day(week: Week, now: Week) -> str:
    return plain_date(week.monday, year=week.monday.year != now.monday.year)

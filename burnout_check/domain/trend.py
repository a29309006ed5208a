"""Where a measure stands against the person's own past: usual, baseline, and that in words."""

from __future__ import annotations

from statistics import median

from burnout_check.domain.measures import Measure, Point, Series
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
    baseline_from: Week | None = None,
    plan_figure: float | None = None,
) -> str:
    """The words under a chart's title, such as "last 61, up 25 since June, more than ...".

    A score with known noise is compared with the baseline, and the change with the noise. Anything
    else is compared with the usual, or while there is none with the baseline; and with
    ``plan_figure`` where the person gave one. Nothing is said about noise that is not known.

    Args:
        series: the measure over time.
        week: the week it is now; an older last value says its own week.
        baseline_from: where the person said "start again from here".
        plan_figure: the figure of the job plan, in the measure's own unit.
    """
    known = series.until(week)
    last = known.last
    if last is None:
        return "no values yet"
    parts = [f"last {series.measure.show(last.value)}"]
    if week.since(last.week) > 1:
        parts[0] += f" in the week of {_day(last.week, week)}"
    if plan_figure is not None:
        parts.append(_against_plan(series.measure, last.value, plan_figure))
    parts += _change(known, last, week, baseline_from)
    return ", ".join(parts)


def _change(series: Series, last: Point, week: Week, since: Week | None) -> list[str]:
    if series.measure.noise is None:
        middle = usual(series, last.week)
        if middle is not None:
            return [_against_usual(series.measure, last.value, middle)]
    first = baseline_points(series, since)
    if not first:
        return ["too few to compare yet: it takes 3 and then one more"]
    if last.week <= first[-1].week:
        return ["these are the first 3, which later ones are compared with"]
    start = median(point.value for point in first)
    return [_against_start(series.measure, last.value - start, first[0].week, week)]


def _against_start(measure: Measure, change: float, since: Week, week: Week) -> str:
    words = f"{_moved(measure, change)} since {_month(since, week)}"
    noise = measure.noise
    if noise is None or measure.show(abs(change)) == "0":
        return words
    beyond = "more than" if abs(change) >= noise.points else "within"
    own = "" if noise.published else " (our own estimate)"
    return f"{words}, {beyond} the measure’s noise{own}"


def _against_usual(measure: Measure, value: float, middle: float) -> str:
    shown = measure.show(abs(value - middle))
    if shown == "0":
        return "the same as your usual"
    side = "over" if value > middle else "under"
    return f"{shown} {side} your usual {measure.show(middle)}"


def _against_plan(measure: Measure, value: float, figure: float) -> str:
    shown = measure.show(abs(value - figure))
    if shown == "0":
        return "the same as your job plan"
    side = "over" if value > figure else "under"
    return f"{shown} {side} your job plan of {measure.show(figure)}"


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

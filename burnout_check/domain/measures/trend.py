"""Where a measure stands against the person's own past: usual, baseline, and that in words."""

from __future__ import annotations

from statistics import median, quantiles

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
    values = _latest(series, before)
    return float(median(values)) if len(values) >= USUAL_NEEDS else None


def usual_range(series: Series, before: Week) -> tuple[float, float] | None:
    """The middle half of the values that the usual of a week is made of, its foot and its top."""
    values = _latest(series, before)
    if len(values) < USUAL_NEEDS:
        return None
    low, _middle, high = quantiles(values, method="inclusive")
    return low, high


def _latest(series: Series, before: Week) -> list[float]:
    return [point.value for point in series.before(before).points[-USUAL_WEEKS:]]


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


def summary(  # noqa: PLR0913 - each is one thing to know of a chart, by name
    series: Series,
    *,
    week: Week,
    since: Week | None = None,
    until: Week | None = None,
    baseline_from: Week | None = None,
    plan_figure: float | None = None,
) -> str:
    """The words under a chart's title, such as "last 61, 15 over your usual 46, up 25 since June".

    The last value is set beside the job plan or what was due, then the usual, then the baseline,
    as far as they are known. How much a change since the baseline is worth is said where the
    measure's noise is known, and nowhere else. Where a chart begins later than the values, the
    change is that since its own first values, or its first one where it shows fewer than four.

    Args:
        series: the measure over time.
        week: the week it is now; an older last value says its own week.
        since: the first week to speak of; None: from the first value on.
        until: the last week to speak of, where a chart ends earlier; None: it is now.
        baseline_from: where the person said "start again from here".
        plan_figure: the figure of the job plan, in the measure's own unit.
    """
    known = series.until(week if until is None else until)
    last = known.last
    if last is None:
        return "no values yet" if until is None else "no values until then"
    cut = since if since is not None and known.points[0].week < since else None
    if cut is not None and last.week < cut:
        return "no values in these weeks"
    parts = [f"last {_last(known.measure, last.value)}"]
    if week.since(last.week) > 1 or until is not None:
        parts[0] += f" in the week of {_day(last.week, week)}"
    if plan_figure is not None:
        beside = _against(known.measure, last.value, plan_figure, name="your job plan", link=" of")
        parts.append(beside)
    if known.measure.due is not None:
        parts.append(_against(known.measure, last.value, known.measure.due, name="what was due"))
    parts += _change(known, week, since=cut, baseline_from=baseline_from)
    return ", ".join(parts)


def _last(measure: Measure, value: float) -> str:
    """A value without its unit, which stands beside the title; but "67" may be anything."""
    return measure.amount(value) if measure.unit == "%" else measure.show(value)


def _change(
    series: Series, week: Week, *, since: Week | None, baseline_from: Week | None
) -> list[str]:
    """The usual and the change; ``since`` is where a chart begins among the values, if it does."""
    last, said = series.points[-1], []
    middle = usual(series, last.week)
    if middle is not None:
        said.append(_against(series.measure, last.value, middle, name="your usual", link=""))
    starts = [start for start in (since, baseline_from) if start is not None]
    first = baseline_points(series, max(starts, default=None))
    if first and last.week > first[-1].week:
        start = median(point.value for point in first)
        month = _month(first[0].week, week)
        said.append(_against_start(series.measure, last.value - start, month))
    elif since is not None:
        said.append(_within_few(series, since, week))
    if said:
        return said
    if first:
        return ["one of your first 3 values, and later ones are compared with these"]
    return ["too few to compare yet: it takes 3 and then one more"]


def _within_few(series: Series, since: Week, week: Week) -> str:
    """The change from the first value a chart shows, where it shows only a few."""
    first, last = series.points[_first_from(series, since)], series.points[-1]
    if first == last:
        return "the only value in these weeks"
    day = f"the week of {_day(first.week, week)}"
    return _against_start(series.measure, last.value - first.value, day)


def _against_start(measure: Measure, change: float, since: str) -> str:
    words = f"{_moved(measure, change)} since {since}"
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

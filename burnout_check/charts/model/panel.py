"""What one chart shows: a series, the lines it is read against, and the weeks away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from burnout_check.domain.event import Event
from burnout_check.domain.measures.measure import Measure, Point, Series
from burnout_check.domain.measures.trend import USUAL_WEEKS, usual, usual_range
from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.week import Week

NAMES = {Reason.LEAVE: "Leave", Reason.SICK: "Sick", Reason.OTHER: "Away"}
"""The word for each reason not to check in."""


@dataclass(frozen=True, slots=True)
class Span:
    """The weeks a chart shows, both included."""

    first: Week
    last: Week

    def __contains__(self, week: Week) -> bool:
        return self.first <= week <= self.last

    @property
    def weeks(self) -> tuple[Week, ...]:
        """Every week, oldest first."""
        return tuple(self.first.plus(step) for step in range(len(self)))

    def __len__(self) -> int:
        return max(0, self.last.since(self.first) + 1)


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A value worth comparing with, and in words what it is."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class AwaySpan:
    """Weeks in a row that were leave, sickness or something else."""

    first: Week
    last: Week
    reason: Reason

    @property
    def name(self) -> str:
        """The word that stands over the shaded weeks."""
        return NAMES[self.reason]


@dataclass(frozen=True, slots=True)
class Range:
    """From where to where something lay in one week."""

    week: Week
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart: ``series`` is everything known, whatever part of it is shown.

    ``lines`` are thresholds and the figures of the job plan. ``usual`` has one point for each week
    with a usual, ``usual_range`` the middle half of the values it is made of. ``middle`` is the
    four-week middle where it is wanted, else empty. ``rhythm`` is the number of weeks between two
    values as the person asked for it; None: as the values themselves show it. ``look`` numbers the
    measure's own colour and marker. ``events`` are in order. Without ``numbers`` it is a line only:
    nothing written beside it, or said of it, has a value.
    """

    series: Series
    title: str
    sentence: str
    lines: tuple[ReferenceLine, ...] = ()
    usual: tuple[Point, ...] = ()
    away: tuple[AwaySpan, ...] = ()
    rhythm: int | None = None
    look: int = 0
    numbers: bool = True
    events: tuple[Event, ...] = ()
    middle: tuple[Point, ...] = ()
    usual_range: tuple[Range, ...] = ()

    @property
    def measure(self) -> Measure:
        """What the series measures."""
        return self.series.measure

    def points(self, span: Span) -> tuple[Point, ...]:
        """The values within ``span``, oldest first."""
        return tuple(point for point in self.series.points if point.week in span)

    def away_in(self, span: Span) -> tuple[AwaySpan, ...]:
        """The parts of the weeks away that lie within ``span``."""
        return tuple(
            AwaySpan(max(each.first, span.first), min(each.last, span.last), each.reason)
            for each in self.away
            if each.first <= span.last and each.last >= span.first
        )

    def events_in(self, span: Span) -> tuple[Event, ...]:
        """The events of the weeks of ``span``, oldest first."""
        return tuple(event for event in self.events if event.week in span)

    def reason(self, week: Week) -> str:
        """Why the person was away in ``week``, in a word; empty if they were not."""
        return next((each.name for each in self.away if each.first <= week <= each.last), "")


def rhythm(series: Series) -> int:
    """The usual number of weeks between two values: the median gap, the lower of two."""
    gaps = [later.week.since(earlier.week) for earlier, later in pairwise(series.points)]
    return max(1, median_low(gaps)) if gaps else 1


def path(panel: Panel, span: Span) -> tuple[tuple[Week, float | None], ...]:
    """The weeks and values the line goes through; None where the pen is lifted.

    The line breaks where two values lie at least two rhythms apart, for then there was room for
    one more between them: at any missing week of a weekly measure, where one was left out of a
    four-weekly one. It also breaks where a value was due in a week away and came later. Each value
    that could have been there is one None in the path.
    """
    return steps(panel.points(span), panel.rhythm or rhythm(panel.series), away=panel.away)


def steps(
    points: Iterable[Point], every: int, *, away: Iterable[AwaySpan] = ()
) -> tuple[tuple[Week, float | None], ...]:
    """The points with a None for each value that is missing, of one every so many weeks."""
    spans = tuple(away)
    found: list[tuple[Week, float | None]] = []
    previous: Week | None = None
    for point in points:
        if previous is not None:
            due = previous.plus(every)
            was_away = any(each.first <= due <= each.last for each in spans)
            late = due < point.week and was_away
            missing = max(point.week.since(previous) // every - 1, int(late))
            found += [(previous.plus(every * (count + 1)), None) for count in range(missing)]
        found.append((point.week, point.value))
        previous = point.week
    return tuple(found)


def away_spans(away: Iterable[Away]) -> tuple[AwaySpan, ...]:
    """The weeks away, with those in a row for the same reason joined."""
    found: list[AwaySpan] = []
    for each in sorted(away, key=lambda one: one.week):
        last = found[-1] if found else None
        if last and last.reason is each.reason and each.week.since(last.last) == 1:
            found[-1] = AwaySpan(last.first, each.week, last.reason)
        else:
            found.append(AwaySpan(each.week, each.week, each.reason))
    return tuple(found)


def usual_steps(series: Series, span: Span) -> tuple[Point, ...]:
    """What was usual in each week of ``span`` up to the last value; weeks without one are left out.

    That of a week is the median of the eight values before it, as everywhere in the app.
    """
    found = ((week, usual(latest, week)) for week, latest in _latest_before(series, span))
    return tuple(Point(week, value) for week, value in found if value is not None)


def usual_ranges(series: Series, span: Span) -> tuple[Range, ...]:
    """The middle half of the values that the usual of each week is made of."""
    found = ((week, usual_range(latest, week)) for week, latest in _latest_before(series, span))
    return tuple(Range(week, *ends) for week, ends in found if ends is not None)


def _latest_before(series: Series, span: Span) -> Iterator[tuple[Week, Series]]:
    """Each week up to the last value, with the few values before it that count for its usual.

    All of them for each week would take long in ten years.
    """
    if series.last is None:
        return
    for week in Span(span.first, min(span.last, series.last.week)).weeks:
        count = bisect_left(series.points, week, key=lambda point: point.week)
        yield week, Series(series.measure, series.points[max(0, count - USUAL_WEEKS) : count])

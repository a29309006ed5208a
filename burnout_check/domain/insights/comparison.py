"""The eight weeks before an event beside the eight from then on: numbers, and never a cause."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from burnout_check.domain.event import Event
from burnout_check.domain.measures.measure import Measure, Point, Series
from burnout_check.domain.measures.reliable_change import noise_verdict
from burnout_check.domain.week import Week

WEEKS = 8
NEEDS = 3
"""How many weeks are looked at on each side, and how many values each side needs."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: its first and last week, and the values that are there."""

    first: Week
    last: Week
    points: tuple[Point, ...]

    @property
    def median(self) -> float | None:
        """The middle value; None with fewer than ``NEEDS``."""
        values = [point.value for point in self.points]
        return float(median(values)) if len(values) >= NEEDS else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One measure before an event, and from the event's own week on."""

    event: Event
    measure: Measure
    before: Side
    after: Side

    @property
    def change(self) -> float | None:
        """How much higher the middle value is from the event on; None with too few values."""
        before, after = self.before.median, self.after.median
        return None if before is None or after is None else after - before

    @property
    def beyond_noise(self) -> bool | None:
        """Whether the change is a reliable one; None where that is not known.

        The line is one for two single scores. A middle of several moves less, so this errs on the
        side of calling a change noise.
        """
        noise, change = self.measure.noise, self.change
        return None if noise is None or change is None else noise.is_beyond(change)

    @property
    def sentence(self) -> str:
        """The comparison in words, or what it still needs."""
        name, before, after = self.measure.name, self.before, self.after
        if before.median is None or after.median is None:
            return (
                f"{name}: too few values to compare. It takes {NEEDS} on each side, and there "
                f"{'is' if len(before.points) == 1 else 'are'} {len(before.points)} before "
                f"and {len(after.points)} from then on."
            )
        return (
            f"{name}: middle value {self.measure.amount(before.median)} in the {WEEKS} weeks "
            f"before ({len(before.points)} values), {self.measure.amount(after.median)} in the "
            f"{WEEKS} weeks from then on ({len(after.points)} values). {self._moved}."
        )

    @property
    def _moved(self) -> str:
        before, after = self.before.median or 0.0, self.after.median or 0.0
        change = after - before
        shown = self.measure.show(abs(self.measure.difference(after, before)))
        if shown == "0":
            return "No difference"
        words = f"That is {shown} {'higher' if change > 0 else 'lower'}"
        verdict = noise_verdict(self.measure, change)
        return f"{words}, {verdict}" if verdict else words


def compare(
    event: Event,
    series: Mapping[str, Series],
    measures: Iterable[str],
    *,
    away: Container[Week] = frozenset(),
) -> tuple[Comparison, ...]:
    """Each of the measures before and after an event, in their order.

    Args:
        event: what happened; its own week belongs to what comes after.
        series: every measure by id.
        measures: ids of those to compare; one that is not known is left out.
        away: weeks of leave or sickness, whose values are left out.
    """
    week = event.week
    return tuple(
        Comparison(
            event,
            series[name].measure,
            _side(series[name], week.plus(-WEEKS), away),
            _side(series[name], week, away),
        )
        for name in measures
        if name in series
    )


def _side(series: Series, first: Week, away: Container[Week]) -> Side:
    last = first.plus(WEEKS - 1)
    inside = (point for point in series.until(last).points if point.week >= first)
    return Side(first, last, tuple(point for point in inside if point.week not in away))

"""What is shown in supervision: only what was ticked, as plain values, and nothing it came from.

The view that two people look at and the PDF are made from this and from nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burnout_check.domain.measures.measure import Measure, Point
from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.support.action import ActionStatus
from burnout_check.domain.week import Week


@dataclass(frozen=True, slots=True)
class SharedMeasure:
    """One chart.

    With numbers, ``points`` are the values of the weeks shown and ``lines`` what they may be
    compared with, in words. As a line only, ``points`` are heights from 0, none, to 1, the most
    there can be or was, ``measure`` has a name and nothing else that was known of it, ``lines``
    are empty, and ``sentence`` has no number in it.
    """

    title: str
    sentence: str
    measure: Measure
    points: tuple[Point, ...]
    with_numbers: bool
    lines: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SharedWeek:
    """What is said about one week: something that happened, or a note."""

    week: Week
    text: str


@dataclass(frozen=True, slots=True)
class SharedAway:
    """A week with no check-in, and why."""

    week: Week
    reason: Reason


@dataclass(frozen=True, slots=True)
class SharedAction:
    """Something to do; ``due`` may be open."""

    text: str
    who: str
    due: date | None
    status: ActionStatus


@dataclass(frozen=True, slots=True)
class SharedView:
    """The weeks from ``first`` to ``last``, both included, as the person chose to show them.

    Of a prompt there is its title alone: its text speaks to the person.
    """

    made: date
    first: Week
    last: Week
    measures: tuple[SharedMeasure, ...] = ()
    prompts: tuple[str, ...] = ()
    events: tuple[SharedWeek, ...] = ()
    away: tuple[SharedAway, ...] = ()
    actions: tuple[SharedAction, ...] = ()
    notes: tuple[SharedWeek, ...] = ()
    agenda: tuple[str, ...] = ()

    @property
    def weeks(self) -> int:
        """How many weeks."""
        return self.last.since(self.first) + 1

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        parts = (self.measures, self.prompts, self.events, self.away, self.actions, self.notes)
        return not any((*parts, self.agenda))

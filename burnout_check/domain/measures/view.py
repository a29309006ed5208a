"""Everything a rule may look at: what was known at the end of one week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from burnout_check.domain.measures.measure import Point, Series
from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.week import Week

_AWAY = (Reason.LEAVE, Reason.SICK)


@dataclass(frozen=True, slots=True)
class View:
    """What is known at the end of ``week``: all that a rule may look at.

    ``series`` may go on after ``week``; what is later is never looked at. ``away`` are weeks of
    leave or sickness. ``events`` has the ids of the hard events of every week that has a check-in,
    or of which one was told outside it, oldest first.
    """

    series: Mapping[str, Series]
    plan: Plan
    week: Week
    away: frozenset[Week] = frozenset()
    events: Mapping[Week, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, history: History, series: Mapping[str, Series], *, plan: Plan, week: Week) -> View:
        """The view of a whole history."""
        return cls(
            series,
            plan,
            week,
            away_weeks(history),
            history.events_by_week,
        )

    def back(self, weeks: int) -> View:
        """What was known so many weeks earlier."""
        return replace(self, week=self.week.plus(-weeks))

    def known(self, measure: str) -> Series | None:
        """A measure up to the week, None if it has no value yet or there is no such measure."""
        series = self.series.get(measure)
        known = None if series is None else series.until(self.week)
        return known if known is not None and known.points else None

    def points(self, measure: str) -> tuple[Point, ...]:
        """The points of a measure up to the week, oldest first."""
        known = self.known(measure)
        return () if known is None else known.points

    def fresh(self, week: Week, rule: Rule) -> bool:
        """Whether ``week`` is recent enough for the rule to speak of it."""
        return 0 <= self.week.since(week) <= rule.fresh


def away_weeks(history: History) -> frozenset[Week]:
    """The weeks of leave and sickness."""
    return frozenset(past.week for past in history.away if past.reason in _AWAY)

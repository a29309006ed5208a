"""One history read as a whole: series, what stands out, and the words for it; never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from burnout_check.domain.check_in import CheckIn
from burnout_check.domain.comparison import Comparison, compare
from burnout_check.domain.content import Content
from burnout_check.domain.derived import derived_series
from burnout_check.domain.event import Event
from burnout_check.domain.history import History
from burnout_check.domain.measures import Series, all_series
from burnout_check.domain.patterns import Patterns, patterns
from burnout_check.domain.plan import Plan
from burnout_check.domain.received import with_sessions, without_open_week
from burnout_check.domain.result_tiles import result_tiles
from burnout_check.domain.rule import SUPERVISION, Prompt
from burnout_check.domain.rules import prompts_of
from burnout_check.domain.tiles import Tile, home_tiles
from burnout_check.domain.trend import summary
from burnout_check.domain.view import View, away_weeks
from burnout_check.domain.week import Week
from burnout_check.domain.wording import week_sentence


@dataclass(frozen=True)
class Reading:
    """What a history says, given the content and the person's figures.

    ``sessions`` are the minutes of the supervision sessions kept, by week.
    """

    history: History
    content: Content
    plan: Plan
    sessions: Mapping[Week, float] = field(default_factory=dict)

    @cached_property
    def series(self) -> Mapping[str, Series]:
        """The values of every measure over time, by measure id, oldest first."""
        noted = all_series(self.history, self.content.instruments)
        if SUPERVISION in noted:
            noted[SUPERVISION] = with_sessions(noted[SUPERVISION], self.sessions)
        worked_out = derived_series(self.history, noted, plan=self.plan, rules=self.content.rules)
        return {**noted, **worked_out}

    @cached_property
    def away(self) -> frozenset[Week]:
        """The weeks of leave and sickness."""
        return away_weeks(self.history)

    def compare(self, event: Event, measures: Iterable[str]) -> tuple[Comparison, ...]:
        """Each of the measures in the eight weeks before an event and from its week on."""
        return compare(event, self.series, measures, away=self.away)

    @cached_property
    def patterns(self) -> Patterns:
        """What goes together in the same week, where chance is a poor explanation."""
        return patterns(self.series, plan=self.plan, rules=self.content.rules, away=self.away)

    def view(self, week: Week) -> View:
        """What was known at the end of a week; of one whose check-in is not done, no sessions."""
        series = dict(self.series)
        if week in self.sessions and SUPERVISION in series:
            done = self.history.get(week) is not None
            series[SUPERVISION] = without_open_week(series[SUPERVISION], week, checked_in=done)
        return View.of(self.history, series, plan=self.plan, week=week)

    def prompts(self, week: Week) -> tuple[Prompt, ...]:
        """What stands out at the end of a week, worst first, put aside or not."""
        return prompts_of(self.content.rules, self.view(week))

    def tiles(self, week: Week) -> tuple[Tile, ...]:
        """Burnout, anxiety, caseload and supervision as last known."""
        return home_tiles(self.content.rules, self.view(week))

    def result_tiles(self, week: Week) -> tuple[Tile, ...]:
        """Burnout, anxiety, workload and supervision in the check-in of one week."""
        return result_tiles(self.content.rules, self.view(week))

    def sentence(self, check_in: CheckIn) -> str:
        """What a week was like beside the person's usual."""
        return week_sentence(
            check_in,
            history=self.history,
            series=self.series,
            plan=self.plan,
            rules=self.content.rules,
        )

    def trend(self, measure: str, week: Week) -> str:
        """The words under a chart's title: last value, change, and what it is worth."""
        return summary(
            self.series[measure],
            week=week,
            baseline_from=self.plan.baseline_from,
            plan_figure=self.plan.figure_of(measure),
        )

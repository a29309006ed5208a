"""One history read as a whole: series, what stands out, and the words for it; never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from burnout_check.domain.content import Content
from burnout_check.domain.event import Event
from burnout_check.domain.insights.comparison import Comparison, compare
from burnout_check.domain.insights.derived import derived_series
from burnout_check.domain.insights.patterns import Patterns, patterns
from burnout_check.domain.insights.result_tiles import result_tiles
from burnout_check.domain.insights.sentences import week_sentence
from burnout_check.domain.insights.tiles import Tile, home_tiles
from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.measures.measure import Series, all_series
from burnout_check.domain.measures.plan_figures import plan_figure
from burnout_check.domain.measures.trend import summary, usual
from burnout_check.domain.measures.view import View, away_weeks
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.firing_counts import Fired, firing_counts
from burnout_check.domain.rules.lasting import better_than, with_lasting
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.prompt_novelty import with_novelty
from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.rules.rule_history import RuleHistory
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.supervision.supervision_minutes import with_kept, without_open_week
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.week import Week

_ANY = Week.parse("2026-01-05")  # of a history without a check-in, of which no rule speaks


@dataclass(frozen=True)
class Reading:
    """What a history says, given the content, the person's figures and their own rules.

    ``sessions`` are the supervision sessions kept.
    """

    history: History
    content: Content
    plan: Plan
    rules: tuple[Rule, ...]
    sessions: tuple[SupervisionSession, ...] = ()

    @cached_property
    def series(self) -> Mapping[str, Series]:
        """The values of every measure over time, by measure id, oldest first."""
        noted = with_kept(all_series(self.history, self.content.instruments), self.sessions)
        worked_out = derived_series(self.history, noted, plan=self.plan, rules=self.rules)
        return {**noted, **worked_out}

    @cached_property
    def away(self) -> frozenset[Week]:
        """The weeks of leave and sickness."""
        return away_weeks(self.history)

    def usual(self, measure: str, before: Week) -> float | None:
        """The person's usual of a measure before a week, None where it is not known."""
        series = self.series.get(measure)
        return None if series is None else usual(series, before)

    def compare(self, event: Event, measures: Iterable[str]) -> tuple[Comparison, ...]:
        """Each of the measures in the eight weeks before an event and from its week on."""
        return compare(event, self.series, measures, away=self.away)

    @cached_property
    def patterns(self) -> Patterns:
        """What goes together in the same week, where chance is a poor explanation."""
        return patterns(self.series, plan=self.plan, rules=self.rules, away=self.away)

    def view(self, week: Week) -> View:
        """What was known at the end of a week; of one whose check-in is not done, no sessions."""
        series = self.series
        if any(session.week == week for session in self.sessions) and SUPERVISION in series:
            done = self.history.get(week) is not None
            known = without_open_week(series[SUPERVISION], week, checked_in=done)
            series = {**series, SUPERVISION: known}
        return replace(self._whole, series=series, week=week)

    @cached_property
    def _whole(self) -> View:
        return View.of(self.history, self.series, plan=self.plan, week=_ANY)

    def prompts(self, week: Week) -> tuple[Prompt, ...]:
        """What stands out at the end of a week, worst first, put aside or not."""
        checked = {past.week for past in self.history.check_ins}
        found = with_lasting(prompts_of(self.rules, self.view(week)), self._rule_history, week)
        return with_novelty(found, self._rule_history, week, checked=checked)

    def fired(self, rules: Iterable[Rule], week: Week) -> Mapping[str, Fired]:
        """How often each of ``rules`` would have spoken in the year up to a week, by its id."""
        known = tuple(rules)
        rule_history = RuleHistory(known, self.view(week))
        return {rule.id: firing_counts(rule, rule_history, week) for rule in known}

    @cached_property
    def _rule_history(self) -> RuleHistory:
        newest = max((past.week for past in self.history.check_ins), default=_ANY)
        return RuleHistory(self.rules, self.view(newest))

    def tiles(self, week: Week) -> tuple[Tile, ...]:
        """Burnout, anxiety, caseload and supervision as last known."""
        return home_tiles(self.rules, self.view(week))

    def result_tiles(self, week: Week) -> tuple[Tile, ...]:
        """Burnout, anxiety, workload and supervision in the check-in of one week."""
        return result_tiles(self.rules, self.view(week))

    def sentence(self, check_in: CheckIn) -> str:
        """What a week was like beside the person's usual."""
        return week_sentence(
            check_in,
            view=self.view(check_in.week),
            rules=self.rules,
            prompts=self.prompts(check_in.week),
            better=better_than(self.rules, self._rule_history, check_in.week),
        )

    def trend(
        self, measure: str, week: Week, *, since: Week | None = None, until: Week | None = None
    ) -> str:
        """The words under a chart's title: last value, change, and what it is worth.

        ``since`` and ``until`` are the ends of the chart, where it does not show everything.
        """
        return summary(
            self.series[measure],
            week=week,
            since=since,
            until=until,
            baseline_from=self.plan.baseline_from,
            plan_figure=plan_figure(self.plan, measure),
        )

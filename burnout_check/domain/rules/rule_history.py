"""What each rule said, or would have said, at the end of any week; each worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from burnout_check.domain.measures.view import View
from burnout_check.domain.rules.conditions import fire
from burnout_check.domain.rules.rule import Rule, Severity, Together
from burnout_check.domain.week import Week


class RuleHistory:
    """Asks single rules about single weeks, by themselves: no rule silences another here.

    Args:
        rules: the rules that may be asked; one about two things at once asks the others of them.
        view: what is known, up to any week.
    """

    def __init__(self, rules: Iterable[Rule], view: View) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._view = view
        self._said: dict[tuple[str, Week], Severity | None] = {}

    def severity(self, rule: Rule, week: Week) -> Severity | None:
        """What a rule said with what was known at the end of ``week``, None if nothing."""
        key = (rule.id, week)
        if key not in self._said:
            self._said[key] = self._ask(rule, week)
        return self._said[key]

    def _ask(self, rule: Rule, week: Week) -> Severity | None:
        firing = fire(rule, replace(self._view, week=week))
        found = [] if firing is None else [firing.when.severity]
        for when in rule.whens:
            if isinstance(when, Together) and self._both(when, week):
                found.append(when.severity)
        return max(found, default=None)

    def _both(self, when: Together, week: Week) -> bool:
        weeks = [week.plus(-back) for back in range(when.within)]
        each_side = (when.load, when.support)
        lately = all(self._any(when, side, weeks) for side in each_side)
        return lately and any(self._any(when, side, weeks[:1]) for side in each_side)

    def _any(self, when: Together, ids: Iterable[str], weeks: Iterable[Week]) -> bool:
        asked = [self._rules[name] for name in ids if name in self._rules]
        return any(
            when.counts(rule.id, self.severity(rule, week)) for week in weeks for rule in asked
        )

"""How often a rule would have spoken in the last year, by asking it at the end of each week."""

from __future__ import annotations

from dataclasses import dataclass

from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.rules.rule_history import RuleHistory
from burnout_check.domain.week import Week

YEAR = 52


@dataclass(frozen=True, slots=True)
class Fired:
    """How often a rule would have spoken: ``times`` it began, and ``weeks`` it stood in all."""

    times: int = 0
    weeks: int = 0

    @property
    def words(self) -> str:
        """Such as "2 times in your last year, 5 weeks in all"."""
        if not self.weeks:
            return "Never in your last year"
        times = "Once" if self.times == 1 else f"{self.times} times"
        weeks = "1 week" if self.weeks == 1 else f"{self.weeks} weeks"
        return f"{times} in your last year, {weeks} in all"


def firing_counts(rule: Rule, rule_history: RuleHistory, until: Week) -> Fired:
    """How often a rule would have spoken by itself in the 52 weeks up to one.

    It is asked at the end of every week with what was known then, whether or not another rule
    would have spoken instead of it, or the person put it aside.
    """
    weeks = (until.plus(-back) for back in range(YEAR - 1, -1, -1))
    said = [rule_history.severity(rule, week) is not None for week in weeks]
    began = sum(now and not before for before, now in zip([False, *said], said, strict=False))
    return Fired(began, sum(said))

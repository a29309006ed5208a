"""What is said of an Act that has stood for weeks, and of one that has gone; from the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Lasting, Rule, RuleKind, Severity
from burnout_check.domain.rules.rule_history import RuleHistory
from burnout_check.domain.support.option import Family, Tier
from burnout_check.domain.week import Week

LONG = 4
"""An Act that has stood for so many weeks is long, here and where it is said that it has gone."""

_LOOK_BACK = 156
_LATELY = 4
_STRAIN = frozenset({Family.BURNOUT, Family.ANXIETY, Family.MOOD, Family.WORKLOAD})
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


def with_lasting(
    found: Iterable[Prompt], rule_history: RuleHistory, week: Week
) -> tuple[Prompt, ...]:
    """The prompts, those that have been an Act for long with that said, and other help first.

    Args:
        found: what stands out at the end of the week.
        rule_history: what the rules said in the weeks before.
        week: the week it is.
    """
    return tuple(_with(prompt, weeks_standing(prompt.rule, rule_history, week)) for prompt in found)


def weeks_standing(rule: Rule, rule_history: RuleHistory, week: Week) -> int:
    """For how many weeks running a rule has asked to act, this one among them."""
    for back in range(_LOOK_BACK):
        said = rule_history.severity(rule, week.plus(-back))
        if said is None or said < Severity.ACT:
            return back
    return _LOOK_BACK


def heavy_for(prompts: Iterable[Prompt]) -> int:
    """For how many weeks strain has been past a line, by the Act that has stood the longest."""
    past = (each for each in prompts if each.rule.kind is RuleKind.PAST_A_LINE)
    return max((each.standing for each in past if each.family in _STRAIN), default=0)


def is_past_a_line(prompts: Iterable[Prompt]) -> bool:
    """Whether anything of one's own is past a line, so that a week is no ordinary one."""
    return any(
        each.rule.kind is RuleKind.PAST_A_LINE and each.family in _STRAIN for each in prompts
    )


def better_than(rules: Sequence[Rule], rule_history: RuleHistory, week: Week) -> str:
    """Such as "Better than in October", where an Act that stood for long has gone; else empty.

    The month is the last one in which it stood. It is said for 4 weeks, and only while no rule
    about strain asks to act.
    """
    strain = [rule for rule in rules if rule.family in _STRAIN]
    if any(weeks_standing(rule, rule_history, week) for rule in strain):
        return ""
    for back in range(1, _LATELY + 1):
        then = week.plus(-back)
        if any(weeks_standing(rule, rule_history, then) >= LONG for rule in strain):
            return f"Better than in {_MONTHS[then.monday.month - 1]}"
    return ""


def _with(prompt: Prompt, weeks: int) -> Prompt:
    held = [each for each in prompt.rule.lasting if weeks >= each.weeks]
    if not held or prompt.severity < Severity.ACT:
        return replace(prompt, standing=weeks)
    lasting = held[-1]
    return replace(
        prompt, standing=weeks, text=_text(prompt, lasting, weeks), leads=_leads(prompt, lasting)
    )


def _text(prompt: Prompt, lasting: Lasting, weeks: int) -> str:
    said = lasting.text.format(weeks=weeks)
    return f"{said} {prompt.text}" if lasting.first else f"{prompt.text} {said}"


def _leads(prompt: Prompt, lasting: Lasting) -> tuple[Tier, ...]:
    return tuple(dict.fromkeys((*lasting.leads, *prompt.leads)))

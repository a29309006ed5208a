"""Which prompts were on the screen within the last month already, read from the history alone."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Severity
from burnout_check.domain.rules.rule_history import RuleHistory
from burnout_check.domain.week import Week

MONTH = 4
"""So many weeks after it was new, a prompt that still stands is shown in full again."""


def with_novelty(
    found: Sequence[Prompt], rule_history: RuleHistory, week: Week, *, checked: Container[Week]
) -> tuple[Prompt, ...]:
    """The prompts of a week, with ``said_in`` on those that say nothing new in it.

    Nothing is shown in full twice in a month unless it got worse. What was shown is not recorded;
    it follows from the history: a prompt is new with the first check-in that its rule speaks of,
    again when it is worse than when it was last new, and again four weeks later. In between it is
    still there, quietly. A rule that leads to crisis help is never made quieter.

    Args:
        found: what stands out at the end of the week.
        rule_history: what the rules said in the weeks before.
        week: the week it is.
        checked: the weeks with a check-in: only these can say anything new.
    """
    return tuple(
        each
        if each.rule.crisis
        else replace(each, said_in=_said_in(each, rule_history, week, checked))
        for each in found
    )


def _said_in(
    prompt: Prompt, rule_history: RuleHistory, week: Week, checked: Container[Week]
) -> Week | None:
    said = [prompt.severity, *_before(prompt, rule_history, week)]
    shown: int | None = None
    for back in range(len(said) - 1, 0, -1):
        if week.plus(-back) in checked and _is_new(said, back, shown):
            shown = back
    if shown is None or (week in checked and _is_new(said, 0, shown)):
        return None
    return week.plus(-shown)


def _is_new(said: Sequence[Severity | None], back: int, shown: int | None) -> bool:
    """Whether what was said so many weeks ago is to be shown in full, by when it last was."""
    now = said[back]
    if now is None:
        return False
    then = None if shown is None else said[shown]
    return shown is None or then is None or shown - back >= MONTH or now > then


def _before(prompt: Prompt, rule_history: RuleHistory, week: Week) -> list[Severity | None]:
    """What the rule said one week ago, two, and so on, until it was quiet for a whole month."""
    said: list[Severity | None] = []
    while len(said) < MONTH or any(said[-MONTH:]):
        said.append(rule_history.severity(prompt.rule, week.plus(-len(said) - 1)))
    return said

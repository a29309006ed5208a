"""What stands out: the rules put to a history, and what the person put aside left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from burnout_check.domain.measures.measure import all_series
from burnout_check.domain.measures.view import View
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.questionnaire.instrument import Instrument
from burnout_check.domain.rules.conditions import Firing, fire
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Rule, Severity, Together
from burnout_check.domain.rules.rule_words import basis_words
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.supervision.windows import chosen
from burnout_check.domain.support.option import Family
from burnout_check.domain.week import Week

__all__ = ["QUIET_WEEKS", "Plan", "Prompt", "Rule", "Severity", "prompts", "prompts_of", "quiet"]

QUIET_WEEKS = 4
"""How long a prompt that was put aside stays quiet unless it gets worse, in weeks."""


def prompts(
    rules: Sequence[Rule],
    history: History,
    *,
    instruments: Mapping[str, Instrument],
    plan: Plan,
    week: Week,
) -> tuple[Prompt, ...]:
    """What stands out at the end of ``week``, worst first, at most one prompt a rule.

    Of those that ask for the same, the first of each family comes before the second of any, so that
    the first few are about different things. A rule that speaks instead of others silences those
    that ask for the same and come later in ``rules`` or ask for less, never a worse one.

    Args:
        rules: every rule, in the order that settles ties.
        history: everything saved; what is later than ``week`` is not looked at.
        instruments: every instrument, by id.
        plan: the person's role, hours and figures.
        week: the week to look back from.
    """
    series = all_series(history, instruments)
    return prompts_of(rules, View.of(history, series, plan=plan, week=week))


def prompts_of(rules: Sequence[Rule], view: View) -> tuple[Prompt, ...]:
    """The same, for a caller who has the series already."""
    compared = chosen(rules, view.plan)
    active = [rule for rule in rules if rule.standard is None or rule is compared]
    found = {rule.id: _prompt(rule, firing) for rule in active if (firing := fire(rule, view))}
    for rule in active:
        for when in rule.whens:
            if isinstance(when, Together):
                both = _together(rule, when, active, view=view, now=found)
                if both is not None:
                    found[rule.id] = both
    order = {rule.id: place for place, rule in enumerate(rules)}
    ranked = sorted(found.values(), key=lambda each: (-each.severity, order[each.rule.id]))
    shown: list[Prompt] = []
    for prompt in ranked:
        if not any(prompt.rule.id in kept.rule.replaces for kept in shown):
            shown.append(prompt)
    return tuple(_one_of_each_first(shown))


def _one_of_each_first(ranked: Iterable[Prompt]) -> Iterable[Prompt]:
    seen: Counter[tuple[Severity, Family]] = Counter()
    places: list[tuple[int, int, Prompt]] = []
    for prompt in ranked:
        kind = (prompt.severity, prompt.family)
        places.append((-prompt.severity, seen[kind], prompt))
        seen[kind] += 1
    return (prompt for *_, prompt in sorted(places, key=lambda place: place[:2]))


def quiet(
    found: Iterable[Prompt], snoozed: Mapping[str, tuple[date, str]], today: date
) -> tuple[Prompt, ...]:
    """Those prompts that were not put aside, or have got worse since.

    One that leads to crisis help also speaks again when a later week says the same.

    Args:
        found: prompts, worst first.
        snoozed: by rule id, the day it may speak again and the name of its severity back then.
        today: the day it is.
    """
    return tuple(prompt for prompt in found if not _is_quiet(prompt, snoozed, today))


def _is_quiet(prompt: Prompt, snoozed: Mapping[str, tuple[date, str]], today: date) -> bool:
    kept = snoozed.get(prompt.rule.id)
    if kept is None:
        return False
    until, name = kept
    if prompt.rule.crisis and prompt.evidence:
        said = Week.of(until - timedelta(weeks=QUIET_WEEKS))
        if prompt.evidence[-1].week > said:
            return False
    back_then = Severity.__members__.get(name.upper())
    return today < until and back_then is not None and prompt.severity <= back_then


def _prompt(rule: Rule, firing: Firing, parts: tuple[Prompt, ...] = ()) -> Prompt:
    words = firing.when.words
    return Prompt(
        rule=rule,
        severity=firing.when.severity,
        title=_fill(words.title, firing.words),
        text=" ".join((_fill(words.text, firing.words), *rule.yours)),
        basis=basis_words(rule),
        evidence=firing.evidence,
        clears=_fill(words.clears, firing.words),
        family=rule.family,
        parts=parts,
        leads=rule.leads,
        events=firing.events,
    )


def _together(
    rule: Rule,
    when: Together,
    active: Iterable[Rule],
    *,
    view: View,
    now: Mapping[str, Prompt],
) -> Prompt | None:
    """The prompt for two things at once: each fired within the weeks, one of them still does."""
    recent = {name: each for name, each in now.items() if when.counts(name, each.severity)}
    for back in range(1, when.within):
        earlier = view.back(back)
        for other in active:
            if other.id in (*when.load, *when.support) and other.id not in recent:
                firing = fire(other, earlier)
                if firing is not None and when.counts(other.id, firing.when.severity):
                    recent[other.id] = _prompt(other, firing)
    load = _ranked(recent, when.load)
    support = _ranked(recent, when.support)
    parts = (*load, *support)
    if not load or not support or not any(part.rule.id in now for part in parts):
        return None
    words = {"load": load[0].rule.phrase, "support": support[0].rule.phrase}
    words["within"] = "the same week" if when.within == 1 else f"the same {when.within} weeks"
    return _prompt(rule, Firing(when, (), words), parts)


def _ranked(found: Mapping[str, Prompt], ids: Iterable[str]) -> tuple[Prompt, ...]:
    prompts = [found[rule_id] for rule_id in ids if rule_id in found]
    return tuple(sorted(prompts, key=lambda prompt: -prompt.severity))


def _fill(template: str, words: Mapping[str, str]) -> str:
    text = template.format_map(words)
    return text[:1].upper() + text[1:]

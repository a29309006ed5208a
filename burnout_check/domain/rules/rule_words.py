"""A rule in one or two plain sentences, with its numbers as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from burnout_check.domain.measures.measure import Measure
from burnout_check.domain.numbers import plain_number
from burnout_check.domain.rules.rule import (
    Average,
    Basis,
    Crossing,
    Gap,
    HardEvents,
    Line,
    LineKind,
    Rule,
    Shifted,
    Short,
    Together,
    When,
)
from burnout_check.domain.settings.plan import FIGURES, Plan
from burnout_check.domain.supervision.windows import minutes_due, span

BASIS = {
    Basis.PUBLISHED: "A published number",
    Basis.LEGAL: "The law",
    Basis.JOB_PLAN: "Your own figure",
    Basis.CONVENTION: "In common use, not a tested cut-off",
    Basis.OURS: "Our own choice",
}
"""What a number rests on, in words."""

_NO_LABELS: Mapping[int, str] = MappingProxyType({})
_FIGURE = {
    "caseload_plan": "the figure of your job plan",
    "contacts_plan": "the figure of your job plan",
    "phone_plan": "the most that you agreed to",
    "back_to_back_plan": "the most that you agreed to",
    "contracted_hours": "your contracted hours",
}
assert _FIGURE.keys() <= set(FIGURES)  # noqa: S101 - a slip of the pen would only show when shown


def basis_words(rule: Rule) -> str:
    """The sentences on what a rule rests on; what the person changed comes first."""
    ours = f"{BASIS[rule.basis]}. {rule.why}"
    if not rule.yours:
        return ours
    return f"Your own number. {' '.join(rule.yours)} The app’s number rests on this: {ours}"


def rule_words(
    rule: Rule,
    measure: Measure | None,
    plan: Plan,
    *,
    labels: Mapping[int, str] = _NO_LABELS,
) -> str:
    """When a rule speaks, such as "Watch: Work burnout is 50 or more", a sentence for each step.

    Args:
        rule: with the person's numbers.
        measure: what it reads, None for a rule that reads no single measure.
        plan: for the person's own figures.
        labels: the words of the answers to the question that the rule reads, by their number.
    """
    name = "" if measure is None else measure.name
    parts = []
    for place, when in enumerate(rule.whens):
        words = _words(rule, when, plan, labels)
        subject = f"{name} is " if isinstance(when, Crossing) and not place else ""
        parts.append(f"{when.severity.word}: {subject}{words}.")
    return " ".join(parts)


def _words(rule: Rule, when: When, plan: Plan, labels: Mapping[int, str]) -> str:
    match when:
        case Crossing():
            words = f"{_line(when.line, labels)}{_often(when)}"
        case Shifted():
            limit = plain_number(when.limit, 2)
            words = f"your last weeks are worse than your own usual by {limit} of your spreads"
        case Average():
            over = plain_number(when.over)
            words = f"you work more than {over} hours a week on average over {when.weeks} weeks"
        case Short():
            each = "" if rule.standard is None else span(rule.standard, plan).label
            due = minutes_due(rule, plan)
            minutes = "" if due is None else f"{plain_number(due, 0)} minutes of supervision"
            time = minutes or "the supervision you agreed"
            often = f", {when.windows} times running" if when.windows > 1 else ""
            words = f"a {each} has less than {time}{often}"
        case Gap():
            check_ins = "check-in" if when.over == 1 else "check-ins"
            words = f"more than {when.over} {check_ins} running without any supervision"
        case HardEvents():
            words = "you tick something hard that happened"
        case Together():
            weeks = "week" if when.within == 1 else f"{when.within} weeks"
            words = f"a high load and too little supervision in the same {weeks}"
    return words


def _line(line: Line, labels: Mapping[int, str]) -> str:
    x = plain_number(line.reach)
    match line.kind:
        case LineKind.AT_LEAST:
            words = _answers(labels, line.reach, up=True) or f"{x} or more"
        case LineKind.AT_MOST:
            words = _answers(labels, line.reach, up=False) or f"{x} or less"
        case LineKind.OVER:
            words = f"over {x}"
        case LineKind.OVER_PLAN:
            share = "" if line.x == 1 else f"{plain_number(line.x * 100)} % of "
            words = f"over {share}{_FIGURE.get(line.figure, 'your figure')}"
        case LineKind.OVER_USUAL:
            words = f"{plain_number((line.x - 1) * 100)} % or more over your usual"
        case LineKind.RISE:
            words = f"up by {x} or more from your start"
    return words


def _answers(labels: Mapping[int, str], x: float, *, up: bool) -> str:
    """The answers on the far side of a line, by their words."""
    far = [words for value, words in labels.items() if (value >= x if up else value <= x)]
    return " or ".join(f"“{words}”" for words in far)


def _often(when: Crossing) -> str:
    if when.of == 1:
        return ""
    if when.hits == when.of:
        apart = f", at least {when.apart} weeks apart" if when.apart > 1 else ""
        return f", {when.hits} times running{apart}"
    still = ", and it is still at the line" if when.still else ""
    return f", in {when.hits} of the last {when.of} check-ins{still}"

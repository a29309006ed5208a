"""The lines a measure is read against: thresholds of the rules, and the figures of the job plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from burnout_check.charts.model.panel import ReferenceLine
from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.measures.measure import Measure
from burnout_check.domain.rules.conditions import line_value
from burnout_check.domain.rules.rule import Basis, Crossing, Line, LineKind, Rule
from burnout_check.domain.settings.plan import Plan, Span
from burnout_check.domain.supervision import windows

_BASIS = {
    Basis.PUBLISHED: "published",
    Basis.LEGAL: "legal limit",
    Basis.JOB_PLAN: "job plan",
    Basis.CONVENTION: "convention",
    Basis.OURS: "our line",
}
# What clinicians call a line says more to them than what it rests on.
_CALLED = {"gad7-line": "the line you use with clients"}
_WEEKS_A_MONTH = 52 / 12


def reference_lines(
    measure: Measure, rules: Sequence[Rule], plan: Plan
) -> tuple[ReferenceLine, ...]:
    """Every line that stands still: each value once, in the order of the rules.

    Left out are those that follow the person's own past (usual, rise), those at the very end of the
    scale, and those where a band begins, which is drawn as such.
    """
    taken = {measure.low, measure.high, *(band.low for band in measure.bands)}
    found = []
    lines = (
        *_of_measure(measure),
        *_of_rules(measure, rules, plan),
        *_of_supervision(measure, rules, plan),
    )
    for line in lines:
        if line.value not in taken:
            taken.add(line.value)
            found.append(line)
    return tuple(found)


def _of_measure(measure: Measure) -> Iterable[ReferenceLine]:
    """What was due, where the measure itself is a share of that."""
    if measure.due is not None:
        yield ReferenceLine(measure.due, f"what was due ({measure.amount(measure.due)})")


def _of_rules(measure: Measure, rules: Iterable[Rule], plan: Plan) -> Iterable[ReferenceLine]:
    for rule in rules:
        if rule.measure != measure.id:
            continue
        for when in rule.whens:
            value = line_value(when.line, plan) if isinstance(when, Crossing) else None
            if isinstance(when, Crossing) and value is not None:
                yield ReferenceLine(
                    value,
                    _words(measure, when.line, value, _called(rule, yours=when.line.yours)),
                )


def _called(rule: Rule, *, yours: bool) -> str:
    return "your line" if yours else _CALLED.get(rule.id, _BASIS[rule.basis])


def _words(measure: Measure, line: Line, value: float, basis: str) -> str:
    shown = measure.show(value)
    match line.kind:
        case LineKind.AT_LEAST:
            return f"{shown} or more ({basis})"
        case LineKind.AT_MOST:
            return f"{shown} or less ({basis})"
        case LineKind.OVER_PLAN if line.x == 1:
            return f"your plan {shown}"
        case _:
            return f"over {shown} ({basis})"


def _of_supervision(measure: Measure, rules: Iterable[Rule], plan: Plan) -> Iterable[ReferenceLine]:
    """What is due in a week; a figure for longer is shown as its share of one week."""
    rule = windows.chosen(rules, plan) if measure.id == SUPERVISION else None
    due = None if rule is None else windows.minutes_due(rule, plan)
    if rule is None or rule.standard is None or due is None:
        return
    shown = measure.show(due)
    basis = _called(rule, yours=rule.standard.yours)
    match windows.span(rule.standard, plan):
        case Span.WEEK:
            yield ReferenceLine(due, f"{shown} a week ({basis})")
        case Span.FORTNIGHT:
            yield ReferenceLine(due / 2, f"{shown} a fortnight ({basis})")
        case Span.MONTH:
            yield ReferenceLine(due / _WEEKS_A_MONTH, f"{shown} a month ({basis})")

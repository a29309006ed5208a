"""The worked examples of a rule as something the rules can be put to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from burnout_check.domain.measures.measure import Measure, Point, Series
from burnout_check.domain.measures.view import View
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.example import Example
from burnout_check.domain.rules.rule import Rule, Severity
from burnout_check.domain.settings.plan import BY_ROLE, Plan, Span
from burnout_check.domain.week import Week

_ANY_KIND = "something_else"


def view_of(example: Example, measures: Mapping[str, Measure]) -> View:
    """What is known in an example, at the week its rule is asked.

    Raises:
        KeyError: if it has values of a measure that there is not.
    """
    count = max(len(values) for values in example.values.values())
    weeks = [example.start.plus(place * example.every) for place in range(count)]
    last = weeks[-1]
    return View(
        series={
            name: Series(
                measures[name],
                tuple(
                    Point(week, value)
                    for week, value in zip(weeks, values, strict=True)
                    if value is not None
                ),
            )
            for name, values in example.values.items()
        },
        plan=_plan(example.plan),
        week=last.plus(example.later),
        away=frozenset(weeks[place] for place in example.away),
        events={
            week: (_ANY_KIND,) if place in example.hard_events else ()
            for place, week in enumerate(weeks)
        },
    )


def outcome(
    rule: Rule, example: Example, *, rules: Iterable[Rule], measures: Mapping[str, Measure]
) -> Severity | None:
    """What the rule says to an example, None if it stays quiet.

    The other rules are put to it as well only where this one is about two of them at once.
    """
    involved = [other for other in rules if other is rule or other.id in rule.replaces]
    found = prompts_of(involved, view_of(example, measures))
    return next((prompt.severity for prompt in found if prompt.rule is rule), None)


def _plan(given: Mapping[str, str | float]) -> Plan:
    words = {key: value for key, value in given.items() if isinstance(value, str)}
    numbers = {key: value for key, value in given.items() if not isinstance(value, str)}
    since = words.get("baseline_from")
    plan = Plan(
        role=words.get("role", "other"),
        supervision_rule=words.get("supervision_rule", BY_ROLE),
        supervision_span=Span(words.get("supervision_span", Span.WEEK)),
        baseline_from=Week.parse(since) if since else None,
    )
    return plan.with_figures(numbers)

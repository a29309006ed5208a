"""Measures worked out from others: to add one, describe it in ``DERIVED``; Trends shows it then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from burnout_check.domain.measures.ids import MET, OVERTIME, OVERTIME_SHARE, SUPERVISION, WITHOUT
from burnout_check.domain.measures.measure import Measure, Point, Series, Source
from burnout_check.domain.measures.view import View
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.questionnaire.instrument import About, MeasureSection, Topic, Worse
from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.supervision.windows import chosen, windows
from burnout_check.domain.week import Week

_Work = Callable[[View, Sequence[Rule]], tuple[Point, ...]]


@dataclass(frozen=True, slots=True)
class Derived:
    """A measure, and how its points come of what is known; no points where that is too little."""

    measure: Measure
    points: _Work


def derived_series(
    history: History, series: Mapping[str, Series], *, plan: Plan, rules: Sequence[Rule]
) -> dict[str, Series]:
    """Every derived measure over the whole history, by the measure's id.

    Args:
        history: everything saved.
        series: the measures they are worked out from.
        plan: the person's hours and figures, as they are now.
        rules: every rule; the chosen supervision standard is among them.
    """
    weeks = [past.week for past in history.check_ins] + [past.week for past in history.away]
    if not weeks:
        return {each.measure.id: Series(each.measure) for each in DERIVED}
    view = View.of(history, series, plan=plan, week=max(weeks))
    return {each.measure.id: Series(each.measure, each.points(view, rules)) for each in DERIVED}


def _met(view: View, rules: Sequence[Rule]) -> tuple[Point, ...]:
    """A point at the last week of each window that can be judged.

    Fortnights are judged at the end of every week, as the rules do it, so those that end a week
    apart are both asked for.
    """
    rule = chosen(rules, view.plan)
    if rule is None:
        return ()
    last = view.week
    ends = {point.week.since(last) % 2: point.week for point in view.points(rule.measure)}
    found: dict[Week, float] = {}
    for week in {last, *ends.values()}:
        for window in windows(rule, View(view.series, view.plan, week, view.away)):
            if window.needed > 0:
                found[window.last] = 100 * window.minutes / window.needed
    return tuple(Point(week, found[week]) for week in sorted(found))


def _without(view: View, _rules: Sequence[Rule]) -> tuple[Point, ...]:
    """Weeks worked in a row with no supervision noted, counted as the rule on gaps counts them."""
    found: list[Point] = []
    count = 0
    for point in view.points(SUPERVISION):
        if point.week not in view.away:
            count = 0 if point.value > 0 else count + 1
            found.append(Point(point.week, count))
    return tuple(found)


def _overtime_share(view: View, _rules: Sequence[Rule]) -> tuple[Point, ...]:
    hours = view.plan.contracted_hours
    if not hours:
        return ()
    return tuple(
        Point(point.week, 100 * point.value / hours)
        for point in view.points(OVERTIME)
        if point.week not in view.away
    )


_measure = partial(Measure, source=Source.DERIVED, instrument="", low=0, high=None, whole=True)

DERIVED: tuple[Derived, ...] = (
    Derived(
        _measure(
            id=MET,
            name="Supervision had of what was due",
            short="Supervision had",
            unit="%",
            worse=Worse.DOWN,
            topic=Topic(About.PERSON, MeasureSection.SUPERVISION, 2),
            made="Minutes noted in each week, fortnight or month, as a share of the minutes that "
            "the figure chosen in Settings asks for. Leave and sickness bring those down.",
            due=100,
        ),
        _met,
    ),
    Derived(
        _measure(
            id=WITHOUT,
            name="Weeks without supervision",
            short="Without supervision",
            unit="weeks",
            worse=Worse.UP,
            topic=Topic(About.PERSON, MeasureSection.SUPERVISION, 3),
            made="Weeks worked in a row with no minutes of supervision, up to that week. Weeks "
            "with no number are not counted.",
        ),
        _without,
    ),
    Derived(
        _measure(
            id=OVERTIME_SHARE,
            name="Overtime as a share of contracted hours",
            short="Overtime share",
            unit="%",
            worse=Worse.UP,
            topic=Topic(About.PERSON, MeasureSection.WORK, 35),
            made="Overtime hours of each week divided by the contracted hours in Settings, as "
            "they are now.",
        ),
        _overtime_share,
    ),
)
"""Every derived measure. They say more than the numbers they are worked out from, such as how these
stand to the contracted hours, so each is asked about before it is shown to anybody."""

"""Whether a condition of a rule holds, on what evidence, and the words for its templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import mean

from burnout_check.domain.measures.measure import Point, Series
from burnout_check.domain.measures.shift import RECENT, shift
from burnout_check.domain.measures.trend import baseline, baseline_points, usual
from burnout_check.domain.measures.view import View
from burnout_check.domain.numbers import TINY, plain_number
from burnout_check.domain.questionnaire.instrument import Worse
from burnout_check.domain.rules.rule import (
    Average,
    Crossing,
    Gap,
    HardEvents,
    Line,
    LineKind,
    Rule,
    Shifted,
    Short,
    When,
)
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.supervision.windows import short_run, windows
from burnout_check.domain.support.hard_event import OTHER, SEVERAL, HardEvent

_SAID = 2
"""Of how many kinds of hard event in one week the text is said."""


@dataclass(frozen=True, slots=True)
class Firing:
    """A condition that holds: the points that made it so and the words for its templates."""

    when: When
    evidence: tuple[Point, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    events: tuple[HardEvent, ...] = ()


def fire(rule: Rule, view: View) -> Firing | None:
    """The worst condition of the rule that holds, the first of equals; None if none does.

    Rules about two things at once are not looked at here: they need the other rules' answers.
    """
    held = [firing for when in rule.whens if (firing := _hold(rule, when, view)) is not None]
    return max(held, key=lambda firing: firing.when.severity) if held else None


def crosses(line: Line, point: Point, series: Series, plan: Plan) -> bool:
    """Whether a point of a series is on the far side of the line, by what was known before it."""
    value = point.value
    match line.kind:
        case LineKind.AT_LEAST:
            return value >= line.reach
        case LineKind.AT_MOST:
            return value <= line.reach
        case LineKind.OVER:
            return value > line.reach
        case LineKind.OVER_PLAN:
            figure = plan.figure(line.figure)
            return figure is not None and value > line.x * figure + TINY
        case LineKind.OVER_USUAL:
            middle = usual(series, point.week)
            return middle is not None and middle > 0 and value >= line.x * middle - TINY
        case LineKind.RISE:
            start = baseline(series, plan.baseline_from)
            return start is not None and value >= start + line.reach - TINY


def line_value(line: Line, plan: Plan) -> float | None:
    """Where a line stands, None for one that follows the person's own past or has no figure."""
    if line.kind is LineKind.OVER_PLAN:
        figure = plan.figure(line.figure)
        return None if figure is None else figure * line.x
    fixed = line.kind in (LineKind.AT_LEAST, LineKind.AT_MOST, LineKind.OVER)
    return line.x if fixed else None


def _hold(rule: Rule, when: When, view: View) -> Firing | None:
    found: Firing | None = None
    match when:
        case Crossing():
            found = _crossing(rule, when, view)
        case Shifted():
            found = _shifted(rule, when, view)
        case Average():
            found = _average(rule, when, view)
        case Short():
            found = _short(rule, when, view)
        case Gap():
            found = _gap(rule, when, view)
        case HardEvents():
            found = _hard_events(rule, when, view)
    return found


def _crossing(rule: Rule, when: Crossing, view: View) -> Firing | None:
    series = view.known(rule.measure)
    if series is None or not view.fresh(series.points[-1].week, rule):
        return None
    tested = series.points
    if when.line.kind is LineKind.RISE:
        start = baseline_points(series, view.plan.baseline_from)
        tested = tuple(point for point in tested if start and point.week > start[-1].week)
    recent = _apart(tested, when)
    hits = tuple(point for point in recent if crosses(when.line, point, series, view.plan))
    if len(hits) < when.hits or not _stands(when, recent, view):
        return None
    words = _line_words(when.line, series, recent[-1], view.plan)
    words |= {"hits": str(len(hits)), "of": str(len(recent))}
    words |= {"least": str(when.hits), "span": str(when.of)}
    return Firing(when, hits, words)


def _stands(when: Crossing, recent: tuple[Point, ...], view: View) -> bool:
    """Whether the newest value is as the condition wants it."""
    newest = recent[-1]
    if when.still:
        past = newest.value - when.line.x
        if past < 0 if when.line.kind is LineKind.AT_LEAST else past > 0:
            return False
    other = view.series.get(when.without)
    return other is None or other.at(newest.week) is None


def _apart(points: tuple[Point, ...], when: Crossing) -> tuple[Point, ...]:
    """The newest values that count, oldest first, with at least so many weeks between them."""
    if when.apart == 1:
        return points[-when.of :]
    found: list[Point] = []
    for point in reversed(points):
        if len(found) == when.of:
            break
        if not found or found[0].week.since(point.week) >= when.apart:
            found.insert(0, point)
    return tuple(found)


def _shifted(rule: Rule, when: Shifted, view: View) -> Firing | None:
    series = view.known(rule.measure)
    if series is None or not view.fresh(series.points[-1].week, rule):
        return None
    worked = tuple(point for point in series.points if point.week not in view.away)
    found = shift(worked, series.measure.worse, when.spread)
    if found is None or found.size < when.limit - TINY:
        return None
    up = series.measure.worse is Worse.UP
    if found.now < when.past - TINY if up else found.now > when.past + TINY:
        return None
    show = series.measure.show
    words = {"value": show(found.now), "usual": show(found.usual), "of": str(RECENT)}
    return Firing(when, worked[-RECENT:], words)


def _line_words(line: Line, series: Series, last: Point, plan: Plan) -> dict[str, str]:
    show = series.measure.show
    words = {"value": show(last.value)}
    if line.kind is LineKind.OVER_PLAN:
        figure = plan.figure(line.figure) or 0.0
        share = f"{plain_number(line.x * 100)} %"
        return words | {"plan": show(figure), "line": show(figure * line.x), "share": share}
    if line.kind is LineKind.OVER_USUAL:
        middle = usual(series, last.week)
        share = f"{plain_number((line.x - 1) * 100)} %"
        return words | {"usual": "" if middle is None else show(middle), "share": share}
    if line.kind is LineKind.RISE:
        start = baseline(series, plan.baseline_from) or 0.0
        rise = show(last.value - start)
        return words | {"usual": show(start), "line": show(line.x), "rise": rise}
    return words | {"line": show(line.reach)}


def _average(rule: Rule, when: Average, view: View) -> Firing | None:
    points = view.points(rule.measure)
    added = view.plan.figure(when.plus) if when.plus else 0.0
    if not points or added is None or not view.fresh(points[-1].week, rule):
        return None
    last = points[-1].week
    counted = tuple(
        point
        for point in points[-when.weeks :]
        if last.since(point.week) < when.weeks and point.week not in view.away
    )
    if len(counted) < when.needs:
        return None
    average = mean(point.value for point in counted) + added
    if average <= when.over + TINY:
        return None
    words = {
        "value": plain_number(average, 1),
        "line": plain_number(when.over),
        "of": str(len(counted)),
        "weeks": str(when.weeks),
    }
    return Firing(when, counted, words)


def _short(rule: Rule, when: Short, view: View) -> Firing | None:
    minutes = view.points(rule.measure)
    if rule.standard is None or not minutes or not view.fresh(minutes[-1].week, rule):
        return None
    run = short_run(windows(rule, view), rule.standard.average)
    if len(run) < when.windows or not view.fresh(run[-1].last, rule):
        return None
    newest = run[-1]
    words = {
        "value": plain_number(newest.minutes, 0),
        "needed": plain_number(newest.needed, 0),
        "hits": str(len(run)),
    }
    return Firing(when, tuple(point for window in run for point in window.points), words)


def _gap(rule: Rule, when: Gap, view: View) -> Firing | None:
    worked = [point for point in view.points(rule.measure) if point.week not in view.away]
    if not worked or not view.fresh(worked[-1].week, rule):
        return None
    empty: list[Point] = []
    for point in reversed(worked):
        if point.value > 0:
            break
        empty.insert(0, point)
    if len(empty) <= when.over:
        return None
    return Firing(when, tuple(empty), {"weeks": str(len(empty)), "line": str(when.over)})


def _hard_events(rule: Rule, when: HardEvents, view: View) -> Firing | None:
    known = [week for week in view.events if week <= view.week]
    if not known or not view.events[known[-1]] or not view.fresh(known[-1], rule):
        return None
    happened = view.events[known[-1]]
    kinds = tuple(kind for kind in when.kinds if kind.id in happened)
    words = {"event": SEVERAL, "help": OTHER}
    if kinds:
        words["event"] = kinds[0].title if len(kinds) == 1 else SEVERAL
        words["help"] = " ".join(kind.text for kind in kinds[:_SAID])
    return Firing(when, (Point(known[-1], len(happened)),), words, kinds)


_COUNTS = frozenset({"hits", "of", "least", "span"})

TEMPLATE_WORDS: Mapping[str, frozenset[str]] = {
    **{kind.value: _COUNTS | {"value", "line"} for kind in LineKind},
    LineKind.OVER_PLAN: _COUNTS | {"value", "plan", "line", "share"},
    LineKind.OVER_USUAL: _COUNTS | {"value", "usual", "share"},
    LineKind.RISE: _COUNTS | {"value", "usual", "line", "rise"},
    "shift": frozenset({"value", "usual", "of"}),
    "average": frozenset({"value", "line", "of", "weeks"}),
    "short": frozenset({"value", "needed", "hits"}),
    "gap": frozenset({"weeks", "line"}),
    "event": frozenset({"event", "help"}),
    "together": frozenset({"load", "support", "within"}),
}
"""The words that each kind of line or condition can put into its templates."""

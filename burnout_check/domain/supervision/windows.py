"""How much supervision there was in each week, fortnight or month, and how much was due."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from burnout_check.domain.measures.ids import CONTACT, GROUP_MINUTES, GROUP_SIZE, SUPERVISION
from burnout_check.domain.measures.measure import Point
from burnout_check.domain.measures.view import View
from burnout_check.domain.numbers import TINY
from burnout_check.domain.rules.rule import (
    Rule,
)
from burnout_check.domain.rules.standard import Standard
from burnout_check.domain.settings.plan import BY_ROLE, NO_RULE, OWN_FIGURE, Plan, Span
from burnout_check.domain.supervision.supervision_session import SMALL_GROUP, group_credit
from burnout_check.domain.week import Week


@dataclass(frozen=True, slots=True)
class Window:
    """One judged stretch of time: the minutes that count, those due, and what counts by week."""

    first: Week
    last: Week
    minutes: float
    needed: float
    points: tuple[Point, ...]

    @property
    def is_short(self) -> bool:
        """Whether it had less than was due."""
        return self.minutes < self.needed - TINY


def chosen(rules: Iterable[Rule], plan: Plan) -> Rule | None:
    """The one rule the person's supervision is compared with, None for no comparison.

    "Usual for my role" falls back on what the person agreed where a role has no usual.
    """
    standards = [rule for rule in rules if rule.standard is not None]
    if plan.supervision_rule == NO_RULE:
        return None
    wanted = [rule for rule in standards if rule.id == plan.supervision_rule]
    if plan.supervision_rule == BY_ROLE:
        usual = [rule for rule in standards if plan.role in rule.roles]
        wanted = usual or [rule for rule in standards if rule.id == OWN_FIGURE]
    return next((rule for rule in wanted if minutes_due(rule, plan) is not None), None)


def span(standard: Standard, plan: Plan) -> Span:
    """The stretch of time the standard's minutes are for."""
    return plan.supervision_span if standard.span is None else standard.span


def minutes_due(rule: Rule, plan: Plan) -> float | None:
    """Minutes due in a whole span with no leave in it, before any client hours are counted.

    Returns:
        None if it is the person's own figure and they gave none, or the rule is about none.
    """
    standard = rule.standard
    if standard is None:
        return None
    if standard.given_share:
        given = plan.supervision_given
        return None if given is None else 60 * given * standard.given_share
    if standard.minutes is None:
        return plan.supervision_minutes
    share = plan.part_of_full_time
    if share >= standard.pro_rata_below:
        return standard.minutes
    return max(standard.floor, standard.minutes * share)


def windows(rule: Rule, view: View) -> Iterator[Window]:
    """Every judged window up to the view's week, newest first, for a rule with a standard.

    Weeks away (leave, sickness) bring the minutes due down in proportion; a window all away is not
    judged. Nor is one with a week that is neither known nor away, or a month that is not over.
    Weeks without a number of client hours count as none.
    """
    due = minutes_due(rule, view.plan)
    standard = rule.standard
    minutes = view.points(rule.measure)
    if due is None or standard is None or not minutes:
        return
    known = {point.week for point in minutes if point.week not in view.away}
    credit = credited(standard, view)
    hours: dict[Week, float] = {}
    if standard.client_hours:
        hours = {point.week: point.value for point in view.points(CONTACT)}
    for weeks in reversed(_stretches(span(standard, view.plan), minutes, view.week)):
        worked = [each for each in weeks if each not in view.away]
        if not worked or any(each not in known for each in worked):
            continue
        points = tuple(Point(each, credit[each]) for each in worked)
        needed = due * len(worked) / len(weeks)
        if standard.client_hours:
            needed = max(needed, 60 * _total(hours, worked) / standard.client_hours)
        had = sum(credit[each] for each in worked)
        yield Window(weeks[0], weeks[-1], had, needed, points)


def newest_window(rule: Rule, view: View) -> Window | None:
    """The newest judged window, None if there is none."""
    return next(windows(rule, view), None)


def credited(standard: Standard, view: View) -> dict[Week, float]:
    """The minutes of each week that count.

    With group credit, of the time in a group of up to 4 people half counts, and of a larger one the
    time divided by the number of people (BACP). A group of unknown size counts as one of up to 4.
    """
    had = {point.week: point.value for point in view.points(SUPERVISION)}
    if not standard.group_credit:
        return had
    sizes = {point.week: point.value for point in view.points(GROUP_SIZE)}
    for point in view.points(GROUP_MINUTES):
        if point.week in had:
            together = min(point.value, had[point.week])
            size = sizes.get(point.week, SMALL_GROUP)
            had[point.week] -= together - group_credit(together, size)
    return had


def so_far(standard: Standard, view: View) -> float:
    """Minutes that count in the stretch of time that the view's week is in."""
    match span(standard, view.plan):
        case Span.WEEK:
            weeks = [view.week]
        case Span.FORTNIGHT:
            weeks = [view.week.plus(-1), view.week]
        case Span.MONTH:
            day = _thursday(view.week)
            weeks = _weeks_of_month((day.year, day.month))
    return sum(minutes for week, minutes in credited(standard, view).items() if week in weeks)


def short_run(judged: Iterable[Window], average: int) -> tuple[Window, ...]:
    """The newest windows that are all short, newest last; empty if the newest is not.

    With ``average`` over 1 a window is short only if it is so together with the ones before it as
    well: what one had too much makes up for the next, never the other way round.

    Args:
        judged: windows, newest first; no more are taken than are looked at.
        average: how many are looked at together.
    """
    coming = iter(judged)
    together = deque(islice(coming, average))
    run: list[Window] = []
    while together:
        had = sum(window.minutes for window in together)
        due = sum(window.needed for window in together)
        if not together[0].is_short or had >= due - TINY:
            break
        run.append(together.popleft())
        together.extend(islice(coming, 1))
    return tuple(reversed(run))


def _total(hours: Mapping[Week, float], weeks: Iterable[Week]) -> float:
    return sum(hours.get(week, 0.0) for week in weeks)


def _stretches(span: Span, minutes: tuple[Point, ...], until: Week) -> list[list[Week]]:
    """The weeks of every window that may be judged, oldest first."""
    first, last = minutes[0].week, minutes[-1].week
    match span:
        case Span.WEEK:
            return [[point.week] for point in minutes]
        case Span.FORTNIGHT:
            ends = range(last.since(first) // 2, -1, -1)
            return [[last.plus(-2 * back - 1), last.plus(-2 * back)] for back in ends]
        case Span.MONTH:
            months = _months(first, last)
            return [weeks for weeks in map(_weeks_of_month, months) if weeks[-1] <= until]


def _months(first: Week, last: Week) -> list[tuple[int, int]]:
    """Year and month of every calendar month from one week's Thursday to another's."""
    start, end = _thursday(first), _thursday(last)
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    numbers = (start.month - 1 + step for step in range(count))
    return [(start.year + number // 12, number % 12 + 1) for number in numbers]


def _weeks_of_month(month: tuple[int, int]) -> list[Week]:
    """The weeks whose Thursday lies in the month: a week belongs where most of it lies."""
    week = Week.of(date(*month, 1))
    if _thursday(week).month != month[1]:
        week = week.plus(1)
    weeks = []
    while _thursday(week).month == month[1]:
        weeks.append(week)
        week = week.plus(1)
    return weeks


def _thursday(week: Week) -> date:
    return week.monday + timedelta(days=3)

"""Looking back on supervision: the sessions, the gaps, the minutes by month, what was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from burnout_check.domain.measures.ids import CONTACT, SUPERVISION
from burnout_check.domain.measures.view import View
from burnout_check.domain.rules.rule import (
    Rule,
)
from burnout_check.domain.rules.standard import Standard
from burnout_check.domain.settings.plan import Plan, Span
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.supervision.windows import chosen, credited, minutes_due, span
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.week import Week


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session, what became of its actions, and whole weeks since the one before (None: first).

    An action that was deleted since is not in ``agreed``.
    """

    session: SupervisionSession
    agreed: tuple[Action, ...]
    weeks_since: int | None


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month: the minutes that count, and those due by the chosen rule, if any.

    A week belongs to the month its Thursday lies in. Weeks away bring what is due down in
    proportion. ``is_over`` is false for the month it is now.
    """

    first: date
    minutes: float
    due: float | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class SupervisionHistory:
    """Sessions and months, newest first; ``rule`` is what the months are compared with, in words.

    ``weeks_since`` are the whole weeks since the last week with any supervision; None if there was
    never any.
    """

    sessions: tuple[PastSession, ...]
    months: tuple[Month, ...]
    rule: str
    weeks_since: int | None


def look_back(
    sessions: Sequence[SupervisionSession],
    actions: Iterable[Action],
    *,
    view: View,
    rules: Iterable[Rule],
) -> SupervisionHistory:
    """Everything there is to see, at the view's week."""
    rule = chosen(rules, view.plan)
    had = [point.week for point in view.points(SUPERVISION) if point.value > 0]
    return SupervisionHistory(
        _past(sessions, actions),
        _months(view, rule),
        "" if rule is None else rule.name,
        view.week.since(had[-1]) if had else None,
    )


def what_happened(
    sessions: Sequence[SupervisionSession], actions: Iterable[Action]
) -> tuple[Action, ...]:
    """The open actions of the last session, which the next one begins with."""
    last = max(sessions, key=_order, default=None)
    if last is None:
        return ()
    return tuple(
        action
        for action in actions
        if action.id in last.actions and action.status is ActionStatus.OPEN
    )


def _past(
    sessions: Sequence[SupervisionSession], actions: Iterable[Action]
) -> tuple[PastSession, ...]:
    by_id = {action.id: action for action in actions}
    ordered = sorted(sessions, key=_order)
    gaps = [None, *(later.week.since(earlier.week) for earlier, later in pairwise(ordered))]
    found = [
        PastSession(session, tuple(by_id[one] for one in session.actions if one in by_id), gap)
        for session, gap in zip(ordered, gaps, strict=False)
    ]
    return tuple(reversed(found))


def _order(session: SupervisionSession) -> tuple[date, int]:
    return session.held, session.id


def _months(view: View, rule: Rule | None) -> tuple[Month, ...]:
    points = view.points(SUPERVISION)
    if not points:
        return ()
    minutes = {point.week: point.value for point in points}
    if rule is not None and rule.standard is not None:
        minutes = credited(rule.standard, view)
    months: dict[date, list[Week]] = {}
    for step in range(view.week.since(points[0].week) + 1):
        week = points[0].week.plus(step)
        months.setdefault(_month_of(week), []).append(week)
    this = _month_of(view.week)
    found = []
    for first in sorted(months, reverse=True):
        weeks = months[first]
        had = sum(minutes.get(week, 0.0) for week in weeks)
        found.append(Month(first, had, _due(rule, view, _whole(first)), first < this))
    return tuple(found)


def _due(rule: Rule | None, view: View, weeks: Sequence[Week]) -> float | None:
    if rule is None or rule.standard is None:
        return None
    due = minutes_due(rule, view.plan)
    if due is None:
        return None
    worked = [week for week in weeks if week not in view.away]
    whole = due * _times(rule.standard, view.plan, len(weeks)) * len(worked) / len(weeks)
    if rule.standard.client_hours:
        hours: Mapping[Week, float] = {each.week: each.value for each in view.points(CONTACT)}
        total = sum(hours.get(week, 0.0) for week in worked)
        whole = max(whole, 60 * total / rule.standard.client_hours)
    return whole


def _times(standard: Standard, plan: Plan, weeks: int) -> float:
    """How many of the rule's spans there are in a month of so many weeks."""
    return {Span.WEEK: float(weeks), Span.FORTNIGHT: weeks / 2, Span.MONTH: 1.0}[
        span(standard, plan)
    ]


def _month_of(week: Week) -> date:
    return (week.monday + timedelta(days=3)).replace(day=1)


def _whole(first: date) -> list[Week]:
    """The weeks whose Thursday lies in the month that begins on a day."""
    week = Week.of(first)
    if _month_of(week) != first:
        week = week.plus(1)
    weeks = []
    while _month_of(week) == first:
        weeks.append(week)
        week = week.plus(1)
    return weeks

"""Supervision received in a week, from its check-in and the sessions kept, each counted once.

A check-in says how many minutes there were in all; the sessions kept are some of those. So a week
has whichever of the two is more, and they are never added up by themselves. Where a session came
after the check-in, the person says whether it was in it. Of sessions in a group the minutes and
the number of people are known as well, for a standard that counts such time in part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from burnout_check.domain.measures.ids import GROUP_MINUTES, GROUP_SIZE, SUPERVISION
from burnout_check.domain.measures.measure import Point, Series
from burnout_check.domain.supervision.supervision_session import (
    SupervisionSession,
    largest_group_by_week,
    minutes_by_week,
)
from burnout_check.domain.week import Week


def with_kept(
    noted: Mapping[str, Series], sessions: Sequence[SupervisionSession]
) -> dict[str, Series]:
    """Every series, those about supervision with what the sessions kept say."""
    groups = [session for session in sessions if session.is_group]
    kept = {
        SUPERVISION: minutes_by_week(sessions),
        GROUP_MINUTES: minutes_by_week(groups),
        GROUP_SIZE: largest_group_by_week(groups),
    }
    return {name: with_sessions(series, kept.get(name, {})) for name, series in noted.items()}


def with_sessions(series: Series, sessions: Mapping[Week, float]) -> Series:
    """The numbers of the check-ins, with those of sessions where they are more or all there is.

    Args:
        series: minutes, or people in a group, by week, as the check-ins have them.
        sessions: the same of the sessions of each week.
    """
    if not sessions:
        return series
    minutes = {point.week: point.value for point in series.points}
    for week, kept in sessions.items():
        minutes[week] = max(kept, minutes.get(week, 0.0))
    return Series(series.measure, tuple(Point(week, minutes[week]) for week in sorted(minutes)))


def without_open_week(series: Series, week: Week, *, checked_in: bool) -> Series:
    """Without what is known of ``week`` while its check-in is not done.

    One session early in a week does not make that week short of supervision.
    """
    if checked_in:
        return series
    return Series(series.measure, tuple(point for point in series.points if point.week != week))

"""Supervision received in a week, from its check-in and the sessions kept, each counted once.

A check-in says how many minutes there were in all; the sessions kept are some of those. So a week
has whichever of the two is more, and they are never added up by themselves. Where a session came
after the check-in, the person says whether it was in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from burnout_check.domain.measures import Point, Series
from burnout_check.domain.week import Week


def with_sessions(series: Series, sessions: Mapping[Week, float]) -> Series:
    """The minutes of the check-ins, with those of sessions where they are more or all there is.

    Args:
        series: supervision by week, as the check-ins have it.
        sessions: the minutes of the sessions of each week.
    """
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

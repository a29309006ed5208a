"""Measures that are worked out from others, by hand."""

from __future__ import annotations

import pytest

from burnout_check.domain.insights.derived import DERIVED, derived_series
from burnout_check.domain.measures.ids import MET, OVERTIME_SHARE, WITHOUT
from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.standard import Standard
from burnout_check.domain.settings.plan import Plan, Span
from burnout_check.domain.week import Week
from tests.domain.samples import START, history, series_of, short

MINUTES, OVERTIME, CONTACT = (
    "fact_supervision_minutes",
    "fact_overtime_hours",
    "fact_contact_hours",
)
OWN = (short(Standard(minutes=None, span=None, average=1)),)


def points(name, past, *, plan=None, rules=OWN):
    """Weeks after the start and values of a derived measure."""
    names = {fact for each in past.check_ins for fact in each.facts}
    found = derived_series(past, series_of(past, *names), plan=plan or Plan(), rules=rules)
    return [(point.week.since(START), point.value) for point in found[name].points]


def agreed(minutes, span):
    return Plan(supervision_rule="sup-own", supervision_minutes=minutes, supervision_span=span)


def test_that_each_week_has_its_share_of_the_minutes_agreed():
    past = history({MINUTES: [60, 45, None, 0, 90]})

    # 45 of 60 is 75 %; a skipped week has no share.
    assert points(MET, past, plan=agreed(60, Span.WEEK)) == [(0, 100), (1, 75), (3, 0), (4, 150)]


def test_that_fortnights_end_at_every_week_and_leave_brings_down_what_is_due():
    past = history({MINUTES: [60, 0, 30, 0, 30]}, away={3: Reason.LEAVE})

    # 60 in two weeks: 60 + 0, then 0 + 30; beside a week of leave 30 are due, and 30 were had.
    assert points(MET, past, plan=agreed(60, Span.FORTNIGHT)) == [
        (1, 100),
        (2, 50),
        (4, 100),
    ]


def test_that_a_month_counts_when_its_last_week_is_known():
    # The Thursdays of February 2026 are the 5th to the 26th: weeks 4 to 7 after 5 January. January
    # is whole only if its first Thursday, the 1st, is known too, and that is a week before.
    past = history({MINUTES: [None, None, None, None, 30, 0, 30, 0, 30]})

    # 60 of 90 is two thirds; March has only begun.
    assert points(MET, past, plan=agreed(90, Span.MONTH)) == [(7, pytest.approx(66.67, abs=0.01))]


@pytest.mark.parametrize("plan", [Plan(supervision_rule="none"), Plan(supervision_rule="sup-own")])
def test_that_without_a_figure_nothing_is_compared_with_it(plan):
    assert points(MET, history({MINUTES: [60, 45]}), plan=plan) == []


def test_that_weeks_without_supervision_are_counted_and_leave_is_not():
    past = history({MINUTES: [0, 60, 0, 0, 0, None, 0, 30]}, away={4: Reason.SICK})

    assert points(WITHOUT, past) == [(0, 1), (1, 0), (2, 1), (3, 2), (6, 3), (7, 0)]


def test_that_overtime_is_a_share_only_once_the_hours_are_given():
    past = history({OVERTIME: [3, 0, 7.5]})

    assert points(OVERTIME_SHARE, past) == []
    # 3 of 37.5 is 8 %, 7.5 is a fifth.
    assert points(OVERTIME_SHARE, past, plan=Plan(contracted_hours=37.5)) == [
        (0, 8),
        (1, 0),
        (2, 20),
    ]


def test_that_with_no_history_every_derived_measure_is_there_and_empty():
    found = derived_series(History(), {}, plan=Plan(), rules=OWN)

    assert [(each.measure.id, each.points) for each in found.values()] == [
        (each.measure.id, ()) for each in DERIVED
    ]
    only_away = History((), (Away(START, Reason.LEAVE),))
    assert not any(
        each.points for each in derived_series(only_away, {}, plan=Plan(), rules=OWN).values()
    )


def test_that_each_derived_measure_says_how_it_is_made_and_shows_whole_numbers():
    for each in DERIVED:
        assert each.measure.made.endswith(".")
        assert each.measure.show(66.666) == "67"


def test_that_fortnights_go_on_across_iso_week_53():
    # 2026 has 53 ISO weeks; the fortnight of 28 December ends on 10 January 2027.
    first = Week.parse("2026-12-21")
    past = history({MINUTES: [60, 0, 60]}, first=first)
    found = derived_series(
        past, series_of(past, MINUTES), plan=agreed(60, Span.FORTNIGHT), rules=OWN
    )

    assert [str(point.week) for point in found[MET].points] == ["2026-12-28", "2027-01-04"]

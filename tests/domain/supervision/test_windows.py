"""Windows of supervision at their edges, by hand: weeks, fortnights, calendar months."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burnout_check.domain.rules.standard import Standard
from burnout_check.domain.settings.plan import Plan, Span
from burnout_check.domain.supervision.windows import (
    chosen,
    credited,
    minutes_due,
    newest_window,
    short_run,
    so_far,
    windows,
)
from burnout_check.domain.week import Week
from tests.domain.samples import START, short, view, weekly

# The Thursdays of March 2026 are 5, 12, 19, 26; of April 2, 9, 16, 23, 30.
MARCH = Week.parse("2026-03-02")
APRIL = Week.parse("2026-03-30")

WEEK = Standard(60, Span.WEEK)
FORTNIGHT = Standard(60, Span.FORTNIGHT)
MONTH = Standard(90, Span.MONTH)
PART_TIME = Standard(60, Span.WEEK, pro_rata_below=1.0)
BABCP = Standard(90, Span.MONTH, average=2, pro_rata_below=0.5, floor=45)
TRAINEE = Standard(90, Span.MONTH, client_hours=8)


def minutes(values, *, first=START, **more):
    return view(weekly("fact_supervision_minutes", values, first=first), **more)


def judged(standard, known):
    return [(each.minutes, each.needed) for each in reversed([*windows(short(standard), known)])]


@pytest.mark.parametrize(
    ("standard", "hours", "due"),
    [
        (PART_TIME, 37.5, 60),
        (PART_TIME, 22.5, 36),
        (PART_TIME, 40, 60),
        (PART_TIME, None, 60),
        (WEEK, 22.5, 60),
        (BABCP, 18.75, 90),
        (BABCP, 18, 45),
        (BABCP, 15, 45),
    ],
)
def test_that_part_time_asks_for_its_share(standard, hours, due):
    plan = Plan(contracted_hours=hours, full_time_hours=37.5)

    assert minutes_due(short(standard), plan) == due


def test_that_what_was_agreed_is_the_persons_own_figure():
    assert minutes_due(short(Standard()), Plan()) is None
    assert minutes_due(short(Standard()), Plan(supervision_minutes=45)) == 45


PWP = short(WEEK, name="sup-pwp-cm", roles=("pwp",))
BACP = short(MONTH, name="sup-bacp", roles=("counsellor",))
OWN = short(Standard())
ALL = (OWN, PWP, BACP)


@pytest.mark.parametrize(
    ("plan", "name"),
    [
        (Plan(role="pwp"), "sup-pwp-cm"),
        (Plan(role="counsellor"), "sup-bacp"),
        (Plan(role="counsellor", supervision_rule="sup-pwp-cm"), "sup-pwp-cm"),
        (Plan(role="supervisor", supervision_minutes=60), "sup-own"),
        (Plan(role="pwp", supervision_rule="sup-own", supervision_minutes=60), "sup-own"),
        (Plan(role="supervisor"), None),
        (Plan(role="pwp", supervision_rule="sup-own"), None),
        (Plan(role="pwp", supervision_rule="none"), None),
        (Plan(role="pwp", supervision_rule="sup-nowhere"), None),
    ],
)
def test_that_one_standard_is_chosen(plan, name):
    found = chosen(ALL, plan)

    assert (found.id if found else None) == name


def test_that_each_known_week_is_a_window():
    assert judged(WEEK, minutes([60, None, 30])) == [(60, 60), (30, 60)]


def test_that_weeks_away_are_no_windows():
    known = minutes([60, 0, 30], away=[START.plus(1)])

    assert judged(WEEK, known) == [(60, 60), (30, 60)]


def test_that_fortnights_are_counted_back_from_the_newest_week():
    assert judged(FORTNIGHT, minutes([5, 10, 20, 30, 40])) == [(30, 60), (70, 60)]


def test_that_a_fortnight_with_an_unknown_week_is_not_judged():
    assert judged(FORTNIGHT, minutes([10, 20, None, 40])) == [(30, 60)]


def test_that_a_fortnight_with_a_week_away_asks_for_half():
    assert judged(FORTNIGHT, minutes([None, 30], away=[START])) == [(30, 30)]


def test_that_a_month_has_the_weeks_whose_thursday_it_has():
    five, four = windows(short(MONTH), minutes([10] * 4 + [20] * 5, first=MARCH))

    assert (four.first, four.last) == (MARCH, MARCH.plus(3))
    assert (five.first, five.last) == (APRIL, APRIL.plus(4))
    assert (four.minutes, five.minutes) == (40, 100)


def test_that_a_month_that_is_not_over_is_not_judged():
    assert judged(MONTH, minutes([10] * 8, first=MARCH)) == [(40, 90)]


def test_that_a_month_over_the_new_year_and_week_53_is_whole():
    # December 2026: Thursdays 3, 10, 17, 24, 31; the last week is ISO week 53.
    (december,) = windows(short(MONTH), minutes([20] * 6, first=Week.parse("2026-11-30")))

    assert december.minutes == 100
    assert december.last == Week.parse("2026-12-28")


def test_that_leave_brings_a_month_down_in_proportion():
    known = minutes([36, None, 36, 0, 0], first=APRIL, away=[APRIL.plus(1)])

    assert judged(MONTH, known) == [(72, 72)]


def test_that_a_month_all_away_is_not_judged():
    away = [MARCH.plus(place) for place in range(4)]
    known = minutes([60, None, None, None, None, 60], first=MARCH.plus(-1), away=away)

    assert judged(MONTH, known) == []


def test_that_a_trainee_needs_an_hour_for_eight_client_hours():
    contact = weekly("fact_contact_hours", [4, 4, 4, 4.8], first=MARCH)
    had = weekly("fact_supervision_minutes", [30, 30, 30, 30], first=MARCH)

    # 16.8 client hours / 8 = 2.1 hours = 126 minutes.
    assert judged(TRAINEE, view(had, contact)) == [(120, pytest.approx(126))]


def test_that_few_client_hours_still_ask_for_the_monthly_minutes():
    contact = weekly("fact_contact_hours", [1, 1, None, 1], first=MARCH)
    had = weekly("fact_supervision_minutes", [30, 30, 30, 0], first=MARCH)

    assert judged(TRAINEE, view(had, contact)) == [(90, 90)]


def test_that_a_run_ends_where_there_was_enough():
    found = windows(short(WEEK), minutes([0, 60, 30, 20]))

    assert [each.minutes for each in short_run(found, 1)] == [30, 20]


def test_that_enough_the_last_time_is_no_run():
    assert short_run(windows(short(WEEK), minutes([0, 0, 60])), 1) == ()


@pytest.mark.parametrize(
    ("values", "lengths"),
    [
        ([120, 0], 0),
        ([119, 0], 1),
        ([0, 120], 0),
        ([0, 60], 0),
        ([0, 59], 2),
        ([30, 30], 2),
    ],
)
def test_that_averaging_lets_one_window_make_up_for_the_next(values, lengths):
    found = windows(short(WEEK), minutes(values))

    assert len(short_run(found, 2)) == lengths


def test_that_the_newest_window_and_what_there_is_so_far_are_known():
    known = minutes([10, 20, 30, 40, 50], first=MARCH)
    newest = newest_window(short(MONTH), known)

    assert newest is not None
    assert newest.minutes == 100
    assert so_far(MONTH, known) == 50
    assert so_far(FORTNIGHT, known) == 90
    assert so_far(WEEK, known) == 50


# By hand, from BACP: 60 minutes in a group of 4 or fewer count as 30, in one of 5 as 12, of 6 as
# 10; what was not in the group counts in full.
@pytest.mark.parametrize(
    ("together", "size", "counted"),
    [(60, 4, 60), (60, 5, 42), (60, 6, 40), (60, None, 60), (0, None, 90), (90, 3, 45)],
)
def test_that_time_in_a_group_counts_for_less(together, size, counted):
    known = view(
        weekly("fact_supervision_minutes", [90]),
        weekly("fact_group_minutes", [together]),
        *([] if size is None else [weekly("fact_group_size", [size])]),
    )

    assert credited(replace(WEEK, group_credit=True), known) == {START: counted}
    assert credited(WEEK, known) == {START: 90}


def test_that_what_is_shown_of_a_week_is_what_counts_of_it():
    known = view(weekly("fact_supervision_minutes", [90]), weekly("fact_group_minutes", [60]))
    (window,) = windows(short(replace(WEEK, group_credit=True)), known)

    # By hand: 60 of the 90 were in a small group, of which half counts, and 30 besides.
    assert [point.value for point in window.points] == [60]


def test_that_more_in_a_group_than_there_was_counts_as_all_of_it():
    known = view(weekly("fact_supervision_minutes", [60]), weekly("fact_group_minutes", [90]))

    assert credited(replace(WEEK, group_credit=True), known) == {START: 30}

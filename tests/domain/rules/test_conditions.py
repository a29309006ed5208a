"""Each kind of condition at its edges, by hand, and what must hold of any values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burnout_check.domain.rules.conditions import fire
from burnout_check.domain.rules.rule import Average, LineKind
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.week import Week
from tests.domain.samples import (
    ACT,
    NOW,
    START,
    WATCH,
    WORDS,
    crossing,
    gap,
    hard_event,
    measure,
    rule,
    view,
    weekly,
)


def severity(a_rule, a_view):
    firing = fire(a_rule, a_view)
    return None if firing is None else firing.when.severity


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (LineKind.AT_LEAST, 3, WATCH),
        (LineKind.AT_LEAST, 2.9, None),
        (LineKind.AT_MOST, 3, WATCH),
        (LineKind.AT_MOST, 3.1, None),
        (LineKind.OVER, 3, None),
        (LineKind.OVER, 3.1, WATCH),
    ],
)
def test_that_a_line_of_3_is_crossed(kind, value, expected):
    found = severity(rule("r", crossing(kind, 3)), view(weekly("burnout", [value])))

    assert found is expected


@pytest.mark.parametrize(("value", "expected"), [(60, None), (61, WATCH)])
def test_that_a_plan_figure_itself_is_not_over(value, expected):
    over = rule("r", crossing(LineKind.OVER_PLAN, 1, figure="caseload_plan"), of="fact_caseload")
    known = view(weekly("fact_caseload", [value]), plan=Plan(caseload_plan=60))

    assert severity(over, known) is expected


def test_that_without_the_figure_nothing_is_over_plan():
    over = rule("r", crossing(LineKind.OVER_PLAN, 1, figure="caseload_plan"), of="fact_caseload")

    assert severity(over, view(weekly("fact_caseload", [900]))) is None


@pytest.mark.parametrize(("value", "expected"), [(60, WATCH), (59, None)])
def test_that_a_fifth_over_usual_begins_at_a_fifth(value, expected):
    over = rule("r", crossing(LineKind.OVER_USUAL, 1.2), of="fact_caseload")

    assert severity(over, view(weekly("fact_caseload", [50, 50, 50, 50, value]))) is expected


def test_that_a_usual_of_nothing_is_never_passed():
    over = rule("r", crossing(LineKind.OVER_USUAL, 1.2), of="fact_overtime_hours")

    assert severity(over, view(weekly("fact_overtime_hours", [0, 0, 0, 0, 0]))) is None


def test_that_each_week_of_a_run_is_held_against_its_own_usual():
    # Before the last week the eight are 4 at 50 and 4 at 61: the middle is 55.5, a fifth more 66.6.
    over = rule("r", crossing(LineKind.OVER_USUAL, 1.2, of=(2, 2)), of="fact_caseload")
    values = [50, 50, 50, 50, 61, 61, 61, 61, 66]

    assert severity(over, view(weekly("fact_caseload", values[:6]))) is WATCH
    assert severity(over, view(weekly("fact_caseload", values))) is None


@pytest.mark.parametrize(("value", "expected"), [(7, WATCH), (6, None)])
def test_that_a_rise_is_counted_from_the_middle_of_the_first_three(value, expected):
    up = rule("r", crossing(LineKind.RISE, 4), of="gad7")

    assert severity(up, view(weekly("gad7", [1, 3, 5, value]))) is expected


def test_that_a_rise_begins_again_where_the_person_said():
    up = rule("r", crossing(LineKind.RISE, 4), of="gad7")
    known = weekly("gad7", [1, 1, 1, 7, 7, 7, 10])

    assert severity(up, view(known)) is WATCH
    assert severity(up, view(known, plan=Plan(baseline_from=START.plus(3)))) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([3, 3, 1, 3], WATCH),
        ([3, 1, 1, 3], None),
        ([3, 3, 3, 1, 1], None),
        ([3, 3, 3], WATCH),
        ([3, None, 3, None, None, 3], WATCH),
        ([3, 3], None),
    ],
)
def test_that_three_of_the_last_four_are_counted(values, expected):
    often = rule("r", crossing(LineKind.AT_LEAST, 3, of=(3, 4)))

    assert severity(often, view(weekly("burnout", values))) is expected


def test_that_only_the_values_that_fired_are_evidence():
    often = rule("r", crossing(LineKind.AT_LEAST, 3, of=(3, 4)))
    found = fire(often, view(weekly("burnout", [5, 3, 1, 4, 3])))

    assert found is not None
    assert [point.value for point in found.evidence] == [3, 4, 3]
    assert (found.words["hits"], found.words["of"], found.words["value"]) == ("3", "4", "3")


def test_that_the_worst_condition_speaks():
    both = rule(
        "r",
        crossing(LineKind.AT_LEAST, 3),
        crossing(LineKind.AT_LEAST, 5, severity=NOW),
    )

    assert severity(both, view(weekly("burnout", [5]))) is NOW
    assert severity(both, view(weekly("burnout", [4]))) is WATCH


@pytest.mark.parametrize(
    ("fresh", "later", "expected"), [(6, 6, WATCH), (6, 7, None), (8, 8, WATCH)]
)
def test_that_an_old_value_is_not_judged(fresh, later, expected):
    once = rule("r", crossing(LineKind.AT_LEAST, 3), fresh=fresh)

    assert severity(once, view(weekly("burnout", [5]), week=START.plus(later))) is expected


def test_that_values_after_the_week_are_not_looked_at():
    once = rule("r", crossing(LineKind.AT_LEAST, 3))

    assert severity(once, view(weekly("burnout", [1, 5]), week=START)) is None


def test_that_a_measure_nobody_answered_fires_nothing():
    once = rule("r", crossing(LineKind.AT_LEAST, 3))

    assert severity(once, view()) is None
    assert severity(once, view(week=START)) is None


def test_that_runs_go_on_across_iso_week_53():
    first = Week.parse("2026-12-21")
    run = rule("r", crossing(LineKind.AT_LEAST, 3, of=(3, 3)))

    assert severity(run, view(weekly("burnout", [3, 3, 3], first=first))) is WATCH


HOURS = rule("hours", Average(ACT, WORDS, 48, 17, 12, "contracted_hours"), of="fact_overtime_hours")
FULL_TIME = Plan(contracted_hours=37.5)


def overtime(values, **more):
    return view(weekly("fact_overtime_hours", values), plan=FULL_TIME, **more)


def test_that_an_average_of_48_is_the_limit_and_not_over_it():
    assert severity(HOURS, overtime([10.5] * 17)) is None
    assert severity(HOURS, overtime([10.5] * 16 + [11])) is ACT


def test_that_an_average_needs_12_known_weeks():
    assert severity(HOURS, overtime([20] * 11)) is None
    assert severity(HOURS, overtime([20] * 12)) is ACT
    assert severity(HOURS, overtime([20] * 6 + [None] * 6 + [20] * 5)) is None


def test_that_only_the_last_17_weeks_are_averaged():
    assert severity(HOURS, overtime([60] + [10] * 17)) is None
    # With a week unknown there are 17 values in 18 weeks: the first is too old all the same.
    assert severity(HOURS, overtime([200, None] + [10] * 16)) is None


def test_that_weeks_away_are_left_out_of_an_average():
    values = [11] * 12 + [0] * 5
    away = [START.plus(place) for place in range(12, 17)]

    assert severity(HOURS, overtime(values)) is None
    assert severity(HOURS, overtime([*values, 11], away=away)) is ACT


def test_that_an_average_without_contracted_hours_says_nothing():
    assert severity(HOURS, view(weekly("fact_overtime_hours", [60] * 17))) is None


def minutes(values, **more):
    return view(weekly("fact_supervision_minutes", values), **more)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([60, 0, 0], None),
        ([60, 0, 0, 0], WATCH),
        ([60, 0, 0, 0, 0], WATCH),
        ([60, 0, 0, 0, 0, 0], ACT),
        ([60, 0, None, 0, None, None], None),
        ([60, 0, 0, 0, 5], None),
        ([0, 0, 0], WATCH),
    ],
)
def test_that_weeks_without_supervision_are_counted(values, expected):
    assert severity(gap(), minutes(values)) is expected


def test_that_weeks_away_are_not_weeks_without_supervision():
    away = [START.plus(2), START.plus(3)]

    assert severity(gap(), minutes([60, 0, 0, 0, 0])) is WATCH
    assert severity(gap(), minutes([60, 0, 0, 0, 0], away=away)) is None


def test_that_a_hard_event_counts_in_the_latest_check_in_only():
    then, now = {START: ("complaint",)}, {START.plus(1): ()}

    assert severity(hard_event(), view(week=START.plus(1), events=then)) is NOW
    assert severity(hard_event(), view(week=START.plus(1), events={**then, **now})) is None


levels = st.lists(st.integers(1, 5), min_size=1, max_size=12)


@given(levels, st.integers(0, 11), st.integers(1, 4), st.integers(0, 3))
def test_that_a_worse_value_never_clears_a_level_rule(values, place, hits, more):
    often = rule("r", crossing(LineKind.AT_LEAST, 3, of=(hits, hits + more)))
    worse = list(values)
    worse[place % len(values)] += 1

    if severity(often, view(weekly("burnout", values))) is not None:
        assert severity(often, view(weekly("burnout", worse))) is not None


@given(levels, st.lists(st.integers(0, 11), max_size=3), st.integers(1, 4), st.integers(0, 3))
def test_that_skipped_weeks_never_change_a_run(values, places, hits, more):
    often = rule("r", crossing(LineKind.AT_LEAST, 3, of=(hits, hits + more)))
    gaps = list(values)
    for place in places:
        gaps.insert(place % len(gaps), None)

    assert severity(often, view(weekly("burnout", gaps))) is severity(
        often, view(weekly("burnout", values))
    )


@given(st.lists(st.sampled_from([0, 30, 60]), min_size=1, max_size=10), st.integers(0, 9))
def test_that_more_supervision_never_makes_a_longer_gap(values, place):
    more = list(values)
    more[place % len(values)] = 60

    before, after = severity(gap(), minutes(values)), severity(gap(), minutes(more))

    assert (after or 0) <= (before or 0)


def test_that_a_measure_is_shown_with_its_own_digits_in_the_words():
    over = rule(
        "r", crossing(LineKind.OVER_PLAN, 0.1, figure="contracted_hours"), of="fact_overtime_hours"
    )
    hours = measure("fact_overtime_hours", whole=False)
    found = fire(over, view(weekly(hours, [4.25]), plan=FULL_TIME))

    assert found is not None
    assert (found.words["value"], found.words["line"], found.words["plan"]) == (
        "4.25",
        "3.75",
        "37.5",
    )

"""Usual, baseline, and the words under a chart's title, by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burnout_check.domain.insights.derived import DERIVED
from burnout_check.domain.measures.ids import MET, WITHOUT
from burnout_check.domain.measures.trend import (
    baseline,
    baseline_points,
    middle,
    summary,
    usual,
    usual_range,
)
from burnout_check.domain.week import Week
from tests.domain.samples import CBI_WORK, GAD7, START, weekly


def test_that_usual_needs_four_values():
    assert usual(weekly("fact_caseload", [50, 52, 54]), START.plus(3)) is None
    assert usual(weekly("fact_caseload", [50, 52, 54, 56]), START.plus(4)) == 53


def test_that_usual_leaves_the_week_itself_and_later_ones_out():
    known = weekly("fact_caseload", [50, 50, 50, 50, 90, 90])

    assert usual(known, START.plus(4)) == 50


def test_that_usual_is_the_middle_of_the_last_eight():
    known = weekly("fact_caseload", [1000, 1, 2, 3, 4, 5, 6, 7, 8])

    assert usual(known, START.plus(9)) == 4.5


def test_that_skipped_weeks_do_not_shorten_the_eight():
    known = weekly("fact_caseload", [1, None, 2, None, 3, None, 4, None, 5, 6, 7, 8])

    assert usual(known, START.plus(12)) == 4.5


def test_that_the_usual_range_is_the_middle_half_of_the_same_eight():
    known = weekly("fact_caseload", [1000, 10, 11, 12, 13, 14, 15, 16, 17, 99])

    # The eight before the week of the 99 are 10 to 17: a quarter of the way is 11.75, three
    # quarters 15.25.
    assert usual_range(known, START.plus(9)) == (11.75, 15.25)
    assert usual_range(known, START.plus(3)) is None


@given(st.lists(st.integers(0, 100), min_size=4, max_size=20))
def test_that_usual_lies_between_the_values_it_is_made_of(values):
    middle = usual(weekly("fact_caseload", values), START.plus(len(values)))

    assert middle is not None
    assert min(values[-8:]) <= middle <= max(values[-8:])


def test_that_the_baseline_is_the_middle_of_the_first_three():
    assert baseline(weekly("gad7", [9, 3])) is None
    assert baseline(weekly("gad7", [9, 3, 4])) == 4
    assert baseline(weekly("gad7", [9, 3, 4, 21, 21])) == 4


def test_that_a_new_baseline_begins_where_the_person_said():
    known = weekly("gad7", [1, 1, 1, 8, 9, 10, 11])

    assert baseline(known, START.plus(3)) == 9
    assert baseline(known, START.plus(5)) is None
    assert [point.value for point in baseline_points(known, START.plus(4))] == [9, 10, 11]


def test_that_the_middle_of_four_weeks_needs_three_values_and_looks_no_further_back():
    known = weekly("burnout", [1, 5, 2, None, 4, 3, None, None, 3, 1, 2])

    # 1 5 2 -> 2; 5 2 _ 4 -> 4; 2 _ 4 3 -> 3; _ _ 3 1 are two; _ 3 1 2 -> 2.
    assert [(point.week.since(START), point.value) for point in middle(known).points] == [
        (2, 2),
        (4, 4),
        (5, 3),
        (10, 2),
    ]


def test_that_weeks_go_on_across_iso_week_53():
    # 2026 has 53 ISO weeks: 28 December 2026 is the Monday of week 53.
    first = Week.parse("2026-12-07")
    known = weekly("fact_caseload", [50, 51, 52, 53, 54], first=first)

    assert first.plus(3).monday.isocalendar().week == 53
    assert known.points[-1].week.monday == first.monday + timedelta(days=28)
    assert usual(known, Week.parse("2027-01-04")) == 51.5


# 1 June 2026 is a Monday, and 24 weeks later is 16 November 2026.
JUNE = Week.parse("2026-06-01")
NOVEMBER = Week.parse("2026-11-16")


def test_that_a_score_is_compared_with_its_baseline_and_its_noise():
    known = weekly(CBI_WORK, [36, 40, 30, 39, 46, 50, 61], first=JUNE, every=4)

    # The usual is the middle of the six before, (39 + 40) / 2 = 39.5, shown as 40; the baseline
    # is the middle of 36, 40 and 30; the noise is 17.7.
    assert summary(known, week=NOVEMBER) == (
        "last 61, 21 over your usual 40, up 25 since June, more than the measure’s noise "
        "(our own estimate)"
    )


def test_that_a_change_within_the_noise_is_called_so():
    known = weekly(CBI_WORK, [36, 40, 30, 53], first=JUNE, every=8)

    assert summary(known, week=NOVEMBER) == (
        "last 53, up 17 since June, within the measure’s noise (our own estimate)"
    )


@pytest.mark.parametrize(("last", "words"), [(7, "more than"), (6, "within")])
def test_that_a_published_change_of_four_is_reached_at_four(last, words):
    known = weekly(GAD7, [3, 3, 3, last], first=JUNE, every=8)

    assert summary(known, week=NOVEMBER) == (
        f"last {last}, up {last - 3} since June, {words} the measure’s noise"
    )


def test_that_a_fall_is_told_as_a_fall():
    known = weekly(GAD7, [9, 9, 9, 4], first=JUNE, every=8)

    assert summary(known, week=NOVEMBER) == (
        "last 4, down 5 since June, more than the measure’s noise"
    )


def test_that_no_change_is_not_measured_against_noise():
    known = weekly(GAD7, [9, 9, 9, 9], first=JUNE, every=8)

    assert summary(known, week=NOVEMBER) == "last 9, no change since June"


def test_that_a_baseline_of_another_year_says_its_year():
    known = weekly(GAD7, [3, 3, 3, 8], first=Week.parse("2025-06-02"), every=4)

    assert summary(known, week=Week.parse("2026-01-05")) == (
        "last 8 in the week of 25 August 2025, up 5 since June 2025, more than the measure’s noise"
    )


def test_that_a_measure_without_noise_hears_no_word_of_it():
    known = weekly("fact_caseload", [60, 60, 60, 60, 72], first=NOVEMBER.plus(-4))

    # The first of the five weeks is that of 19 October.
    assert summary(known, week=NOVEMBER) == ("last 72, 12 over your usual 60, up 12 since October")
    assert summary(known, week=NOVEMBER, plan_figure=65) == (
        "last 72, 7 over your job plan of 65, 12 over your usual 60, up 12 since October"
    )


def test_that_a_value_at_the_usual_is_called_the_same():
    known = weekly("fact_caseload", [60, 60, 60, 60, 60], first=NOVEMBER.plus(-4))

    assert summary(known, week=NOVEMBER) == (
        "last 60, the same as your usual, no change since October"
    )


def test_that_a_slow_measure_without_noise_falls_back_on_its_baseline():
    known = weekly("hse_demands", [3.5, 3.5, 3.5, 2.5], first=JUNE, every=8)

    assert summary(known, week=NOVEMBER) == "last 2.5, down 1 since June"


def test_that_too_little_data_is_said():
    assert summary(weekly(GAD7, []), week=START) == "no values yet"
    assert summary(weekly(GAD7, [5]), week=START) == (
        "last 5, too few to compare yet: it takes 3 and then one more"
    )
    assert summary(weekly(GAD7, [5, 6, 7]), week=START.plus(2)) == (
        "last 7, one of your first 3 values, and later ones are compared with these"
    )


def test_that_values_after_the_week_are_not_looked_at():
    known = weekly("fact_caseload", [60, 60, 60, 60, 72, 99], first=NOVEMBER.plus(-4))

    assert summary(known, week=NOVEMBER) == ("last 72, 12 over your usual 60, up 12 since October")


def test_that_a_chart_that_ends_earlier_is_spoken_of_as_of_its_last_week():
    known = weekly("fact_caseload", [60, 60, 60, 60, 72, 75], first=NOVEMBER.plus(-5))

    # The six weeks begin on 12 October; that of 9 November, one before the last, has the 72.
    assert summary(known, week=NOVEMBER.plus(4), until=NOVEMBER.plus(-1)) == (
        "last 72 in the week of 9 November, 12 over your usual 60, up 12 since October"
    )
    assert summary(known, week=NOVEMBER, until=NOVEMBER.plus(-1)) == (
        "last 72 in the week of 9 November, 12 over your usual 60, up 12 since October"
    )
    assert summary(known, week=NOVEMBER, until=NOVEMBER.plus(-9)) == "no values until then"


def test_that_the_sentence_belongs_to_the_weeks_a_chart_shows():
    known = weekly("fact_caseload", [30, 30, 30, *[60] * 6, 70, 70, 72], first=NOVEMBER.plus(-11))

    # Of the last eight weeks, from 28 September, the first three have 60; the usual is that of the
    # eight before the last, 30, six times 60, 70, 70 without the first of all: 60.
    assert summary(known, week=NOVEMBER, since=NOVEMBER.plus(-7)) == (
        "last 72, 12 over your usual 60, up 12 since September"
    )
    assert summary(known, week=NOVEMBER, since=NOVEMBER.plus(-20)) == (
        "last 72, 12 over your usual 60, up 42 since August"
    )


def test_that_a_chart_of_a_few_values_speaks_of_its_own_first():
    known = weekly(GAD7, [3, 3, 3, 3, 9, 5, 12], first=JUNE, every=4)

    # The last three are of 21 September, 19 October and 16 November.
    assert summary(known, week=NOVEMBER, since=NOVEMBER.plus(-8)) == (
        "last 12, 9 over your usual 3, up 3 since the week of 21 September, "
        "within the measure’s noise"
    )
    assert summary(known, week=NOVEMBER, since=NOVEMBER.plus(-1)) == (
        "last 12, 9 over your usual 3, the only value in these weeks"
    )


def test_that_a_chart_with_no_value_says_so_and_gives_none_from_before_it():
    known = weekly(GAD7, [3, 3, 3, 3], first=JUNE)

    assert summary(known, week=NOVEMBER, since=NOVEMBER.plus(-7)) == "no values in these weeks"


def test_that_a_new_baseline_within_the_chart_comes_before_its_first_week():
    known = weekly("fact_caseload", [30] * 4 + [60] * 4 + [72], first=NOVEMBER.plus(-8))

    # Since 28 September the first three have 30; those from 19 October have 60.
    assert summary(
        known, week=NOVEMBER, since=NOVEMBER.plus(-7), baseline_from=NOVEMBER.plus(-4)
    ).endswith("up 12 since October")


def test_that_with_a_new_baseline_too_short_the_usual_alone_is_said():
    known = weekly("gad2", [2, 2, 2, 2, 4], first=NOVEMBER.plus(-4))

    assert summary(known, week=NOVEMBER, baseline_from=NOVEMBER.plus(-1)) == (
        "last 4, 2 over your usual 2"
    )


def test_that_a_share_of_what_was_due_is_said_in_per_cent():
    met = next(each.measure for each in DERIVED if each.measure.id == MET)
    known = weekly(met, [100, 75, 100, 50, 66.7], first=NOVEMBER.plus(-4))

    # 67 is 33 under 100; the usual is the middle of 100, 75, 100 and 50, 87.5, which Python shows
    # as 88; the baseline is the middle of the first three, 100, and 66.7 is 33 below it.
    assert summary(known, week=NOVEMBER) == (
        "last 67 %, 33 under what was due, 21 under your usual 88, down 33 since October"
    )


def test_that_weeks_are_not_read_as_the_last_weeks():
    without = next(each.measure for each in DERIVED if each.measure.id == WITHOUT)

    # Four zeros are usual and baseline alike.
    assert summary(weekly(without, [0, 0, 0, 0, 1], first=NOVEMBER.plus(-4)), week=NOVEMBER) == (
        "last 1, 1 over your usual 0, up 1 since October"
    )

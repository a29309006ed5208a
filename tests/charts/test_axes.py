"""Where the axes begin and end, and what is written along them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from burnout_check.charts.model.axes import value_axis, week_ticks
from burnout_check.charts.model.panel import ReferenceLine
from tests.charts.samples import CASELOAD, WORK_BURNOUT, panel, series, span

YEAR = span("2025-11-24", "2026-11-16")


def axis(measure, values, *lines):
    shown = series(measure, "2026-06-01", values)
    marked = tuple(ReferenceLine(value, str(value)) for value in lines)
    return value_axis(panel(shown, lines=marked), YEAR)


def test_that_a_score_shows_its_whole_possible_range():
    found = axis(WORK_BURNOUT, [36, 41, 61])

    assert (found.low, found.high) == (0, 100)
    assert found.ticks == (0, 50, 75, 100)
    assert found.note == ""


def test_that_a_count_starts_at_0():
    found = axis(CASELOAD, [3, 8, 20], 18)

    assert (found.low, found.high, found.note) == (0, 20, "")


def test_that_a_count_that_would_be_flattened_starts_higher_and_says_so():
    found = axis(CASELOAD, [52, 57, 72], 60)

    assert (found.low, found.high) == (50, 80)
    assert found.note == "axis starts at 50"


def test_that_no_value_lies_on_a_foot_that_is_not_0():
    found = axis(CASELOAD, [68, 69], 60)

    assert (found.low, found.high) == (50, 70)


def test_that_numbers_beside_the_axis_never_touch():
    shown = panel(series(WORK_BURNOUT, "2026-06-01", [36]), lines=(ReferenceLine(53, "53"),))

    assert value_axis(shown, YEAR, close=0.02).ticks == (0, 50, 53, 75, 100)
    assert value_axis(shown, YEAR, close=0.1).ticks == (0, 50, 75, 100)


def test_that_a_count_of_nothing_at_all_has_an_axis():
    found = axis(CASELOAD, [0, 0, 0])

    assert (found.low, found.high) == (0, 4)


@given(some.lists(some.floats(0, 1000), min_size=1, max_size=9), some.floats(0, 1000))
def test_that_every_value_and_line_lies_within_the_axis(values, line):
    found = axis(CASELOAD, values, line)

    assert found.low <= min(*values, line)
    assert found.high >= max(*values, line)
    assert 2 <= len(found.ticks) <= 6


def test_that_dates_are_mondays_back_from_the_last_week():
    found = week_ticks(span("2026-06-01", "2026-11-16"), room=7, room_with_years=5)

    assert [words for _week, words in found] == [
        "1 Jun",
        "29 Jun",
        "27 Jul",
        "24 Aug",
        "21 Sep",
        "19 Oct",
        "16 Nov",
    ]


def test_that_the_year_is_shown_first_and_when_it_changes():
    found = week_ticks(span("2026-11-23", "2027-02-15"), room=9, room_with_years=7)

    assert [words for _week, words in found] == [
        "23 Nov 2026",
        "7 Dec",
        "21 Dec",
        "4 Jan 2027",
        "18 Jan",
        "1 Feb",
        "15 Feb",
    ]


def test_that_three_weeks_have_three_dates():
    found = week_ticks(span("2026-11-02", "2026-11-16"), room=9, room_with_years=7)

    assert [words for _week, words in found] == ["2 Nov", "9 Nov", "16 Nov"]


@pytest.mark.parametrize("room", [1, 2.4, 6, 11])
@pytest.mark.parametrize("first", ["2006-01-02", "2016-11-21", "2026-01-05", "2026-11-16"])
def test_that_there_are_never_more_dates_than_there_is_room_for(first, room):
    found = week_ticks(span(first, "2026-11-16"), room=room, room_with_years=room)

    assert 1 <= len(found) <= max(1, room) + 1
    assert found[-1][1].startswith("16 Nov")

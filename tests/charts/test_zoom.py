"""Fewer weeks and more, by hand."""

from burnout_check.charts.model.zoom import between, closer, wider
from tests.charts.samples import span, week

EIGHT = span("2026-09-07", "2026-10-26")


def test_that_half_the_weeks_are_those_around_the_one_pointed_at():
    assert closer(EIGHT, EIGHT.last) == span("2026-10-05", "2026-10-26")
    assert closer(EIGHT, EIGHT.first) == span("2026-09-07", "2026-09-28")
    # The fourth of eight, three sevenths of the way: of four weeks, one stands before it.
    assert closer(EIGHT, week("2026-09-28")) == span("2026-09-21", "2026-10-12")


def test_that_there_are_never_fewer_than_four():
    four = span("2026-10-05", "2026-10-26")

    assert closer(four, four.last) == four


def test_that_twice_as_many_grow_from_the_week_pointed_at():
    assert wider(EIGHT, EIGHT.last) == span("2026-07-13", "2026-10-26")


def test_that_weeks_are_taken_whichever_way_they_are_swept_and_at_least_four():
    assert between(EIGHT.last, EIGHT.first) == EIGHT
    assert between(week("2026-10-05"), week("2026-10-05")) == span("2026-09-28", "2026-10-19")

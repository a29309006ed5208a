from dataclasses import replace
from datetime import date

import pytest

from burnout_check.domain.support.action import (
    Action,
    ActionStatus,
    days_ahead,
    latest_first,
    soonest_first,
)

FRIDAY = date(2026, 11, 20)
ASK = Action("Ask for a review", "My manager", FRIDAY)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, "My manager"),
        (date(2026, 11, 20), "My manager · due today"),
        (date(2026, 11, 27), "My manager · due Fri 27 Nov"),
        (date(2026, 11, 17), "My manager · was for Tue 17 Nov"),
        (date(2027, 1, 4), "My manager · due 4 Jan 2027"),
    ],
)
def test_that_the_line_says_who_and_when_and_never_that_it_is_late(due, said):
    assert replace(ASK, due=due).who_and_when(FRIDAY) == said


def test_that_an_ended_one_says_how_and_when_and_can_be_opened_again():
    dropped = ASK.put(ActionStatus.DROPPED, FRIDAY)

    assert dropped.who_and_when(date(2026, 11, 23)) == "My manager · dropped Fri 20 Nov"
    assert dropped.put(ActionStatus.OPEN, date(2026, 11, 23)) == ASK


def test_that_one_that_ended_before_days_were_kept_says_no_day():
    assert replace(ASK, status=ActionStatus.DONE).who_and_when(FRIDAY) == "My manager · done"


def test_that_the_open_ones_come_by_day_and_the_ended_ones_latest_first():
    soon = replace(ASK, text="soon", due=date(2026, 11, 21))
    later = replace(ASK, text="later", due=date(2026, 12, 1))
    early = replace(ASK, text="early").put(ActionStatus.DONE, date(2026, 11, 2))
    late = replace(ASK, text="late").put(ActionStatus.DROPPED, date(2026, 11, 9))
    every = (ASK, later, early, soon, late)

    assert soonest_first(every) == (soon, later, ASK)
    assert latest_first(every) == (late, early)


def test_that_each_day_of_two_weeks_can_be_chosen_and_then_one_a_week():
    days = days_ahead(FRIDAY)

    assert days[:2] == (FRIDAY, date(2026, 11, 21))
    assert date(2026, 12, 4) in days  # a fortnight on
    assert date(2026, 12, 5) not in days
    assert days[-1] == date(2027, 2, 12)  # 12 weeks on
    assert {day.weekday() for day in days[15:]} == {4}


def test_that_an_open_one_has_no_day_on_which_it_ended():
    with pytest.raises(ValueError, match="no day"):
        replace(ASK, ended=FRIDAY)
    with pytest.raises(ValueError, match="no day"):
        replace(ASK.put(ActionStatus.DONE, FRIDAY), status=ActionStatus.OPEN)

"""Before and after an event, by hand; and that no word of it says what caused what."""

from __future__ import annotations

import re
from datetime import date

import pytest

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.insights.comparison import compare
from burnout_check.domain.week import Week
from tests.domain.samples import CBI_WORK, GAD7, START, measure, weekly

EVENT = Event(START.plus(8).monday, EventKind.NEW_POST)
CAUSAL = """
because cause caused causes due effect effects affect affected led lead leads result results
resulted impact so hence therefore thus thanks why owing made make makes reason since helped
help worked improved harmed explains explain driven drove triggered through by following
"""
"""Words that say, or that a tired reader may take to say, that one thing brought about another."""


def compared(*series, event=EVENT, away=frozenset()):
    known = {each.measure.id: each for each in series}
    return compare(event, known, known, away=away)


def test_that_eight_weeks_either_side_are_compared_and_no_more():
    # 30 lies before the eight weeks, 90 after; 3 to 6 make a middle of 4.5, 7 to 10 one of 8.5.
    values = [30, *[3, 4, 5, 6] * 2, *[7, 8, 9, 10] * 2, 90]
    (found,) = compared(weekly("fact_overtime_hours", values, first=START.plus(-1)))

    assert (found.before.first, found.before.last) == (START, START.plus(7))
    assert (found.after.first, found.after.last) == (START.plus(8), START.plus(15))
    assert (found.before.median, found.after.median, found.change) == (4.5, 8.5, 4)
    assert found.beyond_noise is None
    assert found.sentence == (
        "fact_overtime_hours: middle value 4.5 hours in the 8 weeks before (8 values), 8.5 hours "
        "in the 8 weeks from then on (8 values). That is 4 higher."
    )


def test_that_the_weeks_of_the_event_and_of_leave_are_where_they_belong():
    sunday = Event(START.plus(4).sunday, EventKind.COMPLAINT)
    known = weekly("burnout", [2, 2, 2, 5, 4, 4, 4])
    (found,) = compared(known, event=sunday, away={START.plus(3)})

    assert [point.value for point in found.before.points] == [2, 2, 2]
    assert [point.value for point in found.after.points] == [4, 4, 4]


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        # 17.7 points are the noise: the middle falls from 60 to 40, or from 60 to 43.
        ([60] * 8 + [40] * 8, "That is 20 lower, more than the measure’s noise (our own estimate)"),
        ([60] * 8 + [43] * 8, "That is 17 lower, within the measure’s noise (our own estimate)"),
        ([60] * 16, "No difference"),
    ],
)
def test_that_a_change_is_measured_against_the_noise(values, verdict):
    (found,) = compared(weekly(CBI_WORK, values))

    assert found.sentence == (
        "cbi_work: middle value 60 in the 8 weeks before (8 values), "
        f"{values[-1]} in the 8 weeks from then on (8 values). {verdict}."
    )


def test_that_a_published_change_of_four_is_enough():
    (found,) = compared(weekly(GAD7, [4] * 8 + [8] * 8))

    assert found.beyond_noise is True


def test_that_too_few_values_say_so():
    (found,) = compared(weekly("burnout", [2] + [None] * 7 + [3, 3]))

    assert found.change is found.beyond_noise is None
    assert found.sentence == (
        "burnout: too few values to compare. It takes 3 on each side, and there is 1 before and 2 "
        "from then on."
    )


def test_that_a_scale_asked_every_four_weeks_has_too_few_and_says_so():
    # Weeks 0 and 4 lie before the event in week 8, weeks 8 and 12 after it.
    (found,) = compared(weekly(CBI_WORK, [36, 41, 60, 61], every=4))

    assert found.change is found.beyond_noise is None
    assert found.sentence == (
        "cbi_work: too few values to compare. It takes 3 on each side, and there are 2 before and "
        "2 from then on."
    )


def test_that_the_eight_weeks_go_on_across_iso_week_53_and_both_clock_changes():
    # 8 weeks before 2 November 2026 lies 7 September; the clocks go back on 25 October, and on
    # from 28 December, week 53, is 4 January 2027.
    new_year = Event(date(2027, 1, 1), EventKind.OTHER, "moved")
    known = weekly("burnout", [1] * 20, first=Week.parse("2026-10-05"))
    (found,) = compared(known, event=new_year)

    assert str(found.after.first) == "2026-12-28"
    assert str(found.before.first) == "2026-11-02"
    assert str(found.after.last) == "2027-02-15"
    assert len(found.before.points) == 8


def test_that_measures_come_in_the_order_asked_for_and_unknown_ones_are_left_out():
    known = {name: weekly(name, [1]) for name in ("burnout", "gad7")}

    found = compare(EVENT, known, ["gad7", "nothing", "burnout"])

    assert [each.measure.id for each in found] == ["gad7", "burnout"]


@pytest.mark.parametrize("after", [[], [1, 1, 1], [9, 9, 9], [50, 50, 50]])
@pytest.mark.parametrize("of", [GAD7, CBI_WORK, measure("fact_caseload"), measure("burnout")])
def test_that_no_word_says_what_brought_about_what(of, after):
    (found,) = compared(weekly(of, [1] * 8 + after))
    words = set(re.findall(r"[a-z]+", found.sentence.lower()))

    assert words.isdisjoint(CAUSAL.split())

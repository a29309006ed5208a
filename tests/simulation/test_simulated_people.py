"""Whole made-up people put to all rules, in small; and the page keeps to the goals."""

from __future__ import annotations

from math import sqrt

import pytest

import simulate
import simulated_people
import whole_person
from burnout_check.domain.measures import ids
from tests.simulation.test_simulated_rules import shown
from whole_person import ASKED, RUN_IN, YEAR, Person

PEOPLE = 40


def figures(place):
    """The rows of a table of the page as numbers, by the first cell."""
    rows = shown(simulate.SIMULATIONS[place].title)[2:]
    return {row[0]: [float(cell.removesuffix(" %")) for cell in row[1:]] for row in rows}


def at_most(share):
    """So many of the people at most, with 3 standard errors of a sample this small."""
    return PEOPLE * share + 3 * sqrt(PEOPLE * share * (1 - share))


@pytest.mark.parametrize(("alike", "share"), [(0.3, 0.05), (0.6, 0.10)])
def test_that_an_ordinary_person_is_seldom_told_to_act_by_chance(alike, share):
    found = [simulated_people.acts(Person(alike), seed) for seed in range(PEOPLE)]

    assert sum(simulated_people.rated(found)) <= at_most(share)


def test_that_the_page_keeps_to_the_goals_for_people_to_whom_nothing_happens():
    for name in ("Ordinary answers", "Any answers on the good side"):
        _not_alike, somewhat, much = figures(0)[name]
        assert somewhat <= 5, name
        assert much <= 10, name


def test_that_the_page_keeps_to_the_goals_for_those_to_whom_something_happens():
    burnout, nearer, farther, *climbs = figures(2).values()

    assert burnout[1] >= 99
    assert min(nearer[0], farther[0]) >= 70
    assert min(told for told, _acted in climbs) >= 95


def test_that_a_person_at_four_is_told_to_act():
    _told, acted = simulated_people.told_of(simulated_people.CHANGES[0], PEOPLE, 1)

    assert PEOPLE * (1 - acted) <= at_most(0.01)


def test_that_every_answer_can_be_chosen_and_makes_the_score():
    # The rest of the PHQ-8 is asked of nobody whose first two answers are low.
    view = whole_person.view_of(Person(0.3, {ids.PHQ8: 9}), 7)

    assert set(ASKED) <= set(view.series)
    for name in ASKED:
        measure, points = view.series[name].measure, view.points(name)
        assert points, name
        assert all(measure.low <= point.value <= (measure.high or 0) for point in points), name
    assert {point.value for point in view.points(ids.MANAGEABLE)} <= set(range(11))


def test_that_some_weeks_are_missed_and_some_are_leave():
    view = whole_person.view_of(Person(0.3), 7)

    # Five weeks in each year or part of one; they may overlap, and the last may be cut short.
    assert 5 <= len(view.away) <= 10
    assert 60 <= len(view.points(ids.BURNOUT)) <= RUN_IN + YEAR - len(view.away)


def test_that_a_change_begins_when_the_year_does():
    view = whole_person.view_of(Person(0.0, moved={ids.BURNOUT: 3}), 7)
    begins = whole_person.week(RUN_IN)
    points = view.points(ids.BURNOUT)

    assert max(point.value for point in points if point.week < begins) <= 3
    assert min(point.value for point in points if point.week >= begins) >= 4


def test_that_the_same_seed_gives_the_same_person():
    first, again = (whole_person.view_of(Person(0.6), 3) for _ in range(2))

    assert first.series == again.series
    assert whole_person.view_of(Person(0.6), 4).series != first.series

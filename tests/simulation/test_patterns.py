"""That patterns are silent where there is nothing, and are found where there is something."""

from __future__ import annotations

import pytest

from tests.simulation.patterns import UNRELATED, Person, most_of, speaks_in

PEOPLE = 30
"""Of each of the 12 kinds: 360 in all, few enough for 6 seconds. 11 of them would be too many."""


def test_that_in_series_with_no_relation_it_speaks_to_at_most_one_in_twenty():
    spoken = sum(speaks_in(kind, PEOPLE) for kind in UNRELATED)

    # By the binomial distribution, with 95 % certainty.
    assert most_of(spoken, PEOPLE * len(UNRELATED)) <= 0.05


def test_that_the_bound_is_the_published_one():
    # The rule of three: none of n gives 1 - 0.05 ** (1 / n), 0.0095 for 314.
    assert most_of(0, 314) == pytest.approx(0.0095, abs=0.0001)
    # Half of ten: the upper end of the one-sided interval is 0.777, in printed tables.
    assert most_of(5, 10) == pytest.approx(0.777, abs=0.001)


@pytest.mark.parametrize("alike", [0.3, 0.6])
def test_that_a_planted_relation_is_found(alike):
    person = Person(156, alike, relation=0.8)
    found = [person.patterns(seed).found for seed in range(10)]

    assert sum(bool(each) for each in found) >= 8
    for pattern in (each[0] for each in found if each):
        assert (pattern.driver.id, pattern.outcome.id) == ("fact_overtime_hours", "burnout")
        assert pattern.difference > 0
        assert pattern.chance <= 1 / 40

"""How far the last weeks lie from one's usual, with the sums done by hand."""

from __future__ import annotations

import pytest

from burnout_check.domain.measures.shift import shift
from burnout_check.domain.questionnaire.instrument import Worse
from tests.domain.samples import weekly


def found(values, worse=Worse.DOWN):
    return shift(weekly("own_workload_manageable", values).points, worse, 1.5)


# Weights of the last 8: 0.2, 0.16, 0.128 ... back from the newest, 1 - 0.8^8 = 0.8322 in all.
# 24 times 6 has no spread of its own, so 12 parts of 36 of 1.5 squared are trusted: 0.866.
def test_that_eight_worse_weeks_are_weighed_against_the_24_before():
    said = found([6] * 24 + [3] * 8)

    assert said is not None
    assert said.size == pytest.approx(2.883, abs=0.001)
    assert (said.usual, said.now) == (6, pytest.approx(3))


def test_that_the_newest_value_weighs_a_fifth():
    said = found([6] * 31 + [3])

    assert said is not None
    assert said.size == pytest.approx(0.6 / 0.866, abs=0.001)
    assert said.usual == 6


def test_that_better_is_below_nothing_and_the_direction_is_the_measures():
    assert found([6] * 24 + [9] * 8).size == pytest.approx(-2.883, abs=0.001)
    assert found([6] * 24 + [9] * 8, Worse.UP).size == pytest.approx(2.883, abs=0.001)


# Half as many values: 12 parts of 24 are trusted, 1.061, and the usual is less sure, by 0.881.
def test_that_a_usual_of_fewer_values_needs_more_and_under_twelve_there_is_none():
    assert found([6] * 12 + [3] * 8).size == pytest.approx(2.073, abs=0.002)
    assert found([6] * 11 + [3] * 8) is None
    assert found([]) is None


def test_that_what_is_older_than_the_usual_is_forgotten():
    assert found([0] * 50 + [6] * 24 + [3] * 8) == found([6] * 24 + [3] * 8)

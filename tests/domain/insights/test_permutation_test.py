"""Rank differences and chances, each worked out by hand on a few weeks."""

from __future__ import annotations

from math import sqrt

import pytest

from burnout_check.domain.insights.permutation_test import Pair, chances, rank_difference, worth

# Four weeks; the outcome is 1 in the first two, 2 in the last two. Bits count weeks from the right.
FIRST_TWO, LAST_TWO, EVEN, ODD = 0b0011, 0b1100, 0b0101, 0b1010
RISING = (FIRST_TWO, LAST_TWO)


@pytest.mark.parametrize(
    ("over", "rest", "levels", "expected"),
    [
        # 3 and 4 over 1 and 2: U is 4 of 4, expected 2, variance 2·2·5/12.
        (0b1100, 0b0011, (0b0001, 0b0010, 0b0100, 0b1000), 2 / sqrt(20 / 12)),
        # 2 and 2 against 1 and 2: U is 1 + 1 + ½ + ½ = 3; three tied, so 4/12 · (5 - 24/12) = 1.
        (0b1100, 0b0011, (0b0001, 0b1110), 1),
        # 2 2 against 1 1: U is 4; two ties of two, so 4/12 · (5 - 12/12) = 4/3.
        (LAST_TWO, FIRST_TWO, RISING, 2 / sqrt(4 / 3)),
        (FIRST_TWO, LAST_TWO, RISING, -2 / sqrt(4 / 3)),
        (EVEN, ODD, RISING, 0),
        (LAST_TWO, FIRST_TWO, (0b1111,), 0),
        (LAST_TWO, 0, RISING, 0),
        # A week without the outcome does not count: 2 against 1 1, U is 2, variance 2/12·(4 - 6/6).
        (LAST_TWO, FIRST_TWO, (0b0011, 0b0100), 1 / sqrt(0.5)),
    ],
)
def test_that_a_rank_difference_is_that_of_mann_and_whitney(over, rest, levels, expected):
    assert rank_difference(over, rest, levels) == pytest.approx(expected)


def test_that_the_chance_is_the_share_of_places_with_as_large_a_difference():
    # Slid by one and three weeks the halves mix and differ by nothing; by two, they change places.
    assert chances([Pair(LAST_TWO, FIRST_TWO, RISING)], 4) == (0.5,)


def test_that_each_pair_has_to_stand_up_to_the_largest_of_all():
    lone = Pair(0b1000, 0b0111, RISING)
    both = Pair(LAST_TWO, FIRST_TWO, RISING)

    # Alone: 2 against 1 1 2, U is 2½ of 3; the third week is as high, the others as low: all four.
    assert chances([lone], 4) == (1,)
    # Beside the other pair it is topped where that one is large, and equalled elsewhere.
    assert chances([lone, both], 4) == (1, 0.5)


def test_that_counting_stops_once_every_chance_is_over_the_limit():
    both = Pair(LAST_TWO, FIRST_TWO, RISING)

    assert chances([both], 4, limit=0.4) == (1,)
    assert chances([both], 4, limit=0.5) == (0.5,)
    assert chances([], 0) == ()


def test_that_weeks_that_are_alike_are_worth_less():
    # 1 1 1 1 2 2 2 2 twice: one step of 7, so 1 - 1/7 / (2 · ¼) = 5/7 alike; 8 · (1 - 25/49) /
    # (1 + 25/49) = 8 · 24/74.
    slow = Pair(0b11110000, 0b00001111, (0b00001111, 0b11110000))
    # 1 2 1 2 …: never alike from one week to the next.
    quick = Pair(0b10101010, 0b01010101, (0b00001111, 0b11110000))

    assert worth(slow) == pytest.approx(8 * 24 / 74)
    assert worth(quick) == 8

"""How often chance alone would bring a difference as large, for series in which weeks are alike.

The weeks of two series stand in a row, and one series is slid along the other, round and round, one
week at a time. Each place it can stand at keeps both series as they are, with their runs of good
and bad weeks, and breaks only what ties them to each other. The share of places with a difference
at least as large is the chance. All pairs are slid together, and each place counts with its largest
difference, so the chance allows for the number of pairs that were looked at (Westfall PH, Young SS
(1993). Resampling-Based Multiple Testing. Wiley: the largest statistic of each permutation).

The difference is the rank sum of Mann and Whitney in standard units, with ties allowed for. Where
both series change slowly, few of the places really differ, and the ends that sliding joins do not
fit each other; ``worth`` says how much a pair has to tell, and small ones are better left out.

A set of weeks is a whole number, whose bit says for each week whether it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from burnout_check.domain.numbers import TINY


@dataclass(frozen=True, slots=True)
class Pair:
    """What is compared: two sets of weeks, and for each value of the outcome its set, rising."""

    over: int
    rest: int
    levels: tuple[int, ...]


def rank_difference(over: int, rest: int, levels: Sequence[int]) -> float:
    """How much higher the outcome ranks in ``over`` than in ``rest``, in standard units.

    Returns:
        0 where a set has no values, or all values are the same.
    """
    above, ties, many, few = 0.0, 0, 0, 0
    for level in levels:
        here, there = (over & level).bit_count(), (rest & level).bit_count()
        above += here * (few + there / 2)
        many, few = many + here, few + there
        ties += (here + there) ** 3 - here - there
    total = many + few
    if not many or not few:
        return 0.0
    spread = many * few / 12 * (total + 1 - ties / (total * (total - 1)))
    return (above - many * few / 2) / sqrt(spread) if spread > TINY else 0.0


def worth(pair: Pair) -> float:
    """How many weeks with nothing in common the weeks of a pair are worth.

    n × (1 − ab) / (1 + ab), where a and b say how alike the driver and the outcome are from one
    week to the next (Bartlett MS (1935). J R Stat Soc 98(3):536-543).
    """
    known = sum(pair.levels) & (pair.over | pair.rest)
    weeks = [place for place in range(known.bit_length()) if known >> place & 1]
    sides = [float(pair.over >> week & 1) for week in weeks]
    values = [
        float(next(place for place, level in enumerate(pair.levels) if level >> week & 1))
        for week in weeks
    ]
    both = max(0.0, _alike(sides)) * max(0.0, _alike(values))
    return len(weeks) * (1 - both) / (1 + both)


def chances(pairs: Sequence[Pair], weeks: int, *, limit: float = 1.0) -> tuple[float, ...]:
    """For each pair, how often chance would bring any of them as large a difference, from 0 to 1.

    Args:
        pairs: what is compared, over the same weeks.
        weeks: how many weeks there are, which is how many places there are to slide to.
        limit: the largest chance of interest. Once every one is over it, each is given as 1.
    """
    if not pairs:
        return ()
    real = [abs(rank_difference(pair.over, pair.rest, pair.levels)) for pair in pairs]
    counts = [1] * len(pairs)  # where they really stand, the largest is at least as large
    best = real.index(max(real))
    splits: dict[tuple[int, int], list[tuple[int, ...]]] = {}
    for pair in pairs:
        splits.setdefault((pair.over, pair.rest), []).append(pair.levels)
    for step in range(1, weeks):
        if counts[best] > limit * weeks + TINY:
            return (1.0,) * len(pairs)
        largest = 0.0
        for (over, rest), outcomes in splits.items():
            moved = _slid(over, step, weeks), _slid(rest, step, weeks)
            for levels in outcomes:
                largest = max(largest, abs(rank_difference(*moved, levels)))
        counts = [
            count + (largest >= mine - TINY) for count, mine in zip(counts, real, strict=True)
        ]
    return tuple(count / weeks for count in counts)


def _alike(values: Sequence[float]) -> float:
    """How alike values that follow each other are: 1 the same, 0 as if drawn by lot."""
    middle = sum(values) / len(values)
    spread = sum((value - middle) ** 2 for value in values) / len(values)
    if spread < TINY:
        return 1.0
    steps = [(later - earlier) ** 2 for earlier, later in pairwise(values)]
    return 1 - sum(steps) / len(steps) / (2 * spread)


def _slid(weeks: int, step: int, length: int) -> int:
    """A set of weeks moved on by ``step``, the last coming round to the front."""
    return (weeks << step | weeks >> (length - step)) & ((1 << length) - 1)

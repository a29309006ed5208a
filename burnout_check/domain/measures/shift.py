"""Whether the last weeks lie apart from a person's own usual by more than chance makes them.

An exponentially weighted moving average (Roberts 1959, doi:10.1080/00401706.1959.10489860) of the
newest values, with a weight of 0.2, beside the mean of the values before them. How far apart they
are is given in the person's own spreads, so that one limit does for every measure and every person.
The limits are set by simulation (`packaging/dev.py simulate`), for weeks that are somewhat alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pvariance

from burnout_check.domain.measures.measure import Point
from burnout_check.domain.questionnaire.instrument import Worse

RECENT = 8
"""So many of the newest values are looked at, the newest with the most weight."""

BASE = 24
"""At most so many values before them are one's usual."""

NEEDS = 12
"""With fewer values before them nothing is said."""

_WEIGHT = 0.2
_WEIGHTS = tuple(_WEIGHT * (1 - _WEIGHT) ** back for back in range(RECENT - 1, -1, -1))
_TRUSTED = 12  # the spread that is taken for granted counts as much as so many values
_RECENT_VARIANCE, _BASE_VARIANCE = 0.19, 1.86  # of both means, in spreads, at an alikeness of 0.3


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the last weeks lie from the usual.

    ``size`` is in spreads, above 0 where it got worse; ``usual`` and ``now`` are in the measure's
    own points, ``now`` with the weights on the newest values.
    """

    size: float
    usual: float
    now: float


def shift(points: Sequence[Point], worse: Worse, spread: float) -> Shift | None:
    """The shift at the newest point.

    Args:
        points: oldest first.
        worse: which way is worse.
        spread: what is taken for the spread until enough values tell the person's own.

    Returns:
        None with too few values to have a usual.
    """
    values = [point.value for point in points[-RECENT - BASE :]]
    base, recent = values[:-RECENT], values[-RECENT:]
    if len(base) < NEEDS:
        return None
    usual = fmean(base)
    own = len(base) * pvariance(base, usual) + _TRUSTED * spread**2
    known = sqrt(own / (len(base) + _TRUSTED))
    moved = sum(
        weight * (value - usual) for weight, value in zip(_WEIGHTS, recent, strict=True)
    ) * (1 if worse is Worse.UP else -1)
    now = sum(w * value for w, value in zip(_WEIGHTS, recent, strict=True)) / sum(_WEIGHTS)
    return Shift(moved / known * _caution(len(base)), usual, now)


def _caution(count: int) -> float:
    """Below 1 where the usual rests on fewer values, and is less sure."""
    full = _RECENT_VARIANCE + _BASE_VARIANCE / BASE
    return sqrt(full / (_RECENT_VARIANCE + _BASE_VARIANCE / count))

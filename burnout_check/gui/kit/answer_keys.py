"""Which key gives which answer."""

from __future__ import annotations

from collections.abc import Sequence


def answer_keys(values: Sequence[int]) -> dict[str, int]:
    """The number key for each answer that has one.

    The key is the answer's own value where the values count up from 0 or from 1, so that it is the
    number printed in the questionnaire. Otherwise (the CBI goes from 100 down to 0) it is the
    answer's place in the row, from 1. Only 0 to 9 are keys; a tenth is for its widget to offer.
    """
    ordered = list(values)
    first = ordered[0] if ordered else 0
    if first in {0, 1} and ordered == list(range(first, first + len(ordered))):
        pairs = {str(value): value for value in ordered}
    else:
        pairs = {str(place): value for place, value in enumerate(ordered, start=1)}
    return {key: value for key, value in pairs.items() if len(key) == 1}

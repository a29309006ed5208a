"""The words at the right of a chart, moved apart where they would lie on each other."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from burnout_check.charts.model.axes import ValueAxis
from burnout_check.charts.model.panel import Panel, Span

SPACING = 1.15
"""Height of a line of text as a share of its size."""

_WIDE_LETTER = 0.48
_LEADING = 1.35
_PUBLISHED = "published"
_ROUNDS = 40
_BEYOND = 0.06
_ABOVE = 0.25


@dataclass(frozen=True, slots=True)
class Label:
    """Words and where their middle stands: 0 at the foot of the chart, 1 at its top."""

    words: str
    place: float
    height: float
    is_usual: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """How wide the words may be, how tall the chart is, and the size of the text, in pixels."""

    wide: float
    tall: float
    em: float


def placed(panel: Panel, span: Span, *, scale: ValueAxis, room: Room) -> tuple[Label, ...]:
    """The labels of a panel, from the foot up.

    Where there is no room for all, the lowest ones of the bands are left out; the spoken summary
    has them all.
    """
    letters = max(6, int(room.wide / (_WIDE_LETTER * room.em)))

    def label(words: str, value: float, *, is_usual: bool = False) -> Label:
        text = textwrap.fill(words, letters, break_long_words=False, break_on_hyphens=False)
        height = _LEADING * room.em * (text.count("\n") + 1) / room.tall
        place = (value - scale.low) / (scale.high - scale.low)
        return Label(text, place, height, is_usual)

    found = [label(line.label, line.value) for line in panel.lines]
    found += [
        label(words, value)
        for value, words in reversed(band_words(panel))
        if all(abs(value - line.value) > 1e-9 for line in panel.lines)
    ]
    known = [point for point in panel.usual if point.week in span]
    if known:
        value = known[-1].value
        shown = panel.measure.show(value)
        found.insert(0, label(f"your usual {shown}", value, is_usual=True))
    middle = [point for point in panel.middle if point.week in span]
    if middle:
        value = middle[-1].value
        found.insert(0, label(f"four-week middle {panel.measure.show(value)}", value))
    while sum(each.height for each in found) > 1.1 and len(found) > 1:
        found.pop()
    return _apart(found, above=_ABOVE * room.em / room.tall)


def band_words(panel: Panel) -> tuple[tuple[float, str], ...]:
    """The foot of each band but the lowest, with its number and what it rests on.

    A published band of symptoms has a diagnosis for a name ("severe"), so it goes by its number;
    only those by convention say what they are called.
    """
    measure = panel.measure
    basis = f" ({measure.band_basis})" if measure.band_basis else ""
    named = measure.band_basis != _PUBLISHED
    return tuple(
        (band.low, f"{measure.show(band.low)} or more{f': {band.label}' if named else ''}{basis}")
        for band in measure.bands
        if measure.low < band.low and band.low != measure.high
    )


def _apart(found: Sequence[Label], *, above: float) -> tuple[Label, ...]:
    """The labels in order of height, moved apart no more than they must, and kept in the chart.

    They may stand out by a little at the foot, and by ``above`` at the top, where names begin.
    """
    ordered = sorted(found, key=lambda each: each.place)
    places = [each.place for each in ordered]
    for _ in range(_ROUNDS):
        for low, high in pairwise(range(len(ordered))):
            least = (ordered[low].height + ordered[high].height) / 2
            short = max(0.0, least - (places[high] - places[low]))
            places[low] -= short / 2
            places[high] += short / 2
        for at, each in enumerate(ordered):
            half = each.height / 2
            places[at] = min(max(places[at], half - _BEYOND), 1 + above - half)
    return tuple(replace(each, place=place) for each, place in zip(ordered, places, strict=True))

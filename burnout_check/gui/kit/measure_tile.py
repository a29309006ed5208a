"""A tile made from what the domain says of a measure."""

from __future__ import annotations

from collections.abc import Sequence

from burnout_check.domain.insights.chips import Tone
from burnout_check.domain.insights.tiles import Tile
from burnout_check.domain.measures.measure import Series
from burnout_check.domain.week import Week
from burnout_check.gui.kit.chip import Kind
from burnout_check.gui.kit.tile import Glance, TileCard

WEEKS = 12
"""How many weeks the tiny line shows; a measure asked less often shows its last values."""

_KINDS: dict[Tone, Kind] = {
    Tone.ATTENTION: "attention",
    Tone.WATCH: "watch",
    Tone.STEADY: "steady",
    Tone.PLAIN: "neutral",
}


def measure_tile(words: Tile, line: Sequence[float | None] = ()) -> TileCard:
    """The widget for a tile's words, with the values of its tiny line if it has one."""
    kind = _KINDS[words.chip.tone]
    return TileCard(
        Glance(
            title=words.title,
            value=words.value,
            suffix=words.unit,
            values=line,
            threshold=words.line if line else None,
            chip=words.chip.words,
            kind=kind,
            shape=str(words.chip.shape) if kind in {"attention", "watch"} else "",
            caption=words.caption,
        )
    )


def tiny_line(series: Series, until: Week) -> list[float | None]:
    """The last values for a tile, one for each week, None where there is none.

    A measure that is asked less often than weekly gives its last six values without gaps.
    """
    values = {point.week: point.value for point in series.points}
    weekly = [values.get(until.plus(back)) for back in range(1 - WEEKS, 1)]
    if sum(value is not None for value in weekly) >= WEEKS // 2:
        while weekly and weekly[-1] is None:
            weekly.pop()
        return weekly
    return [point.value for point in series.points[-6:]]

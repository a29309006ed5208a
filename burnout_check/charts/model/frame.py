"""What stands around the axes of one chart, and how much room it takes."""

from __future__ import annotations

from dataclasses import dataclass

from burnout_check.charts.model.axes import value_axis
from burnout_check.charts.model.panel import Panel, Span

CAPTION = 5.4
"""Room for a title and a sentence above a chart, in sizes of the text."""

_ROW, _NO_ROW = 1.7, 0.8
_DATES, _NO_DATES = 2.0, 0.8


@dataclass(frozen=True, slots=True)
class Frame:
    """Whether a chart has its title, the names of what happened, and dates around it.

    Of charts below each other on the same weeks the top one has the names, the last one the dates.
    The marks themselves are in each. ``caption`` is the title with the sentence.
    """

    names: bool = True
    dates: bool = True
    caption: bool = False

    def above(self, panel: Panel, span: Span) -> float:
        """Room above the axes, in sizes of the text; words about the axis need it too."""
        caption = CAPTION if self.caption else 0
        return caption + (_ROW if self.names or value_axis(panel, span).note else _NO_ROW)

    @property
    def below(self) -> float:
        """Room below the axes, in sizes of the text."""
        return _DATES if self.dates else _NO_DATES


WHOLE = Frame()
"""A chart that stands by itself."""

TITLED = Frame(caption=True)
"""One with its title and sentence."""


def frames(count: int) -> tuple[Frame, ...]:
    """The frame of each of so many charts below each other."""
    return tuple(Frame(names=place == 0, dates=place == count - 1) for place in range(count))

"""How a chart looks, in plain values: the window maps its own colours and text size onto it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

POINTS_PER_PIXEL = 0.75
"""A pixel at 100 % is 1/96 inch, a point 1/72."""

MARKERS = (
    ("o", True),
    ("s", True),
    ("D", True),
    ("o", False),
    ("s", False),
    ("D", False),
    ("P", True),
    ("X", True),
)
"""A shape for each look, and whether it is filled. None points anywhere: a triangle on a line that
goes up and down would seem to say where it goes. Lines are all solid: in a dashed one the spaces
would be read as missing weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """Colours as ``#rrggbb`` by what they are for, the type, and the size of text.

    ``lines`` are the colours measures take in turn; ``bands`` the grounds of the highest band and
    the one below it. ``grid`` may equal ``surface`` for no grid at all. ``text`` is the size of
    text in pixels at 96 dots an inch; everything else in a chart is a share of it. ``scale`` is
    the number of device pixels for each of those. ``family`` is the typeface to use if matplotlib
    knows it; ``font_files`` hold the one to use otherwise, called ``own_family``.
    """

    surface: str
    ink: str
    muted: str
    grid: str
    away: str
    lines: tuple[str, ...]
    bands: tuple[str, str]
    own_family: str
    font_files: tuple[Path, ...]
    family: str = ""
    text: float = 13.0
    scale: float = 1.0

    @property
    def points(self) -> float:
        """The size of text in points, as matplotlib counts."""
        return self.text * POINTS_PER_PIXEL

    @property
    def dpi(self) -> float:
        """Device pixels for each inch."""
        return 96.0 * self.scale

    def colour(self, look: int) -> str:
        """The colour of the measure with this number."""
        return self.lines[look % len(self.lines)]

    @staticmethod
    def marker(look: int) -> tuple[str, bool]:
        """The marker of the measure with this number; it changes at another rate than colours."""
        return MARKERS[look % len(MARKERS)]

"""The typeface of the charts, known to matplotlib by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from matplotlib import font_manager

from burnout_check.charts.model.chart_style import ChartStyle


def register(files: Iterable[Path]) -> None:
    """Tell matplotlib about font files; those it has are left alone."""
    for file in files:
        _register(file)


def family(style: ChartStyle) -> str:
    """The typeface to draw with: the wanted one if matplotlib has it, else the one of the files.

    Never a silent fallback, which would come with a logged warning for every text.
    """
    register(style.font_files)
    return style.family if style.family in _known() else style.own_family


@cache
def _register(file: Path) -> None:
    font_manager.fontManager.addfont(str(file))


def _known() -> frozenset[str]:
    return frozenset(font.name for font in font_manager.fontManager.ttflist)

"""The typefaces of the charts, known to matplotlib by name, and the letters they have."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, reduce
from pathlib import Path

import matplotlib as mpl
from matplotlib import font_manager

from burnout_check.charts.model.chart_style import ChartStyle
from burnout_check.charts.model.letters import Letters

FALLBACK = "DejaVu Sans"
"""Comes with matplotlib; has Greek, Cyrillic, Arabic, Hebrew, arrows, ticks and some faces."""

_WEIGHTS = ("normal", "bold")


def fallback_folder() -> Path:
    """Where the files of the fallback lie."""
    return Path(mpl.get_data_path()) / "fonts" / "ttf"


def register(files: Iterable[Path]) -> None:
    """Tell matplotlib about font files; those it has are left alone."""
    for file in files:
        _register(file)


def families(style: ChartStyle) -> tuple[str, str]:
    """The typeface to draw with, and the one for letters it lacks.

    The first is the wanted one if matplotlib has it, else the one of the files: never a silent
    fallback, which would come with a logged warning for every text.
    """
    register(style.font_files)
    return (style.family if style.family in _known() else style.own_family), FALLBACK


def letters(style: ChartStyle) -> Letters:
    """The letters that can be drawn in this style, in either weight."""
    return _letters(families(style))


@cache
def _letters(names: tuple[str, ...]) -> Letters:
    weights = [
        frozenset[int]().union(*(_letters_of(name, weight) for name in names))
        for weight in _WEIGHTS
    ]
    return Letters(reduce(frozenset.intersection, weights))


def _letters_of(name: str, weight: str) -> frozenset[int]:
    wanted = font_manager.FontProperties(family=name, weight=weight)
    file = font_manager.findfont(wanted, fallback_to_default=False)
    return frozenset(font_manager.get_font(file).get_charmap())


@cache
def _register(file: Path) -> None:
    font_manager.fontManager.addfont(str(file))


def _known() -> frozenset[str]:
    return frozenset(font.name for font in font_manager.fontManager.ttflist)

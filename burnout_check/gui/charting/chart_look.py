"""The app's colours, type and text size, handed to the charts as plain values."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from burnout_check.charts.model.chart_style import ChartStyle
from burnout_check.gui.look.scale import px
from burnout_check.gui.look.tokens import Tokens, mix, tokens_in
from burnout_check.paths import TYPEFACE, font_files

SMALL = 13
"""The size of text in charts, in pixels at 100 %."""


def chart_style(palette: QPalette, *, ratio: float = 1.0) -> ChartStyle:
    """How charts look now.

    Args:
        palette: the one the theme gave the application.
        ratio: device pixels for each pixel of the screen the chart is shown on.
    """
    return style_of(tokens_in(palette), ratio=ratio)


def style_of(tokens: Tokens, *, ratio: float = 1.0, text: float | None = None) -> ChartStyle:
    """The look of charts in the given colours; ``text`` is its size in pixels, else the app's."""
    flat = tokens.surface == tokens.watch_soft
    return ChartStyle(
        surface=tokens.surface,
        ink=tokens.ink,
        muted=tokens.muted,
        # In high contrast only the system's own colours: no grid, and weeks away by their lines.
        grid=tokens.surface if flat else mix(tokens.surface, tokens.line, 0.6),
        away=tokens.sunk,
        lines=_lines(tokens, flat=flat),
        bands=(tokens.attention_soft, tokens.watch_soft),
        own_family=TYPEFACE,
        font_files=font_files(),
        family=QApplication.font().family(),
        text=px(SMALL) if text is None else text,
        scale=ratio,
    )


def _lines(tokens: Tokens, *, flat: bool) -> tuple[str, ...]:
    """The colours measures take in turn; in high contrast one, and the markers tell them apart."""
    if flat:
        return (tokens.ink,)
    return (tokens.attention, tokens.primary, tokens.watch, tokens.steady, tokens.ink)

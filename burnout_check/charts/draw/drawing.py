"""Panels drawn as a matplotlib figure, one under the other on the same weeks."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from burnout_check.charts.draw import chart_fonts
from burnout_check.charts.draw.canvas import Canvas, week_of
from burnout_check.charts.draw.layers import chart
from burnout_check.charts.model.chart_style import ChartStyle
from burnout_check.charts.model.frame import WHOLE, Frame
from burnout_check.charts.model.labels import SPACING
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.week import Week, plain_date

# Nothing that lies on this computer (a matplotlibrc) changes a chart.
mpl.rcdefaults()
# Nor does what a person typed: a $ is a $, and no formula begins there.
mpl.rcParams["text.parse_math"] = False

# Room around each chart, in sizes of its text.
LEFT, RIGHT = 3.4, 12.4
_MOST_RIGHT = 0.28
_WIDE_LETTER = 0.5


def draw(
    panels: Sequence[Panel],
    span: Span,
    *,
    style: ChartStyle,
    size: tuple[float, float],
    frame: Frame = WHOLE,
) -> Figure:
    """A figure with one pair of axes for each panel, aligned to the pixel.

    Args:
        panels: what to show, from the top.
        span: the weeks every panel shows.
        style: colours, type and size of text.
        size: width and height in pixels at 96 dots an inch, before ``style.scale``.
        frame: what stands around each pair of axes.

    Returns:
        A figure whose axes and plotted lines carry the id of their measure as ``gid``. The line's
        x are days as matplotlib numbers them; rows without a value are where it breaks.
    """
    width, height = size
    figure = Figure(figsize=(width / 96, height / 96), dpi=style.dpi, facecolor=style.surface)
    right = min(RIGHT * style.text, width * _MOST_RIGHT)
    sheet = Canvas(span, style, chart_fonts.families(style), width, height, right, frame)
    each = height / max(1, len(panels))
    below = frame.below * sheet.em
    for place, panel in enumerate(panels):
        above = frame.above(panel, span) * sheet.em
        foot = height - (place + 1) * each + below
        tall = each - above - below
        wide = width - LEFT * sheet.em - sheet.right
        axes = figure.add_axes(
            (LEFT * sheet.em / width, foot / height, wide / width, tall / height),
            gid=panel.measure.id,
        )
        chart(axes, panel, sheet)
        if frame.caption:
            _caption(axes, panel, sheet, up=frame.above(panel, span))
    letters = chart_fonts.letters(style)
    for text in figure.findobj(Text):
        if isinstance(text, Text):
            text.set_text(letters.shown(text.get_text()))
    return figure


def plotted(figure: Figure, measure: str) -> tuple[tuple[Week, float], ...]:
    """The weeks and values of a measure as they stand in the plotted line, gaps left out.

    Raises:
        KeyError: if the figure has no line for it.
    """
    for axes in figure.axes:
        for line in axes.lines:
            if line.get_gid() == measure:
                rows = np.asarray(line.get_xydata(), float)
                return tuple((week_of(x), float(y)) for x, y in rows if not math.isnan(y))
    raise KeyError(measure)


def _caption(axes: Axes, panel: Panel, sheet: Canvas, *, up: float) -> None:
    """Write the title and the sentence above a chart, from the top down."""
    style = sheet.style
    letters = int((sheet.width / sheet.em - 2) / _WIDE_LETTER)
    first, last = sheet.span.first.monday, sheet.span.last.monday
    sentence = f"{panel.sentence} · {plain_date(first, year=True)} to {plain_date(last, year=True)}"
    rows = (
        (panel.title, up - 1.0, style.ink, "bold", 1.2),
        (textwrap.fill(sentence, letters), up - 2.6, style.muted, "normal", 1.0),
    )
    for words, place, colour, weight, large in rows:
        axes.annotate(
            words,
            (0, 1),
            xycoords="axes fraction",
            xytext=(-(LEFT - 1.0) * style.points, place * style.points),
            textcoords="offset points",
            va="top",
            color=colour,
            fontsize=style.points * large,
            fontweight=weight,
            fontfamily=sheet.families,
            linespacing=SPACING,
            gid="caption",
        )

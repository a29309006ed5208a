"""The layers of one chart, from the ground up: bands, weeks away, usual, the line, the words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matplotlib.axes import Axes

from burnout_check.charts import labels
from burnout_check.charts.axes import ValueAxis, value_axis, week_ticks
from burnout_check.charts.panel import Panel, Span, path
from burnout_check.charts.style import POINTS_PER_PIXEL, ChartStyle
from burnout_check.domain.week import Week

EPOCH = 719_163
"""The day matplotlib counts from, 1 January 1970, as ``date.toordinal`` counts."""

HALF_WEEK = 3.5
DASHES = (0, (4, 3))
DOTS = (0, (1, 1.6))
_NOTE_LETTERS = 0.56
_LEAST_FOR_A_LINE = 3


def x_of(week: Week) -> float:
    """Where a week stands on the axis: its Monday, as matplotlib numbers days."""
    return float(week.monday.toordinal() - EPOCH)


def week_of(x: float) -> Week:
    """The week of a place on the axis: what ``x_of`` turned into a number."""
    return Week(date.fromordinal(round(x) + EPOCH))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One figure being drawn: what it shows, how it looks, and its size in pixels at 100 %.

    ``right`` is the room at the right of each chart, for words.
    """

    span: Span
    style: ChartStyle
    family: str
    width: float
    height: float
    right: float

    @property
    def em(self) -> float:
        """The size of the text in pixels, which everything else is a share of."""
        return self.style.text

    def line(self, pixels: float) -> float:
        """A line width in points; it grows with the text, but less."""
        return pixels * POINTS_PER_PIXEL * max(1.0, math.sqrt(self.em / 13))


def chart(axes: Axes, panel: Panel, sheet: Sheet) -> None:
    """Draw one panel, with its id as ``gid`` of its line."""
    tall = axes.get_position().height * sheet.height
    scale = value_axis(panel, sheet.span, close=1.25 * sheet.em / tall)
    axes.set_xlim(x_of(sheet.span.first) - HALF_WEEK, x_of(sheet.span.last) + HALF_WEEK)
    axes.set_ylim(scale.low, scale.high)
    axes.set_facecolor(sheet.style.surface)
    _frame(axes, panel, scale, sheet)
    _bands(axes, panel, sheet)
    _away(axes, panel, sheet, free_from=_NOTE_LETTERS * len(scale.note))
    _line(axes, panel, sheet)
    _usual(axes, panel, sheet)
    _references(axes, panel, sheet)
    _labels(axes, panel, scale, sheet)


def _frame(axes: Axes, panel: Panel, scale: ValueAxis, sheet: Sheet) -> None:
    style = sheet.style
    for spine in axes.spines.values():
        spine.set_visible(False)
    room = _inner_width(axes, sheet) / sheet.em
    ticks = week_ticks(sheet.span, room=room / 5.0, room_with_years=room / 6.8)
    axes.set_xticks([x_of(week) for week, _date in ticks], [date for _week, date in ticks])
    axes.set_yticks(scale.ticks, [panel.measure.show(tick) for tick in scale.ticks])
    axes.tick_params(
        length=0,
        pad=0.55 * sheet.em * POINTS_PER_PIXEL,
        labelsize=style.points,
        labelcolor=style.muted,
        labelfontfamily=sheet.family,
    )
    # A line without numbers stands on the foot of its chart alone.
    for tick in scale.ticks or (scale.low,):
        axes.axhline(tick, color=style.grid, linewidth=sheet.line(1), zorder=1, gid="grid")
    if scale.note:
        _above(axes, scale.note, 0.0, sheet, gid="axis note")


def _bands(axes: Axes, panel: Panel, sheet: Sheet) -> None:
    low, high = axes.get_ylim()
    # A band that is the top of the scale and nothing else is a number, not a ground.
    edges = [*(band.low for band in panel.measure.bands if band.low < high), high]
    bands = [(foot, top) for foot, top in pairwise(edges) if foot > low]
    # The worst of several has the first ground, the one below it the second, the others none.
    grounds = (*sheet.style.bands[2 - min(2, len(bands)) :], *[None] * len(bands))
    for ground, (foot, top) in zip(grounds, reversed(bands), strict=False):
        if ground is not None:
            axes.axhspan(foot, top, facecolor=ground, edgecolor="none", zorder=0, gid="band")
        _dashed(axes, foot, sheet, gid="band edge")


def _references(axes: Axes, panel: Panel, sheet: Sheet) -> None:
    for line in panel.lines:
        _dashed(axes, line.value, sheet, gid="reference")


def _dashed(axes: Axes, value: float, sheet: Sheet, *, gid: str) -> None:
    axes.axhline(
        value,
        color=sheet.style.muted,
        linewidth=sheet.line(1),
        linestyle=DASHES,
        zorder=2,
        gid=gid,
    )


def _away(axes: Axes, panel: Panel, sheet: Sheet, *, free_from: float) -> None:
    """Shade the weeks away, and name each where there is room, from ``free_from`` letters on."""
    style = sheet.style
    width = _inner_width(axes, sheet)
    taken = free_from * sheet.em / width
    for away in panel.away_in(sheet.span):
        left, right = x_of(away.first) - HALF_WEEK, x_of(away.last) + HALF_WEEK
        axes.axvspan(
            left,
            right,
            facecolor=style.away,
            edgecolor=style.muted,
            linewidth=0,
            hatch="////",
            hatch_linewidth=sheet.line(0.5),
            alpha=0.55,
            zorder=1.5,
            gid=f"away {away.reason.value}",
        )
        low, high = axes.get_xlim()
        half = _NOTE_LETTERS * len(away.name) * sheet.em / width / 2
        middle = ((left + right) / 2 - low) / (high - low)
        if middle - half >= taken:
            taken = middle + half + 0.4 * sheet.em / width
            _above(axes, away.name, middle, sheet, gid="away name")


def _above(axes: Axes, words: str, place: float, sheet: Sheet, *, gid: str) -> None:
    """Write just above the chart: from its left edge for place 0, else around the place."""
    style = sheet.style
    axes.annotate(
        words,
        (place, 1),
        xycoords="axes fraction",
        xytext=(0, 0.35 * style.points),
        textcoords="offset points",
        ha="center" if place else "left",
        va="bottom",
        color=style.ink if place else style.muted,
        fontsize=style.points,
        fontfamily=sheet.family,
        annotation_clip=False,
        gid=gid,
    )


def _line(axes: Axes, panel: Panel, sheet: Sheet) -> None:
    style = sheet.style
    steps = path(panel, sheet.span)
    # With little room for each week the points are small and have no rim, the line is thinner.
    pitch = _inner_width(axes, sheet) / len(sheet.span) / sheet.em
    roomy = pitch > 1.0
    colour = style.colour(panel.look)
    shape, filled = style.marker(panel.look)
    hollow = roomy and not filled
    axes.plot(
        [x_of(week) for week, _value in steps],
        [float("nan") if value is None else value for _week, value in steps],
        color=colour,
        linewidth=sheet.line(2.2 if roomy else 1.6),
        linestyle="solid" if len(panel.series.points) >= _LEAST_FOR_A_LINE else "none",
        solid_capstyle="round",
        solid_joinstyle="round",
        marker=shape,
        markersize=sheet.line(7.5 if roomy else min(5.0, max(3.0, 8 * pitch))),
        markerfacecolor=style.surface if hollow else colour,
        markeredgecolor=colour if hollow else style.surface,
        markeredgewidth=sheet.line((1.6 if hollow else 1.2) if roomy else 0),
        clip_on=False,
        zorder=5,
        gid=panel.measure.id,
        label=panel.title,
    )


def _usual(axes: Axes, panel: Panel, sheet: Sheet) -> None:
    steps = [point for point in panel.usual if point.week in sheet.span]
    if not steps:
        return
    # Each step spans its whole week, so the last one needs an end of its own.
    axes.stairs(
        [point.value for point in steps],
        [*(x_of(point.week) - HALF_WEEK for point in steps), x_of(steps[-1].week) + HALF_WEEK],
        baseline=None,
        color=sheet.style.muted,
        linewidth=sheet.line(1.2),
        linestyle=DOTS,
        zorder=4,
        gid="usual",
    )


def _labels(axes: Axes, panel: Panel, scale: ValueAxis, sheet: Sheet) -> None:
    style = sheet.style
    tall = axes.get_position().height * sheet.height
    room = labels.Room(sheet.right - 0.8 * sheet.em, tall, sheet.em)
    for text in labels.placed(panel, sheet.span, scale=scale, room=room):
        axes.annotate(
            text.words,
            (1, text.place),
            xycoords="axes fraction",
            xytext=(0.6 * style.points, 0),
            textcoords="offset points",
            va="center",
            color=style.ink if text.is_usual else style.muted,
            fontsize=style.points,
            fontfamily=sheet.family,
            linespacing=labels.SPACING,
            annotation_clip=False,
            gid="label",
        )


def _inner_width(axes: Axes, sheet: Sheet) -> float:
    return axes.get_position().width * sheet.width

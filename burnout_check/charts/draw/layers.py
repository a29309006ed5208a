"""The layers of one chart, from the ground up: bands, weeks away, usual, the line, the words."""

from __future__ import annotations

from itertools import pairwise

from matplotlib.axes import Axes

from burnout_check.charts.draw.canvas import HALF_WEEK, Canvas, edges, x_of
from burnout_check.charts.draw.event_marks import event_marks
from burnout_check.charts.draw.month_marks import month_marks
from burnout_check.charts.model import labels
from burnout_check.charts.model.axes import ValueAxis, value_axis, week_ticks
from burnout_check.charts.model.chart_style import POINTS_PER_PIXEL
from burnout_check.charts.model.months import by_month
from burnout_check.charts.model.panel import Panel, path, rhythm, steps

DASHES = (0, (4, 3))
DOTS = (0, (1, 1.6))
_LEAST_FOR_A_LINE = 3
_CROWDED = 0.2
_FAINT = 0.16


def chart(axes: Axes, panel: Panel, sheet: Canvas) -> None:
    """Draw one panel, with its id as ``gid`` of its line."""
    tall = axes.get_position().height * sheet.height
    scale = value_axis(panel, sheet.span, close=1.25 * sheet.em / tall)
    axes.set_xlim(*edges(sheet.span))
    axes.set_ylim(scale.low, scale.high)
    axes.set_facecolor(sheet.style.surface)
    _frame(axes, panel, scale, sheet)
    _bands(axes, panel, sheet)
    event_marks(axes, panel, sheet, note=scale.note)
    if by_month(sheet.span):
        month_marks(axes, panel, sheet)
    else:
        _line(axes, panel, sheet)
    _usual_range(axes, panel, sheet)
    _middle(axes, panel, sheet)
    _usual(axes, panel, sheet)
    _references(axes, panel, sheet)
    _labels(axes, panel, scale, sheet)


def _frame(axes: Axes, panel: Panel, scale: ValueAxis, sheet: Canvas) -> None:
    style = sheet.style
    for spine in axes.spines.values():
        spine.set_visible(False)
    room = _inner_width(axes, sheet) / sheet.em
    ticks = week_ticks(sheet.span, room=room / 5.0, room_with_years=room / 6.8)
    dates = [date if sheet.frame.dates else "" for _week, date in ticks]
    axes.set_xticks([x_of(week) for week, _date in ticks], dates)
    numbers = [panel.measure.show(tick) for tick in scale.ticks]
    ends = (scale.low, scale.high)[: len(scale.ends)]
    axes.set_yticks([*scale.ticks, *ends], [*numbers, *scale.ends])
    axes.tick_params(
        length=0,
        pad=0.55 * sheet.em * POINTS_PER_PIXEL,
        labelsize=style.points,
        labelcolor=style.muted,
        labelfontfamily=sheet.families[0],
    )
    for tick in (*scale.ticks, *ends):
        axes.axhline(
            tick, color=style.grid, linewidth=sheet.line(1), zorder=1, clip_on=False, gid="grid"
        )


def _bands(axes: Axes, panel: Panel, sheet: Canvas) -> None:
    low, high = axes.get_ylim()
    # A band that is the top of the scale and nothing else is a number, not a ground.
    feet = [*(band.low for band in panel.measure.bands if band.low < high), high]
    bands = [(foot, top) for foot, top in pairwise(feet) if foot > low]
    # The worst of several has the first ground, the one below it the second, the others none.
    grounds = (*sheet.style.bands[2 - min(2, len(bands)) :], *[None] * len(bands))
    for ground, (foot, top) in zip(grounds, reversed(bands), strict=False):
        if ground is not None:
            axes.axhspan(foot, top, facecolor=ground, edgecolor="none", zorder=0, gid="band")
        _dashed(axes, foot, sheet, gid="band edge")


def _references(axes: Axes, panel: Panel, sheet: Canvas) -> None:
    for line in panel.lines:
        _dashed(axes, line.value, sheet, gid="reference")


def _dashed(axes: Axes, value: float, sheet: Canvas, *, gid: str) -> None:
    axes.axhline(
        value,
        color=sheet.style.muted,
        linewidth=sheet.line(1),
        linestyle=DASHES,
        zorder=2,
        gid=gid,
    )


def _line(axes: Axes, panel: Panel, sheet: Canvas) -> None:
    style = sheet.style
    through = path(panel, sheet.span)
    # With little room for each week the points are small and have no rim, the line is thinner.
    pitch = _inner_width(axes, sheet) / len(sheet.span) / sheet.em
    roomy = pitch > 1.0
    colour = style.colour(panel.look)
    shape, filled = style.marker(panel.look)
    hollow = roomy and not filled
    # Under a middle the points stand by themselves: two lines would be read as two measures.
    joined = len(panel.series.points) >= _LEAST_FOR_A_LINE and not panel.middle
    axes.plot(
        [x_of(week) for week, _value in through],
        [float("nan") if value is None else value for _week, value in through],
        color=colour,
        linewidth=sheet.line(2.2 if roomy else 1.6 if pitch > _CROWDED else 0.9),
        linestyle="solid" if joined else "none",
        solid_capstyle="round",
        solid_joinstyle="round",
        marker=shape,
        markersize=sheet.line(_marker_size(shape, pitch)),
        markerfacecolor=style.surface if hollow else colour,
        markeredgecolor=colour if hollow else style.surface,
        markeredgewidth=sheet.line((1.6 if hollow else 1.2) if roomy else 0),
        clip_on=False,
        zorder=5,
        gid=panel.measure.id,
        label=panel.title,
    )


def _marker_size(shape: str, pitch: float) -> float:
    """In pixels at 100 %: smaller where weeks stand close, so that each is still a point."""
    if pitch > 1.0:
        return 9.5 if shape in "PX" else 7.5  # these have less ink for their size
    return min(5.0, max(2.8, 8 * pitch))


def _middle(axes: Axes, panel: Panel, sheet: Canvas) -> None:
    """Draw the four-week middle over the points it is made of, with the same gaps."""
    known = [point for point in panel.middle if point.week in sheet.span]
    if not known:
        return
    through = steps(known, panel.rhythm or rhythm(panel.series), away=panel.away)
    axes.plot(
        [x_of(week) for week, _value in through],
        [float("nan") if value is None else value for _week, value in through],
        color=sheet.style.ink,
        linewidth=sheet.line(1.8),
        solid_capstyle="round",
        zorder=4.5,
        gid="middle",
    )


def _usual_range(axes: Axes, panel: Panel, sheet: Canvas) -> None:
    """Draw the middle half behind the usual as a band; in high contrast it has edges alone."""
    known = [each for each in panel.usual_range if each.week in sheet.span]
    if not known:
        return
    flat = sheet.style.grid == sheet.style.surface
    axes.stairs(
        [each.high for each in known],
        [*(x_of(each.week) - HALF_WEEK for each in known), x_of(known[-1].week) + HALF_WEEK],
        baseline=[each.low for each in known],
        fill=not flat,
        color=sheet.style.muted,
        linewidth=sheet.line(0.6) if flat else 0,
        alpha=1.0 if flat else _FAINT,
        zorder=1.8,
        gid="usual range",
    )


def _usual(axes: Axes, panel: Panel, sheet: Canvas) -> None:
    known = [point for point in panel.usual if point.week in sheet.span]
    if not known:
        return
    # Each step spans its whole week, so the last one needs an end of its own.
    axes.stairs(
        [point.value for point in known],
        [*(x_of(point.week) - HALF_WEEK for point in known), x_of(known[-1].week) + HALF_WEEK],
        baseline=None,
        color=sheet.style.muted,
        linewidth=sheet.line(1.2),
        linestyle=DOTS,
        zorder=4,
        gid="usual",
    )


def _labels(axes: Axes, panel: Panel, scale: ValueAxis, sheet: Canvas) -> None:
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
            fontfamily=sheet.families,
            linespacing=labels.SPACING,
            annotation_clip=False,
            gid="label",
        )


def _inner_width(axes: Axes, sheet: Canvas) -> float:
    return axes.get_position().width * sheet.width

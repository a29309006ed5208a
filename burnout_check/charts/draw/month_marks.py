"""Many years of one measure: a bar for each month, lowest to highest, and a point at the middle."""

from __future__ import annotations

from matplotlib.axes import Axes

from burnout_check.charts.draw.canvas import Canvas, x_of_day
from burnout_check.charts.model.months import month_path, months
from burnout_check.charts.model.panel import Panel

_BAR = 0.35


def month_marks(axes: Axes, panel: Panel, sheet: Canvas) -> None:
    """Draw the months of a panel; the line of their middle values has the measure's id."""
    colour = sheet.style.colour(panel.look)
    known = months(panel.points(sheet.span))
    wide = axes.get_position().width * sheet.width / (len(sheet.span) * 7 / 30.4)
    axes.vlines(
        [x_of_day(each.day) for each in known],
        [each.low for each in known],
        [each.high for each in known],
        colors=colour,
        linewidth=sheet.line(min(6.0, max(1.5, 0.6 * wide))),
        alpha=_BAR,
        zorder=4,
        gid="month",
    )
    through = month_path(panel, sheet.span)
    shape, _filled = sheet.style.marker(panel.look)
    axes.plot(
        [x_of_day(day) for day, _value in through],
        [float("nan") if value is None else value for _day, value in through],
        color=colour,
        linewidth=sheet.line(1.6),
        linestyle="solid",
        solid_capstyle="round",
        solid_joinstyle="round",
        marker=shape,
        markersize=sheet.line(min(5.0, max(2.4, 0.5 * wide))),
        markeredgewidth=0,
        clip_on=False,
        zorder=5,
        gid=f"{panel.measure.id} by month",
        label=panel.title,
    )

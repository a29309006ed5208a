"""A figure as pixels for a screen or as a file, and where its points lie in the picture."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import matplotlib as mpl
from matplotlib.figure import Figure

from burnout_check.charts.draw.canvas import HALF_WEEK, day_of, x_of, x_of_day
from burnout_check.charts.draw.chart_fonts import letters
from burnout_check.charts.draw.drawing import draw
from burnout_check.charts.model.chart_style import ChartStyle
from burnout_check.charts.model.frame import TITLED, WHOLE, Frame
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.week import Week

__all__ = ["Figure", "Mark", "Picture", "paint", "printed", "rehearse", "unknown", "vector"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A week there is something to say about, and where it lies.

    ``x`` and ``y`` are pixels at 100 % from the top left of the picture; ``y`` is None for a week
    away or with an event, if it has no value.
    """

    week: Week
    x: float
    y: float | None


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawn panel: ``pixels`` are rows of red, green, blue and alpha bytes.

    ``width`` and ``height`` are in device pixels; ``marks`` and ``plot`` (left, top, right, bottom
    of the axes) in pixels at 100 %. ``edges`` are the ends of the time line, as days.
    """

    figure: Figure
    pixels: bytes
    width: int
    height: int
    plot: tuple[float, float, float, float]
    marks: tuple[Mark, ...]
    edges: tuple[float, float]

    def day_at(self, x: float) -> date:
        """The day at a place from the left, within the weeks that are shown."""
        left, _top, right, _foot = self.plot
        low, high = self.edges
        day = low + (x - left) / (right - left) * (high - low)
        return day_of(min(max(day, low + HALF_WEEK), high - 0.5))

    def x_at(self, day: date) -> float:
        """Where a day stands, in pixels from the left."""
        left, _top, right, _foot = self.plot
        low, high = self.edges
        return left + (x_of_day(day) - low) / (high - low) * (right - left)


def paint(
    panel: Panel,
    span: Span,
    *,
    style: ChartStyle,
    size: tuple[float, float],
    frame: Frame = WHOLE,
) -> Picture:
    """One panel as pixels, see ``drawing.draw`` for the arguments. No Qt, so any thread may."""
    figure = draw((panel,), span, style=style, size=size, frame=frame)
    pixels = io.BytesIO()
    figure.savefig(pixels, format="rgba", dpi="figure")
    width, height = figure.canvas.get_width_height()
    axes = figure.axes[0]
    box = axes.get_window_extent()
    scale = style.scale
    marks = []
    happened = {event.week for event in panel.events}
    for week in span.weeks:
        value = panel.series.at(week)
        if value is not None or panel.reason(week) or week in happened:
            x, y = axes.transData.transform((x_of(week), value or 0.0))
            marks.append(Mark(week, x / scale, None if value is None else (height - y) / scale))
    plot = (box.x0 / scale, (height - box.y1) / scale, box.x1 / scale, (height - box.y0) / scale)
    edges = axes.get_xlim()
    return Picture(figure, pixels.getvalue(), width, height, plot, tuple(marks), edges)


def printed(
    panels: Sequence[Panel],
    span: Span,
    *,
    style: ChartStyle,
    size: tuple[float, float],
    kind: str,
) -> bytes:
    """The panels with their titles as the content of a file: ``svg``, ``pdf`` or ``png``.

    Nothing in it says who made it, when, or on what.
    """
    figure = draw(panels, span, style=style, size=size, frame=TITLED)
    return {"svg": _svg, "pdf": _pdf, "png": _png}[kind](figure)


def unknown(panels: Sequence[Panel], span: Span, *, style: ChartStyle) -> tuple[str, ...]:
    """The signs that no typeface has and that a stand-in is printed for, each once."""
    texts = [words for each in panels for words in (each.title, each.sentence)]
    texts += [event.label for each in panels for event in each.events_in(span)]
    return letters(style).unknown(texts)


def vector(panel: Panel, span: Span, *, style: ChartStyle, size: tuple[float, float]) -> bytes:
    """One panel as SVG, without its title and sentence."""
    return _svg(draw((panel,), span, style=style, size=size))


def _svg(figure: Figure) -> bytes:
    content = io.BytesIO()
    # Letters as shapes: the picture looks the same where the typeface is not installed.
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "burnout-check"}):
        figure.savefig(content, format="svg", metadata={"Date": None, "Creator": None})
    return content.getvalue()


def _pdf(figure: Figure) -> bytes:
    content = io.BytesIO()
    silent = dict.fromkeys(("Creator", "Producer", "CreationDate"))
    with mpl.rc_context({"pdf.fonttype": 42}):
        figure.savefig(content, format="pdf", metadata=silent)
    return content.getvalue()


def _png(figure: Figure) -> bytes:
    content = io.BytesIO()
    figure.savefig(content, format="png", dpi="figure", metadata={"Software": None})
    return content.getvalue()


def rehearse() -> None:
    """Draw a small figure with some text, so that what matplotlib loads late is loaded."""
    figure = Figure(figsize=(1, 1))
    figure.add_axes((0.2, 0.2, 0.7, 0.7)).plot([0, 1], [0, 1])
    figure.savefig(io.BytesIO(), format="rgba")

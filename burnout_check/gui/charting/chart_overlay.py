"""What is drawn over a chart while it is pointed at: an upright line, and words in a box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from burnout_check.gui.look.scale import px

_FLAGS = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_WIDEST = 560


def draw_mark(
    painter: QPainter, plot: tuple[float, float, float, float], *, x: float, y: float | None
) -> None:
    """Draw a line from top to foot of the axes at ``x``, with a ring around a value at ``y``."""
    _left, top, _right, foot = plot
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QPointF(x, top), QPointF(x, foot))
    if y is not None:
        pen = painter.pen()
        painter.setPen(QPen(pen.color(), 2))
        painter.drawEllipse(QPointF(x, y), px(6), px(6))
        painter.setPen(pen)


def draw_words(painter: QPainter, chart: QWidget, words: str, *, x: float, below: float) -> None:
    """Write words in a box around ``x``, from ``below`` on: over the dates, where no data is.

    They wrap if they are long, and the box never leaves the chart.
    """
    font = chart.font()
    font.setPixelSize(px(13))
    painter.setFont(font)
    most = QRect(0, 0, max(1, min(chart.width() - px(20), px(_WIDEST))), 10_000)
    needed = painter.fontMetrics().boundingRect(most, _FLAGS, words)
    wide, tall = needed.width() + px(18), needed.height() + px(4)
    left = min(max(0.0, x - wide / 2), max(0.0, chart.width() - wide - 1.0))
    top = min(below + px(1), chart.height() - tall - 1.0)
    box = QRectF(round(left) + 0.5, round(top) + 0.5, wide, tall)
    palette = chart.palette()
    painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, px(6), px(6))
    painter.drawText(box, _FLAGS, words)

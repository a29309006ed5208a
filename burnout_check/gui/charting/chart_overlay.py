"""A drawn chart on the screen, and over it what is pointed at: an upright line, words in a box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from burnout_check.gui.look.scale import px

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module imports matplotlib, which waits for the first window
    from burnout_check.charts.draw.picture import Mark, Picture

_FLAGS = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_WIDEST = 560
_SHADE = 0.15
_ROW = 22


def pixmap_of(picture: Picture, *, ratio: float) -> QPixmap:
    """A drawn picture for the screen, with ``ratio`` device pixels for each of its own."""
    image = QImage(
        picture.pixels,
        picture.width,
        picture.height,
        4 * picture.width,
        QImage.Format.Format_RGBA8888,
    )
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


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


def draw_sweep(
    painter: QPainter, plot: tuple[float, float, float, float], ends: tuple[float, float]
) -> None:
    """Shade the axes between two places from the left."""
    _left, top, _right, foot = plot
    begin, end = sorted(ends)
    shade = painter.pen().color()
    shade.setAlphaF(_SHADE)
    painter.fillRect(QRectF(begin, top, end - begin, foot - top), shade)
    for x in (begin, end):
        painter.drawLine(QPointF(x, top), QPointF(x, foot))


def words_from(chart: QWidget, plot: tuple[float, float, float, float], mark: Mark | None) -> float:
    """Where words about a mark begin: below the axes, or on top of them if they would hide it."""
    _left, top, _right, foot = plot
    if mark is None or mark.y is None or chart.height() - foot >= px(_ROW):
        return foot
    return foot if mark.y < (top + foot) / 2 else top


def draw_words(painter: QPainter, chart: QWidget, words: str, *, x: float, below: float) -> None:
    """Write words in a box around ``x``, from ``below`` on: see ``words_from``.

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

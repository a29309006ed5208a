"""A tiny line of the last weeks, with its gaps, its threshold, and a dot where it is now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from burnout_check.gui.look.scale import px
from burnout_check.gui.look.tokens import hue

Kind = Literal["attention", "watch", "steady", "neutral"]


def runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """The stretches without a gap: each a list of (place, value)."""
    found: list[list[tuple[int, float]]] = []
    open_run = False
    for place, value in enumerate(values):
        if value is None:
            open_run = False
        elif open_run:
            found[-1].append((place, value))
        else:
            found.append([(place, value)])
            open_run = True
    return found


class Sparkline(QWidget):
    """The line itself. The words beside it say the same, so assistive technology may pass it by.

    Args:
        values: one for each week, oldest first; None where there is none.
        threshold: drawn as a dashed line.
        kind: which colour.
        sentence: what the line shows, read out as its description.
    """

    def __init__(
        self,
        values: Sequence[float | None],
        *,
        threshold: float | None = None,
        kind: Kind = "neutral",
        sentence: str = "",
    ) -> None:
        super().__init__()
        self._values = tuple(values)
        self._threshold = threshold
        self.setProperty("kind", kind)
        self.setAccessibleName("Line of the last weeks")
        self.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def points(self, box: QRectF) -> list[list[QPointF]]:
        """Where each value is drawn in a box, as one list for each stretch without a gap."""
        return [
            [QPointF(self._across(place, box), self._up(value, box)) for place, value in run]
            for run in runs(self._values)
        ]

    def _across(self, place: int, box: QRectF) -> float:
        return box.left() + box.width() * place / max(1, len(self._values) - 1)

    def _up(self, value: float, box: QRectF) -> float:
        known = [each for each in self._values if each is not None]
        if self._threshold is not None:
            known.append(self._threshold)
        low, high = min(known), max(known)
        share = 0.5 if high == low else (value - low) / (high - low)
        return box.bottom() - box.height() * share

    def sizeHint(self) -> QSize:
        """160 by 40 at 100 %."""
        return QSize(px(160), px(40))

    def minimumSizeHint(self) -> QSize:
        """Half as wide still shows the shape."""
        return QSize(px(80), px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the threshold, then the line, then the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width(), px(160))
        room = px(4)
        box = QRectF(room, room, width - 2 * room, self.height() - 2 * room)
        if self._threshold is not None:
            pen = QPen(hue(QPalette.ColorRole.PlaceholderText), 1)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            # On a whole pixel and a half, so that a line of one pixel is one pixel.
            level = int(self._up(self._threshold, box)) + 0.5
            painter.drawLine(QPointF(0, level), QPointF(width, level))
        colour = self.palette().windowText().color()
        solid, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(colour, 2, solid, cap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(colour)
        lines = self.points(box)
        for line in lines:
            for start, end in pairwise(line):
                painter.drawLine(start, end)
            if len(line) == 1:
                painter.drawEllipse(line[0], 0.5, 0.5)
        if lines:
            painter.setPen(Qt.PenStyle.NoPen)
            radius = px(7) / 2
            painter.drawEllipse(lines[-1][-1], radius, radius)

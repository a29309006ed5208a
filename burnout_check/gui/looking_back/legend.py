"""What the boxes of the calendar mean, each drawn as it is there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from burnout_check.domain.insights.looking_back import Mark
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import Small
from burnout_check.gui.look.scale import px
from burnout_check.gui.look.tokens import tokens_in
from burnout_check.gui.looking_back.week_calendar import draw_mark

_TOLD = (
    (Mark.DONE, "Checked in, with a dot for a note"),
    (Mark.DRAFT, "Half filled in"),
    (Mark.LEAVE, "Leave, sick, or not this week"),
    (Mark.EMPTY, "No check-in"),
)


class Legend(FlowGrid):
    """Four boxes with their words."""

    def __init__(self) -> None:
        super().__init__(columns=(4, 2, 1), least=180, gap=8)
        for mark, words in _TOLD:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(_Box(mark))
            row.addWidget(Small(words), 1)
            self.add(line)


class _Box(QWidget):
    """One box; the words beside it say the same."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as in the calendar."""
        return QSize(px(15), px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        draw_mark(painter, box, self._mark, tokens_in(self.palette()))

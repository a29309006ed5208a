"""A column in the middle of the window, for the pages before the vault is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QWidget

from burnout_check.gui.look.scale import FollowsTextSize, px


class CentredColumn(FollowsTextSize, QScrollArea):
    """Holds a column in the middle, and scrolls it where the window is too low.

    Args:
        column: what stands in it.
        width: its width in pixels at 100 %; narrower where the window is.
    """

    def __init__(self, column: QLayout, *, width: int) -> None:
        super().__init__()
        self._width = width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QWidget()
        self._column.setLayout(column)
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(9, 0, 9, 8)
        row.addStretch(1)
        row.addWidget(self._column, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setWidget(ground)
        self._fit()

    def _fit(self) -> None:
        self._column.setMaximumWidth(px(self._width))

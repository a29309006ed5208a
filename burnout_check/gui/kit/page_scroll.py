"""The one scroll area of a page: up and down only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from burnout_check.gui.kit.column import clear_layout


class PageScroll(QScrollArea):
    """Holds what a page shows, in a column with the page's margins, and scrolls it if need be.

    Nothing in it may scroll by itself, and nothing may be wider than it: words wrap and grids lose
    columns instead. What gets the focus by the keyboard is scrolled into view.

    Args:
        gap: room between what stands in it, in pixels.
        margins: left, top, right, bottom, in pixels.
    """

    def __init__(
        self, *, gap: int = 16, margins: tuple[int, int, int, int] = (32, 4, 32, 16)
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right = margins[2]
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(gap)
        self.setWidget(self._content)

    def add(self, child: QWidget | QLayout, *, stretch: int = 0) -> None:
        """Put a widget or a layout below what is there."""
        if isinstance(child, QWidget):
            self.column.addWidget(child, stretch)
        else:
            self.column.addLayout(child, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the scroll bar stand in the margin, so that it moves nothing when it comes."""
        super().resizeEvent(event)
        taken = self.width() - self.viewport().width()
        around = self.column.contentsMargins()
        around.setRight(max(0, self._right - taken))
        self.column.setContentsMargins(around)

    def clear(self) -> None:
        """Take out and delete all that stands in it."""
        clear_layout(self.column)

"""A form beside its steps; below them where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from burnout_check.gui.check_in.section_list import SectionList
from burnout_check.gui.look.scale import FollowsTextSize, px

_LEAST_BESIDE = 760


class Stepped(FollowsTextSize, QWidget):
    """Arranges a list of sections and what the current one holds.

    Args:
        sections: the steps.
        content: what takes the room that is left.
    """

    def __init__(self, sections: SectionList, content: QWidget) -> None:
        super().__init__()
        self._sections = sections
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(16)
        self._line.addWidget(sections, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(content, 1)
        self._fit()

    @property
    def is_stacked(self) -> bool:
        """The steps stand above the content."""
        return self._line.direction() == QBoxLayout.Direction.TopToBottom

    def _fit(self) -> None:
        narrow = self.width() < px(_LEAST_BESIDE)
        self._sections.set_strip(narrow)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)
        top = Qt.AlignmentFlag.AlignTop
        self._line.setAlignment(self._sections, Qt.AlignmentFlag(0) if narrow else top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the width."""
        super().resizeEvent(event)
        self._fit()

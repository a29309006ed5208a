"""Parts of a page behind each other: a list of them at the left, or above in a narrow window.

It takes the whole width of the page below its header, so that the scroll bar is at the window's
edge as on every other page; the room at the right is inside the columns.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.kit.select import Select
from burnout_check.gui.kit.sidebar import NavButton, NavItem
from burnout_check.gui.look.scale import FollowsTextSize, px

_LIST = 240
_LEAST_BESIDE = 820
"""Narrower than this, in pixels at 100 %, and the list becomes a field that opens."""


class Sections(FollowsTextSize, QWidget):
    """Shows one of several columns, each of which scrolls by itself.

    Args:
        items: the sections in order; ``page`` is what ``show_section`` knows each by.
    """

    def __init__(self, items: tuple[NavItem, ...]) -> None:
        super().__init__()
        self._ids = tuple(item.page for item in items)
        self._buttons = {item.page: NavButton(item) for item in items}
        self._list = QWidget()
        self._list.setAccessibleName("Sections")
        column = QVBoxLayout(self._list)
        column.setContentsMargins(4, 4, 16, 0)
        column.setSpacing(4)
        for section, button in self._buttons.items():
            button.clicked.connect(lambda _=False, to=section: self.show_section(to))
            column.addWidget(button)
        column.addStretch()
        self._select = Select("Section", [(item.page, item.label) for item in items])
        self._select.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._select.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._select.picked.connect(self.show_section)
        self._above = QWidget()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(4, 4, 32, 12)
        above.addWidget(self._select)
        self._stack = QStackedWidget()
        self._scrolls = {section: PageScroll(margins=(4, 4, 32, 24)) for section in self._ids}
        for scroll in self._scrolls.values():
            self._stack.addWidget(scroll)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self._list)
        self._line.addWidget(self._above)
        self._line.addWidget(self._stack, 1)
        self._fit()
        self.show_section(self._ids[0])

    @property
    def current(self) -> str:
        """The section in view."""
        return self._ids[self._stack.currentIndex()]

    @property
    def chooser(self) -> QWidget:
        """What the section in view is chosen by."""
        return self._select if self._list.isHidden() else self._buttons[self.current]

    def column(self, section: str) -> PageScroll:
        """The column of a section, to be filled."""
        return self._scrolls[section]

    def show_section(self, section: object) -> None:
        """Bring a section into view."""
        self._stack.setCurrentIndex(self._ids.index(str(section)))
        self._select.set_value(self.current)
        for name, button in self._buttons.items():
            button.set_current(name == self.current)

    def _fit(self) -> None:
        narrow = self.width() < px(_LEAST_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(down if narrow else across)
        self._list.setHidden(narrow)
        self._list.setFixedWidth(px(_LIST) + 16)
        self._above.setHidden(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the width."""
        super().resizeEvent(event)
        self._fit()

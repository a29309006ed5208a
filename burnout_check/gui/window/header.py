"""The top of every page: its title, and the way to help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.gui.kit.buttons import HelpButton
from burnout_check.gui.kit.chip import ChipLabel
from burnout_check.gui.kit.labels import PageTitle


class PageHeader(QWidget):
    """The title of the page, and *I need help now*.

    Args:
        title: the words at the top.
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title = PageTitle(title)
        self._demo = ChipLabel("Demo", "watch", shape="info")
        self._demo.setToolTip("These are made-up numbers, for a look around.")
        self._demo.hide()
        self._help = HelpButton()
        words = QVBoxLayout()
        words.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self._demo, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        words.addLayout(first)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._help, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def show_demo(self, shown: bool = True) -> None:
        """Say that the numbers are made up."""
        self._demo.setVisible(shown)

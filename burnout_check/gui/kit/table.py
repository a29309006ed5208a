"""A table to read: as tall as its rows, so that only the page scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from burnout_check.gui.look.scale import FollowsTextSize, px


class ReadOnlyTable(FollowsTextSize, QTableWidget):
    """Rows of words and numbers that can be walked through with the arrow keys, and not changed.

    Args:
        name: what the table shows; its accessible name.
        columns: the headings.
        rows: a word for each column.
    """

    def __init__(self, name: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__(len(rows), len(columns))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(columns))
        for at, words in enumerate(rows):
            for column, word in enumerate(words):
                self.setItem(at, column, QTableWidgetItem(word))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.sectionResized.connect(self._on_section_resized)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _on_section_resized(self) -> None:
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height of all rows and the headings."""
        rows = sum(self.rowHeight(at) for at in range(self.rowCount()))
        edge = 2 * self.frameWidth()
        return QSize(px(320), rows + self.horizontalHeader().sizeHint().height() + edge)

    def minimumSizeHint(self) -> QSize:
        """All of it, at any width."""
        return QSize(px(200), self.sizeHint().height())

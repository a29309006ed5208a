"""The numbers behind the charts as a table: to sort, to select and to copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from burnout_check.charts.model.chart_text import Row
from burnout_check.charts.model.panel import Panel
from burnout_check.domain.week import short_date
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.look.scale import FollowsTextSize, px

KEYS = (
    "Press a heading, or Enter in its column, to sort. Press Ctrl and C to copy what is selected."
)
"""What can be done with the table."""

_Index = QModelIndex | QPersistentModelIndex
_NOTHING = "–"


class _Numbers(QAbstractTableModel):
    """The rows of the table; a cell without a value sorts last either way."""

    def __init__(self) -> None:
        super().__init__()
        self._panels: Sequence[Panel] = ()
        self._rows: list[Row] = []
        self._noted = False

    def show(self, panels: Sequence[Panel], rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._panels, self._rows = panels, list(rows)
        self._noted = any(row.noted for row in rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        return 0 if parent.isValid() else 1 + len(self._panels) + self._noted

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        backwards = order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        if column == 0:
            self._rows.sort(key=lambda row: row.week, reverse=backwards)
        elif column <= len(self._panels):
            self._rows.sort(key=_by_value(column - 1, backwards=backwards))
        else:
            self._rows.sort(key=_by_note(backwards=backwards))
        self.layoutChanged.emit()

    def _heading(self, column: int) -> str:
        if column == 0:
            return "Week of"
        if column > len(self._panels):
            return "What happened"
        measure = self._panels[column - 1].measure
        return f"{measure.name} ({measure.unit})" if measure.unit else measure.name

    def _words(self, row: Row, column: int) -> str:
        if column == 0:
            return short_date(row.week.monday, year=True)
        if column > len(self._panels):
            return row.noted
        value = row.values[column - 1]
        return _NOTHING if value is None else self._panels[column - 1].measure.show(value)

    def _side(self, column: int) -> Qt.AlignmentFlag:
        number = 0 < column <= len(self._panels)
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class _Cells(QStyledItemDelegate):
    """Cells whose current one has a line around it, in place of the style's own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        plain = QStyleOptionViewItem(option)
        focused = bool(plain.state & QStyle.StateFlag.State_HasFocus)
        plain.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, plain, index)
        if focused:
            painter.setPen(QPen(plain.palette.color(QPalette.ColorRole.WindowText), 2))
            painter.drawRect(plain.rect.adjusted(1, 1, -1, -1))


class ChartTable(FollowsTextSize, QTableView):
    """Shows the rows of ``charts.words``; Ctrl+C copies what is selected, with its headings.

    Args:
        copy: puts a text on the clipboard.
    """

    def __init__(self, copy: Callable[[str], None]) -> None:
        super().__init__()
        self._copy = copy
        self._numbers = _Numbers()
        self._numbers.setParent(self)
        self.setModel(self._numbers)
        self.setAccessibleName("Numbers of the charts")
        self.setAccessibleDescription(KEYS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(_Cells(self))
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setCornerWidget(QWidget())  # else the style draws a small box between the scroll bars
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self._fit()

    def show_rows(self, panels: Sequence[Panel], rows: Sequence[Row]) -> None:
        """Show other numbers, sorted as before where that column is still there."""
        self._numbers.show(panels, rows)
        header = self.horizontalHeader()
        if header.sortIndicatorSection() >= self._numbers.columnCount():
            header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self._numbers.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        if self.isVisible():
            self._fit_columns()

    def selected_text(self) -> str:
        """What is selected as lines of cells with tabs between; with headings if it is several."""
        chosen = self.selectedIndexes()
        if len(chosen) < 2:
            return str(chosen[0].data()) if chosen else ""
        columns = sorted({index.column() for index in chosen})
        model, level = self._numbers, Qt.Orientation.Horizontal
        lines = [[str(model.headerData(column, level)) for column in columns]]
        for row in sorted({index.row() for index in chosen}):
            lines.append([str(model.index(row, column).data()) for column in columns])
        return "\n".join("\t".join(cells) for cells in lines)

    def _sort_here(self) -> None:
        """Sort by the column the keyboard is in; the other way round if it is sorted so."""
        header, column = self.horizontalHeader(), self.currentIndex().column()
        order = Qt.SortOrder.AscendingOrder
        if header.sortIndicatorSection() == column and header.sortIndicatorOrder() is order:
            order = Qt.SortOrder.DescendingOrder
        self.sortByColumn(column, order)
        name = self._numbers.headerData(column, Qt.Orientation.Horizontal)
        up = order is Qt.SortOrder.AscendingOrder
        announce(self, f"Sorted by {name}, {'going up' if up else 'going down'}")

    def _fit_columns(self) -> None:
        """Share the width out, unless the columns need more; asked for again by being shown."""
        header = self.horizontalHeader()
        needed = sum(self._needed(column) for column in range(self._numbers.columnCount()))
        fits = needed <= self.viewport().width()
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.ResizeToContents
        header.setSectionResizeMode(mode)

    def _needed(self, column: int) -> int:
        header = self.horizontalHeader()
        return max(self.sizeHintForColumn(column), header.sectionSizeHint(column))

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(36))
        self.setMinimumHeight(px(110))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or sort."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._sort_here()
        elif not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        elif text := self.selected_text():
            self._copy(text)
            announce(self, "Copied")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit_columns()


def _by_value(place: int, *, backwards: bool) -> Callable[[Row], tuple[bool, float]]:
    def key(row: Row) -> tuple[bool, float]:
        value = row.values[place]
        return (value is None, 0.0 if value is None else -value if backwards else value)

    return key


def _by_note(*, backwards: bool) -> Callable[[Row], tuple[bool, tuple[int, ...]]]:
    """By the words, those without any last either way."""
    sign = -1 if backwards else 1

    def key(row: Row) -> tuple[bool, tuple[int, ...]]:
        return (not row.noted, tuple(sign * ord(letter) for letter in row.noted))

    return key

"""A calendar of weeks: a year a row, a cell a week, walked through with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from burnout_check.domain.insights.looking_back import Cell, Mark, YearRow
from burnout_check.domain.week import Week
from burnout_check.gui.look.scale import FollowsTextSize, px
from burnout_check.gui.look.tokens import Tokens, tokens_in

_WIDE, _TALL, _GAP, _CORNER = 17, 26, 2, 3
_CELL = Qt.ItemDataRole.UserRole
_HATCHED = {Mark.LEAVE, Mark.SICK, Mark.AWAY}


class WeekCalendar(FollowsTextSize, QTableWidget):
    """The weeks that are there. Each says its week and what it was, also to assistive technology.

    Signals:
        moved(cell): another week is the current one.
        chosen(cell): it was asked for, by Enter or a click.

    Args:
        rows: the years, from the top.
        now: the week it is, where it begins.
    """

    moved = Signal(object)
    chosen = Signal(object)

    def __init__(self, rows: Sequence[YearRow], now: Week) -> None:
        super().__init__(len(rows), max(len(row.cells) for row in rows))
        self.setAccessibleName("Your weeks, a year a row")
        self.setVerticalHeaderLabels([str(row.year) for row in rows])
        self.verticalHeader().setAccessibleName("Years")
        self.horizontalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Painted(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row.cells):
                item = QTableWidgetItem()
                item.setData(_CELL, cell)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, cell.words)
                item.setToolTip(cell.words)
                if cell.mark is Mark.AHEAD:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.setItem(at, column, item)
        self._fit()
        self.go_to(now)
        self.currentCellChanged.connect(self._on_moved)
        self.cellActivated.connect(self._on_chosen)
        self.cellClicked.connect(self._on_chosen)

    @property
    def cell(self) -> Cell | None:
        """The current week."""
        return self._cell_at(self.currentRow(), self.currentColumn())

    def go_to(self, week: Week) -> None:
        """Make a week the current one, if it is there."""
        for at in range(self.rowCount()):
            for column in range(self.columnCount()):
                cell = self._cell_at(at, column)
                if cell is not None and cell.week == week:
                    self.setCurrentCell(at, column)

    def _cell_at(self, row: int, column: int) -> Cell | None:
        item = self.item(row, column)
        cell = None if item is None else item.data(_CELL)
        return cell if isinstance(cell, Cell) else None

    def _on_moved(self, row: int, column: int) -> None:
        cell = self._cell_at(row, column)
        if cell is not None:
            self.moved.emit(cell)

    def _on_chosen(self, row: int, column: int) -> None:
        cell = self._cell_at(row, column)
        if cell is not None and cell.mark is not Mark.AHEAD:
            self.chosen.emit(cell)

    def _fit(self) -> None:
        self.horizontalHeader().setMinimumSectionSize(px(_WIDE))
        self.verticalHeader().setMinimumSectionSize(px(_TALL))
        for column in range(self.columnCount()):
            self.setColumnWidth(column, px(_WIDE))
        for at in range(self.rowCount()):
            self.setRowHeight(at, px(_TALL))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on from the end of a year to the next; Enter opens."""
        row, column = self.currentRow(), self.currentColumn()
        at_end = column + 1 >= self.columnCount() or self._cell_at(row, column + 1) is None
        if event.key() == Qt.Key.Key_Right and at_end and row > 0:
            self.setCurrentCell(row - 1, 0)
        elif event.key() == Qt.Key.Key_Left and column == 0 and row + 1 < self.rowCount():
            last = max(at for at in range(self.columnCount()) if self._cell_at(row + 1, at))
            self.setCurrentCell(row + 1, last)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._on_chosen(row, column)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The height of all years."""
        rows = sum(self.rowHeight(at) for at in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() + 2 * self.frameWidth()
        return QSize(px(_WIDE) * self.columnCount() + self.verticalHeader().width(), rows + bar)

    def minimumSizeHint(self) -> QSize:
        """All of its height, at any width: it scrolls sideways where it must."""
        return QSize(px(240), self.sizeHint().height())


class _Painted(QStyledItemDelegate):
    """A week as a small box: filled, ringed, hatched, or only an edge; a dot for a note."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one week; what it means is told in words as well."""
        cell = index.data(_CELL)
        if not isinstance(cell, Cell):
            return
        view = self.parent()
        assert isinstance(view, WeekCalendar)  # noqa: S101 - it is made with one
        tokens = tokens_in(QApplication.palette())  # a table has its own
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = px(_GAP)
        box = QRectF(option.rect).adjusted(gap, gap, -gap, -gap)
        draw_mark(painter, box, cell.mark, tokens)
        if cell.has_note:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface))
            painter.drawEllipse(box.center(), px(2), px(2))
        is_current = view.currentIndex() == index
        if is_current and (view.hasFocus() or option.state & QStyle.StateFlag.State_HasFocus):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(view.palette().color(QPalette.ColorRole.WindowText), px(2)))
            painter.drawRect(box.adjusted(-1, -1, 1, 1))
        painter.restore()


def draw_mark(painter: QPainter, box: QRectF, mark: Mark, tokens: Tokens) -> None:
    """Draw what a week is into a box; each kind differs in shape, not in colour alone."""
    painter.setPen(QPen(QColor(tokens.line if mark is Mark.AHEAD else tokens.field_border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark is Mark.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.primary))
    elif mark is Mark.DRAFT:
        painter.setPen(QPen(QColor(tokens.watch), px(2)))
        painter.setBrush(QColor(tokens.watch_soft))
    elif mark in _HATCHED:
        painter.setBrush(QBrush(QColor(tokens.muted), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(box, px(_CORNER), px(_CORNER))

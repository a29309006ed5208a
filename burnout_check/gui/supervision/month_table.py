"""Supervision by month beside what is due by the chosen rule: in words, with a bar for the eye."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from burnout_check.domain.numbers import plain_number
from burnout_check.domain.supervision.supervision_history import Month
from burnout_check.domain.week import short_date
from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.look.scale import px

_MONTH, _HAD, _DUE, _COMPARED = range(4)
_COLUMNS = ("Month", "Had", "Due", "Difference")
_TALL, _ROUND = 6, 3
_PART = Qt.ItemDataRole.UserRole


class MonthTable(ReadOnlyTable):
    """A row for each month, newest first; without a rule there is nothing to compare with.

    The bar says nothing that the words beside it do not say: how much of what is due was had.
    """

    def __init__(self, months: Sequence[Month]) -> None:
        compared = any(month.due is not None for month in months)
        columns = _COLUMNS if compared else _COLUMNS[:_DUE]
        rows = [_words(month)[: len(columns)] for month in months]
        super().__init__("Supervision by month", columns, rows)
        if compared:
            for row, month in enumerate(months):
                cell = self.item(row, _COMPARED)
                if month.due and cell is not None:
                    cell.setData(_PART, min(1.0, month.minutes / month.due))
            self.setItemDelegateForColumn(_COMPARED, _Bar(self))


def compared_words(month: Month) -> str:
    """How a month compares with the rule; nothing where there is none."""
    if month.due is None:
        return ""
    if not month.is_over:
        return "so far"
    more = round(month.minutes) - round(month.due)
    if more == 0:
        return "in full"
    return f"{more} min more" if more > 0 else f"{-more} min short"


def _words(month: Month) -> tuple[str, str, str, str]:
    # The first of a month without its number: "Nov 2026".
    name = short_date(month.first, year=True).partition(" ")[2]
    due = "" if month.due is None else f"{plain_number(month.due, 0)} min"
    return name, f"{plain_number(month.minutes, 0)} min", due, compared_words(month)


class _Bar(QStyledItemDelegate):
    """The words of a cell over a bar that is as full as the month was."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        part = index.data(_PART)
        if part is None:
            return
        room = QRectF(option.rect).adjusted(px(11), 0, -px(11), -px(5))
        bar = QRectF(room.left(), room.bottom() - px(_TALL), room.width(), px(_TALL))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), px(_ROUND), px(_ROUND))
        if part > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.WindowText))
            full = QRectF(
                bar.left(), bar.top(), max(bar.height(), bar.width() * part), bar.height()
            )
            painter.drawRoundedRect(full, px(_ROUND), px(_ROUND))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + px(_TALL + 8))

"""A grid that has as many columns as fit, with rows of equal height."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from burnout_check.gui.kit.column import clear_layout
from burnout_check.gui.kit.height_for_width_layout import HeightForWidthLayout, height_at
from burnout_check.gui.look.scale import px


class FlowGrid(QWidget):
    """Puts its children in 4 columns, or 2, or 1, by its width and the text size.

    Args:
        columns: the numbers of columns there may be, most first.
        least: a column's least width in pixels at 100 %; a child that needs more gets it.
        gap: room between them, in pixels.
        shares: how the widest arrangement divides its width; equally if not given.
    """

    def __init__(
        self,
        *,
        columns: Sequence[int] = (4, 2, 1),
        least: int = 190,
        gap: int = 16,
        shares: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self._cells = _Cells(columns=columns, least=least, gap=gap, shares=shares)
        self.setLayout(self._cells)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def column_count(self) -> int:
        """The number of columns at the width it has now."""
        return self._cells.fitting(self.contentsRect().width())

    def add(self, child: QWidget) -> None:
        """Put a widget after the last."""
        self._cells.addWidget(child)

    def clear(self) -> None:
        """Take all children out and delete them."""
        clear_layout(self._cells)


class _Cells(HeightForWidthLayout):
    """The layout of a ``FlowGrid``."""

    def __init__(
        self, *, columns: Sequence[int], least: int, gap: int, shares: Sequence[int]
    ) -> None:
        super().__init__(gap=gap)
        self._columns = tuple(sorted(columns, reverse=True))
        self._least = least
        self._shares = tuple(shares)

    def fitting(self, width: int) -> int:
        """The most columns that are all wide enough for what stands in them."""
        wanted = [max(px(self._least), item.minimumSize().width()) for item in self._shown()]
        for count in self._columns:
            widths = self._widths(width, count)
            if all(least <= widths[at % count] for at, least in enumerate(wanted)):
                return count
        return self._columns[-1]

    def _widths(self, width: int, count: int) -> list[int]:
        """The width of each column, which with the gaps are exactly the whole."""
        shares = self._shares if len(self._shares) == count else (1,) * count
        room = max(0, width - self._gap * (count - 1))
        edges = [room * sum(shares[:at]) // sum(shares) for at in range(count + 1)]
        return [right - left for left, right in pairwise(edges)]

    def _place(self, box: QRect, *, move: bool) -> int:
        """Lay the cells out below each other and return the height they need."""
        count = self.fitting(box.width())
        widths = self._widths(box.width(), count)
        shown = self._shown()
        rows = [shown[at : at + count] for at in range(0, len(shown), count)]
        heights = [
            max(height_at(item, width) for item, width in zip(row, widths, strict=False))
            for row in rows
        ]
        needed = sum(heights) + self._gap * max(0, len(rows) - 1)
        # What there is to spare, if the page has more room than the cells need, goes to the rows.
        spare = max(0, box.height() - needed) // len(rows) if rows and move else 0
        top = box.top()
        for row, height in zip(rows, heights, strict=True):
            left = box.left()
            for item, width in zip(row, widths, strict=False):
                if move:
                    item.setGeometry(QRect(left, top, width, height + spare))
                left += width + self._gap
            top += height + spare + self._gap
        return needed

    def sizeHint(self) -> QSize:
        """As wide as the widest arrangement needs."""
        count = self._columns[0]
        width = count * px(self._least) + self._gap * (count - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """One column of the widest child."""
        width = max((item.minimumSize().width() for item in self._shown()), default=0)
        height = max((item.minimumSize().height() for item in self._shown()), default=0)
        return QSize(width, height)

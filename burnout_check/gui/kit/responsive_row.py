"""Rows that become several where there is no room for all that stands in them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from burnout_check.gui.kit.height_for_width_layout import HeightForWidthLayout, height_at
from burnout_check.gui.look.scale import px


class ResponsiveRow(QWidget):
    """Words that take the room there is, and buttons or a chip after them.

    Args:
        main: takes all the room the others leave.
        ends: stand at the right in this order; below, from the left, in a narrow window.
        least: the width ``main`` wants beside the others, in pixels at 100 %.
        gap: room between them, in pixels.
    """

    def __init__(self, main: QWidget, *ends: QWidget, least: int = 240, gap: int = 12) -> None:
        super().__init__()
        self._layout = _ResponsiveRow(least=least, gap=gap)
        self.setLayout(self._layout)
        for widget in (main, *ends):
            self._layout.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_stacked(self) -> bool:
        """What stands at the end is below."""
        return not self._layout.fits(self.contentsRect().width())


class ButtonRow(QWidget):
    """Buttons from the left; those there is no room for stand below, from the left too.

    Args:
        buttons: in this order.
        gap: room between them, in pixels.
    """

    def __init__(self, *buttons: QWidget, gap: int = 12) -> None:
        super().__init__()
        self.setLayout(layout := _ButtonRow(gap=gap))
        for button in buttons:
            layout.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def wrap(items: Iterable[QLayoutItem], box: QRect, *, gap: int, move: bool) -> int:
    """Lay items out like words on lines, and return the height they need; move them if asked to."""
    left, top, tall = box.left(), box.top(), 0
    for item in items:
        size = item.sizeHint()
        wide = min(size.width(), box.width())
        if left > box.left() and left + wide > box.left() + box.width():
            left, top, tall = box.left(), top + tall + gap // 2, 0
        if move:
            item.setGeometry(QRect(left, top, wide, height_at(item, wide)))
        left += wide + gap
        tall = max(tall, height_at(item, wide))
    return top + tall - box.top()


class _ButtonRow(HeightForWidthLayout):
    """The layout of a ``ButtonRow``."""

    def _place(self, box: QRect, *, move: bool) -> int:
        return wrap(self._shown(), box, gap=self._gap, move=move)

    def sizeHint(self) -> QSize:
        """All in one row."""
        width = sum(item.sizeHint().width() + self._gap for item in self._items)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the widest of them."""
        return QSize(max((item.sizeHint().width() for item in self._shown()), default=0), 0)


class _ResponsiveRow(HeightForWidthLayout):
    """The layout of a ``ResponsiveRow``: its first item grows, the others keep their size."""

    def __init__(self, *, least: int, gap: int) -> None:
        super().__init__(gap=gap)
        self._least = least

    def fits(self, width: int) -> bool:
        """There is room for all in one row."""
        main, ends = self._split()
        wanted = min(main.sizeHint().width(), px(self._least)) if main else 0
        return width >= wanted + sum(item.sizeHint().width() + self._gap for item in ends)

    def _split(self) -> tuple[QLayoutItem | None, list[QLayoutItem]]:
        shown = self._shown()
        first = self._items[0] if self._items else None
        if first is not None and first in shown:
            return first, shown[1:]
        return None, shown

    def _place(self, box: QRect, *, move: bool) -> int:
        main, ends = self._split()
        if self.fits(box.width()):
            return self._in_a_row(box, main, ends, move=move)
        top = box.top()
        if main is not None:
            high = height_at(main, box.width())
            if move:
                main.setGeometry(QRect(box.left(), top, box.width(), high))
            top += high + (self._gap if ends else 0)
        below = QRect(box.left(), top, box.width(), 0)
        return top - box.top() + wrap(ends, below, gap=self._gap, move=move)

    def _in_a_row(
        self, box: QRect, main: QLayoutItem | None, ends: list[QLayoutItem], *, move: bool
    ) -> int:
        taken = sum(item.sizeHint().width() + self._gap for item in ends)
        widths = [box.width() - taken, *(item.sizeHint().width() for item in ends)]
        items = [main, *ends]
        heights = [
            0 if item is None else height_at(item, width)
            for item, width in zip(items, widths, strict=True)
        ]
        high = max(heights)
        left, middle = box.left(), box.top() + max(high, box.height()) // 2
        for item, width, height in zip(items, widths, heights, strict=True):
            if item is not None and move:
                item.setGeometry(QRect(left, middle - height // 2, width, height))
            left += width + self._gap
        return high

    def sizeHint(self) -> QSize:
        """All in one row."""
        width = sum(item.sizeHint().width() + self._gap for item in self._items)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the widest of them."""
        main, ends = self._split()
        widths = [item.sizeHint().width() for item in ends]
        if main is not None:
            widths.append(main.minimumSize().width())
        return QSize(max(widths, default=0), 0)

"""A symbol that stands by itself, in the colour the stylesheet gives it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from burnout_check.gui.kit.restyle import restyle
from burnout_check.gui.look.icons import paint_icon
from burnout_check.gui.look.scale import px


class IconLabel(QWidget):
    """An icon beside words that say the same; assistive technology passes it by.

    Args:
        name: of the icon.
        size: in pixels at 100 %.
        tone: ``ink``, ``muted``, ``primary``, ``attention``, ``watch``, ``steady`` or ``help``.
    """

    def __init__(self, name: str, *, size: int = 18, tone: str = "ink") -> None:
        super().__init__()
        self._name = name
        self._size = size
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, *, tone: str) -> None:
        """Draw another icon."""
        self._name = name
        restyle(self, tone=tone)
        self.update()

    def sizeHint(self) -> QSize:
        """A square that follows the text size."""
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the colour of the widget's text."""
        side = px(self._size)
        colour = self.palette().windowText().color()
        paint_icon(QPainter(self), self._name, colour=colour, where=QRectF(0, 0, side, side))

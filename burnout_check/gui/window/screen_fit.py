"""The window's size and place: never more than the screen has room for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QMainWindow

_LEAST = QSize(640, 480)
_FRAME = QSize(2, 40)
"""What the system puts around a window, before it is shown and can be asked."""


def fit_screen(window: QMainWindow) -> None:
    """Make a window that is not shown yet as small as it must be, and put all of it in view."""
    free = window.screen().availableGeometry()
    around = QRect(window.pos(), window.size() + _FRAME)
    place = fitted(around, free)
    window.setMinimumSize(_LEAST.boundedTo(free.size() - _FRAME))
    if place != around:
        window.resize(place.size() - _FRAME)
        window.move(place.topLeft())


def fitted(around: QRect, free: QRect) -> QRect:
    """Where a window with its frame goes, given where it was and what is free of the screen."""
    size = around.size().boundedTo(free.size())
    most = QPoint(free.right() - size.width() + 1, free.bottom() - size.height() + 1)
    left = max(free.left(), min(around.left(), most.x()))
    top = max(free.top(), min(around.top(), most.y()))
    return QRect(QPoint(left, top), size)

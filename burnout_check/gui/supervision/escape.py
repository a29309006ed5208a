"""Hears Escape wherever the keyboard is, even where an open list would take it for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class EscapeAnywhere(QObject):
    """``pressed()``: Escape, in a widget or in a list that it has opened, which is then closed.

    A dialog over the widget keeps its own Escape.

    Args:
        over: the widget; heard while it is in view.
    """

    pressed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        QShortcut(QKeySequence("Esc"), over).activated.connect(self.pressed)
        running = QApplication.instance()
        if running is not None:
            running.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Escape from an open list."""
        popup = QApplication.activePopupWidget()
        if popup is None or not (isinstance(event, QKeyEvent) and self._over.isVisible()):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            popup.close()
            self.pressed.emit()
            return True
        return super().eventFilter(watched, event)

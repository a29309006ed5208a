"""Notices that nobody has touched the window for a while, and hears Ctrl+L over any dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class Idle(QObject):
    """One event filter on the application and one timer.

    Signals:
        went_idle(): nobody was there for so long; once each time.
        lock_pressed(): Ctrl+L, where a dialog keeps the window's own shortcut from hearing it.
    """

    went_idle = Signal()
    lock_pressed = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.went_idle)

    def watch(self, minutes: int) -> None:
        """Start to count; 0 minutes means never."""
        self.rest()
        self._application.installEventFilter(self)
        if minutes > 0:
            self._timer.start(minutes * 60_000)

    def rest(self) -> None:
        """Stop counting."""
        self._timer.stop()
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start counting anew at each sign of a person; only Ctrl+L is held back."""
        del watched
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _locks(event):
            self.lock_pressed.emit()
            return True
        return False


def _locks(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_L and modifiers == Qt.KeyboardModifier.ControlModifier

"""Notices that nobody has touched the window for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
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
    """One event filter on the application and one timer; ``went_idle`` fires once each time."""

    went_idle = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.went_idle)

    def watch(self, minutes: int) -> None:
        """Start to count; 0 minutes means never."""
        self.rest()
        if minutes > 0:
            self._timer.start(minutes * 60_000)
            self._application.installEventFilter(self)

    def rest(self) -> None:
        """Stop counting."""
        self._timer.stop()
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start counting anew at each sign of a person; nothing is ever held back."""
        del watched
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return False

"""F2 from anywhere: over any dialog, in any field, whatever else listens to that key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class HelpKey(QObject):
    """One event filter on the application, so that no dialog can forget the key.

    A dialog that is modal keeps the shortcuts of the window below from being heard. The key is
    therefore taken before any shortcut; an open menu or list is closed first.

    Signals:
        pressed(): once for each press.
    """

    pressed = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application

    def watch(self) -> None:
        """Begin to listen."""
        self._application.installEventFilter(self)

    def rest(self) -> None:
        """Listen no more."""
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key, and nothing else."""
        del watched
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent) or not _asks(event):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            while (popup := QApplication.activePopupWidget()) is not None:
                popup.close()
            self.pressed.emit()
        return True


def _asks(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F2 and event.modifiers() == Qt.KeyboardModifier.NoModifier

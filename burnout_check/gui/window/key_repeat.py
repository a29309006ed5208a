"""A key that is held: it moves on and types on, and does nothing else a second time."""

from __future__ import annotations

import weakref

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_TEXTS = (QLineEdit, QTextEdit, QPlainTextEdit)
_MOVES = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
}
_EDITS = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class KeyRepeat(QObject):
    """One event filter on the application: a repeat never answers, skips, goes on or saves.

    A held key may move the focus or what is marked, and may type into the field it was pressed in;
    no button, no shortcut and no other field hears of it.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed_in: weakref.ref[QWidget] | None = None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the repeats that would do something."""
        del watched
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        if not event.isAutoRepeat():
            if event.type() == QEvent.Type.KeyPress:
                self._pressed_in = None if focus is None else weakref.ref(focus)
            return False
        here = self._pressed_in is not None and focus is self._pressed_in()
        if _only_moves(event) or (here and isinstance(focus, _TEXTS) and _types(event, focus)):
            return False
        event.accept()
        return True


def _only_moves(event: QKeyEvent) -> bool:
    return event.key() in _MOVES and not event.modifiers() & _ALT


def _types(event: QKeyEvent, focus: QWidget) -> bool:
    """Whether the key is only typed, or takes away what was typed."""
    if event.key() in _ENTER:
        return not isinstance(focus, QLineEdit) and not event.modifiers() & _CTRL
    if event.key() in _EDITS:
        return not event.modifiers() & _ALT
    # AltGr is Ctrl and Alt at once on Windows.
    alone = bool(event.modifiers() & _CTRL) != bool(event.modifiers() & _ALT)
    return event.text().isprintable() and bool(event.text()) and not alone

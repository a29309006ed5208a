"""The keyboard: given to a widget as the app's own doing, and what a person typed on it."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


def give_focus(widget: QWidget) -> None:
    """Give it the keyboard."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)


def focus_soon(widget: QWidget) -> None:
    """Give it the keyboard once it can be seen: what is new is not, until the window goes on."""
    QTimer.singleShot(0, widget, lambda: give_focus(widget))


_SHORTCUTS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def typed_letter(event: QKeyEvent) -> str:
    """The small letter or the digit 0 to 9 that a key types, on any keyboard; empty for a shortcut.

    Shift is no shortcut: a French keyboard has its digits there.
    """
    text = event.text()
    if event.modifiers() & _SHORTCUTS or len(text) != 1:
        return ""
    digit = unicodedata.digit(text, None)
    return text.lower() if digit is None or not text.isdecimal() else str(digit)

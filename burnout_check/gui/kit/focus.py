"""Giving the keyboard to a widget, as the app's own doing and not as a key of the person's."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget


def give_focus(widget: QWidget) -> None:
    """Give it the keyboard."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)


def focus_soon(widget: QWidget) -> None:
    """Give it the keyboard once it can be seen: what is new is not, until the window goes on."""
    QTimer.singleShot(0, widget, lambda: give_focus(widget))

"""Giving the keyboard to a widget that was only just put into its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget


def focus_soon(widget: QWidget) -> None:
    """Give it the keyboard once it can be seen: what is new is not, until the window goes on."""
    QTimer.singleShot(0, widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))

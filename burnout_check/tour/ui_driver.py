"""Hands for the tour: key presses sent to whatever has the focus, as a person's would be."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

PATIENCE = 20
"""Seconds to wait for anything the window does by itself."""

_PLAIN = Qt.KeyboardModifier.NoModifier


def type_text(text: str) -> None:
    """Type each letter where the focus is at that moment."""
    for letter in text:
        _send(Qt.Key.Key_unknown, letter)


def press(key: Qt.Key) -> None:
    """Press and release a key such as Enter or the space bar."""
    letters = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Space: " "}
    _send(key, letters.get(key, ""))


def wait_until(done: Callable[[], bool], *, patience: float = PATIENCE) -> None:
    """Let the window go on until something is so.

    Raises:
        TimeoutError: if it is not so after ``patience`` seconds.
    """
    end = monotonic() + patience
    while not done():
        if monotonic() > end:
            raise TimeoutError(f"the window did not get there in {patience:g} seconds")
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    settle()


def settle() -> None:
    """Let the window do what is already due."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(3):
        QApplication.processEvents()


def _send(key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = QApplication.focusWidget()
        if target is None:
            raise RuntimeError(f"nothing has the focus, so {text!r} cannot be typed")
        QApplication.sendEvent(target, QKeyEvent(kind, key, _PLAIN, text))
    settle()

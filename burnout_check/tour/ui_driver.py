"""Hands for the tour: key presses sent to whatever has the focus, by one who never leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

PATIENCE = 900
"""Seconds to wait for anything the window does by itself, however slow the machine is."""

ABSENCE = 30_000
"""A timer of so many milliseconds or more tells that a person has gone."""

_Shown = TypeVar("_Shown")
_PLAIN = Qt.KeyboardModifier.NoModifier


def type_text(text: str) -> None:
    """Type each letter where the focus is at that moment."""
    for letter in text:
        _send(Qt.Key.Key_unknown, letter)


def press(key: Qt.Key) -> None:
    """Press and release a key such as Enter or the space bar."""
    letters = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Space: " "}
    _send(key, letters.get(key, ""))


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window go on until something is so.

    Raises:
        TimeoutError: if it is not so after all that patience.
    """
    end = monotonic() + PATIENCE
    while not done():
        if monotonic() > end:
            raise TimeoutError(f"the window did not get there in {PATIENCE} seconds")
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    settle()


def wait_for(kind: type[_Shown], shown: Callable[[], object]) -> _Shown:
    """What is ``shown``, once it is of that kind.

    Raises:
        TimeoutError: if it is not so after all that patience.
    """
    wait_until(lambda: isinstance(shown(), kind))
    found = shown()
    if not isinstance(found, kind):
        raise TypeError(f"no {kind.__name__} is in view")
    return found


def settle() -> None:
    """Let the window do what is already due."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(3):
        QApplication.processEvents()


@contextmanager
def never_away(application: QApplication) -> Iterator[None]:
    """Meanwhile nothing locks, and nothing typed is cleared, because a step takes long.

    The window knows nothing of it and counts as ever; only the end of the time never reaches it.
    """
    here = _Here()
    application.installEventFilter(here)
    try:
        yield
    finally:
        application.removeEventFilter(here)


class _Here(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return (
            event.type() == QEvent.Type.Timer
            and isinstance(watched, QTimer)
            and watched.interval() >= ABSENCE
        )


def _send(key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = QApplication.focusWidget()
        if target is None:
            raise RuntimeError(f"nothing has the focus, so {text!r} cannot be typed")
        QApplication.sendEvent(target, QKeyEvent(kind, key, _PLAIN, text))
    settle()

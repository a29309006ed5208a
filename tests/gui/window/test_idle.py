"""What counts as somebody being there, and what does not."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from burnout_check.gui.window.idle import Idle

_AT = QPointF(5, 5)
_NONE = Qt.KeyboardModifier.NoModifier


def _mouse(kind: QEvent.Type, button: Qt.MouseButton) -> QMouseEvent:
    return QMouseEvent(kind, _AT, _AT, button, button, _NONE)


SIGNS = {
    "a key": lambda: QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, _NONE, "a"),
    "a click": lambda: _mouse(QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
    "the mouse moved": lambda: _mouse(QEvent.Type.MouseMove, Qt.MouseButton.NoButton),
    "the wheel": lambda: QWheelEvent(
        *(_AT, _AT, QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, _NONE, Qt.ScrollPhase.NoScrollPhase, False),
    ),
}
NO_SIGNS = {
    "a timer": lambda: QEvent(QEvent.Type.Timer),
    "a paint": lambda: QEvent(QEvent.Type.UpdateRequest),
    "another look": lambda: QEvent(QEvent.Type.StyleChange),
}


@pytest.fixture
def idle(qapp, window):
    idle = Idle(qapp, window)
    idle.watch(5)
    yield idle
    idle.rest()


@pytest.mark.parametrize("sign", SIGNS)
def test_that_it_is_presence(idle, window, sign, monkeypatch):
    begun: list[str] = []
    monkeypatch.setattr(idle, "_timer", _Timer(begun))
    QApplication.sendEvent(window, SIGNS[sign]())

    assert begun == ["anew"]


@pytest.mark.parametrize("sign", NO_SIGNS)
def test_that_it_is_no_presence(idle, window, sign, monkeypatch):
    begun: list[str] = []
    monkeypatch.setattr(idle, "_timer", _Timer(begun))
    QApplication.sendEvent(window, NO_SIGNS[sign]())

    assert begun == []


class _Timer:
    """Notes that the time is begun anew."""

    def __init__(self, begun: list[str]) -> None:
        self._begun = begun

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def start(self) -> None:
        self._begun.append("anew")

    def stop(self) -> None:
        """It ends with the test."""

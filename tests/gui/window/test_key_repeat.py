"""A held key types and moves on; it presses nothing, saves nothing and opens nothing again."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.window.key_repeat import KeyRepeat

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Scene(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.button, self.one, self.two = PlainButton("Save"), Field("One"), Field("Two")
        column = QVBoxLayout(self)
        for part in (self.button, self.one, self.two):
            column.addWidget(part)


@pytest.fixture
def scene(qtbot):
    made = Scene()
    qtbot.addWidget(made)
    watcher = QObject(made)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    KeyRepeat(application, watcher)
    with qtbot.waitActive(made):
        made.show()
    return made


def send(key: Qt.Key, text: str = "", modifiers=NONE, *, repeat: bool) -> bool:
    """Press as the system does; whether a shortcut is left to hear of it."""
    focus = QApplication.focusWidget()
    assert focus is not None
    wish = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text, repeat)
    wish.ignore()
    QApplication.sendEvent(focus, wish)
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, repeat)
    QApplication.sendEvent(focus, event)
    return not wish.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_a_held_key_presses_a_button_once(qtbot, scene, key):
    presses = []
    scene.button.clicked.connect(lambda: presses.append(key))
    scene.button.setFocus()

    qtbot.keyClick(scene.button, key)
    for _ in range(4):
        send(key, repeat=True)

    assert presses == [key]


def test_that_a_held_key_types_on_in_its_own_field_only(scene):
    scene.one.line.setFocus()
    send(Qt.Key.Key_3, "3", repeat=False)
    send(Qt.Key.Key_3, "3", repeat=True)
    assert scene.one.text() == "33"
    send(Qt.Key.Key_Backspace, repeat=True)
    assert scene.one.text() == "3"

    scene.two.line.setFocus()
    send(Qt.Key.Key_3, "3", repeat=True)
    assert scene.two.text() == ""


def test_that_enter_held_in_a_field_goes_on_once(scene):
    accepted = []
    scene.one.accepted.connect(lambda: accepted.append(1))
    scene.one.line.setFocus()

    send(Qt.Key.Key_Return, "\r", repeat=False)
    send(Qt.Key.Key_Return, "\r", repeat=True)

    assert accepted == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_S, Qt.Key.Key_N, Qt.Key.Key_E])
def test_that_no_shortcut_hears_a_repeat(scene, key):
    QShortcut(QKeySequence(CTRL | key), scene)
    scene.one.line.setFocus()

    assert send(key, modifiers=CTRL, repeat=False)
    assert not send(key, modifiers=CTRL, repeat=True)


def test_that_a_held_tab_goes_on_through_the_fields(scene):
    scene.button.setFocus()

    send(Qt.Key.Key_Tab, "\t", repeat=True)
    send(Qt.Key.Key_Tab, "\t", repeat=True)

    assert scene.two.line.hasFocus()

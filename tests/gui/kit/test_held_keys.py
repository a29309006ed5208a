"""Ordinary keyboards: a key that is held, capital letters, digits that need Shift, Tab to Skip."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from burnout_check.gui.kit.answer_list import AnswerList
from burnout_check.gui.kit.choice_row import ChoiceRow
from tests.gui.answering import Heard, focused, press, put, rating

HOW_OFTEN = [(0, "Not at all"), (1, "Several days"), (2, "More than half"), (3, "Nearly always")]
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def send(key: Qt.Key, text: str, modifiers=NONE, *, repeat: bool = False) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, repeat)
    QApplication.sendEvent(focused(), event)


def asked(window, count: int = 3) -> tuple[AnswerList, Heard]:
    questions = AnswerList()
    for at in range(count):
        questions.add(ChoiceRow(f"q{at}", f"Question {at}", HOW_OFTEN))
    return questions, put(window, questions)


@pytest.mark.parametrize(
    ("key", "text"),
    [(Qt.Key.Key_3, "3"), (Qt.Key.Key_S, "s"), (Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Right, "")],
)
def test_that_a_held_key_counts_once(window, qtbot, key, text):
    _questions, heard = asked(window)

    send(key, text)
    once, at = list(heard.said), focused()
    for _ in range(5):
        send(key, text, repeat=True)

    assert heard.said == once
    assert focused() is at


def test_that_a_held_one_stays_a_one(window, qtbot):
    questions = AnswerList()
    questions.add(rating("load"))
    questions.add(rating("support"))
    heard = put(window, questions)

    send(Qt.Key.Key_1, "1")
    send(Qt.Key.Key_1, "1", repeat=True)

    assert heard.said == [("chosen", "load", 1)]


@pytest.mark.parametrize(
    ("press_it", "said"),
    [
        ((Qt.Key.Key_3, "3", SHIFT), ("chosen", "q0", 3)),  # French: Shift and the key of "
        ((Qt.Key.Key_3, "3", KEYPAD), ("chosen", "q0", 3)),
        ((Qt.Key.Key_S, "S", SHIFT), ("skipped", "q0")),
        ((Qt.Key.Key_S, "S", NONE), ("skipped", "q0")),  # Caps Lock
        ((Qt.Key.Key_3, "\u0663", NONE), ("chosen", "q0", 3)),  # Arabic digits
    ],
)
def test_that_what_is_typed_counts_however_it_is_typed(window, qtbot, press_it, said):
    _questions, heard = asked(window)

    send(*press_it)

    assert heard.said == [said]


@pytest.mark.parametrize(
    "modifiers", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier]
)
def test_that_a_shortcut_is_no_answer(window, qtbot, modifiers):
    _questions, heard = asked(window)

    send(Qt.Key.Key_3, "3", modifiers)

    assert heard.said == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_that_skip_is_reached_by_tab_and_pressed(window, qtbot, key):
    questions, heard = asked(window)

    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Skip: Question 0"
    press(key)

    assert heard.said == [("skipped", "q0")]
    assert questions.groups[0].is_skipped

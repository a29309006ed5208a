"""Ratings from 0 to 10: how 1 and 10 are both easy to type."""

from PySide6.QtCore import Qt, QTimer

from burnout_check.gui.kit.answer_list import AnswerList
from burnout_check.gui.kit.labels import Small
from tests.gui.answering import focused, press, put, rating


def test_that_one_and_then_nought_make_a_rating_ten(window, qtbot):
    questions = AnswerList()
    questions.add(rating("load"))
    questions.add(rating("support"))
    heard = put(window, questions)

    press("1", "0", "0")

    assert heard.said == [
        ("chosen", "load", 1),
        ("chosen", "load", 10),
        ("chosen", "support", 0),
        ("finished",),
    ]


def test_that_a_rating_of_one_waits_without_a_limit_and_says_how_it_becomes_ten(window, qtbot):
    questions = AnswerList()
    questions.add(rating("load"))
    questions.add(rating("support"))
    put(window, questions)

    press("1")

    first = questions.groups[0]
    assert first.value == 1
    assert first.findChildren(QTimer) == []
    assert "0 makes it 10" in [words.text() for words in first.findChildren(Small)]
    press(Qt.Key.Key_Return)
    assert questions.groups[1].isAncestorOf(focused())
    assert "0 makes it 10" not in [words.text() for words in first.findChildren(Small)]
    press("0")
    assert [group.value for group in questions.groups] == [1, 0]


def test_that_another_digit_after_a_one_answers_the_next_rating(window, qtbot):
    questions = AnswerList()
    questions.add(rating("load"))
    questions.add(rating("support"))
    heard = put(window, questions)

    press("1", "7")

    assert heard.said == [("chosen", "load", 1), ("chosen", "support", 7), ("finished",)]


def test_that_other_ratings_move_on_at_once(window, qtbot):
    questions = AnswerList()
    questions.add(rating("load"))
    heard = put(window, questions)

    press("9")

    assert heard.said == [("chosen", "load", 9), ("finished",)]


def test_that_leaving_a_rating_after_a_one_keeps_it(window, qtbot):
    questions = AnswerList()
    questions.add(rating("load"))
    questions.add(rating("support"))
    heard = put(window, questions)

    press("1", Qt.Key.Key_Tab, Qt.Key.Key_Tab, "0")

    assert heard.said[:2] == [("chosen", "load", 1), ("chosen", "support", 0)]

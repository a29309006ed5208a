"""Ratings from 0 to 10: how 1 and 10 are both easy to type."""

from PySide6.QtCore import Qt

from burnout_check.gui.kit.answer_list import AnswerList
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


def test_that_a_rating_of_one_moves_on_by_itself_after_a_moment(window, qtbot):
    questions = AnswerList()
    questions.add(rating("load"))
    questions.add(rating("support"))
    put(window, questions)

    press("1")

    assert questions.groups[0].value == 1
    qtbot.waitUntil(lambda: questions.groups[1].isAncestorOf(focused()))
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

    press("1", Qt.Key.Key_Tab, "0")

    assert heard.said[:2] == [("chosen", "load", 1), ("chosen", "support", 0)]

"""Questions and their answers: the keys, the states, the signals."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from burnout_check.gui.check_in.choice_list import ChoiceList
from burnout_check.gui.kit.answer_group import answer_keys
from burnout_check.gui.kit.answer_list import AnswerList
from burnout_check.gui.kit.choice_row import ChoiceRow, RatingRow
from burnout_check.gui.kit.fields import NumberField
from tests.gui.answering import focused, press, put, rating

HOW_OFTEN = [(0, "Not at all"), (1, "Several days"), (2, "More than half"), (3, "Nearly always")]
DEGREE = [(100, "Very high"), (75, "High"), (50, "Somewhat"), (25, "Low"), (0, "Very low")]


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        ([0, 1, 2, 3], {"0": 0, "1": 1, "2": 2, "3": 3}),
        ([1, 2, 3, 4, 5], {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}),
        ([100, 75, 50, 25, 0], {"1": 100, "2": 75, "3": 50, "4": 25, "5": 0}),
        ([5, 4, 3, 2, 1], {"1": 5, "2": 4, "3": 3, "4": 2, "5": 1}),
    ],
)
def test_that_the_key_is_the_printed_number_or_the_place(values, keys):
    assert answer_keys(values) == keys


def test_that_number_keys_answer_and_go_on(window, qtbot):
    questions = AnswerList()
    for item in ("gad1", "gad2"):
        questions.add(ChoiceRow(item, f"Question {item}", HOW_OFTEN))
    heard = put(window, questions)

    press("2", "0")

    assert heard.said == [("chosen", "gad1", 2), ("chosen", "gad2", 0), ("finished",)]
    assert [group.value for group in questions.groups] == [2, 0]


def test_that_the_keys_of_the_cbi_are_the_places(window, qtbot):
    questions = AnswerList()
    questions.add(ChoiceRow("cbi1", "Are you tired?", DEGREE))
    heard = put(window, questions)

    press("1")

    assert heard.said[0] == ("chosen", "cbi1", 100)


def test_that_arrow_keys_choose_and_stay(window, qtbot):
    questions = AnswerList()
    questions.add(ChoiceRow("gad1", "Question", HOW_OFTEN))
    heard = put(window, questions)

    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)

    assert heard.said == [("chosen", "gad1", 1), ("chosen", "gad1", 2), ("chosen", "gad1", 1)]
    assert focused().text() == "Several days"


def test_that_s_skips_and_an_answer_takes_the_skip_back(window, qtbot):
    questions = AnswerList()
    questions.add(ChoiceRow("gad1", "Question", HOW_OFTEN))
    questions.groups[0].set_answer(3)
    heard = put(window, questions)
    group = questions.groups[0]

    press("s")

    assert heard.said == [("skipped", "gad1"), ("finished",)]
    assert group.value is None
    assert group.is_skipped
    assert group.accessibleDescription() == "Skipped"
    press("3")
    assert group.value == 3
    assert not group.is_skipped


def test_that_enter_goes_on_without_an_answer(window, qtbot):
    questions = AnswerList()
    for item in ("gad1", "gad2"):
        questions.add(ChoiceRow(item, f"Question {item}", HOW_OFTEN))
    heard = put(window, questions)

    press(Qt.Key.Key_Return)

    assert heard.said == []
    assert questions.groups[1].isAncestorOf(focused())


def test_that_tab_stops_at_each_question_and_at_its_skip(window, qtbot):
    questions = AnswerList()
    for item in ("gad1", "gad2"):
        questions.add(ChoiceRow(item, f"Question {item}", HOW_OFTEN))
    questions.groups[1].set_answer(2)
    put(window, questions)

    press(Qt.Key.Key_Tab)
    assert focused().text() == "Skip"
    press(Qt.Key.Key_Tab)

    assert focused().text() == "More than half"


def test_that_the_mouse_answers_and_skips_and_stays(window, qtbot):
    questions = AnswerList()
    questions.add(ChoiceRow("gad1", "Question", HOW_OFTEN))
    heard = put(window, questions)
    group = questions.groups[0]

    qtbot.mouseClick(group.findChildren(QRadioButton)[3], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(group._skip, Qt.MouseButton.LeftButton)

    assert heard.said == [("chosen", "gad1", 3), ("skipped", "gad1")]


def test_that_keys_with_a_modifier_are_left_to_shortcuts(window, qtbot):
    questions = AnswerList()
    questions.add(ChoiceRow("gad1", "Question", HOW_OFTEN))
    heard = put(window, questions)

    qtbot.keyClick(focused(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert heard.said == []


def test_that_only_the_question_with_the_focus_is_marked(window, qtbot):
    questions = AnswerList()
    for item in ("gad1", "gad2"):
        questions.add(ChoiceRow(item, f"Question {item}", HOW_OFTEN))
    put(window, questions)

    press("1")

    assert [group.property("current") for group in questions.groups] == ["false", "true"]


@pytest.mark.parametrize("width", [900, 640, 480, 300])
def test_that_moving_the_focus_moves_nothing_else(window, qtbot, width):
    window.resize(width, 700)
    questions = AnswerList()
    for item in ("gad1", "gad2"):
        words = "My workload this week was manageable in the hours I am paid for"
        questions.add(RatingRow(item, words, low="Not at all", high="Completely"))
    put(window, questions)
    before = [
        child.geometry()
        for group in questions.groups
        for child in group.children()
        if isinstance(child, QWidget)
    ]

    press("2")
    QApplication.processEvents()

    after = [
        child.geometry()
        for group in questions.groups
        for child in group.children()
        if isinstance(child, QWidget)
    ]
    assert after == before
    for group in questions.groups:
        bold = group._question.font()
        bold.setBold(True)
        group._question.setFont(bold)
        assert group._question.heightForWidth(group._question.width()) <= group._question.height()


def test_that_long_answers_show_and_take_their_number(window, qtbot):
    questions = AnswerList()
    questions.add(ChoiceList("b", "How burned out?", [(1, "I enjoy my work."), (2, "Stressed.")]))
    heard = put(window, questions)

    press("2")

    assert heard.said == [("chosen", "b", 2), ("finished",)]


def test_that_fields_and_questions_hand_the_focus_on(window, qtbot):
    questions = AnswerList()
    caseload = NumberField("People", "people")
    questions.add(caseload)
    questions.add(rating("load"))
    put(window, questions)
    caseload.take_focus()

    press("52", Qt.Key.Key_Return)

    assert caseload.value() == 52
    assert questions.groups[0].isAncestorOf(focused())


@pytest.mark.parametrize(("width", "beside"), [(754, True), (420, False), (200, False)])
def test_that_answers_go_below_the_question_where_it_is_narrow(qtbot, width, beside):
    row = ChoiceRow("gad1", "Being so restless that it is hard to sit still", HOW_OFTEN)
    qtbot.addWidget(row)

    row.resize(width, row.heightForWidth(width))
    row.show()

    segments = row.findChildren(QRadioButton)
    assert (segments[0].geometry().top() < 20) is beside
    assert all(row.rect().contains(segment.geometry()) for segment in segments)
    assert all(segment.height() >= 24 and segment.width() >= 24 for segment in segments)


def test_that_a_question_is_a_group_of_radio_buttons_by_its_name(window, qtbot):
    questions = AnswerList()
    questions.add(ChoiceRow("gad1", "Trouble relaxing", HOW_OFTEN))
    put(window, questions)

    group = QAccessible.queryAccessibleInterface(questions.groups[0])
    radio = QAccessible.queryAccessibleInterface(focused())

    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Trouble relaxing"
    assert radio.role() == QAccessible.Role.RadioButton
    assert radio.text(QAccessible.Text.Name) == "Not at all"

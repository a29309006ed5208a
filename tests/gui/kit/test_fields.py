"""Fields, ticks and choices: what they take, what they say, and when."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLineEdit,
)

from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.fields import NumberField, PassphraseField
from burnout_check.gui.kit.select import Select

pytestmark = pytest.mark.usefixtures("light")


def not_too_much(text: str) -> str | None:
    return "A week has 168 hours." if float(text) > 168 else None


def test_that_a_number_field_says_what_is_wrong_when_it_is_left(shown, qtbot):
    field, other = NumberField("Overtime", "hours", check=not_too_much), QLineEdit()
    shown(field, other)
    field.take_focus()

    qtbot.keyClicks(field.line, "200")
    assert field.error.text() == ""
    other.setFocus()

    assert field.error.text() == "A week has 168 hours."
    assert field.error.isVisible()
    assert field.value() is None
    assert field.line.accessibleDescription() == "A week has 168 hours."


def test_that_a_sentence_goes_as_soon_as_the_number_stands(shown, qtbot):
    field = NumberField("Overtime", "hours", check=not_too_much)
    shown(field)
    field.set_text("200")
    field.show_error_now()
    heard: list[object] = []
    field.changed.connect(heard.append)

    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)

    assert field.error.text() == ""
    assert heard == [20]


@pytest.mark.parametrize(
    ("typed", "value"), [("12", 12), ("2.5", 2.5), ("2,5", 2.5), (" 7 ", 7), ("", None)]
)
def test_that_a_number_field_takes_a_point_a_comma_or_nothing(shown, qtbot, typed, value):
    field = NumberField("Overtime", "hours")
    shown(field)

    qtbot.keyClicks(field.line, typed)

    assert field.problem() is None
    assert field.value() == value


@pytest.mark.parametrize("typed", ["twelve", "1.2.3", "nan", "inf", "1e999"])
def test_that_what_is_no_number_is_told_so(shown, qtbot, typed):
    field = NumberField("Overtime", "hours")
    shown(field)
    accepted: list[bool] = []
    field.accepted.connect(lambda: accepted.append(True))

    qtbot.keyClicks(field.line, typed)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)

    assert field.error.text() == "Type a number, like 12."
    assert accepted == []


def test_that_enter_accepts_a_number_or_an_empty_field(shown, qtbot):
    field = NumberField("Overtime", "hours")
    shown(field)
    accepted: list[bool] = []
    field.accepted.connect(lambda: accepted.append(True))

    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.keyClicks(field.line, "3")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)

    assert accepted == [True, True]


def test_that_a_prefilled_number_is_marked_until_it_is_touched(shown, qtbot):
    field = NumberField("People", "people", hint="last week: 52")
    shown(field)
    field.set_value(52, prefilled=True)
    assert field.is_prefilled
    assert field.text() == "52"

    field.take_focus()
    qtbot.keyClicks(field.line, "54")

    assert not field.is_prefilled
    assert field.value() == 54


def test_that_a_passphrase_is_hidden_until_asked_and_forgotten_whole(shown, qtbot):
    field = PassphraseField()
    shown(field)
    qtbot.keyClicks(field.line, " four words ")
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    assert field.show_button.accessibleName() == "Show passphrase"

    qtbot.mouseClick(field.show_button, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert field.text() == " four words "
    field.forget()

    assert field.text() == ""
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field.line.undo()
    assert field.text() == ""


def test_that_ticking_the_words_ticks_the_box(shown, qtbot):
    tick = CheckRow("Caseload and contacts", note="Last 8 weeks")
    shown(tick, height=60)

    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)

    assert tick.is_on
    assert tick.box.accessibleName() == "Caseload and contacts"
    assert tick.box.accessibleDescription() == "Last 8 weeks"


def test_that_a_choice_from_a_list_says_its_value(shown, qtbot):
    who = Select("Who", [("me", "Me"), ("manager", "Manager")])
    shown(who)
    heard: list[object] = []
    who.picked.connect(heard.append)

    qtbot.keyClick(who, Qt.Key.Key_Down)

    assert heard == ["manager"]
    assert who.value == "manager"

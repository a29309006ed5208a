"""I need help now: there without a session and without content, and never a wrong number."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from burnout_check.domain.support.crisis import MINIMUM, PHONE_BILL, lines
from burnout_check.domain.support.option import Nation
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.gui.window.help_now import HelpNow, HelpNumber
from tests.gui.people import shipped, words


@pytest.fixture
def help_now(qtbot, qapp):
    apply_theme(qapp, Theme(Scheme.LIGHT))

    def opened(options=(), nation="", *, neutral=False) -> HelpNow:
        dialog = HelpNow(options, nation, Clipboard(qapp.clipboard()), neutral=neutral)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


def numbers(dialog: HelpNow) -> list[str]:
    return [label.text() for label in dialog.findChildren(HelpNumber)]


def test_that_it_works_with_no_content(help_now):
    assert sorted(numbers(help_now())) == sorted(line.number for line in MINIMUM)


def test_that_every_number_shown_is_the_number_copied(qtbot, qapp, help_now):
    for options in ((), shipped().options):
        dialog = help_now(options, Nation.SCOTLAND)

        for number, copy in zip(numbers(dialog), dialog.copies, strict=True):
            copy.setFocus()
            qtbot.keyClick(copy, Qt.Key.Key_Return)
            assert qapp.clipboard().text() == number
            assert number in copy.accessibleName()
        dialog.reject()


@pytest.mark.parametrize("nation", ["", *Nation])
def test_that_the_content_is_shown_for_the_nation(help_now, nation):
    dialog = help_now(shipped().options, nation)
    wanted = lines(shipped().options, nation)

    assert numbers(dialog) == [line.number for line in wanted]
    for line in wanted[1:]:
        assert line.name in words(dialog)


def test_that_the_content_has_all_that_is_built_in():
    for nation in Nation:
        shown = lines(shipped().options, nation)

        assert not [line for line in shown if line.id.startswith("built-in")]


def test_that_while_the_nation_is_unknown_each_line_says_whose_it_is(help_now):
    said = words(help_now())

    for nation in Nation:
        assert f"· {nation}" in said


def test_that_the_first_number_has_the_focus_and_tab_goes_through_all(qtbot, help_now):
    dialog = help_now((), Nation.ENGLAND)
    assert dialog.copies[0].hasFocus()

    for copy in dialog.copies[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert copy.hasFocus()


def test_that_escape_closes_it(qtbot, help_now):
    dialog = help_now()

    qtbot.keyClick(dialog.copies[0], Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_that_it_says_what_happens_and_what_may_be_seen(help_now):
    said = words(help_now((), Nation.ENGLAND))

    assert "Call 999 or go to A&E now if:" in said
    assert "you or someone else is in danger" in said
    assert "They do not see your number." in said
    assert PHONE_BILL in said


# The smallest pixel of the laptops this is for, in mm: 14 inches across 1280 x 800 is 0.236.
PIXEL = 0.236
# ISO 9241-303 asks for characters of 16 minutes of arc at least, and prefers 20 to 22.
ARC = 22


def test_that_its_numbers_can_be_read_from_a_metre_away(help_now):
    for label in help_now().findChildren(HelpNumber):
        drawn = QFontMetricsF(label.font()).tightBoundingRect("0").height() * PIXEL

        assert math.degrees(math.atan(drawn / 1000)) * 60 >= ARC
        assert label.font().bold()
        assert label.width() >= QFontMetricsF(label.font()).horizontalAdvance(label.text())


def test_that_beside_a_supervisor_it_says_nothing_about_either(help_now):
    said = words(help_now(shipped().options, Nation.WALES, neutral=True))

    assert "Who to call" in said
    assert "someone is in danger" in said
    assert "116 123" in said
    for personal in ("I need", "you have badly", "you feel", "you were here"):
        assert personal not in said


def test_that_it_covers_the_window_it_opens_over(qtbot, qapp):
    window = QWidget()
    QLabel("something personal", window)
    qtbot.addWidget(window)
    window.setGeometry(40, 30, 1000, 620)
    window.show()
    dialog = HelpNow((), "", Clipboard(qapp.clipboard()), window)
    dialog.open()

    assert dialog.geometry().contains(window.geometry())
    dialog.reject()

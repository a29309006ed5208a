"""The day of an event: read as it is typed, said in words, or refused; a calendar to pick from."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication
from pytestqt.qtbot import QtBot

from burnout_check.domain.dates import NOT_A_DATE
from burnout_check.gui.trends.day_field import WeekField
from burnout_check.gui.trends.event_dialog import EventDialog
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.session.session import Session


def opened(qtbot: QtBot, page: TrendsPage) -> EventDialog:
    qtbot.mouseClick(page.bar.event_button, Qt.MouseButton.LeftButton)
    (dialog,) = (each for each in page.findChildren(EventDialog) if each.isVisible())
    qtbot.waitUntil(dialog.kind.hasFocus)
    return dialog


def typed(qtbot: QtBot, dialog: EventDialog, text: str) -> None:
    dialog.day.take_focus()
    qtbot.keyClicks(dialog.day.line, text)


@pytest.mark.parametrize("text", ["25 Dec 2025", "25 Dec 25", "25/12/2025", "2025-12-25"])
def test_that_a_date_is_saved_as_it_is_usually_typed(qtbot: QtBot, show, full: Session, text):
    dialog = opened(qtbot, show(full))

    typed(qtbot, dialog, text)
    assert dialog.day.hint.text() == "Thursday 25 December 2025"
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    (event,) = full.events.all()
    assert event.day == date(2025, 12, 25)


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Return])
@pytest.mark.parametrize("text", ["31 Feb 2026", "soon", "12/25/2025", " "])
def test_that_what_is_no_date_is_said_beside_the_field_and_nothing_is_saved(
    qtbot: QtBot, show, full: Session, text, key
):
    dialog = opened(qtbot, show(full))

    typed(qtbot, dialog, text)
    if key is None:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        assert dialog.day.line.hasFocus()
    else:
        qtbot.keyClick(dialog.day.line, key)

    assert dialog.isVisible()
    assert dialog.day.error.text() == NOT_A_DATE
    assert NOT_A_DATE in dialog.day.line.accessibleDescription()
    assert full.events.all() == ()
    dialog.reject()


def test_that_a_day_is_picked_from_the_calendar_by_keyboard(qtbot: QtBot, show, full: Session):
    dialog = opened(qtbot, show(full))
    typed(qtbot, dialog, "25 Dec 2025")

    dialog.day.pick.setFocus()
    qtbot.keyClick(dialog.day.pick, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    within = QApplication.focusWidget()
    assert within is not None
    assert popup.isAncestorOf(within)
    qtbot.keyClick(within, Qt.Key.Key_Right)
    qtbot.keyClick(within, Qt.Key.Key_Return)

    assert QApplication.activePopupWidget() is None
    assert dialog.day.text() == "26 Dec 2025"
    assert dialog.day.hint.text() == "Friday 26 December 2025"
    assert dialog.day.line.hasFocus()
    dialog.reject()


def test_that_a_week_that_cannot_be_read_leaves_the_charts_as_they_are(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    page.bar.show_weeks(0)
    before = page.span
    first = page.bar.own_weeks.first

    first.take_focus()
    qtbot.keyClicks(first.line, "31 Feb 2026")
    qtbot.keyClick(first.line, Qt.Key.Key_Return)

    assert page.span == before
    assert first.error.text() == NOT_A_DATE


def test_that_no_date_is_a_spin_box(qtbot: QtBot, show, full: Session):
    page = show(full)
    dialog = opened(qtbot, page)

    assert page.findChildren(WeekField)
    assert page.findChildren(QAbstractSpinBox) == []
    dialog.reject()

"""The Supervision page by itself: the agenda under the hand, and what is asked after a session."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.gui.supervision.for_you_alone import ForYouAlone
from burnout_check.gui.supervision.supervision_page import SupervisionPage
from burnout_check.session.session import Session
from tests.gui.people import context, person

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = person(tmp_path / "vault")
    yield session
    session.close()


@pytest.fixture
def page(qtbot: QtBot, light: None, session: Session) -> SupervisionPage:
    page = SupervisionPage(context(session))
    qtbot.addWidget(page)
    page.resize(1040, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def lines(session: Session) -> list[str]:
    return [item.text for item in session.agenda.lines()]


def type_line(qtbot: QtBot, page: SupervisionPage, text: str) -> None:
    line = page.agenda.new.line
    line.setFocus()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_that_before_the_first_check_in_only_lines_can_be_shown(qtbot, page, session):
    assert not page.choice.groups
    assert not page.choice.show_button.isEnabled()
    type_line(qtbot, page, "My caseload")
    assert page.choice.show_button.isEnabled()
    assert lines(session) == ["My caseload"]


def test_that_a_line_is_moved_and_removed_by_key_and_keeps_the_keyboard(qtbot, page, session):
    for text in ("first", "second", "third"):
        type_line(qtbot, page, text)
    qtbot.waitUntil(page.agenda.rows[0].isVisible)
    page.agenda.rows[0].setFocus()

    for place, order in ((0, "second first third"), (1, "second third first")):
        qtbot.keyClick(page.agenda.rows[place], Qt.Key.Key_Down, ALT)
        assert lines(session) == order.split()
        qtbot.waitUntil(page.agenda.rows[place + 1].hasFocus)
    qtbot.keyClick(page.agenda.rows[2], Qt.Key.Key_Down, ALT)
    assert lines(session) == ["second", "third", "first"]
    qtbot.keyClick(page.agenda.rows[2], Qt.Key.Key_Delete)
    assert lines(session) == ["second", "third"]


def test_that_an_empty_line_is_refused_beside_its_field(qtbot, page, session):
    type_line(qtbot, page, "   ")
    assert page.agenda.new.error.text() == "Say in a few words what you want to talk about."
    assert not lines(session)


def test_that_minutes_are_added_to_a_check_in_only_if_they_were_not_among_them(
    qtbot, page, session
):
    draft = session.check_ins.draft_for(session.ledger.week).state(SUPERVISION, 30)
    session.check_ins.submit(draft, leave_blank=True)
    kept = session.supervision.add(SupervisionSession(session.ledger.today, 45))
    page.ask_after(kept)
    assert page.after.counted.isVisible()
    page.after.counted.no_button.click()

    assert session.ledger.reading.series[SUPERVISION].at(session.ledger.week) == 75  # 30 and 45
    assert not page.after.counted.isVisible()


def test_that_the_two_ratings_are_asked_once_and_kept(qtbot, page, session):
    session.supervision.add(SupervisionSession(session.ledger.today, 45))
    page.after.alone.yes_button.click()
    (dialog,) = page.findChildren(ForYouAlone)
    for group, value in zip(dialog.answers.groups, (7, 4), strict=True):
        group.chosen.emit(group.item_id, value)
    dialog.save.click()

    (kept,) = session.ledger.sessions
    assert (kept.enough, kept.could_say) == (7, 4)
    assert not page.after.alone.isVisible()

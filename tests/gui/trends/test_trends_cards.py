"""What stands below the charts: what goes together, how numbers are worked out, and the focus."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from burnout_check.domain.demo.demo_history import demo_settings, demo_years
from burnout_check.domain.event import Event, EventKind
from burnout_check.session.session import Session
from tests.gui.people import words
from tests.gui.trends.reading import drawn


def test_that_nothing_is_said_about_patterns_where_there_are_none(show, full: Session):
    assert full.ledger.reading.patterns.found == ()

    assert show(full).patterns.isHidden()


def test_that_patterns_are_said_with_their_chance_and_reached_by_keyboard(
    qtbot: QtBot, show, session: Session
):
    session.check_ins.add_all(
        demo_years(session.ledger.week, session.content.instruments, stories=3)
    )
    session.preferences.update(demo_settings())
    page = show(session)
    found = session.ledger.reading.patterns
    reached = QAccessible.queryAccessibleInterface(page.patterns)

    assert 1 <= len(found.found) <= 3
    assert page.patterns.said == tuple(each.sentence for each in found.found)
    assert all("could be chance: 1 in" in sentence for sentence in page.patterns.said)
    assert found.note in words(page.patterns)
    said = reached.text(QAccessible.Text.Description)
    assert all(sentence in said for sentence in (*page.patterns.said, found.note))
    assert page.patterns.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_that_it_is_said_how_a_number_is_worked_out(qtbot: QtBot, show, full: Session):
    page = show(full)
    assert "NHS Talking Therapies counts a change of 4 or more as reliable" in words(page.making)

    page.show_measures(("derived_overtime_share",))
    made = full.ledger.reading.series["derived_overtime_share"].measure.made
    qtbot.waitUntil(lambda: made in words(page.making))
    assert made in page.view("derived_overtime_share").accessibleDescription()

    page.show_measures(("fact_caseload",))
    assert page.making.isHidden()


def test_that_the_keyboard_stays_at_an_event_that_was_changed(qtbot: QtBot, show, full: Session):
    one, other = (full.events.add(Event(date(2026, 9, day), EventKind.COMPLAINT)) for day in (1, 8))
    page = show(full)
    page.events.change[one.id].setFocus()

    full.events.update(Event(date(2026, 9, 2), EventKind.NEW_POST, id=one.id))
    drawn(qtbot, page)

    qtbot.waitUntil(page.events.change[one.id].hasFocus)
    assert set(page.events.change) == {one.id, other.id}


def test_that_events_without_a_single_check_in_do_not_stand_in_the_way(show, session: Session):
    session.events.add(Event(session.ledger.today, EventKind.NEW_POST))

    assert show(session).first_focus() is not None


def test_that_a_hidden_page_works_nothing_out_for_a_new_event(qtbot: QtBot, show, full: Session):
    page = show(full)
    before = page.figure("burnout")
    page.hide()

    full.events.add(Event(date(2026, 9, 1), EventKind.COMPLAINT))

    assert page.figure("burnout") is before
    assert page.events.change == {}
    page.show()
    drawn(qtbot, page)
    assert len(page.events.change) == 1
    assert page.figure("burnout") is not before

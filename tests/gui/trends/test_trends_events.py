"""Events on the time line: added, changed, dragged and deleted, by key and by pointer."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.week import plain_date
from burnout_check.gui.trends.event_dialog import EventDialog
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session
from tests.gui.people import hears
from tests.gui.trends.reading import drawn

LEFT = Event(date(2026, 9, 23), EventKind.OTHER, "Colleague left")


@pytest.fixture
def noted(full: Session) -> Session:
    full.events.add(LEFT)
    return full


def form(qtbot: QtBot, page: TrendsPage) -> EventDialog:
    found = [each for each in page.findChildren(EventDialog) if each.isVisible()]
    assert len(found) == 1
    qtbot.waitUntil(found[0].kind.hasFocus)
    return found[0]


def lines(page: TrendsPage, measure: str) -> list[str]:
    return [
        str(line.get_gid())
        for line in page.figure(measure).axes[0].lines
        if str(line.get_gid()).startswith("event ")
    ]


def undo(qtbot: QtBot, page: TrendsPage) -> None:
    (button,) = [
        each for each in page.keeper.banner.findChildren(QPushButton) if each.text() == "Undo"
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_an_event_is_added_by_keyboard_at_the_week_that_is_pointed_at(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    view = page.view("fact_caseload")
    view.setFocus()
    for _step in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    week = view.week
    assert week is not None
    qtbot.keyClick(view, Qt.Key.Key_E)
    dialog = form(qtbot, page)

    assert dialog.day.day == week.monday
    qtbot.keyClick(dialog.kind, Qt.Key.Key_Down)
    dialog.day.setFocus()
    qtbot.keyClick(dialog.day, Qt.Key.Key_Up)
    dialog.words.setFocus()
    qtbot.keyClicks(dialog.words.line, "Moved to another team")
    with hears(qtbot, page.context.news, Changed.EVENTS):
        qtbot.keyClick(dialog.words.line, Qt.Key.Key_Return)
    drawn(qtbot, page)

    (event,) = full.events.all()
    # The arrow key went one day on.
    assert event.day == week.monday + timedelta(days=1)
    assert (event.kind, event.words) == (EventKind.NEW_POST, "Moved to another team")
    assert all(lines(page, measure) == [f"event {event.id}"] for measure in page.measures)


def test_that_something_else_without_words_is_refused_beside_the_field(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    qtbot.mouseClick(page.bar.event_button, Qt.MouseButton.LeftButton)
    dialog = form(qtbot, page)
    dialog.kind.set_value(EventKind.OTHER)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    assert dialog.isVisible()
    assert dialog.words.error.text() == "Say in a few words what happened."
    assert dialog.day.day == full.ledger.today
    assert full.events.all() == ()
    dialog.reject()


def test_that_an_event_is_dragged_to_another_day_and_back(qtbot: QtBot, show, noted: Session):
    page = show(noted)
    view = page.view("burnout")
    picture = view.drawn
    assert picture is not None
    (event,) = noted.events.all()
    goal = date(2026, 10, 12)
    start, end = (QPoint(round(picture.x_at(day)), 60) for day in (event.day, goal))

    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    shown = view.grab().toImage()
    assert noted.events.all() == (event,)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    drawn(qtbot, page)

    (moved,) = noted.events.all()
    assert abs((moved.day - goal).days) <= 1
    assert shown != view.grab().toImage()
    undo(qtbot, page)
    drawn(qtbot, page)
    assert noted.events.all() == (event,)


def test_that_escape_lets_an_event_go_where_it_was(qtbot: QtBot, show, noted: Session):
    page = show(noted)
    view = page.view("burnout")
    picture = view.drawn
    assert picture is not None
    (event,) = noted.events.all()
    start = QPoint(round(picture.x_at(event.day)), 60)

    view.setFocus()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(90, 0))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(90, 0))

    assert noted.events.all() == (event,)
    assert page.findChildren(EventDialog) == []


def test_that_a_click_and_enter_open_the_event_to_change_it(qtbot: QtBot, show, noted: Session):
    page = show(noted)
    view = page.view("burnout")
    picture = view.drawn
    assert picture is not None
    (event,) = noted.events.all()

    qtbot.mouseClick(
        view, Qt.MouseButton.LeftButton, pos=QPoint(round(picture.x_at(event.day)), 60)
    )
    dialog = form(qtbot, page)
    assert dialog.event_typed == event
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChildren(EventDialog) == [])

    view.setFocus()
    while view.week != event.week:
        qtbot.keyClick(view, Qt.Key.Key_Left)
    day = plain_date(event.day)
    assert view.said.endswith(f". Colleague left, {day}")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    dialog = form(qtbot, page)
    dialog.words.set_text("Two colleagues left")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    drawn(qtbot, page)

    assert [each.label for each in noted.events.all()] == ["Two colleagues left"]


def test_that_a_deleted_event_can_be_put_back(qtbot: QtBot, show, noted: Session):
    page = show(noted)
    (event,) = noted.events.all()

    qtbot.mouseClick(page.events.remove[event.id], Qt.MouseButton.LeftButton)
    drawn(qtbot, page)
    assert noted.events.all() == ()
    assert page.keeper.banner.message == "Deleted “Colleague left”."
    qtbot.waitUntil(page.events.add_button.hasFocus)

    undo(qtbot, page)
    drawn(qtbot, page)
    (back,) = noted.events.all()
    assert (back.day, back.kind, back.words) == (LEFT.day, LEFT.kind, LEFT.words)
    assert not page.keeper.banner.isVisible()


def test_that_many_events_show_the_newest_first_and_the_others_when_asked(
    qtbot: QtBot, show, full: Session
):
    for day in range(1, 8):
        full.events.add(Event(date(2026, 9, day), EventKind.OTHER, f"Number {day}"))
    page = show(full)

    assert len(page.events.change) == 4
    names = [button.accessibleName() for button in page.events.change.values()]
    assert names[0] == "Change: Number 7, 7 September 2026"
    qtbot.mouseClick(page.events.more, Qt.MouseButton.LeftButton)
    assert len(page.events.change) == 7


def test_that_before_and_after_is_a_table_and_the_same_sentences(
    qtbot: QtBot, show, noted: Session
):
    page = show(noted)
    (event,) = noted.events.all()
    assert page.comparison.isHidden()

    qtbot.mouseClick(page.events.compare[event.id], Qt.MouseButton.LeftButton)
    found = noted.ledger.reading.compare(event, page.measures)
    table = page.comparison.table
    assert table is not None
    qtbot.waitUntil(table.hasFocus)

    assert page.comparison.said == tuple(each.sentence for each in found)
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == [
        noted.ledger.reading.series[measure].measure.name for measure in page.measures
    ]
    assert all(each.sentence in table.accessibleDescription() for each in found)
    words = " ".join((*page.comparison.said, table.accessibleDescription())).lower()
    assert not any(cause in words for cause in ("because", "caused", "due to", "led to", "effect"))

    qtbot.mouseClick(page.events.compare[event.id], Qt.MouseButton.LeftButton)
    assert page.comparison.isHidden()


def test_that_before_and_after_goes_with_its_event(qtbot: QtBot, show, noted: Session):
    page = show(noted)
    (event,) = noted.events.all()
    qtbot.mouseClick(page.events.compare[event.id], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.events.remove[event.id], Qt.MouseButton.LeftButton)
    drawn(qtbot, page)

    assert page.comparison.isHidden()


def test_that_a_screen_reader_is_told_of_the_events(show, noted: Session):
    page = show(noted)

    assert "Colleague left on 23 September 2026." in page.view("gad7").accessibleDescription()

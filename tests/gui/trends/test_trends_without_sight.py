"""Trends for somebody who cannot see it: each number and each sentence, by key and by ear."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.week import plain_date
from burnout_check.gui.charting import chart
from burnout_check.gui.charting.chart_card import ChartCard
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.session.session import Session
from tests.gui.people import words
from tests.gui.trends.reading import drawn

_MANY = 60


def reached_by_tab(qtbot: QtBot, page: TrendsPage) -> list[QWidget]:
    """What has the focus after each press of Tab, until it comes round again."""
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    reached: list[QWidget] = []
    for _press in range(_MANY):
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            break
        reached.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    return reached


def heard(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    return f"{found.text(QAccessible.Text.Name)} {found.text(QAccessible.Text.Description)}"


def test_that_every_number_and_what_happened_is_said_week_by_week(
    qtbot: QtBot, show, full: Session, monkeypatch: pytest.MonkeyPatch
):
    full.events.add(Event(date(2026, 9, 23), EventKind.OTHER, "Colleague left"))
    page = show(full)
    spoken: list[str] = []
    monkeypatch.setattr(chart, "announce", lambda _view, sentence: spoken.append(sentence))
    away = {each.week: each.reason for each in full.ledger.history.away if each.week in page.span}
    assert away

    for measure in page.measures:
        view, points = page.view(measure), full.ledger.reading.series[measure].points
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_Home)
        while view.week != page.span.last and len(spoken) < 2 * len(page.span):
            before = view.week
            qtbot.keyClick(view, Qt.Key.Key_Right)
            if view.week == before:
                break
        told = dict(each.split(":", 1) for each in spoken)
        for point in points:
            if point.week in page.span:
                # "Week of 9 November 2026: 3 of 5", "…: 72 people", "…: 45 minutes"
                said = told[f"Week of {plain_date(point.week.monday, year=True)}"]
                assert float(said.split()[0].rstrip(".,")) == point.value
        for week, reason in away.items():
            said = told[f"Week of {plain_date(week.monday, year=True)}"]
            assert {"leave": "leave", "sick": "sick", "other": "away"}[reason.value] in said
        assert told["Week of 21 September 2026"].endswith("Colleague left, 23 September")
        spoken.clear()


def test_that_every_sentence_is_reached_by_tab(qtbot: QtBot, show, full: Session):
    event = full.events.add(Event(date(2026, 9, 23), EventKind.OTHER, "Colleague left"))
    page = show(full)
    qtbot.mouseClick(page.events.compare[event.id], Qt.MouseButton.LeftButton)
    assert page.comparison.table is not None
    qtbot.waitUntil(page.comparison.table.hasFocus)

    reached = reached_by_tab(qtbot, page)
    said = " ".join(heard(widget) for widget in reached)

    views = [page.view(measure) for measure in page.measures]
    assert [widget for widget in reached if widget in views] == views
    for card in page.charts.findChildren(ChartCard):
        for label in card.findChildren(QLabel):
            assert label.text() in said
    assert len(page.comparison.said) == len(page.measures)
    assert all(sentence in said for sentence in page.comparison.said)
    assert "Change: Colleague left, 23 September 2026" in said
    assert "NHS Talking Therapies counts a change of 4 or more as reliable" in words(page.making)
    assert "NHS Talking Therapies counts a change of 4 or more as reliable" in said


def test_that_the_table_is_gone_through_by_arrow_keys(qtbot: QtBot, show, full: Session):
    page = show(full)
    page.bar.table.setFocus()
    qtbot.keyClick(page.bar.table, Qt.Key.Key_Space)
    drawn(qtbot, page)
    assert page.table.hasFocus()

    seen = []
    for _week in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
        qtbot.keyClick(page.table, Qt.Key.Key_End)
        seen.append(page.table.currentIndex())
        qtbot.keyClick(page.table, Qt.Key.Key_Home)

    assert len({index.row() for index in seen}) == 3
    assert {index.column() for index in seen} == {page.table.model().columnCount() - 1}

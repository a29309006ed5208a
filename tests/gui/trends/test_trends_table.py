"""The table of the same numbers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burnout_check.domain.week import short_date
from burnout_check.gui.trends import chart_table
from burnout_check.session.session import Session
from tests.gui.trends.reading import cells, drawn


def test_that_the_table_has_the_numbers_of_the_series(qtbot: QtBot, show, full: Session):
    page = show(full)
    page.bar.show_weeks(None)
    qtbot.mouseClick(page.bar.table, Qt.MouseButton.LeftButton)
    found = {row[0]: row[1:] for row in cells(page)}

    assert page.table.isVisible()
    for column, measure in enumerate(page.measures):
        series = full.ledger.reading.series[measure]
        told = {week: row[column] for week, row in found.items() if row[column] != "–"}
        assert told == {
            short_date(point.week.monday, year=True): series.measure.show(point.value)
            for point in series.points
        }
    for away in full.ledger.history.away:
        assert found[short_date(away.week.monday, year=True)][-1] in ("Leave", "Sick", "Away")


def test_that_the_table_is_sorted_by_any_column_with_the_empty_ones_last(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    page.bar.table.setChecked(True)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        page.table.sortByColumn(2, order)
        column = [row[2] for row in cells(page)]
        values = [float(cell) for cell in column if cell != "–"]

        assert values == sorted(values, reverse=order is Qt.SortOrder.DescendingOrder)
        assert set(column[len(values) :]) == {"–"}


def test_that_the_table_is_sorted_by_keyboard_and_says_so(
    qtbot: QtBot, show, full: Session, monkeypatch: pytest.MonkeyPatch
):
    page = show(full)
    page.bar.table.setChecked(True)
    spoken: list[str] = []
    monkeypatch.setattr(chart_table, "announce", lambda _table, words: spoken.append(words))
    page.table.setCurrentIndex(page.table.model().index(0, 3))  # caseload
    caseload = [full.ledger.reading.series["fact_caseload"].at(week) for week in page.span.weeks]
    rising = sorted(f"{people:g}" for people in caseload if people is not None)

    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert [row[3] for row in cells(page)][: len(rising)] == rising
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert [row[3] for row in cells(page)][: len(rising)] == rising[::-1]
    assert spoken == [
        "Sorted by Caseload (people), going up",
        "Sorted by Caseload (people), going down",
    ]


def test_that_the_table_is_copied_with_its_headings(
    qtbot: QtBot, qapp: QApplication, show, full: Session
):
    page = show(full)
    page.bar.table.setChecked(True)
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in qapp.clipboard().text().split("\n")]

    assert lines[0][0] == "Week of"
    assert "Caseload (people)" in lines[0]
    assert lines[1:] == cells(page)


def test_that_the_numbers_and_the_charts_are_never_both_there(qtbot: QtBot, show, full: Session):
    page = show(full)
    page.bar.table.setChecked(True)
    assert not page.view("burnout").isVisible()
    assert page.bar.isVisible()

    page.bar.table.setChecked(False)
    drawn(qtbot, page)
    assert page.view("burnout").isVisible()
    assert not page.table.isVisible()

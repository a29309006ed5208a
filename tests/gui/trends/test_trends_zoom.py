"""From a chart to other weeks and back, and to what a week said: by key and by pointer."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burnout_check.charts.model.panel import Span
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.session.session import Session
from tests.gui.people import Asked
from tests.gui.trends.reading import drawn


def place(page: TrendsPage, measure: str, back: int) -> QPoint:
    """Where the week so many before the last one shown stands."""
    picture = page.view(measure).drawn
    assert picture is not None
    return QPoint(round(picture.x_at(page.span.last.plus(-back).monday)), 60)


def sweep(qtbot: QtBot, page: TrendsPage, start: int, end: int, *, let_go: bool = True) -> None:
    view = page.view("burnout")
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place(page, "burnout", start))
    qtbot.mouseMove(view, place(page, "burnout", (start + end) // 2))
    qtbot.mouseMove(view, place(page, "burnout", end))
    if let_go:
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place(page, "burnout", end))


def test_that_plus_halves_the_weeks_minus_doubles_them_and_escape_goes_back(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    view, now = page.view("burnout"), full.ledger.week
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_Plus)
    drawn(qtbot, page)
    assert page.span == Span(now.plus(-12), now)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    drawn(qtbot, page)
    assert page.span == Span(now.plus(-25), now)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    drawn(qtbot, page)
    assert page.span == Span(now.plus(-12), now)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    drawn(qtbot, page)
    assert page.span == Span(now.plus(-25), now)
    assert page.bar.weeks == 26
    assert page.view("burnout") is view


def test_that_0_shows_everything_and_a_range_picked_by_hand_forgets_the_way_back(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    view = page.view("burnout")

    qtbot.keyClick(view, Qt.Key.Key_0)
    drawn(qtbot, page)
    assert page.span.first == full.ledger.history.check_ins[0].week
    assert view.can_go_back
    page.bar.show_weeks(8)
    drawn(qtbot, page)
    assert not view.can_go_back


def test_that_no_more_weeks_are_asked_for_than_there_are(qtbot: QtBot, show, full: Session):
    page = show(full)
    page.bar.show_weeks(None)
    drawn(qtbot, page)
    before = page.span

    qtbot.keyClick(page.view("burnout"), Qt.Key.Key_Minus)
    drawn(qtbot, page)

    assert page.span == before


def test_that_a_drag_over_weeks_shows_these(qtbot: QtBot, show, full: Session):
    page = show(full)
    now = full.ledger.week

    sweep(qtbot, page, 12, 4)
    drawn(qtbot, page)

    assert page.span == Span(now.plus(-12), now.plus(-4))
    assert page.bar.own_span == page.span


def test_that_escape_lets_go_of_a_drag(qtbot: QtBot, show, full: Session):
    page = show(full)
    before, view = page.span, page.view("burnout")

    sweep(qtbot, page, 12, 4, let_go=False)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place(page, "burnout", 4))
    QApplication.processEvents()

    assert page.span == before


def test_that_a_click_opens_the_week_under_the_pointer(qtbot: QtBot, show, full: Session):
    asked = Asked()
    page = show(full, asked=asked)
    where, week = place(page, "fact_caseload", 3), full.ledger.week.plus(-3)
    view = page.view("fact_caseload")

    qtbot.mouseMove(view, where)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=where)

    assert asked.commands == [("look_at", week)]


def test_that_enter_opens_the_week_that_is_pointed_at(qtbot: QtBot, show, full: Session):
    asked = Asked()
    page = show(full, asked=asked)
    view = page.view("fact_caseload")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.commands == []

    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Return)

    last = full.ledger.reading.series["fact_caseload"].points[-1].week
    assert asked.commands == [("look_at", last)]


def test_that_the_axes_are_at_least_150_pixels_tall_dates_once_and_names_once(show, full: Session):
    # The page of a window of 1366 by 768, beside the list of pages and under the title.
    page = show(full, size=(1158, 660))
    pictures = [page.view(measure).drawn for measure in page.measures]
    figures = [page.figure(measure).axes[0] for measure in page.measures]

    assert all(picture.plot[3] - picture.plot[1] >= 149.5 for picture in pictures)
    with_dates = [any(text.get_text() for text in axes.get_xticklabels()) for axes in figures]
    with_names = [any(text.get_gid() == "away name" for text in axes.texts) for axes in figures]
    assert with_dates == [False, False, False, True]
    assert with_names == [True, False, False, False]


def test_that_the_sentence_speaks_of_the_weeks_shown(qtbot: QtBot, show, full: Session):
    page = show(full)
    for weeks in (8, 26, 104):
        page.bar.show_weeks(weeks)
        drawn(qtbot, page)
        said = full.ledger.reading.trend(
            "fact_caseload", full.ledger.week, since=full.ledger.week.plus(1 - weeks)
        )
        (panel,) = [each for each in page.panels if each.measure.id == "fact_caseload"]
        assert panel.sentence.endswith(said)


def test_that_the_keys_are_said_where_they_work(show, full: Session):
    said = show(full).view("burnout").accessibleDescription()

    assert "Plus shows fewer weeks, minus more, 0 all; Escape goes back." in said

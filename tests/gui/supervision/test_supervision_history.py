"""Earlier sessions: what is said of them, and that nothing is lost by a wrong press."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from burnout_check.domain.supervision.supervision_history import (
    Month,
    PastSession,
    SupervisionHistory,
)
from burnout_check.domain.supervision.supervision_session import SessionKind, SupervisionSession
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.supervision.month_table import MonthTable
from burnout_check.gui.supervision.past_session import PastSessionRow, long_words
from burnout_check.gui.supervision.past_session_sheet import PastSessionSheet
from burnout_check.gui.supervision.supervision_after import After
from burnout_check.gui.supervision.supervision_history_view import SupervisionHistoryView
from burnout_check.gui.supervision.supervision_past import PastSessions
from burnout_check.session.changed import Changed
from tests.session.test_supervision import HELD, Life

TODAY = date(2026, 11, 20)
PAUSE = Action("Pause new allocations", "Supervisor", date(2026, 11, 4), date(2026, 11, 18), id=1)
SESSION = SupervisionSession(
    date(2026, 11, 4), 50, note="Two weeks", actions=(1,), enough=6, could_say=8, id=7
)
BEFORE = SupervisionSession(date(2026, 10, 14), 60, SessionKind.GROUP, "Facilitator", 4, id=3)
HISTORY = SupervisionHistory(
    (
        PastSession(SESSION, (replace(PAUSE, status=ActionStatus.DONE),), 3),
        PastSession(BEFORE, (), None),
    ),
    (
        Month(date(2026, 11, 1), 50, 240, is_over=False),
        Month(date(2026, 10, 1), 60, 240, is_over=True),
        Month(date(2026, 9, 1), 240, 240, is_over=True),
        Month(date(2026, 8, 1), 250, 240, is_over=True),
    ),
    "High-intensity: 60 minutes a week",
    2,
)


@pytest.fixture
def life(tmp_path):
    life = Life(tmp_path / "data")
    yield life
    life.session.close()


@pytest.fixture
def past(life, shown):
    kept = life.session.supervision.add(replace(HELD, note="Two weeks", enough=3))
    widget = PastSessions(life.session.supervision, today=TODAY)
    shown(widget, height=900)
    return widget, kept


def texts(widget: QWidget) -> str:
    found = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    return "\n".join(found)


def cells(table: MonthTable) -> list[list[str]]:
    columns, model = range(table.columnCount()), table.model()
    return [
        [model.index(row, column).data() for column in columns] for row in range(table.rowCount())
    ]


def press(qtbot, widget: QWidget, name: str) -> None:
    button = next(each for each in widget.findChildren(QPushButton) if each.text() == name)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)


def sheet_of(widget: QWidget) -> PastSessionSheet:
    (sheet,) = widget.window().findChildren(PastSessionSheet)
    return sheet


def test_that_sessions_say_when_what_with_whom_and_what_became_of_it(shown):
    view = SupervisionHistoryView(HISTORY)
    shown(view, height=900)
    said = texts(view)

    for words in (
        "4 November 2026 · Case management",
        "50 minutes · Supervisor",
        "Pause new allocations",
        "Supervisor · by 18 Nov",
        "Done",
        "Note: Two weeks",
        "3 weeks between",
        "14 October 2026 · Group",
    ):
        assert words in said
    assert said.index("4 November") < said.index("3 weeks between") < said.index("14 October")


def test_that_of_a_group_of_four_half_the_minutes_count():
    # BACP: with 4 supervisees or fewer, half the time
    assert long_words(BEFORE) == (
        "60 minutes · Facilitator · group of 4, 30 minutes for each by BACP"
    )


def test_that_months_say_in_words_how_they_compare(shown):
    view = SupervisionHistoryView(HISTORY)
    shown(view, height=900)

    assert view.months is not None
    assert cells(view.months) == [
        ["Nov 2026", "50 min", "240 min", "so far"],
        ["Oct 2026", "60 min", "240 min", "180 min short"],
        ["Sep 2026", "240 min", "240 min", "in full"],
        ["Aug 2026", "250 min", "240 min", "10 min more"],
    ]
    assert "The last was 2 weeks ago." in texts(view)
    assert "High-intensity: 60 minutes a week" in texts(view)


def test_that_without_a_rule_nothing_is_compared(shown):
    months = tuple(replace(month, due=None) for month in HISTORY.months)
    view = SupervisionHistoryView(replace(HISTORY, months=months, rule=""))
    shown(view, height=900)

    assert view.months is not None
    assert cells(view.months)[1] == ["Oct 2026", "60 min"]


def test_that_the_two_ratings_are_there_only_on_request_and_go_when_left(shown, qtbot):
    row = PastSessionRow(HISTORY.sessions[0])
    window = shown(row)
    everything = [
        text
        for each in [row, *row.findChildren(QWidget)]
        for text in (each.accessibleName(), each.accessibleDescription(), each.toolTip())
    ]
    assert "of 10" not in texts(row) + "".join(everything)

    press(qtbot, row, "Show my ratings")
    assert "Was it enough? 6 of 10. Could you say what you needed to say? 8 of 10." in texts(row)
    window.hide()
    assert row.ratings.text() == ""
    assert row.ratings.accessibleName() == ""


def test_that_each_session_can_be_heard_by_whoever_comes_by_with_the_keyboard(shown):
    row = PastSessionRow(HISTORY.sessions[0])
    shown(row)

    assert row.change.accessibleName() == "Change 4 November 2026 · Case management"
    assert row.change.accessibleDescription() == (
        "50 minutes · Supervisor. Pause new allocations, Supervisor · by 18 Nov, done. "
        "Note: Two weeks"
    )


def test_that_more_than_a_few_are_folded_away_and_come_at_a_press(shown, qtbot):
    many = tuple(
        PastSession(replace(SESSION, id=at + 1, held=date(2026, 11, 19 - at)), (), 0)
        for at in range(6)
    )
    view = SupervisionHistoryView(replace(HISTORY, sessions=many))
    shown(view, height=900)

    assert len(view.rows) == 4
    press(qtbot, view, "Show 2 more")
    assert len(view.rows) == 6
    qtbot.waitUntil(view.rows[4].change.hasFocus)


def test_that_there_is_a_first_step_where_there_is_no_session(life, shown, qtbot):
    widget = PastSessions(life.session.supervision, today=TODAY)
    shown(widget, height=900)

    assert "Your supervision sessions will be here" in texts(widget)
    press(qtbot, widget, "Add a session")
    sheet = sheet_of(widget)
    sheet.minutes.set_value(45)
    sheet.who.set_text("Peer")
    told: list[Changed] = []
    life.session.ledger.listen(told.append)
    with qtbot.waitSignal(widget.kept):
        press(qtbot, sheet, "Save")
    assert any(what & Changed.SESSIONS for what in told)
    (kept,) = life.session.ledger.sessions
    assert (kept.held, kept.minutes, kept.who) == (TODAY, 45, "Peer")
    qtbot.waitUntil(lambda: "20 November 2026 · Case management" in texts(widget))


def test_that_a_deleted_session_can_be_put_back_with_one_press(past, life, qtbot):
    widget, kept = past
    press(qtbot, widget, "Delete")

    assert life.session.ledger.sessions == ()
    undo = widget.view.said.findChild(PlainButton)
    qtbot.waitUntil(undo.hasFocus)
    qtbot.keyClick(undo, Qt.Key.Key_Return)
    assert life.session.ledger.sessions == (kept,)
    assert len(widget.view.rows) == 1
    qtbot.waitUntil(widget.view.rows[0].change.hasFocus)


def test_that_changing_keeps_what_was_not_changed(past, life, qtbot):
    widget, kept = past
    press(qtbot, widget, "Change")
    sheet = sheet_of(widget)
    sheet.minutes.set_value(35)
    press(qtbot, sheet, "Save")

    assert life.session.ledger.sessions == (replace(kept, minutes=35),)


def test_that_what_cannot_be_used_is_said_beside_its_field_and_nothing_is_lost(past, life, qtbot):
    widget, kept = past
    press(qtbot, widget, "Change")
    sheet = sheet_of(widget)
    sheet.minutes.set_value(900)
    sheet.note.set_text("Typed already")
    press(qtbot, sheet, "Save")

    assert sheet.minutes.error.text() == "Minutes: type a number from 1 to 600."
    assert sheet.note.text() == "Typed already"
    assert life.session.ledger.sessions == (kept,)
    sheet.reject()


def test_that_a_deleted_session_is_no_longer_asked_about(life, shown):
    life.check_in(60)
    supervision = life.session.supervision
    kept = supervision.add(HELD)
    after = After(life.session)
    shown(after)
    after.ask_counted(kept)
    assert after.counted.session == kept

    supervision.remove(kept)
    after.look(today=TODAY)
    assert after.counted.session is None
    assert not after.counted.isVisible()

"""Supervision from preparing it to being asked what happened, by key presses in the real window."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from burnout_check.charts.draw.drawing import plotted
from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.supervision.sharing_choice import SOMEONE_ELSE
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import ActionStatus
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.labels import Text
from burnout_check.gui.kit.privacy_screen import PrivacyScreen
from burnout_check.gui.options.option_card import OptionCard
from burnout_check.gui.supervision.joint_view import TITLE, JointView
from burnout_check.gui.supervision.supervision_page import SupervisionPage
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.idle import Idle
from burnout_check.gui.window.joint_view_controller import IN_USE
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.gui.window.screen_capture import WDA_EXCLUDEFROMCAPTURE, WDA_NONE, ScreenCapture
from burnout_check.session.locked_vault import LockedVault
from burnout_check.tour.ui_driver import settle
from tests.flow.conftest import FRIDAY
from tests.vaults import CHEAP

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def now() -> list[datetime]:
    return [FRIDAY]


@pytest.fixture
def locked_vault(tmp_path, content, now) -> LockedVault:
    return LockedVault(tmp_path / "data", content, clock=lambda: now[0], cost=CHEAP)


@pytest.fixture
def prepared(vault_with, open_window, ui_driver, qtbot):
    """The window at the Supervision page, and the page."""
    vault_with(8)

    def open_page(window: MainWindow) -> SupervisionPage:
        shell = ui_driver.unlock(window)
        ui_driver.press(Qt.Key.Key_5, CTRL)
        assert isinstance(shell.current, SupervisionPage)
        ui_driver.has_focus_in(shell.current)
        return shell.current

    window = open_window()
    return window, open_page(window), open_page


@pytest.fixture
def go_together(ui_driver, qtbot):
    def go(window: MainWindow, page: SupervisionPage) -> JointView:
        page.choice.show_button.setFocus()
        ui_driver.enter()
        qtbot.waitUntil(lambda: isinstance(window.centralWidget(), JointView))
        view = window.centralWidget()
        assert isinstance(view, JointView)
        ui_driver.has_focus_in(view)
        return view

    return go


def agree(ui_driver, view: JointView, *lines: str) -> None:
    view.agree.form.text.take_focus()
    for line in lines:
        ui_driver.type(line)
        ui_driver.enter()
        if line.strip():
            ui_driver.has_focus_in(view.agree.form.fields.who)
            ui_driver.press(Qt.Key.Key_Down)  # the person themselves
            ui_driver.enter()


def end(ui_driver, qtbot, window: MainWindow, view: JointView) -> None:
    ui_driver.enter()  # the focus is at "Keep session"
    ui_driver.has_focus_in(view.over)
    ui_driver.enter()
    qtbot.waitUntil(lambda: window.centralWidget() is window.shell and window.focusWidget())


def test_that_two_actions_are_agreed_and_asked_about_a_week_later(
    prepared, go_together, ui_driver, qtbot, now
):
    window, page, open_page = prepared
    assert not page.choice.show_button.isEnabled()
    ui_driver.press(Qt.Key.Key_Space)  # the first tick has the focus
    view = go_together(window, page)
    agree(ui_driver, view, "Pause new allocations", "Protect an hour")
    ui_driver.press(Qt.Key.Key_E, CTRL)
    view.close_card.minutes.take_focus()
    ui_driver.type("50")
    view.close_card.keep_button.setFocus()
    end(ui_driver, qtbot, window, view)

    session = window.shell.session
    assert session.ledger.reading.series[SUPERVISION].at(session.ledger.week) == 50
    assert [kept.minutes for kept in session.ledger.sessions] == [50]
    assert window.windowTitle() == "Burnout Check"
    ui_driver.press(Qt.Key.Key_3, CTRL)
    trends = window.shell.current
    assert isinstance(trends, TrendsPage)
    trends.show_measures((SUPERVISION,))
    qtbot.waitUntil(lambda: trends.is_drawn)
    assert plotted(trends.figure(SUPERVISION), SUPERVISION)[-1] == (session.ledger.week, 50)
    window.lock("")
    now[0] = FRIDAY + timedelta(weeks=1)
    page = open_page(window)
    said = [label.text() for label in page.agreed.findChildren(Text)]
    assert "What happened?" in said
    assert {"Pause new allocations", "Protect an hour"} <= set(said)
    done = page.session.supervision.what_happened()[0]
    page.agreed.status_asked.emit(done, ActionStatus.DONE)
    assert [each.text for each in page.session.supervision.what_happened()] == ["Protect an hour"]
    assert page.session.actions.ended() == (done.put(ActionStatus.DONE, date(2026, 11, 27)),)


def test_that_support_knows_when_two_have_talked_about_what_was_on_the_agenda(
    prepared, go_together, ui_driver, qtbot
):
    window, page, _open = prepared

    def first_button() -> PlainButton:
        ui_driver.press(Qt.Key.Key_4, CTRL)
        settle()
        cards: list[OptionCard] = window.shell.current.findChildren(OptionCard)
        return next(card.agenda for card in cards if card.agenda is not None)

    first_button().click()
    assert first_button().text() == "On the agenda: undo"
    ui_driver.press(Qt.Key.Key_5, CTRL)
    view = go_together(window, page)
    ui_driver.press(Qt.Key.Key_E, CTRL)
    view.close_card.minutes.set_text("50")
    view.close_card.keep_button.setFocus()
    end(ui_driver, qtbot, window, view)
    ui_driver.has_focus_in(window.shell)
    assert first_button().text() == "Take to supervision"


def test_that_escape_covers_everything_and_one_key_brings_it_back(
    prepared, go_together, ui_driver, qtbot
):
    window, page, _open = prepared
    ui_driver.press(Qt.Key.Key_Space)
    view = go_together(window, page)
    view.agree.note.take_focus()
    ui_driver.type("Half an hour on Fridays")

    ui_driver.press(Qt.Key.Key_Escape)
    ui_driver.press(Qt.Key.Key_Escape)

    assert view.is_blank
    assert not view.view.isVisible()
    ui_driver.press(Qt.Key.Key_Space)
    assert view.view.isVisible()
    assert view.agree.note.text() == "Half an hour on Fridays"
    ui_driver.press(Qt.Key.Key_Escape)
    ui_driver.enter()
    assert view.close_card.note.text() == "Half an hour on Fridays"
    assert view.close_card.isVisible()
    view.close_card.minutes.take_focus()
    ui_driver.type("50")
    ui_driver.press(Qt.Key.Key_Escape)
    assert view.is_blank
    ui_driver.press(Qt.Key.Key_Space)
    assert view.close_card.minutes.text() == "50"


def test_that_escape_covers_an_open_list_too(prepared, go_together, ui_driver, qtbot):
    window, page, _open = prepared
    ui_driver.press(Qt.Key.Key_Space)
    view = go_together(window, page)
    view.agree.form.fields.by_when.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)

    assert view.is_blank
    assert QApplication.activePopupWidget() is None


def test_that_a_lock_leaves_a_neutral_screen_and_what_was_agreed_is_kept(
    prepared, go_together, ui_driver, qtbot
):
    window, page, open_page = prepared
    ui_driver.press(Qt.Key.Key_Space)
    view = go_together(window, page)
    agree(ui_driver, view, "Protect an hour")

    ui_driver.press(Qt.Key.Key_L, CTRL)

    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), PrivacyScreen))
    assert window.locked_page is None
    assert window.windowTitle() == TITLE
    ui_driver.has_focus_in(window)
    ui_driver.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(window.locked_page, UnlockPage))
    page = open_page(window)
    assert page.after.unfinished.isVisible()
    page.after.unfinished.yes_button.click()
    (kept,) = page.session.ledger.sessions
    assert [each.text for each in page.session.actions.all() if each.id in kept.actions] == [
        "Protect an hour"
    ]
    assert page.session.supervision.unfinished() is None


def test_that_what_cannot_be_kept_is_said_beside_its_field(prepared, go_together, ui_driver):
    window, page, _open = prepared
    ui_driver.press(Qt.Key.Key_Space)
    view = go_together(window, page)
    agree(ui_driver, view, "   ")
    assert view.agree.form.text.error.text() == "Say in a few words what you want to do."
    ui_driver.press(Qt.Key.Key_E, CTRL)
    form = view.close_card
    for typed in ("", "0", "601", "soon", "1e400"):
        form.minutes.set_text(typed)
        form.keep_button.click()
        assert form.minutes.error.text()
    assert not page.session.ledger.sessions


def test_that_the_screen_is_kept_out_of_captures_but_for_the_view(
    prepared, go_together, ui_driver, qtbot
):
    window, page, _open = prepared
    asked: list[int] = []
    window.capture = ScreenCapture(window, affinity=lambda _window, value: asked.append(value))
    page.session.preferences.update({"out_of_captures": True})
    ui_driver.press(Qt.Key.Key_Space)
    view = go_together(window, page)
    assert asked == [WDA_EXCLUDEFROMCAPTURE, WDA_NONE]
    ui_driver.press(Qt.Key.Key_E, CTRL)
    end(ui_driver, qtbot, window, view)
    window.lock("")
    assert asked[2:] == [WDA_EXCLUDEFROMCAPTURE, WDA_NONE]


def test_that_the_next_check_in_says_where_its_supervision_minutes_come_from(
    vault_with, open_window, ui_driver
):
    vault_with(2)
    shell = ui_driver.unlock(open_window())
    session = shell.session
    session.supervision.add(SupervisionSession(session.ledger.today, 45))
    form = ui_driver.start_check_in(shell).form
    form.show_question(SUPERVISION)
    field = form.questions.rows[SUPERVISION]
    assert field.text() == "45"
    assert field.hint.text().startswith("From your sessions this week.")


def test_that_who_has_their_manager_as_supervisor_is_reminded_and_sent_to_others(prepared, qtbot):
    window, page, _open = prepared
    shell = window.shell
    page.session.preferences.update({"supervisor_is_manager": True})
    button = next(each for each in page.findChildren(PlainButton) if each.text() == SOMEONE_ELSE)
    assert button.isVisible()
    button.click()
    assert shell.current.title == "Support"


def test_that_personal_things_are_asked_about_again(prepared, go_together, ui_driver, qtbot):
    window, page, open_page = prepared
    ui_driver.press(Qt.Key.Key_Space)
    personal = next(iter(page.choice.groups["How you are"].rows.values()))
    personal.tick.box.click()
    view = go_together(window, page)
    assert len(view.view.charts) == 2
    window.lock("")
    page = open_page(window)
    assert len(page.preview.charts) == 1
    again = next(
        each for each in page.findChildren(PlainButton) if each.text() == "Show these again"
    )
    assert again.isVisible()
    again.click()
    assert len(page.preview.charts) == 2


def test_that_two_people_may_talk_for_long_but_a_covered_view_locks_as_chosen(
    prepared, go_together, ui_driver
):
    timer = prepared[0].findChild(Idle).findChild(QTimer)
    ui_driver.press(Qt.Key.Key_Space)
    go_together(*prepared[:2])
    assert timer.interval() == IN_USE * 60_000
    ui_driver.press(Qt.Key.Key_Escape)
    assert timer.interval() == 5 * 60_000

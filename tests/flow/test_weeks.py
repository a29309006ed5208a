"""Weeks that are not this week: late ones, corrected ones, deleted ones, and weeks away."""

from datetime import date, timedelta

from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.week import Week
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.this_week.not_this_week import NotThisWeekDialog
from burnout_check.gui.this_week.other_week import OtherWeekDialog
from burnout_check.gui.this_week.this_week_page import ThisWeekPage
from tests.flow.conftest import FRIDAY, saved
from tests.flow.test_weekly_check_in import THIS_WEEK, TYPED, words_on


def dialog_of(window, kind, qtbot):
    qtbot.waitUntil(lambda: bool(window.findChildren(kind)))
    return window.findChildren(kind)[0]


def test_that_a_week_can_be_filled_in_late(open_window, vault_with, ui_driver, qtbot, locked_vault):
    vault_with(0)
    window = open_window()
    shell = ui_driver.unlock(window)
    late = Week(date(2026, 10, 26))  # the week after the clocks went back

    shell.navigator.fill_in(late)
    page = shell.current
    assert isinstance(page, CheckInPage)
    ui_driver.has_focus_in(page)
    ui_driver.answer_all(page, TYPED)
    ui_driver.save(page)

    assert page.title == "Check-in · week of 26 October"
    window.close()
    assert [kept.week for kept in saved(locked_vault)] == [late]


def test_that_a_saved_check_in_is_corrected_only_when_it_is_saved_again(
    open_window, vault_with, ui_driver, qtbot, locked_vault
):
    vault_with(0)
    window = open_window()
    shell = ui_driver.unlock(window)
    page = ui_driver.start_check_in(shell)
    ui_driver.answer_all(page, TYPED)
    ui_driver.save(page)
    page.open(THIS_WEEK)
    assert page.form is not None
    ui_driver.has_focus_in(page)

    changed = page.form.draft.answer("burnout_item", 2)
    shell.session.check_ins.update_draft(changed)

    assert shell.session.ledger.history.get(THIS_WEEK).answers["burnout_item"] == 4
    shell.session.check_ins.submit(changed)
    assert shell.session.ledger.history.get(THIS_WEEK).answers["burnout_item"] == 2


def test_that_not_this_week_asks_why_and_then_is_quiet(open_window, vault_with, ui_driver, qtbot):
    vault_with(3)
    window = open_window()
    shell = ui_driver.unlock(window)
    page = shell.current
    assert isinstance(page, ThisWeekPage)
    assert page.week_card is not None

    page.week_card.skip_asked.emit()
    dialog_of(window, NotThisWeekDialog, qtbot).buttons[Reason.LEAVE].click()

    assert shell.session.ledger.history.reason(THIS_WEEK).reason is Reason.LEAVE
    qtbot.waitUntil(lambda: "You are on leave this week" in words_on(page))
    assert "Nothing is counted as missed." in words_on(page)


def test_that_a_deleted_check_in_can_be_put_back(open_window, vault_with, ui_driver, qtbot):
    vault_with(3)
    window = open_window()
    shell = ui_driver.unlock(window)
    before = shell.session.ledger.history.check_ins
    page = shell.current
    assert isinstance(page, ThisWeekPage)
    assert page.week_card is not None
    page.week_card.other_week_asked.emit()
    dialog = dialog_of(window, OtherWeekDialog, qtbot)
    dialog.choose(before[-1].week)

    dialog.delete.click()
    assert shell.session.ledger.history.check_ins == before[:-1]
    dialog.choose(before[-1].week)
    dialog.delete.click()

    assert shell.session.ledger.history.check_ins == before
    dialog.reject()


def test_that_a_check_in_with_holes_is_saved_only_when_asked_twice(
    open_window, vault_with, ui_driver, qtbot
):
    vault_with(0)
    shell = ui_driver.unlock(open_window())
    page = ui_driver.start_check_in(shell)
    assert page.form is not None
    ui_driver.type("60")
    ui_driver.enter()

    for _section in range(5):
        page.form.go_on()

    assert "11 questions have no answer. Save again to leave them out." in words_on(page)
    assert shell.session.ledger.history.check_ins == ()
    ui_driver.save(page)
    kept = shell.session.ledger.history.check_ins[0]
    assert kept.facts == {"fact_caseload": 60.0}
    assert "burnout_item" in kept.skipped


def test_that_s_skips_a_number_and_a_question(open_window, vault_with, ui_driver):
    vault_with(0)
    shell = ui_driver.unlock(open_window())
    page = ui_driver.start_check_in(shell)

    ui_driver.answer_all(page, dict.fromkeys(TYPED, "s"))

    assert page.form is not None
    assert page.form.draft.skipped == frozenset(TYPED)
    assert page.form.section == "anything_else"


def test_that_a_new_week_asks_for_its_own_check_in(open_window, vault_with, ui_driver, monkeypatch):
    vault_with(0)
    shell = ui_driver.unlock(open_window())
    page = ui_driver.start_check_in(shell)
    ui_driver.answer_all(page, TYPED)
    ui_driver.save(page)
    shell.show_page("this_week")

    shell.session.ledger.clock = lambda: FRIDAY + timedelta(days=3)
    shell.show_page("check_in")

    assert page.title == "Check-in · week of 23 November"
    assert page.form is not None
    assert page.form.draft.facts["fact_caseload"] == 74.0
    assert "fact_caseload" in page.form.draft.carried

"""A whole weekly check-in, typed: from Unlock to the row, the plotted point and the support."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from burnout_check.charts.draw.drawing import plotted
from burnout_check.domain.week import Week
from burnout_check.errors import FolderError
from burnout_check.gui.kit.labels import Text
from burnout_check.gui.support.support_page import SupportPage
from burnout_check.gui.trends.trends_page import TrendsPage
from tests.flow.conftest import saved

THIS_WEEK = Week(date(2026, 11, 16))

TYPED = {
    "fact_caseload": "74",
    "fact_contact_hours": "24.5",
    "fact_overtime_hours": "6",
    "own_workload_manageable": "2",
    "hse_12": "5",
    "hse_16": "4",
    "fact_supervision_minutes": "20",
    "own_supervision_enough": "10",
    "hse_33": "2",
    "gad7_1": "1",
    "gad7_2": "1",
    "burnout_item": "4",
}
"""The twelve questions in the order they come up, and what is typed for each."""


def words_on(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_that_a_typed_check_in_is_kept_plotted_and_answered_with_support(
    open_window, vault_with, locked_vault, ui_driver, qtbot
):
    vault_with(60)
    window = open_window()
    shell = ui_driver.unlock(window)
    page = ui_driver.start_check_in(shell)

    asked = ui_driver.answer_all(page, TYPED)
    ui_driver.save(page)

    assert asked == list(TYPED)
    shell.show_page("trends")
    trends = shell.current
    assert isinstance(trends, TrendsPage)
    qtbot.waitUntil(lambda: trends.is_drawn)
    points = plotted(trends.figure("fact_caseload"), "fact_caseload")
    assert points[-1] == (THIS_WEEK, 74.0)
    assert "Burnout was 4 or more in 5 of your last 8 check-ins" in " ".join(words_on(page))
    shell.show_page("support")
    support = shell.current
    assert isinstance(support, SupportPage)
    said = " ".join(each.text() for each in support.findChildren(Text))
    assert "burnout was 4 or more in 5 of your last 8 check-ins" in said
    assert "For you" in said
    assert "For the work" in said
    window.close()
    kept = saved(locked_vault)[-1]
    assert kept.week == THIS_WEEK
    assert kept.answers == {
        "own_workload_manageable": 2,
        "hse_12": 5,
        "hse_16": 4,
        "own_supervision_enough": 10,
        "hse_33": 2,
        "gad7_1": 1,
        "gad7_2": 1,
        "burnout_item": 4,
    }
    assert kept.facts == {
        "fact_caseload": 74.0,
        "fact_contact_hours": 24.5,
        "fact_overtime_hours": 6.0,
        "fact_supervision_minutes": 20.0,
    }


def test_that_three_on_the_two_anxiety_questions_asks_the_other_five_at_once(
    open_window, vault_with, ui_driver
):
    vault_with(0)
    shell = ui_driver.unlock(open_window())
    page = ui_driver.start_check_in(shell)
    more = {f"gad7_{number}": "1" for number in range(3, 8)}

    asked = ui_driver.answer_all(page, {**TYPED, "gad7_1": "2", **more})
    ui_driver.save(page)

    after = asked.index("gad7_2") + 1
    assert asked[after : after + 5] == ["gad7_3", "gad7_4", "gad7_5", "gad7_6", "gad7_7"]
    assert len(asked) == 17
    # 2 + 1 and five times 1, added by hand
    assert shell.session.ledger.reading.series["gad7"].points[-1].value == 8


@pytest.mark.parametrize(("weeks_done", "is_asked"), [(0, False), (1, True)])
def test_that_the_longer_questions_start_with_the_second_check_in(
    open_window, vault_with, ui_driver, weeks_done, is_asked
):
    vault_with(weeks_done)
    shell = ui_driver.unlock(open_window())

    page = ui_driver.start_check_in(shell)

    assert page.form is not None
    asked = shell.session.check_ins.questions(page.form.draft)
    assert ("cbi_w7" in asked) is is_asked
    assert ("hse_35" in asked) is is_asked
    # 19 of the CBI, 6 on demands, 4 on support; the week before had asked all of GAD-7
    assert len(asked) == (12 + 19 + 6 + 4 if is_asked else 12)


def test_that_a_number_that_cannot_be_is_said_beside_its_field_and_kept(
    open_window, vault_with, ui_driver
):
    vault_with(0)
    shell = ui_driver.unlock(open_window())
    page = ui_driver.start_check_in(shell)
    assert page.form is not None
    assert page.form.questions is not None
    field = page.form.questions.rows["fact_caseload"]

    ui_driver.type("4000")
    ui_driver.enter()

    assert field.error.text() == "More than 1,000 people is too many to be right. Check the number."
    assert field.text() == "4000"
    page.form.go_on()
    assert page.form.section == "your_week"


def test_that_what_is_typed_survives_a_lock_in_the_middle(
    open_window, vault_with, ui_driver, qtbot
):
    vault_with(0)
    window = open_window()
    shell = ui_driver.unlock(window)
    ui_driver.start_check_in(shell)
    ui_driver.type("61")
    ui_driver.enter()
    ui_driver.type("20")
    ui_driver.enter()

    window.lock("Locked because you were away for 5 minutes.")

    again = ui_driver.unlock(window)
    draft = again.session.check_ins.drafts()[0]
    assert draft.facts == {"fact_caseload": 61.0, "fact_contact_hours": 20.0}


def test_that_a_full_disk_is_said_once_and_what_was_typed_stays(
    open_window, vault_with, ui_driver, monkeypatch
):
    vault_with(0)
    shell = ui_driver.unlock(open_window())
    page = ui_driver.start_check_in(shell)

    def full(_self, _draft):
        raise FolderError("The disk is full.")

    with monkeypatch.context() as disk:
        disk.setattr(type(shell.session.check_ins), "update_draft", full)
        ui_driver.type("61")

    assert "The disk is full. What you typed is still here." in words_on(page)
    ui_driver.enter()
    assert shell.session.check_ins.drafts()[0].facts == {"fact_caseload": 61.0}


def test_that_in_a_low_window_with_large_text_the_questions_have_the_room(
    open_window, vault_with, ui_driver, qtbot
):
    vault_with(0)
    window = open_window()
    window._screen_settings.change({"text_size": "200"})
    window.change_look()
    window.resize(1024, 640)
    page = ui_driver.start_check_in(ui_driver.unlock(window))
    assert page.form is not None
    form = page.form

    # Half of what is left below the header, so that a question and its answers fit.
    qtbot.waitUntil(lambda: form._scroll.height() > form.height() // 2)
    assert not form._steps.isVisible()

    window._screen_settings.change({"text_size": "100"})
    window.change_look()
    qtbot.waitUntil(form._steps.isVisible)


def test_that_a_plausible_slip_is_asked_back_and_enter_again_keeps_it(
    open_window, vault_with, ui_driver
):
    vault_with(0)
    shell = ui_driver.unlock(open_window())
    page = ui_driver.start_check_in(shell)
    row = page.form.questions.rows["fact_caseload"]

    ui_driver.type("600")
    ui_driver.enter()

    assert ui_driver.focus() is row.line
    assert (
        row.hint.text() == "Is 600 right? It is a lot for one week. Press Enter again to keep it."
    )

    ui_driver.enter()

    assert ui_driver.focus() is not row.line
    assert shell.session.check_ins.drafts()[0].facts == {"fact_caseload": 600.0}

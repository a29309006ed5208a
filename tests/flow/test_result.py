"""What somebody reads when they have saved a check-in: met first, numbers last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from burnout_check.gui.kit.tile import TileCard
from burnout_check.gui.options.hard_event_dialog import HardEventDialog
from burnout_check.gui.options.option_card import OptionCard
from burnout_check.gui.options.somebody_now import SomebodyNow
from burnout_check.gui.prompts.prompt_list import PromptList
from burnout_check.gui.window.help_now import HelpNow

ORDINARY = {
    "fact_caseload": "60",
    "fact_contact_hours": "20",
    "fact_overtime_hours": "0",
    "own_workload_manageable": "7",
    "hse_12": "2",
    "hse_16": "2",
    "fact_supervision_minutes": "60",
    "own_supervision_enough": "8",
    "hse_33": "4",
    "gad7_1": "0",
    "gad7_2": "0",
    "burnout_item": "2",
}


@pytest.fixture
def checked_in(open_window, vault_with, ui_driver):
    """Save a first check-in of these answers, typed; give the page of its Result."""

    def save(**answers):
        vault_with(0)
        shell = ui_driver.unlock(open_window())
        page = ui_driver.start_check_in(shell)
        ui_driver.answer_all(page, {**ORDINARY, **answers})
        ui_driver.save(page)
        return page

    return save


def place(page, kind):
    """How far from the top the first of these stands, in pixels; None if there is none."""
    found = [each for each in page.findChildren(kind) if each.isVisibleTo(page)]
    return min((each.mapTo(page, each.rect().topLeft()).y() for each in found), default=None)


def words(widget):
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def test_that_the_heaviest_answer_is_met_with_somebody_to_call_before_any_number(
    checked_in, ui_driver, qtbot
):
    page = checked_in(burnout_item="5")

    order = [place(page, kind) for kind in (SomebodyNow, PromptList, OptionCard, TileCard)]
    assert None not in order
    assert order == sorted(order)
    said = words(page)
    assert "You chose the heaviest answer" in said
    assert "Samaritans: call 116 123." in said
    assert "We do not ask about thoughts of ending your life" in said
    first = ui_driver.focus()
    assert isinstance(first, QPushButton)
    assert first.text() == "See who to call"

    ui_driver.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.window().findChild(HelpNow) is not None)


def test_that_an_ordinary_week_fits_one_screen_and_calls_nobody(checked_in, ui_driver):
    page = checked_in()

    assert place(page, SomebodyNow) is None
    assert ui_driver.focus() is page.result.trends
    bar = page.result.page_scroll.verticalScrollBar()
    assert bar.maximum() == 0


def test_that_a_hard_event_is_answered_in_its_own_words(open_window, vault_with, ui_driver, qtbot):
    vault_with(0)
    shell = ui_driver.unlock(open_window())
    page = ui_driver.start_check_in(shell)
    ui_driver.answer_all(page, ORDINARY)
    page.form.anything_else.boxes["bullying"].box.click()
    ui_driver.save(page)

    qtbot.waitUntil(lambda: page.findChild(HardEventDialog) is not None)
    dialog = page.findChild(HardEventDialog)
    assert "It is not your fault. Talk to somebody outside it first" in words(dialog)
    cards = [card.option.id for card in dialog.findChildren(OptionCard)]
    assert cards[0] == "union-rep"
    assert "tell-supervisor" not in cards
    dialog.reject()
    assert "You were bullied" in words(page)


def test_that_more_questions_say_why_they_are_there(open_window, vault_with, ui_driver, qtbot):
    vault_with(0)
    shell = ui_driver.unlock(open_window())
    page = ui_driver.start_check_in(shell)
    rest = {f"gad7_{number}": "0" for number in range(3, 8)}
    ui_driver.answer_all(page, {**ORDINARY, "gad7_1": "2", "gad7_2": "1", **rest})
    page.form._go_to("anxiety")

    said = "5 more, as the first two add up to 3 or more"
    qtbot.waitUntil(lambda: said in words(page))

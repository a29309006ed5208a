"""My actions on This week: added, ticked, moved, dropped, found again, and no word of blame."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.gui.actions.action_dialog import NO_WORDS, ActionDialog
from burnout_check.gui.actions.action_list import NOTHING
from burnout_check.gui.actions.ended_actions import EndedActions
from burnout_check.gui.this_week.this_week_page import ThisWeekPage
from burnout_check.session.changed import Changed
from tests.gui.people import context, named, opened, person, press, seen

FRIDAY = date(2026, 11, 20)  # the day of `person`


@pytest.fixture
def page(qtbot, qapp, tmp_path):
    session = person(tmp_path)
    page = ThisWeekPage(context(session))
    qtbot.addWidget(page)
    page.resize(1040, 900)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    session.close()


def add(page, *actions):
    return [page.session.actions.add_made(action) for action in actions]


def undo(qtbot, page):
    """Enter, where the keyboard is by itself once the dialog is closed."""
    page.activateWindow()
    qtbot.waitUntil(page.my_actions.undo.hasFocus)
    qtbot.keyClick(page.my_actions.undo, Qt.Key.Key_Return)


def only(page):
    (action,) = page.session.actions.all()
    return action


def test_that_a_line_and_enter_make_an_action(qtbot, page):
    card = page.my_actions
    assert NOTHING in seen(card)
    card.new.what.take_focus()
    qtbot.keyClicks(card.new.what.line, "Ask for a review")
    qtbot.keyClick(card.new.what.line, Qt.Key.Key_Return)

    assert only(page) == Action("Ask for a review", "Me", FRIDAY, id=1)
    assert "Ask for a review" in seen(card)
    assert card.new.text == ""
    assert card.new.what.line.hasFocus()


def test_that_who_and_by_when_are_asked_once_there_are_words_and_need_no_mouse(qtbot, page):
    new = page.my_actions.new
    assert not new.details.isVisible()
    new.what.take_focus()
    qtbot.keyClicks(new.what.line, "Pause allocations")
    assert new.details.isVisible()

    new.who.setFocus()
    for _role in ("My supervisor", "My manager"):
        qtbot.keyClick(new.who, Qt.Key.Key_Down)
    new.by_when.setFocus()
    qtbot.keyClicks(new.by_when, "Fri 27")
    press(qtbot, new.what.line)

    action = only(page)
    assert (action.who, action.due) == ("My manager", date(2026, 11, 27))
    assert "My manager · due Fri 27 Nov" in seen(page.my_actions)


def test_that_what_is_due_comes_first_and_what_was_due_is_not_called_late(page):
    add(
        page,
        Action("no day", "Me", FRIDAY),
        Action("next week", "Me", FRIDAY, date(2026, 11, 25)),
        Action("before", "My team", FRIDAY, date(2026, 11, 18)),
    )
    said = seen(page.my_actions)

    assert said.index("before") < said.index("next week") < said.index("no day")
    assert "My team · was for Wed 18 Nov" in said
    for word in ("late", "overdue", "missed", "failed"):
        assert word not in said.lower()


def test_that_a_tick_is_done_and_the_tick_itself_is_the_way_back(qtbot, page):
    (action,) = add(page, Action("Take a break", "Me", FRIDAY))
    press(qtbot, page.my_actions.ticks[action.id].box, Qt.Key.Key_Space)

    done = only(page)
    assert (done.status, done.ended) == (ActionStatus.DONE, FRIDAY)
    assert "Me · done Fri 20 Nov" in seen(page.my_actions)
    qtbot.waitUntil(page.my_actions.ticks[action.id].box.hasFocus)

    qtbot.keyClick(page.my_actions.ticks[action.id].box, Qt.Key.Key_Space)
    assert only(page) == action


def test_that_one_is_moved_in_its_form_and_the_move_undone(qtbot, page):
    (action,) = add(page, Action("Plan leave", "Me", FRIDAY, FRIDAY))
    press(qtbot, page.my_actions.changes[action.id])
    form = opened(qtbot, page, ActionDialog)
    qtbot.waitUntil(form.fields.what.line.hasFocus)
    form.fields.by_when.set_value(date(2026, 11, 27))
    qtbot.keyClick(form.fields.what.line, Qt.Key.Key_Return)

    assert only(page).due == date(2026, 11, 27)
    assert "Moved: Plan leave" in seen(page.my_actions)

    undo(qtbot, page)
    assert only(page) == action


def test_that_one_is_dropped_with_no_question_and_the_drop_undone(qtbot, page):
    (action,) = add(page, Action("Plan leave", "Me", FRIDAY))
    press(qtbot, page.my_actions.changes[action.id])
    press(qtbot, opened(qtbot, page, ActionDialog).drop)

    assert only(page).status is ActionStatus.DROPPED
    assert "Dropped: Plan leave" in seen(page.my_actions)
    undo(qtbot, page)
    assert only(page) == action


def test_that_a_form_without_words_says_so_and_keeps_the_action(qtbot, page):
    (action,) = add(page, Action("Plan leave", "Me", FRIDAY))
    press(qtbot, page.my_actions.changes[action.id])
    form = opened(qtbot, page, ActionDialog)
    form.fields.set_text(" ")
    press(qtbot, form.save)

    assert NO_WORDS in seen(form)
    assert only(page) == action
    form.reject()


def test_that_what_ended_is_found_opened_again_deleted_and_brought_back(qtbot, page):
    done = Action("done", "Me", FRIDAY).put(ActionStatus.DONE, date(2026, 10, 2))
    dropped = Action("dropped", "Me", FRIDAY).put(ActionStatus.DROPPED, date(2026, 11, 2))
    add(page, done, dropped)
    assert "done Fri 2 Oct" not in seen(page.my_actions)
    press(qtbot, page.my_actions.ended)
    dialog = opened(qtbot, page, EndedActions)
    assert seen(dialog).index("dropped Mon 2 Nov") < seen(dialog).index("done Fri 2 Oct")

    named(dialog, "Delete: dropped").click()
    assert [each.text for each in page.session.actions.all()] == ["done"]
    named(dialog, "Undo").click()
    assert [each.text for each in page.session.actions.ended()] == ["dropped", "done"]

    named(dialog, "Open again: done").click()
    assert [each.text for each in page.session.actions.open()] == ["done"]
    assert "done" in seen(page.my_actions)
    dialog.reject()


def test_that_what_is_being_typed_stays_when_an_action_changes(qtbot, page):
    (action,) = add(page, Action("Plan leave", "Me", FRIDAY))
    page.my_actions.new.set_text("half a thou")
    page.my_actions.ticks[action.id].box.click()

    assert page.my_actions.new.text == "half a thou"


def test_that_what_is_being_typed_stays_when_the_whole_page_is_drawn_anew(page):
    page.my_actions.new.set_text("half a thou")
    page.my_actions.new.by_when.set_value(date(2026, 11, 27))
    before = page.my_actions
    page.context.news.announce(Changed.CHECK_INS)

    new = page.my_actions.new
    assert page.my_actions is not before
    assert (new.text, new.due) == ("half a thou", date(2026, 11, 27))


def test_that_more_than_five_are_folded_and_unfolded(qtbot, page):
    add(page, *(Action(f"number {each}", "Me", FRIDAY) for each in range(7)))
    assert "number 6" not in seen(page.my_actions)

    named(page.my_actions, "Show 2 more").click()

    qtbot.waitUntil(lambda: "number 6" in seen(page.my_actions))

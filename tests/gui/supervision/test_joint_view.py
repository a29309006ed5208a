"""The view of supervision by itself: its timer, and what is said when a disk fails."""

from dataclasses import replace
from typing import NoReturn

import pytest

from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import Action
from burnout_check.domain.week import Week
from burnout_check.errors import FolderError
from burnout_check.gui.actions.action_dialog import ActionDialog
from burnout_check.gui.supervision.joint_view import Calls, JointView
from tests.gui.people import FRIDAY, named, opened


@pytest.fixture
def shown_view(qtbot):
    """The view of nothing but a line to talk about, with its clock and what it keeps."""
    clock = [1000.0]
    kept: list[SupervisionSession] = []
    week = Week.of(FRIDAY.date())
    shown = SharedView(FRIDAY.date(), week, week, agenda=("What felt heaviest",))

    def never(*_typed: object) -> NoReturn:
        raise AssertionError("nothing else is asked for")

    calls = Calls(
        add_action=never,
        update_action=never,
        remove_action=never,
        so_far=kept.append,
        keep=never,
        leave=never,
    )
    view = JointView(shown, calls, seconds=lambda: clock[0])
    qtbot.addWidget(view)
    yield view, clock, kept
    view.rest()


def test_that_the_timer_counts_up_and_what_was_agreed_so_far_is_kept(shown_view):
    view, clock, kept = shown_view
    clock[0] += 59
    view.count()
    assert view.walk.timer.text() == "0 minutes"
    clock[0] += 60 * 24 + 1
    view.count()
    assert view.walk.timer.text() == "25 minutes"
    view.agree.note.line.setText("Fewer meetings")
    view.agree.note.line.textEdited.emit("Fewer meetings")
    assert [(each.minutes, each.note) for each in kept] == [(25, ""), (25, "Fewer meetings")]


def test_that_a_disk_that_fails_is_said_where_it_was_typed_and_nothing_typed_is_lost(
    qtbot, shown_view
):
    view, _clock, _kept = shown_view
    full = FolderError("The disk is full.")

    def fails(*_typed: object) -> NoReturn:
        raise full

    view._calls = Calls(
        add_action=fails,
        update_action=fails,
        remove_action=fails,
        so_far=fails,
        keep=fails,
        leave=fails,
    )
    view.agree.form.text.line.setText("Protect an hour")
    view.agree.form.fields.who.set_value("My manager")
    view.agree.form.text.accepted.emit()
    assert view.agree.form.text.error.text() == "The disk is full."
    assert view.agree.form.text.text() == "Protect an hour"
    view.bar.end.click()
    view.close_card.minutes.set_text("50")
    view.close_card.keep_button.click()
    assert view.close_card.problem.message == "The disk is full."
    assert view.close_card.minutes.text() == "50"


def test_that_the_minutes_to_keep_are_those_agreed_never_how_long_the_view_was_open(
    qtbot, shown_view
):
    view, clock, _kept = shown_view
    clock[0] += 60 * 31
    view.bar.end.click()
    assert view.close_card.minutes.text() == ""

    view._agreed = 60.0
    view.bar.end.click()
    assert view.close_card.minutes.text() == "60"


def test_that_an_action_belongs_to_nobody_until_somebody_is_chosen(qtbot, shown_view):
    view, _clock, _kept = shown_view
    noted: list[Action] = []

    def add(text, who, due):
        noted.append(Action(text, who, FRIDAY.date(), due, id=len(noted) + 1))
        return noted[-1]

    view._calls = replace(view._calls, add_action=add)
    form = view.agree.form
    form.text.line.setText("Fewer blocks")
    form.text.accepted.emit()
    assert noted == []
    assert form.text.error.text() == "Choose who does this."

    form.fields.who.set_value("My manager")
    form.text.accepted.emit()
    assert [(each.text, each.who) for each in noted] == [("Fewer blocks", "My manager")]
    assert form.fields.role == ""


def test_that_what_was_agreed_can_be_changed_and_dropped_in_the_view(qtbot, shown_view):
    view, _clock, kept = shown_view
    action = Action("Fewer blocks", "My manager", FRIDAY.date(), id=7)
    removed: list[Action] = []
    view._calls = replace(
        view._calls,
        add_action=lambda *_typed: action,
        update_action=lambda changed: changed,
        remove_action=removed.append,
    )
    view._on_added("Fewer blocks", "My manager", None)

    named(view, "Change: Fewer blocks").click()
    dialog = opened(qtbot, view, ActionDialog)
    dialog.fields.set_text("Shorter blocks")
    dialog.save.click()
    assert kept[-1].actions == (7,)
    qtbot.waitUntil(lambda: view.findChild(ActionDialog) is None)

    named(view, "Change: Shorter blocks").click()
    opened(qtbot, view, ActionDialog).drop.click()
    assert [each.id for each in removed] == [7]
    assert kept[-1].actions == ()

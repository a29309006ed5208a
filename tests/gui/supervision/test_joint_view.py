"""The view of supervision by itself: its timer, and what is said when a disk fails."""

from typing import NoReturn

import pytest

from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.week import Week
from burnout_check.errors import FolderError
from burnout_check.gui.supervision.joint_view import Calls, JointView
from tests.gui.people import FRIDAY


@pytest.fixture
def shown_view(qtbot):
    """The view of nothing but a line to talk about, with its clock and what it keeps."""
    clock = [1000.0]
    kept: list[SupervisionSession] = []
    week = Week.of(FRIDAY.date())
    shown = SharedView(FRIDAY.date(), week, week, agenda=("What felt heaviest",))

    def never(*_typed: object) -> NoReturn:
        raise AssertionError("nothing else is asked for")

    calls = Calls(add_action=never, so_far=kept.append, keep=never, leave=never)
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

    view._calls = Calls(add_action=fails, so_far=fails, keep=fails, leave=fails)
    view.agree.form.text.line.setText("Protect an hour")
    view.agree.form.text.accepted.emit()
    assert view.agree.form.text.error.text() == "The disk is full."
    assert view.agree.form.text.text() == "Protect an hour"
    view.bar.end.click()
    view.close_card.minutes.set_text("50")
    view.close_card.keep_button.click()
    assert view.close_card.problem.message == "The disk is full."
    assert view.close_card.minutes.text() == "50"

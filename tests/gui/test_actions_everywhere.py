"""An action that has ended has its day, whichever page it is ticked on, and undo brings it back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.gui.actions.action_dialog import ActionDialog
from burnout_check.gui.actions.ended_actions import EndedActions
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.options.option_card import OptionCard
from burnout_check.gui.window.pages import PAGES, SUPERVISION, SUPPORT, THIS_WEEK
from burnout_check.gui.window.shell import Shell
from tests.gui.everywhere import all_pages, at, buttons
from tests.gui.people import named, person

FRIDAY = date(2026, 11, 20)  # the day of `person`
ASK = "Ask for a review"
OPEN, DONE, DROPPED = ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.DROPPED

BUTTONS = {
    OPEN: {
        THIS_WEEK: {ASK, f"Change: {ASK}"},
        SUPERVISION: {f"Done: {ASK}", f"Dropped: {ASK}", f"Add: What happened: {ASK}"},
    },
    DONE: {THIS_WEEK: {ASK}, SUPERVISION: {f"Undo: {ASK}"}},
    DROPPED: {SUPERVISION: {f"Undo: {ASK}"}},
}
"""Every button about the action, by how it stands; those that say what became of it are below."""


@pytest.fixture
def shell(qtbot, qapp, light, tmp_path) -> Iterator[Shell]:
    """All pages, and one action that was agreed in supervision."""
    session = person(tmp_path / "vault", burnout=(3, 4, 3))
    action = session.actions.add_made(
        Action(ASK, "My manager", date(2026, 11, 13), date(2026, 11, 27), origin="review")
    )
    session.supervision.add(SupervisionSession(FRIDAY, 50, actions=(action.id,)))
    shell = all_pages(qtbot, qapp, session, tmp_path)
    yield shell
    shell.rest()
    session.close()


def the_action(shell: Shell) -> Action:
    """The one there is, as a fresh start would find it."""
    (action,) = shell.session.actions.all()
    return action


def click(within: QWidget, name: str) -> None:
    button = named(within, name)
    assert button.isVisible(), name
    button.click()


def tick(shell: Shell) -> None:
    click(at(shell, THIS_WEEK), ASK)


def drop_in_the_form(shell: Shell) -> None:
    click(at(shell, THIS_WEEK), f"Change: {ASK}")
    click(over(shell, ActionDialog), "Drop it")


def undo_on_this_week(shell: Shell) -> None:
    click(at(shell, THIS_WEEK), "Undo")


def open_again(shell: Shell) -> None:
    click(at(shell, THIS_WEEK), "Done and dropped")
    dialog = over(shell, EndedActions)
    click(dialog, f"Open again: {ASK}")
    dialog.reject()


def on_supervision(word: str):
    return lambda shell: click(at(shell, SUPERVISION), f"{word}: {ASK}")


def over(shell: Shell, kind: type[Sheet]) -> Sheet:
    """The dialog that is open."""
    (dialog,) = (each for each in shell.findChildren(kind) if each.isVisible())
    return dialog


WAYS_TO_END = {
    "the tick on This week": (tick, DONE),
    "Drop it, in its form": (drop_in_the_form, DROPPED),
    "Done, on Supervision": (on_supervision("Done"), DONE),
    "Dropped, on Supervision": (on_supervision("Dropped"), DROPPED),
}
WAYS_BACK = {
    "the tick on This week": (tick, {"the tick on This week", "Done, on Supervision"}),
    "Undo, on This week": (undo_on_this_week, {"Drop it, in its form"}),
    "Undo, on Supervision": (on_supervision("Undo"), set(WAYS_TO_END)),
    "Open again, in what ended": (open_again, set(WAYS_TO_END)),
}
"""Each with the ways to end that it is offered after."""


@pytest.mark.parametrize("way", WAYS_TO_END)
def test_that_what_ended_anywhere_has_its_day_and_comes_back_as_it_was(shell, way):
    before = the_action(shell)
    end, status = WAYS_TO_END[way]
    for back, (undo, ways) in WAYS_BACK.items():
        if way in ways:
            end(shell)
            assert the_action(shell) == replace(before, status=status, ended=FRIDAY)
            undo(shell)
            assert the_action(shell) == before, back


@pytest.mark.parametrize("status", ActionStatus)
def test_that_no_page_has_a_button_about_an_action_that_is_not_tried_here(shell, status):
    shell.session.actions.put(the_action(shell), status)
    found = {page.id: buttons(shell, page.id, lambda name: ASK in name) for page in PAGES}

    assert {page: names for page, names in found.items() if names} == BUTTONS[status]


def test_that_undo_is_not_offered_for_more_than_it_says(shell):
    drop_in_the_form(shell)
    on_supervision("Undo")(shell)
    on_supervision("Done")(shell)

    assert "Undo" not in buttons(shell, THIS_WEEK, lambda name: name == "Undo")
    assert the_action(shell).status is DONE


def test_that_what_is_made_of_a_suggestion_and_done_elsewhere_has_its_day(shell):
    card = at(shell, SUPPORT).findChildren(OptionCard)[0]
    card.action.click()
    made = shell.session.actions.made_of(card.option.id)
    assert made == Action(card.option.name, "Me", FRIDAY, id=made.id, origin=card.option.id)
    click(at(shell, THIS_WEEK), card.option.name)

    assert made not in shell.session.actions.all()
    assert replace(made, status=DONE, ended=FRIDAY) in shell.session.actions.all()
    at(shell, SUPPORT)
    assert card.action.text() == "Add to my actions"

"""What is on the agenda is known to every page, wherever a line is put on it or taken off."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from burnout_check.domain.supervision.agenda import Source
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.options.hard_event_dialog import HardEventDialog
from burnout_check.gui.options.option_card import OptionCard
from burnout_check.gui.supervision.past_session_sheet import PastSessionSheet
from burnout_check.gui.window.pages import CHECK_IN, PAGES, SUPERVISION, SUPPORT, THIS_WEEK
from burnout_check.gui.window.shell import Shell
from burnout_check.session.changed import Changed
from tests.gui.everywhere import all_pages, at
from tests.gui.people import named, person

TAKE, UNDO = "Take to supervision", "On the agenda: undo"


@pytest.fixture
def shell(qtbot, qapp, light, tmp_path) -> Iterator[Shell]:
    """All pages; more clients than planned, so that things to ask for at work are suggested."""
    session = person(tmp_path / "vault", facts={"fact_caseload": (9, 9)}, caseload_plan=2)
    action = session.actions.add("Pause new allocations", who="My supervisor")
    session.supervision.add(SupervisionSession(session.ledger.today, 50, actions=(action.id,)))
    shell = all_pages(qtbot, qapp, session, tmp_path)
    yield shell
    shell.rest()
    session.close()


def cards(within: QWidget) -> dict[str, PlainButton]:
    """The buttons that take something to supervision, by the id of the option."""
    found = (card for card in within.findChildren(OptionCard) if card.isVisible())
    return {card.option.id: card.agenda for card in found if card.agenda is not None}


def look_at_every_page(shell: Shell) -> dict[str, str]:
    """Look at each page that is built, then say what the cards offer, by option.

    Every page must be true to the agenda that is kept.
    """
    kept = shell.session.agenda.lines()
    taken = {line.about for line in kept if line.source is Source.OPTION}
    said: dict[str, str] = {}
    for item in PAGES:
        for option, button in cards(at(shell, item.id)).items():
            right = UNDO if option in taken else TAKE
            assert button.text() == right, (item.id, option)
            said[option] = right
    rows = at(shell, SUPERVISION).agenda.rows
    assert [row.item for row in rows] == list(kept)
    return said


def take(shell: Shell, page: str) -> str:
    """Take the first option a page offers to supervision, or off the agenda again; say which."""
    option, button = next(iter(cards(at(shell, page)).items()))
    button.click()
    return option


def texts(shell: Shell) -> list[str]:
    return [line.text for line in shell.session.agenda.lines()]


@pytest.mark.parametrize("page", [SUPPORT, CHECK_IN])
def test_that_what_is_taken_from_a_page_and_back_is_known(shell, page):
    option = take(shell, page)
    assert look_at_every_page(shell)[option] == UNDO
    assert take(shell, page) == option
    assert look_at_every_page(shell)[option] == TAKE
    assert texts(shell) == []


def test_that_what_is_taken_from_the_dialog_after_something_hard_is_known(shell):
    at(shell, THIS_WEEK).hard_event.click()
    (dialog,) = shell.findChildren(HardEventDialog)
    button = next(iter(cards(dialog).values()))
    button.click()
    look_at_every_page(shell)
    assert button.text() == UNDO
    named(at(shell, SUPERVISION), f"Remove: {texts(shell)[0]}").click()
    assert button.text() == TAKE
    dialog.reject()


def test_that_what_is_taken_off_on_the_supervision_page_is_known(shell):
    option = take(shell, SUPPORT)
    look_at_every_page(shell)
    named(at(shell, SUPERVISION), f"Remove: {texts(shell)[0]}").click()

    assert look_at_every_page(shell)[option] == TAKE
    assert texts(shell) == []


def test_that_what_is_typed_accepted_and_moved_there_is_known(shell):
    heard: list[list[str]] = []

    def hear(what: Changed) -> None:
        if what & Changed.AGENDA:
            heard.append(texts(shell))

    shell.session.ledger.listen(hear)
    option = take(shell, SUPPORT)
    (taken,) = texts(shell)
    agenda = at(shell, SUPERVISION).agenda
    agenda.new.set_text("My caseload")
    named(agenda, "Add this line").click()
    look_at_every_page(shell)
    named(agenda, "Add: What happened: Pause new allocations").click()
    look_at_every_page(shell)
    named(agenda, "Move up: My caseload").click()

    last = ["My caseload", taken, "What happened: Pause new allocations"]
    assert heard == [
        [taken],
        [taken, "My caseload"],
        [taken, "My caseload", "What happened: Pause new allocations"],
        last,
    ]
    assert texts(shell) == last
    assert look_at_every_page(shell)[option] == UNDO


def test_that_the_agenda_a_kept_session_was_about_is_known_to_be_empty(shell):
    option = take(shell, SUPPORT)
    look_at_every_page(shell)
    shell.session.supervision.update_unfinished(SupervisionSession(shell.session.ledger.today, 50))
    at(shell, SUPERVISION).after.unfinished.yes_button.click()

    assert texts(shell) == []
    assert look_at_every_page(shell)[option] == TAKE


def test_that_the_agenda_a_session_added_later_was_about_is_known_to_be_empty(shell):
    option = take(shell, SUPPORT)
    look_at_every_page(shell)
    at(shell, SUPERVISION).past.view.add_asked.emit()
    (sheet,) = shell.findChildren(PastSessionSheet)
    sheet.save_asked.emit(SupervisionSession(shell.session.ledger.today, 45))

    assert texts(shell) == []
    assert look_at_every_page(shell)[option] == TAKE

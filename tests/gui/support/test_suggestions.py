"""Support: why something is suggested, what is offered, and what becomes of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from burnout_check.domain.support.option import Aim
from burnout_check.gui.options.option_card import OptionCard
from burnout_check.gui.support.suggestions import NOTHING, NOTHING_YET, lowered
from burnout_check.gui.support.support_page import SupportPage
from burnout_check.session.changed import Changed
from tests.gui.people import hears, person, press, words


def test_that_the_page_is_calm_when_nothing_stands_out(show, tmp_path):
    page = show(person(tmp_path, burnout=(1, 1, 1)))

    assert NOTHING in words(page)
    assert "Suggested" not in words(page)


def test_that_the_page_says_what_it_needs_before_the_first_check_in(show, tmp_path):
    assert NOTHING_YET in words(show(person(tmp_path)))


def test_that_the_reason_names_what_stands_out(show, tmp_path):
    session = person(tmp_path, burnout=(3, 4, 3))
    page = show(session)
    title = session.ledger.prompts()[0].title

    assert f"Suggested now, because {lowered(title)}" in words(page)


def test_that_at_most_three_are_suggested_one_for_the_person_one_for_the_work(show, tmp_path):
    page = show(person(tmp_path, burnout=(3, 4, 3)))
    suggested = [card.option.aim for card in page._suggestions.cards]

    assert 2 <= len(suggested) <= 3
    assert suggested[:2] == [Aim.PERSON, Aim.WORK]


def test_that_more_options_come_three_at_a_time_until_there_are_no_more(qtbot, show, tmp_path):
    session = person(tmp_path, burnout=(3, 4, 3))
    page = show(session)
    fitting = session.support.suggested(session.ledger.prompts(), more=True)
    shown = page._suggestions
    assert [card.option for card in shown.cards] == list(fitting[:3])

    press(qtbot, shown.more)
    assert len(shown.cards) == 6
    assert shown.cards[3].how.hasFocus()
    while shown.more.isVisible():
        press(qtbot, shown.more)

    assert [card.option for card in shown.cards] == list(fitting)


def test_that_what_is_for_a_supervisor_is_taken_to_supervision_and_off_again(qtbot, show, tmp_path):
    session = person(tmp_path, burnout=(3, 4, 3), facts={"fact_supervision_minutes": (0, 0, 0)})
    page = show(session)
    card, button = offers(page)[0]

    press(qtbot, button)
    lines = [line.text for line in session.agenda.lines()]
    assert lines == [card.option.message or card.option.name]
    assert button.text() == "On the agenda: undo"

    press(qtbot, button)
    assert session.agenda.lines() == ()
    assert button.text() == "Take to supervision"


def offers(page: SupportPage) -> list[tuple[OptionCard, QAbstractButton]]:
    """The cards that offer to be taken to supervision, each with its button."""
    assert page._suggestions is not None
    while page._suggestions.more.isVisible():
        page._suggestions.more.click()
    return [
        (card, button)
        for card in page._suggestions.cards
        for button in card.findChildren(QAbstractButton)
        if button.text() == "Take to supervision"
    ]


def test_that_a_heavy_answer_puts_the_crisis_lines_in_sight(show, tmp_path):
    assert "If you do not feel safe, call 999." in words(show(person(tmp_path, burnout=(2, 5))))


def test_that_options_can_be_asked_for_one_prompt_and_for_all_again(qtbot, show, tmp_path):
    session = person(tmp_path, burnout=(5,), facts={"fact_caseload": (9, 9)}, caseload_plan=2)
    page = show(session)
    first, second = session.ledger.prompts()

    page.show_for(second)
    qtbot.waitUntil(lambda: f"because {lowered(second.title)}" in words(page))
    assert lowered(first.title) not in words(page)

    press(qtbot, page._suggestions._way_back)
    qtbot.waitUntil(lambda: f"because {lowered(first.title)}" in words(page))
    assert lowered(second.title) in words(page)
    assert page.first_focus().hasFocus()


def test_that_a_saved_check_in_brings_back_everything_that_stands_out(qtbot, show, tmp_path):
    session = person(tmp_path, burnout=(5,), facts={"fact_caseload": (9, 9)}, caseload_plan=2)
    page = show(session)
    page.show_for(session.ledger.prompts()[1])

    page.context.news.announce(Changed.CHECK_INS | Changed.FINISHED)

    qtbot.waitUntil(lambda: f"because {lowered(session.ledger.prompts()[0].title)}" in words(page))


def test_that_a_suggestion_becomes_an_action_and_can_be_taken_back(qtbot, show, tmp_path):
    session = person(tmp_path, burnout=(3, 4, 3))
    page = show(session)
    card = page._suggestions.cards[0]

    with hears(qtbot, page.context.news, Changed.ACTIONS):
        press(qtbot, card.action)
    assert [action.text for action in session.actions.all()] == [card.option.name]
    assert card.is_added
    assert card.action.hasFocus()

    qtbot.keyClick(card.action, Qt.Key.Key_Return)
    assert session.actions.all() == ()
    assert not card.is_added


def test_that_abbreviations_keep_their_capitals_inside_a_sentence():
    assert lowered("GAD-7 was 8") == "GAD-7 was 8"
    assert lowered("Burnout was 3") == "burnout was 3"

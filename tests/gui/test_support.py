"""Support: why something is suggested, numbers that are copied as they are shown, actions."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from burnout_check.domain.support import Aim, Nation, Shelf
from burnout_check.domain.week import LONDON
from burnout_check.gui.clipboard import Clipboard
from burnout_check.gui.dialogs.how_to import HowTo
from burnout_check.gui.pages.support import SupportPage
from burnout_check.gui.signals import Signals
from burnout_check.gui.widgets.buttons import QuietButton
from burnout_check.gui.widgets.copy_button import CopyButton, NumberButton
from burnout_check.gui.widgets.option_card import OptionCard
from burnout_check.gui.widgets.option_row import OptionRow
from burnout_check.gui.widgets.suggestions import NOTHING, NOTHING_YET, lowered
from burnout_check.session import Session
from tests.gui.people import opened, person, press, words


@pytest.fixture
def clipboard(qapp: QApplication) -> Clipboard:
    return Clipboard(qapp.clipboard())


@pytest.fixture
def show(qtbot: QtBot, clipboard: Clipboard) -> Iterator["Show"]:
    show = Show(qtbot, clipboard)
    yield show
    for session in show.sessions:
        session.close()


class Show:
    """Opens the page in a window of its own, for as many sessions as a test wants."""

    def __init__(self, qtbot: QtBot, clipboard: Clipboard) -> None:
        self._qtbot = qtbot
        self._clipboard = clipboard
        self.sessions: list[Session] = []
        self.signals = Signals()

    def __call__(self, session: Session) -> SupportPage:
        self.sessions.append(session)
        page = SupportPage(session, self.signals, self._clipboard)
        self._qtbot.addWidget(page)
        page.resize(1040, 700)
        with self._qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page


def row(page: SupportPage, option: str) -> OptionRow:
    return next(row for row in page.rows() if row.option.id == option)


def test_that_every_number_shown_is_the_number_copied(qtbot, qapp, show, tmp_path):
    for nation in Nation:
        page = show(person(tmp_path / nation.name, nation=nation))
        for shelf in page._shelves:
            shelf.show_all(True)

        numbers = [row for row in page.rows() if row.number is not None]

        assert len(numbers) >= 4
        for each in numbers:
            press(qtbot, each.number)
            assert qapp.clipboard().text() == each.number.text() == each.option.number


def test_that_a_number_is_reached_and_copied_with_the_keyboard_alone(qtbot, qapp, show, tmp_path):
    show(person(tmp_path))
    for _ in range(100):
        focus = QApplication.focusWidget()
        if isinstance(focus, NumberButton) and focus.text() == "116 123":
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert qapp.clipboard().text() == "116 123"


def test_that_copied_is_said_only_of_what_is_on_the_clipboard(qtbot, show, tmp_path):
    page = show(person(tmp_path))
    samaritans, shout = row(page, "samaritans"), row(page, "shout")

    press(qtbot, samaritans.number)
    assert samaritans.copied.isVisible()

    press(qtbot, shout.number)
    assert shout.copied.isVisible()
    assert not samaritans.copied.isVisible()


@pytest.mark.parametrize("nation", list(Nation))
def test_that_only_what_serves_the_nation_is_shown(show, tmp_path, nation):
    page = show(person(tmp_path, nation=nation))

    for each in page.rows():
        assert each.option.serves(nation)
    own = {row.option.id for row in page.rows()} & {"lifeline", "nhs-24-scotland"}
    assert own == {
        Nation.NORTHERN_IRELAND: {"lifeline"},
        Nation.SCOTLAND: {"nhs-24-scotland"},
    }.get(nation, set())


def test_that_an_unknown_nation_is_told_which_line_is_for_whom(show, tmp_path):
    page = show(person(tmp_path, nation=""))

    assert "Northern Ireland" in words(row(page, "lifeline"))
    assert "Scotland" in words(row(page, "nhs-24-scotland"))


def test_that_the_page_is_calm_when_nothing_stands_out(show, tmp_path):
    page = show(person(tmp_path, burnout=(1, 1, 1)))

    assert NOTHING in words(page)
    assert "Suggested" not in words(page)


def test_that_the_page_says_what_it_needs_before_the_first_check_in(show, tmp_path):
    assert NOTHING_YET in words(show(person(tmp_path)))


def test_that_the_reason_names_what_stands_out(show, tmp_path):
    session = person(tmp_path, burnout=(3, 4, 3))
    page = show(session)
    title = session.prompts()[0].title

    assert f"Suggested now, because {lowered(title)}" in words(page)


def test_that_at_most_three_are_suggested_one_for_the_person_one_for_the_work(show, tmp_path):
    page = show(person(tmp_path, burnout=(3, 4, 3)))
    suggested = [card.option.aim for card in page._suggestions.cards]

    assert 2 <= len(suggested) <= 3
    assert suggested[:2] == [Aim.PERSON, Aim.WORK]


def test_that_more_options_come_three_at_a_time_until_there_are_no_more(qtbot, show, tmp_path):
    session = person(tmp_path, burnout=(3, 4, 3))
    page = show(session)
    fitting = session.help.suggested(session.prompts(), more=True)
    shown = page._suggestions
    assert [card.option for card in shown.cards] == list(fitting[:3])

    press(qtbot, shown.more)
    assert len(shown.cards) == 6
    assert shown.cards[3].how.hasFocus()
    while shown.more.isVisible():
        press(qtbot, shown.more)

    assert [card.option for card in shown.cards] == list(fitting)


def test_that_supervision_is_offered_only_where_there_is_one(qtbot, show, tmp_path, monkeypatch):
    session = person(tmp_path, burnout=(3, 4, 3), facts={"fact_supervision_minutes": (0, 0, 0)})
    assert offers(show(session)) == []

    monkeypatch.setattr(type(session), "supervision", object(), raising=False)
    page = show(session)
    card, button = offers(page)[0]
    with qtbot.waitSignal(page.signals.agenda_asked) as asked:
        press(qtbot, button)

    assert asked.args == [card.option.message]


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
    first, second = session.prompts()

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
    page.show_for(session.prompts()[1])

    page.signals.check_in_saved.emit(None)
    page.signals.history_changed.emit()

    qtbot.waitUntil(lambda: f"because {lowered(session.prompts()[0].title)}" in words(page))


def test_that_a_suggestion_becomes_an_action_and_can_be_taken_back(qtbot, show, tmp_path):
    session = person(tmp_path, burnout=(3, 4, 3))
    page = show(session)
    card = page._suggestions.cards[0]

    with qtbot.waitSignal(page.signals.actions_changed):
        press(qtbot, card.action)
    assert [action.text for action in session.actions.all()] == [card.option.name]
    assert card.is_added
    assert card.action.hasFocus()

    qtbot.keyClick(card.action, Qt.Key.Key_Return)
    assert session.actions.all() == ()
    assert not card.is_added


def test_that_what_is_needed_at_once_is_never_folded_away(show, tmp_path):
    for nation in ("", *Nation):
        page = show(person(tmp_path / f"at {nation}", nation=nation))

        for each in page.rows():
            assert each.option.shelf is not Shelf.NOW or each.isVisible()


def test_that_a_long_shelf_opens_with_a_key(qtbot, show, tmp_path):
    page = show(person(tmp_path))
    shelf = next(shelf for shelf in page._shelves if shelf.accessibleName() == "For health staff")
    assert not shelf.rows[-1].isVisible()

    press(qtbot, shelf.all_button)

    assert shelf.rows[-1].isVisible()


def test_that_an_entry_says_where_it_is_from_and_later_that_it_may_be_old(show, tmp_path):
    page = show(person(tmp_path / "now"))
    assert "rom giveusashout.org, 4 November 2024 · to be checked" in words(row(page, "shout"))

    later = datetime(2028, 1, 3, 9, tzinfo=LONDON)
    page = show(person(tmp_path / "later", now=later))
    said = words(row(page, "shout"))
    assert "May be out of date · from giveusashout.org, 4 November 2024" in said


def test_that_a_local_option_has_no_number(show, tmp_path):
    local = row(show(person(tmp_path)), "gp")

    assert local.number is None
    assert [button.text() for button in local.findChildren(QuietButton)] == ["Add yours"]


def test_that_how_to_do_this_has_words_to_copy_and_closes_with_escape(qtbot, qapp, show, tmp_path):
    page = show(person(tmp_path))
    option = next(each for each in page.session.content.options if each.message)
    asked = next(row for row in page.rows() if row.option == option)

    press(qtbot, asked.more)
    dialog = opened(qtbot, page, HowTo)
    assert option.how_to[0] in words(dialog)
    assert option.message in words(dialog)

    press(qtbot, dialog.findChild(CopyButton))
    assert qapp.clipboard().text() == option.message

    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_that_help_is_one_key_away_in_a_dialog(qtbot, show, tmp_path):
    page = show(person(tmp_path))
    press(qtbot, row(page, "samaritans").more)
    dialog = opened(qtbot, page, HowTo)

    with qtbot.waitSignal(page.signals.help_asked):
        qtbot.keyClick(dialog, Qt.Key.Key_F2)
    dialog.reject()


def test_that_locking_takes_away_what_we_copied_and_nothing_else(qapp, clipboard):
    clipboard.copy("116 123")
    clipboard.clear_if_ours()
    assert qapp.clipboard().text() == ""

    clipboard.copy("116 123")
    qapp.clipboard().setText("somebody else's words")
    clipboard.clear_if_ours()
    assert qapp.clipboard().text() == "somebody else's words"


def test_that_abbreviations_keep_their_capitals_inside_a_sentence():
    assert lowered("GAD-7 was 8") == "GAD-7 was 8"
    assert lowered("Burnout was 3") == "burnout was 3"

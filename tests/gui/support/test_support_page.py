"""Support: every entry, and numbers that are copied as they are shown."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from burnout_check.domain.content import Content
from burnout_check.domain.support.option import Nation, Shelf, Source
from burnout_check.domain.week import LONDON
from burnout_check.gui.kit.buttons import HelpButton, QuietButton
from burnout_check.gui.kit.copy_button import CopyButton, NumberButton
from burnout_check.gui.options.how_to import HowTo
from burnout_check.gui.options.option_row import OptionRow
from burnout_check.gui.support.support_page import SupportPage
from tests.gui.people import opened, person, press, shipped, words


def row(page: SupportPage, option: str) -> OptionRow:
    return next(row for row in page.rows() if row.option.id == option)


def with_source(option: str, source: Source) -> Content:
    """What ships, with another source of one option."""
    options = [
        replace(each, source=source) if each.id == option else each for each in shipped().options
    ]
    return replace(shipped(), options=tuple(options))


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
    source = Source("https://giveusashout.org/faq", "4 November 2024", "high", date(2027, 5, 22))
    page = show(person(tmp_path / "now", content=with_source("shout", source)))
    assert "rom giveusashout.org, 4 November 2024 · to be checked" in words(row(page, "shout"))

    checked = with_source("shout", replace(source, confirmed_on=date(2026, 11, 2)))
    page = show(person(tmp_path / "checked", content=checked))
    assert "checked 2 Nov 2026" in words(row(page, "shout"))
    assert "to be checked" not in words(row(page, "shout"))

    later = datetime(2028, 1, 3, 9, tzinfo=LONDON)
    page = show(person(tmp_path / "later", content=checked, now=later))
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


def test_that_help_is_one_key_or_one_press_away_in_a_dialog(qtbot, show, help_key, tmp_path):
    page = show(person(tmp_path))
    press(qtbot, row(page, "samaritans").more)
    dialog = opened(qtbot, page, HowTo)

    help_key.watch()
    with qtbot.waitSignal(help_key.pressed):
        qtbot.keyClick(dialog, Qt.Key.Key_F2)
    with qtbot.waitSignal(help_key.pressed):
        press(qtbot, dialog.findChild(HelpButton))
    dialog.reject()


def test_that_locking_takes_away_what_we_copied_and_nothing_else(qapp, clipboard):
    clipboard.copy("116 123")
    clipboard.clear_if_ours()
    assert qapp.clipboard().text() == ""

    clipboard.copy("116 123")
    qapp.clipboard().setText("somebody else's words")
    clipboard.clear_if_ours()
    assert qapp.clipboard().text() == "somebody else's words"

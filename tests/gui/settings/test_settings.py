"""Settings: each declaration has its field, what is changed is saved, what is wrong is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from burnout_check.domain.messages import PRIVACY
from burnout_check.domain.settings.setting import Group
from burnout_check.gui.kit.setting_field import ChoiceField, FigureField, SwitchField
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.settings.baseline_field import BaselineField
from burnout_check.gui.settings.settings_page import ABOUT, BACKUPS, SettingsPage
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session
from tests.gui.people import again, context, hears, person, press, shipped, words


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = person(tmp_path / "vault", contracted_hours=30)
    yield session
    session.close()


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, session: Session) -> SettingsPage:
    page = SettingsPage(context(session, tmp_path))
    qtbot.addWidget(page)
    page.resize(1040, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def figure(page: SettingsPage, key: str) -> FigureField:
    field = page.fields[key]
    assert isinstance(field, FigureField)
    return field


def type_over(qtbot: QtBot, field: FigureField, text: str) -> None:
    """Put the focus into a field, type something else, and leave by Tab."""
    line = field.field.line
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Tab)


def test_that_every_declared_setting_has_its_field(page, session):
    others = (
        each for each in session.ledger.settings.declared if each.group is not Group.THRESHOLDS
    )
    declared = {setting.key for setting in others}
    of_screen = {setting.key for setting in page.context.tools.screen_settings.settings.declared}

    assert page.fields.keys() == declared | of_screen


def test_that_every_field_is_named_as_it_is_labelled(page):
    for field in page.fields.values():
        if not isinstance(field, BaselineField):
            control = field
            while control.focusProxy() is not None:
                control = control.focusProxy()
            assert control.accessibleName().startswith(field.setting.label)


def test_that_a_choice_made_by_key_is_saved_at_once(qtbot, page, session):
    field = page.fields["nation"]
    assert isinstance(field, ChoiceField)

    with hears(qtbot, page.context.news, Changed.SETTINGS):
        press(qtbot, field.select, Qt.Key.Key_Down)

    assert session.ledger.settings.text("nation") == "Scotland"


def test_that_a_number_is_saved_when_the_field_is_left(qtbot, page, session):
    type_over(qtbot, figure(page, "caseload_plan"), "61")

    assert session.ledger.settings.number("caseload_plan") == 61


def test_that_a_number_that_cannot_be_is_said_beside_its_field_and_not_saved(qtbot, page, session):
    field = figure(page, "contracted_hours")

    type_over(qtbot, field, "200")

    assert field.field.error.isVisible()
    assert "type a number from 1 to 60" in field.field.error.text()
    assert field.field.line.text() == "200"
    assert session.ledger.settings.number("contracted_hours") == 30


def test_that_what_is_no_number_is_said_beside_its_field(qtbot, page, session):
    field = figure(page, "contracted_hours")

    type_over(qtbot, field, "half")

    assert field.field.error.isVisible()
    assert field.field.line.text() == "half"
    assert session.ledger.settings.number("contracted_hours") == 30


def test_that_a_number_that_must_be_there_cannot_be_emptied(qtbot, page, session):
    field = figure(page, "full_time_hours")

    type_over(qtbot, field, "")

    assert "type a number" in field.field.error.text()
    assert session.ledger.settings.number("full_time_hours") == 37.5


def test_that_a_number_that_may_be_empty_can_be_emptied(qtbot, page, session):
    type_over(qtbot, figure(page, "contracted_hours"), "")

    assert session.ledger.settings.number("contracted_hours") is None


def test_that_a_mended_number_is_saved_and_the_sentence_goes(qtbot, page, session):
    field = figure(page, "contracted_hours")
    type_over(qtbot, field, "200")

    type_over(qtbot, field, "22,5")

    assert session.ledger.settings.number("contracted_hours") == 22.5
    assert not field.field.error.isVisible()


def test_that_a_change_elsewhere_takes_nothing_typed_away(qtbot, page, session):
    field = figure(page, "contracted_hours")
    type_over(qtbot, field, "200")

    session.preferences.update({"contracted_hours": 20})

    assert field.field.line.text() == "200"


def test_that_a_change_elsewhere_is_shown(qtbot, page, session):
    session.preferences.update({"contracted_hours": 20, "nation": "Wales"})

    assert figure(page, "contracted_hours").field.line.text() == "20"
    field = page.fields["nation"]
    assert isinstance(field, ChoiceField)
    assert field.select.value == "Wales"


def test_that_a_switch_is_turned_with_the_space_bar(qtbot, page, session):
    page.sections.show_section(Group.PRIVACY.value)
    field = page.fields["lock_on_minimise"]
    assert isinstance(field, SwitchField)

    press(qtbot, field.tick.box, Qt.Key.Key_Space)

    assert session.ledger.settings.flag("lock_on_minimise")


def test_that_the_look_is_kept_on_this_computer_not_in_the_vault(qtbot, page, session, tmp_path):
    page.sections.show_section(Group.LOOK.value)
    field = page.fields["text_size"]
    assert isinstance(field, ChoiceField)

    with hears(qtbot, page.context.news, Changed.LOOK):
        press(qtbot, field.select, Qt.Key.Key_Down)

    assert ScreenSettings(tmp_path).settings.text("text_size") == "110"
    assert "text_size" not in session.ledger.settings.chosen


def test_that_a_number_still_being_typed_is_saved_when_the_lock_takes_the_page_away(
    qtbot, session, tmp_path
):
    window = QMainWindow()
    qtbot.addWidget(window)
    page = SettingsPage(context(session, tmp_path))
    window.setCentralWidget(page)
    window.show()
    line = figure(page, "caseload_plan").field.line
    qtbot.waitUntil(line.isVisible)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(line, "57")

    window.setCentralWidget(QWidget())
    session.close()
    with qtbot.waitSignal(page.destroyed):
        pass

    reopened = again(tmp_path / "vault")
    assert reopened.ledger.settings.number("caseload_plan") == 57
    reopened.close()


def test_that_what_was_chosen_is_there_after_a_lock(qtbot, page, session, tmp_path):
    type_over(qtbot, figure(page, "caseload_plan"), "58")
    session.close()

    reopened = again(tmp_path / "vault")

    assert reopened.ledger.settings.number("caseload_plan") == 58
    reopened.close()


def test_that_one_can_start_again_from_this_week_and_take_it_back(qtbot, page, session):
    field = page.fields["baseline_from"]
    assert isinstance(field, BaselineField)

    press(qtbot, field.again)
    assert session.ledger.settings.text("baseline_from") == "2026-11-16"
    assert session.ledger.plan.baseline_from == session.ledger.week
    assert "16 November 2026" in field.shown.text()

    press(qtbot, field.first)
    assert session.ledger.plan.baseline_from is None


def test_that_each_part_says_how_many_questions_it_has_and_can_be_switched_off(
    qtbot, page, session
):
    page.sections.show_section(Group.ASKED.value)
    field = page.fields["asked.gad2"]
    assert isinstance(field, ChoiceField)
    assert field.help_words.startswith("2 questions.")

    for _ in range(3):
        press(qtbot, field.select, Qt.Key.Key_Down)
    assert session.ledger.settings.text("asked.gad2") == "0"


def test_that_a_part_that_is_off_by_default_is_described(page):
    for part in shipped().questionnaire.parts:
        if part.cadence == 0 and part.only_after is None:
            assert "Off unless you choose it." in page.fields[f"asked.{part.id}"].help_words
    assert "6 more follow when these come to 3 or more." in page.fields["asked.phq2"].help_words


def test_that_privacy_says_its_limits_and_where_the_data_is(page, tmp_path):
    page.sections.show_section(Group.PRIVACY.value)
    said = words(page)

    for sentence in PRIVACY:
        assert sentence in said
    assert str(tmp_path / "vault") in said


def test_that_a_section_is_chosen_by_key_and_the_list_folds_in_a_narrow_window(qtbot, page):
    press(qtbot, page.first_focus())
    about = next(button for name, button in page.sections._buttons.items() if name == ABOUT)
    press(qtbot, about)
    assert page.sections.current == ABOUT

    page.resize(640, 600)
    chooser = page.sections.chooser
    qtbot.waitUntil(chooser.isVisible)
    press(qtbot, page.sections.chooser, Qt.Key.Key_Up)
    assert page.sections.current == BACKUPS


def test_that_nothing_is_wider_than_a_small_window(qtbot, page):
    page.resize(760, 560)
    for group in (*Group, ABOUT):
        page.sections.show_section(str(group))
        QApplication.processEvents()
        scroll = page.sections.column(str(group))
        inside = scroll.widget()

        assert inside.minimumSizeHint().width() <= scroll.viewport().width()

"""Thresholds: each rule in words, changed by key from the list and from Why?, and the help page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtWidgets import QWidget

from burnout_check.domain.settings.setting import Group
from burnout_check.gui.bus.news import News
from burnout_check.gui.kit.buttons import HelpButton, QuietButton
from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.prompts.help_page import HOW_OFTEN_TITLE, MISSING, HelpPage
from burnout_check.gui.prompts.prompt_list import STILL, PromptList
from burnout_check.gui.prompts.rule_controls import ALWAYS_ON
from burnout_check.gui.prompts.why import WhyDialog
from burnout_check.gui.settings.one_rule import RuleDialog
from burnout_check.gui.settings.settings_page import SettingsPage
from burnout_check.session.changed import Changed
from burnout_check.session.demo import fill_demo
from tests.gui.people import Asked, context, hears, opened, person, press, words


@pytest.fixture
def session(tmp_path):
    session = person(tmp_path / "vault", burnout=(3, 1, 4, 3))
    yield session
    session.close()


@pytest.fixture
def page(qtbot, tmp_path, session):
    page = SettingsPage(context(session, tmp_path))
    qtbot.addWidget(page)
    page.resize(1040, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.sections.show_section(Group.THRESHOLDS.value)
    yield page
    page.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def type_over(qtbot, line, text):
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_that_every_rule_has_its_row_in_words_with_its_basis_and_its_last_year(page, session):
    rows = page.thresholds.rows

    assert rows.keys() == {rule.id for rule in session.content.rules}
    said = words(rows["burnout-item"])
    assert "Burnout (one question) is 3 or more" in said
    assert "A published number · 2 times in your last year, 3 weeks in all" in said
    assert rows["burnout-item"].open.accessibleName() == "Change: Burnout this week"
    assert rows["burnout-item-5"].open.accessibleName() == "See: Wondering if you can go on"


def test_that_rules_that_are_not_used_are_folded_away_until_asked_for(qtbot, page):
    rows = page.thresholds.rows
    assert not rows["sup-bacp"].isVisible()
    card = next(each for each in page.thresholds.families if rows["sup-bacp"] in each.rows)
    assert card.more.text().startswith("Show ")

    press(qtbot, card.more)

    assert rows["sup-bacp"].isVisible()
    assert card.more.text().startswith("Hide ")


def test_that_a_number_is_changed_by_key_and_shown_as_yours_with_a_way_back(qtbot, page, session):
    press(qtbot, page.thresholds.rows["burnout-item"].open)
    dialog = opened(qtbot, page, RuleDialog)
    field = dialog.controls.fields["line"]
    assert field.field.line.hasFocus()
    assert not dialog.controls.back.isEnabled()

    type_over(qtbot, field.field.line, "4")

    row = page.thresholds.rows["burnout-item"]
    assert session.thresholds.get("burnout-item").values == {"line": 4}
    assert "You changed this: say so at 4 or more, instead of 3." in words(dialog)
    assert "Yours" in words(row)
    assert "is 4 or more" in words(row)

    press(qtbot, dialog.controls.back)

    assert not session.thresholds.get("burnout-item").is_yours
    assert field.field.text() == "3"
    assert field.field.line.hasFocus()
    assert "Yours" not in words(row)
    dialog.close()


@pytest.mark.parametrize(("typed", "said"), [("9", "from 2 to 5"), ("2.5", "whole number")])
def test_that_a_number_without_meaning_is_said_beside_its_field(
    qtbot, window, session, typed, said
):
    dialog = RuleDialog("burnout-item", session, window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    field = dialog.controls.fields["line"]

    type_over(qtbot, field.field.line, typed)

    assert said in field.field.error.text()
    assert not session.thresholds.get("burnout-item").is_yours
    field.field.set_text("3")
    dialog.close()


def test_that_a_rule_that_leads_to_crisis_help_says_that_it_is_always_on(qtbot, window, session):
    dialog = RuleDialog("gad7-15", session, window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)

    assert ALWAYS_ON in words(dialog)
    assert not dialog.controls.fields
    assert not dialog.controls.on.isVisible()
    dialog.close()


def test_that_why_shows_the_rule_and_can_switch_it_off_and_on_again(qtbot, window, session):
    news = News(session)
    dialog = WhyDialog(session.ledger.prompts()[0], session, Asked().navigator, window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert "Watch: Burnout (one question) is 3 or more." in words(dialog)

    with hears(qtbot, news, Changed.SETTINGS):
        press(qtbot, dialog.controls.on.box, Qt.Key.Key_Space)
    assert session.ledger.prompts() == ()
    with hears(qtbot, news, Changed.SETTINGS):
        press(qtbot, dialog.controls.on.box, Qt.Key.Key_Space)
    assert [prompt.rule.id for prompt in session.ledger.prompts()] == ["burnout-item"]
    dialog.close()


def test_that_how_often_this_is_wrong_opens_over_why_and_help_is_one_key_away(
    qtbot, window, help_key, session
):
    dialog = WhyDialog(session.ledger.prompts()[0], session, Asked().navigator, window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)

    press(qtbot, dialog.how_often)

    page = opened(qtbot, dialog, HelpPage)
    assert page.windowTitle() == HOW_OFTEN_TITLE
    assert "Someone whose answers only move by chance" in page.page.toPlainText()
    assert page.page.hasFocus()
    help_key.watch()
    with qtbot.waitSignal(help_key.pressed):
        qtbot.keyClick(page, Qt.Key.Key_F2)
    with qtbot.waitSignal(help_key.pressed):
        press(qtbot, page.findChild(HelpButton))
    page.close()
    dialog.close()


def test_that_no_link_and_no_picture_of_a_help_page_leads_out_of_it(qtbot, window):
    text = "[out](https://example.org) ![picture](https://example.org/a.png)"
    dialog = HelpPage("A page", text, window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)

    assert not dialog.page.openLinks()
    assert not dialog.page.openExternalLinks()
    assert dialog.page.loadResource(2, QUrl("https://example.org/a.png")) is None
    dialog.close()


def test_that_a_help_page_that_is_missing_says_so(qtbot, window):
    dialog = HelpPage("A page", "", window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)

    assert MISSING in words(dialog)
    dialog.close()


def test_that_what_is_new_comes_first_and_what_is_still_there_in_a_quiet_line(shown, tmp_path):
    session = person(
        tmp_path / "two",
        burnout=(4, 4, 4, 4),
        facts={"fact_caseload": (61, 62)},
        caseload_plan=60,
    )
    burnout, caseload = session.ledger.prompts()
    prompts = PromptList("What stands out", session.ledger.prompts())
    shown(prompts)
    said = words(prompts)

    # An act since the second 4, shown in the week of 2 November; the caseload was over the second
    # time now.
    assert (burnout.rule.id, caseload.rule.id) == ("burnout-item", "caseload-plan")
    assert caseload.said_in is None
    assert "We said so in the week of 2 November." in said
    assert said.index(caseload.title) < said.index(STILL) < said.index(burnout.title)
    assert caseload.text in said
    assert burnout.text not in said
    session.close()


def test_that_at_most_three_prompts_are_shown_what_is_new_and_the_worst_first(shown, tmp_path):
    session = person(tmp_path / "many", burnout=(3,))
    fill_demo(session)  # the demo's heavy year
    found = session.ledger.prompts()
    prompts = PromptList("What stands out", found)
    shown(prompts)
    whys = [each for each in prompts.findChildren(QuietButton) if each.text() == "Why?"]

    severities = [prompt.severity for prompt in found]
    assert severities == sorted(severities, reverse=True)
    assert len(found) > 3
    new = [prompt for prompt in found if prompt.said_in is None]
    first = (new + [prompt for prompt in found if prompt not in new])[:3]
    assert [each.accessibleName() for each in whys] == [f"Why? {each.title}" for each in first]
    assert f"And {len(found) - 3} more on Support, after these." in words(prompts)
    session.close()


def test_that_answers_with_words_stand_in_why_by_their_words(qtbot, window, tmp_path):
    session = person(tmp_path / "three")
    for week in (session.ledger.week.plus(-back) for back in (2, 1, 0)):
        session.check_ins.submit(
            session.check_ins.draft_for(week).answer("hse_16", 4), leave_blank=True
        )
    dialog = WhyDialog(session.ledger.prompts()[0], session, Asked().navigator, window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    table = dialog.findChild(ReadOnlyTable)
    assert table is not None

    assert table.model().index(0, 1).data() == "Often (4 of 5)"
    dialog.close()
    session.close()

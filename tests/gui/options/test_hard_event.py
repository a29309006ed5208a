"""Something hard happened: help with no score, kept if ticked, one question a week later."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from burnout_check.content.loader import load
from burnout_check.domain.support.hard_event import LookIn
from burnout_check.errors import FolderError
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.options.hard_event_dialog import IN_CHECK_IN, HardEventDialog
from burnout_check.gui.this_week.look_in_card import LookInCard
from burnout_check.gui.this_week.this_week_page import NOTED, ThisWeekPage
from burnout_check.paths import resources_dir
from burnout_check.session.session import Session
from burnout_check.store.tables.hard_events import HardEventsTable
from tests.gui.people import FRIDAY, Asked, context, named, opened, press, seen
from tests.vaults import new_vault


class Week:
    """A person's This week and Check-in, on a day that can be moved."""

    def __init__(self, qtbot, qapp, folder):
        self.now = FRIDAY
        self.session = Session(new_vault(folder), load(resources_dir()), clock=lambda: self.now)
        self.asked = Asked()
        made_with = context(self.session, asked=self.asked)
        self.page = ThisWeekPage(made_with)
        self.check_in = CheckInPage(made_with)
        for page in (self.check_in, self.page):
            qtbot.addWidget(page)
            page.resize(1040, 760)
        self.show(qtbot, self.page)

    def show(self, qtbot, page):
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()

    def later(self, *, weeks):
        self.now = FRIDAY + timedelta(weeks=weeks)
        self.page.mark_stale()


@pytest.fixture
def week(qtbot, qapp, tmp_path):
    week = Week(qtbot, qapp, tmp_path)
    yield week
    week.session.close()


def test_that_help_is_there_before_anything_is_said_and_nothing_is_kept(qtbot, week):
    press(qtbot, week.page.hard_event)
    dialog = opened(qtbot, week.page, HardEventDialog)
    said = seen(dialog)

    # The numbers and the first option as the table of support has them.
    assert "Samaritans: call 116 123." in said
    assert "Shout: text SHOUT to 85258." in said
    assert "Tell your supervisor today" in said
    assert "Whatever it was, you do not have to hold it alone." in said
    assert week.session.hard_events.this_week() == ()
    dialog.reject()


def test_that_a_tick_is_kept_at_once_brings_the_prompt_and_goes_again(qtbot, week):
    press(qtbot, week.page.hard_event)
    dialog = opened(qtbot, week.page, HardEventDialog)
    box = dialog.ticks["assault"].box
    press(qtbot, box, Qt.Key.Key_Space)

    assert [each.rule.id for each in week.session.ledger.prompts()] == ["hard-event"]
    assert "You were assaulted" in seen(week.page)
    said = seen(dialog)
    assert "Are you hurt? See to that first." in said
    assert said.index("Get seen if you are hurt") < said.index("Stop seeing this client")

    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert week.session.ledger.prompts() == ()
    dialog.reject()


def test_that_a_tick_that_could_not_be_kept_does_not_stay(qtbot, week, monkeypatch):
    def fails(*_, **__):
        raise FolderError("The disk fails.")

    press(qtbot, week.page.hard_event)
    dialog = opened(qtbot, week.page, HardEventDialog)
    monkeypatch.setattr(HardEventsTable, "add", fails)
    with qtbot.captureExceptions() as told:
        dialog.ticks["assault"].box.click()

    assert [str(error) for _, error, _ in told] == ["The disk fails."]
    assert not dialog.ticks["assault"].is_on
    assert week.session.hard_events.this_week() == ()
    dialog.reject()


def test_that_the_check_in_that_is_open_has_it_ticked_and_keeps_it(qtbot, week):
    week.show(qtbot, week.check_in)
    week.check_in.open(week.session.ledger.week)
    form = week.check_in.form
    form._keep(form.draft.answer("burnout_item", 2))
    week.session.hard_events.tell("complaint")

    form._keep(form.draft.answer("gad7_1", 1))

    (draft,) = week.session.check_ins.drafts()
    assert draft.hard_events == ("complaint",)
    assert draft.answers == {"burnout_item": 2, "gad7_1": 1}


def test_that_a_tick_in_the_check_in_puts_somebody_to_call_in_sight_at_once(qtbot, week):
    week.show(qtbot, week.check_in)
    week.check_in.open(week.session.ledger.week)
    form = week.check_in.form
    form._go_to("anything_else")
    assert "116 123" not in seen(form)

    form.anything_else.boxes["assault"].box.click()

    assert "Samaritans: call 116 123." in seen(form)
    named(form, "See what may help").click()
    opened(qtbot, week.check_in, HardEventDialog).reject()


def test_that_saving_a_check_in_with_one_opens_the_screen_and_asks_nothing(qtbot, week):
    week.show(qtbot, week.check_in)
    week.check_in.open(week.session.ledger.week)
    form = week.check_in.form
    form._keep(form.draft.with_events(("assault",)))
    week.check_in._submit(leave_blank=True)

    dialog = opened(qtbot, week.check_in, HardEventDialog)
    assert dialog.ticks == {}
    assert "Tell your supervisor today" in seen(dialog)
    dialog.reject()
    assert "Saved. Here is what this week says." in seen(week.check_in)

    week.show(qtbot, week.page)
    press(qtbot, week.page.hard_event)
    again = opened(qtbot, week.page, HardEventDialog)
    assert not again.ticks["assault"].isEnabled()
    assert again.ticks["assault"].is_on
    assert IN_CHECK_IN in seen(again)
    again.reject()


def test_that_an_option_becomes_an_action_from_there(qtbot, week):
    press(qtbot, week.page.hard_event)
    dialog = opened(qtbot, week.page, HardEventDialog)
    card = dialog._cards._cards[0]
    press(qtbot, card.action)

    assert [each.origin for each in week.session.actions.all()] == ["tell-supervisor"]
    assert card.is_added
    dialog.reject()


def test_that_one_question_comes_a_week_later_and_can_be_taken_back(qtbot, week):
    week.session.hard_events.tell("assault")
    week.page.mark_stale()
    assert not week.page.findChildren(LookInCard)
    week.later(weeks=1)
    question = "How are things after what happened last week?"
    assert question in seen(week.page)

    press(qtbot, week.page.look_in.buttons[LookIn.UNSAID])
    assert question not in seen(week.page)
    assert NOTED in seen(week.page)
    qtbot.waitUntil(week.page.first_focus().hasFocus)

    week.page._on_look_in_undone()
    qtbot.waitUntil(lambda: question in seen(week.page))


def test_that_wanting_more_support_leads_to_it(qtbot, week):
    week.session.hard_events.tell("assault")
    week.later(weeks=1)

    press(qtbot, week.page.look_in.buttons[LookIn.MORE])

    dialog = opened(qtbot, week.page, HardEventDialog)
    assert dialog.ticks == {}
    dialog.reject()

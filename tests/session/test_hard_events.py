"""Hard events told at any time: counted in their week at once, and looked in on a week later."""

from datetime import datetime, timedelta

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.insights.outcome import Outcome
from burnout_check.domain.questionnaire.check_in import CheckIn, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.rule import Severity
from burnout_check.domain.support.hard_event import LookIn, Told, look_in_question
from burnout_check.domain.week import LONDON, Week
from burnout_check.paths import resources_dir
from burnout_check.session.session import Session
from tests.vaults import new_vault

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)


class Person:
    """A session whose day can be set."""

    def __init__(self, folder):
        self.now = FRIDAY
        content = load(resources_dir())
        self.session = Session(new_vault(folder), content, clock=lambda: self.now)

    def weeks_later(self, weeks):
        self.now = FRIDAY + timedelta(weeks=weeks)

    def check_in(self, *, hard_events=(), week=None):
        week = week or self.session.ledger.week
        saved = CheckIn(week, self.now, {"burnout_item": 1}, hard_events=hard_events)
        self.session.check_ins.add_all(History((saved,)))


@pytest.fixture
def her(tmp_path):
    person = Person(tmp_path)
    yield person
    person.session.close()


def fired(session):
    return [(prompt.rule.id, prompt.severity) for prompt in session.ledger.prompts()]


def test_that_telling_fires_the_rule_at_once_with_no_check_in_at_all(her):
    her.session.hard_events.tell("assault")

    assert fired(her.session) == [("hard-event", Severity.NOW)]
    assert her.session.ledger.history.check_ins == ()
    assert her.session.check_ins.drafts() == ()


def test_that_taking_it_back_leaves_nothing(her):
    her.session.hard_events.tell("assault")
    her.session.hard_events.take_back("assault")

    assert fired(her.session) == []
    assert her.session.hard_events.this_week() == ()


def test_that_it_is_ticked_in_the_check_in_of_the_week_and_counted_once(her):
    session = her.session
    session.hard_events.tell("assault")
    draft = session.check_ins.draft_for(session.ledger.week)
    assert draft.hard_events == ("assault",)

    outcome = session.check_ins.submit(draft, leave_blank=True)

    assert isinstance(outcome, Outcome)
    assert session.ledger.history.check_ins[-1].hard_events == ("assault",)
    assert session.ledger.history.told == ()
    assert session.ledger.history.hard_events(session.ledger.week) == ("assault",)


def test_that_unticking_it_in_the_check_in_is_believed(her):
    session = her.session
    session.hard_events.tell("assault")
    draft = session.check_ins.draft_for(session.ledger.week).with_events(())

    session.check_ins.submit(draft, leave_blank=True)

    assert session.ledger.history.hard_events(session.ledger.week) == ()
    assert fired(session) == []


def test_that_a_check_in_half_filled_in_is_ticked_too(her):
    session = her.session
    session.check_ins.update_draft(
        session.check_ins.draft_for(session.ledger.week)
        .answer("burnout_item", 2)
        .with_events(("x",))
    )
    session.hard_events.tell("assault")

    assert session.check_ins.drafts()[0].hard_events == ("x", "assault")
    assert session.check_ins.drafts()[0].answers == {"burnout_item": 2}

    session.hard_events.take_back("assault")
    assert session.check_ins.drafts()[0].hard_events == ("x",)


def test_that_a_saved_check_in_stays_as_it_was_and_the_week_counts_both(her):
    her.check_in(hard_events=("complaint",))
    session = her.session
    before = session.ledger.history.check_ins[-1]
    session.hard_events.tell("assault")

    assert session.ledger.history.check_ins[-1] == before
    told = session.hard_events.this_week()
    assert [(each.event, each.in_check_in) for each in told] == [
        ("complaint", True),
        ("assault", False),
    ]
    assert session.check_ins.draft_for(session.ledger.week).hard_events == ("complaint", "assault")


def test_that_a_history_knows_the_events_of_each_week_once_oldest_first():
    first, second, third = (Week.of(FRIDAY.date()).plus(number) for number in range(3))
    ticked = CheckIn(second, FRIDAY, {}, hard_events=("complaint",))
    events = ((third, "assault"), (second, "assault"), (second, "complaint"))
    told = tuple(Told(week, event, FRIDAY.date()) for week, event in events)
    history = History((CheckIn(first, FRIDAY, {}), ticked), told=told)

    assert list(history.events_by_week.items()) == [
        (first, ()),
        (second, ("complaint", "assault")),
        (third, ("assault",)),
    ]


def test_that_a_week_away_can_be_hard_too(her):
    her.session.check_ins.not_this_week(her.session.ledger.week, Reason.SICK)
    her.session.hard_events.tell("complaint")

    assert fired(her.session) == [("hard-event", Severity.NOW)]


def test_that_the_next_check_in_without_one_ends_the_prompt(her):
    her.session.hard_events.tell("assault")
    her.weeks_later(1)
    assert fired(her.session) == [("hard-event", Severity.NOW)]

    her.check_in()

    assert fired(her.session) == []


@pytest.mark.parametrize("way", ["told", "ticked"])
def test_that_it_looks_in_from_the_next_week_on_for_four_weeks(her, way):
    session, week = her.session, her.session.ledger.week
    if way == "told":
        session.hard_events.tell("assault")
    else:
        her.check_in(hard_events=("assault",))
    asked = []
    for weeks in range(6):
        her.weeks_later(weeks)
        asked.append(session.hard_events.to_look_in_on())

    assert asked == [None, week, week, week, week, None]


@pytest.mark.parametrize("way", ["told", "ticked"])
def test_that_a_new_one_speaks_though_the_last_was_put_aside(her, way):
    session = her.session
    session.hard_events.tell("assault")
    session.snoozed_prompts.add(session.ledger.prompts()[0])
    assert fired(session) == []
    her.weeks_later(1)

    if way == "told":
        session.hard_events.tell("complaint")
    else:
        draft = session.check_ins.draft_for(session.ledger.week).with_events(("complaint",))
        session.check_ins.submit(draft, leave_blank=True)

    assert fired(session) == [("hard-event", Severity.NOW)]


def test_that_a_second_one_in_the_same_week_speaks_though_the_first_was_put_aside(her):
    session = her.session
    session.hard_events.tell("assault")
    session.snoozed_prompts.add(session.ledger.prompts()[0])

    session.hard_events.tell("complaint")

    assert fired(session) == [("hard-event", Severity.NOW)]


def test_that_what_was_put_aside_stays_quiet_when_the_same_event_is_only_saved_again(her):
    session = her.session
    session.hard_events.tell("assault")
    session.snoozed_prompts.add(session.ledger.prompts()[0])

    session.check_ins.submit(session.check_ins.draft_for(session.ledger.week), leave_blank=True)
    session.check_ins.submit(
        session.check_ins.draft_for(session.ledger.week).with_note("a word more"), leave_blank=True
    )

    assert session.ledger.history.hard_events(session.ledger.week) == ("assault",)
    assert fired(session) == []


def test_that_it_asks_once_and_only_about_the_newest(her):
    her.check_in(hard_events=("assault",), week=her.session.ledger.week.plus(-2))
    her.session.hard_events.tell("complaint")
    her.weeks_later(1)
    session = her.session
    newest = session.hard_events.to_look_in_on()
    assert newest == Week.of(FRIDAY.date())

    session.hard_events.answer(newest, LookIn.UNSAID)
    assert session.hard_events.to_look_in_on() is None

    session.hard_events.take_back_answer(newest)
    assert session.hard_events.to_look_in_on() == newest


def test_that_the_question_names_the_week_once_it_is_longer_ago():
    week = Week.of(FRIDAY.date())

    assert look_in_question(week, week.plus(1)) == ("How are things after what happened last week?")
    assert look_in_question(week, week.plus(3)) == (
        "How are things after what happened in the week of 16 November?"
    )

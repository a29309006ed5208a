from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.insights.patterns import Patterns
from burnout_check.domain.week import Week
from burnout_check.errors import BadInput
from tests.person import Person


@pytest.fixture
def events(person: Person):
    return person.session.events


def test_that_events_are_added_changed_and_removed_and_stay_over_a_lock(person, events):
    leave = events.add(Event(date(2026, 8, 3), EventKind.LEAVE))
    post = events.add(Event(date(2026, 3, 2), EventKind.OTHER, "  moved to\nLeeds "))

    assert events.all() == (post, leave)
    assert post.label == "moved to Leeds"
    assert leave.label == "Leave"

    events.update(replace(leave, day=date(2026, 1, 12)))
    events.remove(post)

    assert events.all() == (replace(leave, day=date(2026, 1, 12)),)


@pytest.mark.parametrize(
    ("event", "field"),
    [
        (Event(date(2026, 8, 3), EventKind.OTHER, " \n"), "words"),
        (Event(date(2026, 8, 3), EventKind.OTHER, "x" * 121), "words"),
        (Event(date(206, 8, 3), EventKind.LEAVE), "day"),
        (Event(date(2126, 8, 3), EventKind.LEAVE), "day"),
    ],
)
def test_that_an_event_without_words_or_of_an_absurd_day_is_refused(events, event, field):
    with pytest.raises(BadInput) as caught:
        events.add(event)

    assert caught.value.field == field
    assert events.all() == ()


def test_that_changing_an_event_that_is_gone_says_so(events):
    gone = events.add(Event(date(2026, 8, 3), EventKind.LEAVE))
    events.remove(gone)
    with pytest.raises(BadInput, match="no longer there"):
        events.update(gone)


def test_that_on_a_leap_day_the_limits_of_the_calendar_are_days_too(person, events):
    person.now = datetime(2028, 2, 29, 12, tzinfo=UTC)
    with pytest.raises(BadInput, match="between 29 February 1968 and 28 February 2030"):
        events.add(Event(date(1, 1, 1), EventKind.LEAVE))


def test_that_an_event_of_the_turn_of_the_year_lies_in_its_iso_week():
    # 1 January 2027 is the Friday of ISO week 53 of 2026, whose Monday is 28 December.
    assert Event(date(2027, 1, 1), EventKind.LEAVE).week == Week(date(2026, 12, 28))


def test_that_the_weeks_around_an_event_are_compared(person, events):
    # The weeks of this vault have answers to none of the questions that ship.
    event = events.add(Event(date(2026, 10, 1), EventKind.NEW_POST))
    found = person.session.ledger.reading.compare(event, ["burnout", "fact_caseload"])

    assert [each.measure.id for each in found] == ["burnout", "fact_caseload"]
    assert "too few values" in found[0].sentence


def test_that_where_nothing_can_be_said_there_are_no_patterns(person):
    assert person.session.ledger.reading.patterns == Patterns()

"""What a finished check-in takes over from its draft, and what it does not."""

from datetime import UTC, date, datetime

from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.draft import Draft, Incomplete
from burnout_check.domain.week import Week

WEEK = Week(date(2026, 11, 16))
MONDAY, FRIDAY = datetime(2026, 11, 16, 9, tzinfo=UTC), datetime(2026, 11, 20, 17, tzinfo=UTC)
QUESTIONS = ("burnout_1", "caseload", "contacts")


def begun():
    """Last week's caseload of 61 and 18 contacts stand in it, and nobody confirmed them yet."""
    draft = Draft.begun(WEEK, MONDAY, ("short",), carried={"caseload": 61.0, "contacts": 18.0})
    return draft.answer("burnout_1", 3)


def finished(draft, **how):
    return draft.finish(FRIDAY, QUESTIONS, instruments={"short": "1"}, **how)


def test_that_a_number_of_last_week_is_still_open_until_it_is_confirmed():
    assert finished(begun()) == Incomplete(("caseload", "contacts"))
    assert finished(begun().state("caseload", 61.0)) == Incomplete(("contacts",))


def test_that_a_number_of_last_week_that_nobody_confirmed_is_not_saved_as_this_weeks():
    saved = finished(begun().state("contacts", 20.0), leave_blank=True)

    assert isinstance(saved, CheckIn)
    assert saved.facts == {"contacts": 20.0}
    assert saved.skipped == {"caseload"}
    assert saved.answers == {"burnout_1": 3}
    assert saved.finished == FRIDAY

from dataclasses import replace
from datetime import date

import pytest

from burnout_check.domain.measures.ids import GROUP_MINUTES, GROUP_SIZE, SUPERVISION
from burnout_check.domain.measures.measure import Point
from burnout_check.domain.rules.standard import Standard
from burnout_check.domain.settings.plan import Plan, Span
from burnout_check.domain.supervision.supervision_history import look_back, what_happened
from burnout_check.domain.supervision.supervision_minutes import (
    with_kept,
    with_sessions,
    without_open_week,
)
from burnout_check.domain.supervision.supervision_session import (
    SessionKind,
    SupervisionSession,
    group_credit,
    minutes_by_week,
)
from burnout_check.domain.supervision.windows import credited
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.week import Week
from tests.domain.samples import short, view, weekly

DAY = date(2026, 11, 18)
WEEK = Week.of(DAY)
HOUR = SupervisionSession(DAY, 60)
GROUP = SupervisionSession(DAY, 90, SessionKind.GROUP, people=3)


# BACP: 4 or fewer supervisees, half the time; 5 or more, the time by their number.
@pytest.mark.parametrize(("people", "credit"), [(2, 45), (4, 45), (5, 18), (6, 15)])
def test_that_a_group_counts_for_one_person_as_bacp_says(people, credit):
    assert group_credit(90, people) == credit


def test_that_only_a_group_is_credited_in_part():
    assert (HOUR.credited, GROUP.credited, replace(GROUP, people=9).credited) == (60, 45, 10)
    assert minutes_by_week((HOUR, GROUP)) == {WEEK: 150}


@pytest.mark.parametrize(
    ("session", "field"),
    [
        (replace(HOUR, held=date(2026, 11, 21)), "held"),
        (replace(HOUR, minutes=0), "minutes"),
        (replace(GROUP, people=None), "people"),
        (replace(GROUP, people=1), "people"),
        (replace(HOUR, enough=11), "enough"),
        (replace(HOUR, could_say=-1), "could_say"),
    ],
)
def test_that_what_cannot_be_is_said_with_its_field(session, field):
    problem = session.problem(date(2026, 11, 20))

    assert problem is not None
    assert problem[0] == field
    assert problem[1].endswith(".")


def test_that_a_session_that_can_be_has_no_problem():
    assert HOUR.problem(DAY) is None
    assert replace(GROUP, enough=0, could_say=10).problem(DAY) is None


def test_that_minutes_are_counted_once_whether_in_the_check_in_or_not():
    noted = weekly("fact_supervision_minutes", [60, 30], first=WEEK.plus(-2))
    both = with_sessions(noted, {WEEK.plus(-2): 50.0, WEEK.plus(-1): 45.0, WEEK: 50.0})

    # the check-in had more, the sessions had more, there is no check-in
    assert [point.value for point in both.points] == [60, 45, 50]


def test_that_a_session_in_a_group_that_was_kept_counts_in_part_where_the_standard_says_so():
    nothing = {name: weekly(name, []) for name in (SUPERVISION, GROUP_MINUTES, GROUP_SIZE)}
    six = replace(GROUP, people=6)
    bacp = Standard(90, Span.MONTH, group_credit=True)

    def counted(*sessions):
        return credited(bacp, view(*with_kept(nothing, sessions).values(), week=WEEK))

    # By hand, from BACP: of 90 minutes with 6 people 15 count, with 3 people 45; an hour counts
    # whole. Of two groups the larger says how much: 180 with 6 are 30.
    assert counted(six) == {WEEK: 15}
    assert counted(GROUP, HOUR) == {WEEK: 105}
    assert counted(GROUP, six) == {WEEK: 30}


def test_that_one_session_does_not_make_a_week_that_is_not_over_short():
    kept = with_sessions(weekly("fact_supervision_minutes", []), {WEEK: 20.0})

    assert without_open_week(kept, WEEK, checked_in=False).points == ()
    assert without_open_week(kept, WEEK, checked_in=True).points == (Point(WEEK, 20.0),)
    assert without_open_week(kept, WEEK.plus(1), checked_in=False).points == kept.points


def test_that_the_next_session_begins_with_what_is_open_of_the_last():
    first = Action("Old", "Me", DAY, id=1)
    done = Action("Done", "Me", DAY, status=ActionStatus.DONE, id=2)
    left = Action("Open", "Supervisor", DAY, id=3)
    before = SupervisionSession(date(2026, 11, 4), 60, actions=(1,), id=1)
    last = SupervisionSession(DAY, 60, actions=(2, 3, 99), id=2)  # 99 was deleted since

    assert what_happened((last, before), (first, done, left)) == (left,)
    assert what_happened((), (first,)) == ()


def test_that_looking_back_gives_sessions_gaps_and_months_newest_first():
    # Mondays of weeks whose Thursday lies in October 2026: 28 Sep (1 Oct) to 26 Oct (29 Oct), five.
    first = Week.parse("2026-09-28")
    minutes = weekly("fact_supervision_minutes", [60, 0, 60, 0, 60, 60, 0, 50], first=first)
    seen = view(minutes, week=WEEK, plan=Plan(supervision_rule="sup-own", supervision_minutes=60))
    kept = (
        SupervisionSession(DAY, 50, actions=(5,), id=2),
        SupervisionSession(date(2026, 10, 28), 60, id=1),
    )
    agreed = Action("Pause", "Supervisor", DAY, id=5)
    told = look_back(kept, (agreed,), view=seen, rules=[short(Standard())])

    assert [past.session.id for past in told.sessions] == [2, 1]
    assert [past.weeks_since for past in told.sessions] == [3, None]
    assert told.sessions[0].agreed == (agreed,)
    # November: 60 + 0 + 50 so far, of four weeks of 60; October: 60 + 60 + 60 of five.
    assert [(m.first.month, m.minutes, m.due, m.is_over) for m in told.months] == [
        (11, 110, 240, False),
        (10, 180, 300, True),
    ]
    assert told.weeks_since == 0


def test_that_leave_brings_a_month_down_and_a_rule_for_a_month_is_for_the_whole():
    first = Week.parse("2026-09-28")
    minutes = weekly("fact_supervision_minutes", [90, 0, 0, 0, 0], first=first)
    away = [first.plus(1)]
    plan = Plan(supervision_rule="sup-own", supervision_minutes=100, supervision_span=Span.MONTH)
    seen = view(minutes, week=first.plus(4), plan=plan, away=away)
    told = look_back((), (), view=seen, rules=[short(Standard())])

    # one of five weeks away: 100 * 4 / 5
    assert [month.due for month in told.months] == [80]
    assert told.weeks_since == 4


def test_that_without_a_rule_or_a_value_nothing_is_compared():
    seen = view(week=WEEK, plan=Plan(supervision_rule="none"))
    told = look_back((), (), view=seen, rules=[])

    assert (told.sessions, told.months, told.rule, told.weeks_since) == ((), (), "", None)

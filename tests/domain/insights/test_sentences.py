"""The sentence of a week and the time left, with the words worked out by hand."""

from __future__ import annotations

import pytest

from burnout_check.domain.insights.sentences import NO_USUAL, time_left, week_sentence
from burnout_check.domain.numbers import number_of
from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.rules.rule import LineKind, Standard
from burnout_check.domain.settings.plan import Plan, Span
from tests.domain.samples import crossing, history, rule, series_of, short

CASELOAD, CONTACT = "fact_caseload", "fact_contact_hours"
OVERTIME, SUPERVISION = "fact_overtime_hours", "fact_supervision_minutes"
MANAGEABLE = "own_workload_manageable"
RULES = (short(Standard()),)
AGREED = Plan(supervision_rule="sup-own", supervision_minutes=60)


def sentence(facts, *, plan=AGREED, rules=RULES, away=None):
    past = history(facts, away=away)
    return week_sentence(
        past.check_ins[-1], history=past, series=series_of(past, *facts), plan=plan, rules=rules
    )


def test_that_a_heavier_week_says_by_what():
    facts = {
        CASELOAD: [63] * 8 + [72],
        OVERTIME: [0] * 8 + [5],
        SUPERVISION: [60] * 8 + [30],
    }

    assert sentence(facts) == (
        "Heavier than your usual: 9 more people than your eight-week middle, "
        "5 hours over contract, 30 of 60 minutes of supervision."
    )


def test_that_an_ordinary_week_is_called_so():
    facts = {CASELOAD: [60] * 5, OVERTIME: [1] * 5, SUPERVISION: [60] * 5}

    assert sentence(facts) == "About your usual week."


def test_that_a_week_past_a_line_is_like_the_last_ones_and_not_called_usual():
    past = history({CASELOAD: [60] * 5, OVERTIME: [1] * 5})
    series = series_of(past, CASELOAD, OVERTIME)

    def said(kind, x):
        rules = (rule("over", crossing(kind, x), of=CASELOAD),)
        last = past.check_ins[-1]
        return week_sentence(last, history=past, series=series, plan=AGREED, rules=rules)

    assert said(LineKind.OVER, 50) == "As heavy as your last weeks."
    assert said(LineKind.OVER, 70) == "About your usual week."
    assert said(LineKind.OVER_USUAL, 1) == "About your usual week."  # changed, not past a line


def test_that_short_supervision_is_said_of_an_ordinary_week_too():
    facts = {CASELOAD: [60] * 5, SUPERVISION: [60] * 4 + [45]}

    assert sentence(facts) == "About your usual week, with 45 of 60 minutes of supervision."


def test_that_no_supervision_at_all_reads_as_none():
    facts = {CASELOAD: [60] * 5, SUPERVISION: [60] * 4 + [0]}

    assert sentence(facts) == "About your usual week, with none of the 60 minutes of supervision."


def test_that_a_lighter_week_says_by_what():
    facts = {CASELOAD: [60] * 5 + [50], CONTACT: [20] * 5 + [16], SUPERVISION: [60] * 6}

    assert sentence(facts) == (
        "Lighter than your usual: 10 fewer people than your middle so far, 4 fewer client hours."
    )


def test_that_less_overtime_than_usual_makes_a_lighter_week():
    assert sentence({OVERTIME: [5, 5, 5, 5, 2]}) == (
        "Lighter than your usual: 3 fewer hours of overtime."
    )


def test_that_a_mixed_week_says_both():
    facts = {CASELOAD: [60] * 5 + [70], CONTACT: [20] * 5 + [17]}

    assert sentence(facts) == (
        "Heavier in one way, lighter in another: "
        "10 more people than your middle so far, 3 fewer client hours."
    )


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (32, "About your usual week."),
        (33, "Heavier than your usual: 3 more people than your middle so far."),
    ],
)
def test_that_small_differences_in_caseload_are_not_news(last, expected):
    # A tenth of 30 is 3, and fewer than 3 people are never news.
    assert sentence({CASELOAD: [30, 30, 30, 30, last]}) == expected


def test_that_a_tenth_is_needed_where_that_is_more():
    assert sentence({CASELOAD: [60, 60, 60, 60, 65]}) == "About your usual week."
    assert sentence({CASELOAD: [60, 60, 60, 60, 66]}) == (
        "Heavier than your usual: 6 more people than your middle so far."
    )


def test_that_one_hour_is_singular():
    assert sentence({OVERTIME: [0, 0, 0, 0, 2.5]}) == (
        "Heavier than your usual: 2.5 hours over contract."
    )
    assert (number_of(1, "hour", "hours"), number_of(2, "hour", "hours")) == ("1 hour", "2 hours")
    assert number_of(0, "hour", "hours") == "0 hours"


def test_that_a_harder_workload_is_said_with_its_rating():
    assert sentence({MANAGEABLE: [6, 6, 6, 6, 4]}) == (
        "Heavier than your usual: a workload that was harder to manage (4 of 10)."
    )
    assert sentence({MANAGEABLE: [6, 6, 6, 6, 8]}) == (
        "Lighter than your usual: a workload that was easier to manage (8 of 10)."
    )


def test_that_the_first_weeks_have_no_usual():
    assert sentence({CASELOAD: [60]}) == NO_USUAL
    assert sentence({CASELOAD: [60, 70, 80, 90]}) == NO_USUAL
    assert NO_USUAL == (
        "It takes four check-ins to know your usual. From then on, this compares each week with it."
    )


def test_that_a_week_with_no_numbers_is_compared_with_nothing():
    assert sentence({CASELOAD: [60, 60, 60, 60, None], SUPERVISION: [60] * 5}) == (
        "There are no numbers about your work this week, so there is nothing to compare."
    )


def test_that_a_figure_for_a_fortnight_is_said_for_two_weeks():
    plan = Plan(supervision_rule="sup-own", supervision_minutes=90, supervision_span=Span.FORTNIGHT)
    facts = {CASELOAD: [60] * 6, SUPERVISION: [45] * 5 + [30]}

    assert sentence(facts, plan=plan) == (
        "About your usual week, with 75 of 90 minutes of supervision in two weeks."
    )


def test_that_a_month_is_only_spoken_of_when_it_is_over():
    # The sixth week from 5 January 2026 is in February, which goes on until the 23rd.
    plan = Plan(supervision_rule="sup-own", supervision_minutes=90, supervision_span=Span.MONTH)
    six, four = [10] * 6, [10] * 4

    assert sentence({CASELOAD: [60] * 6, SUPERVISION: six}, plan=plan) == "About your usual week."
    assert sentence({CASELOAD: [60] * 4, SUPERVISION: four}, plan=plan) == NO_USUAL


def test_that_nothing_is_said_of_supervision_that_is_not_compared():
    facts = {CASELOAD: [60] * 5, SUPERVISION: [0] * 5}

    assert sentence(facts, plan=Plan(supervision_rule="none")) == "About your usual week."
    assert sentence(facts, rules=()) == "About your usual week."


def test_that_leave_is_no_part_of_the_usual():
    facts = {CASELOAD: [60, 60, 0, 60, 60, 60]}

    assert sentence(facts, away={2: Reason.LEAVE}) == "About your usual week."


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        (9, "9 of 12 answered · about 30 seconds left"),
        (11, "11 of 12 answered · about 10 seconds left"),
        (12, "12 of 12 answered"),
        (0, "0 of 12 answered · about 2 minutes left"),
    ],
)
def test_that_the_time_left_is_told(answered, words):
    assert time_left(answered, 12) == words


def test_that_many_questions_are_told_in_minutes():
    assert time_left(0, 48) == "0 of 48 answered · about 6 minutes left"

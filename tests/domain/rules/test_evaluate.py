"""What stands out: together, instead of, the order, and what was put aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burnout_check.content.instruments import load_instruments
from burnout_check.content.rules import load_rules
from burnout_check.domain.measures.measure import measures
from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.evaluate import prompts, prompts_of, quiet
from burnout_check.domain.rules.rule import Crossing, LineKind, Severity
from burnout_check.domain.settings.plan import Plan, Span
from burnout_check.domain.support.option import Family
from burnout_check.paths import resources_dir
from tests.domain.samples import (
    ACT,
    NOW,
    START,
    WATCH,
    check_in,
    crossing,
    rule,
    view,
    weekly,
)

RULES = load_rules(resources_dir())
INSTRUMENTS = load_instruments(resources_dir())
MEASURES = {each.id: each for each in measures(INSTRUMENTS)}
BY_ID = {each.id: each for each in RULES}
OWN = Plan(supervision_rule="sup-own", supervision_minutes=60, caseload_plan=60)


def ids(found):
    return [prompt.rule.id for prompt in found]


def test_that_a_prompt_says_why_on_what_basis_and_what_clears_it():
    past = History(
        tuple(check_in(START.plus(place), facts={"fact_caseload": 61.0}) for place in (0, 1))
    )
    found = prompts(
        RULES, past, instruments=INSTRUMENTS, plan=Plan(caseload_plan=60), week=START.plus(1)
    )

    assert len(found) == 1
    prompt = found[0]
    assert (prompt.severity, prompt.family) == (WATCH, Family.WORKLOAD)
    assert prompt.title == "Your caseload is 61, and your job plan says 60"
    assert prompt.basis == (
        "Your own figure. It is the figure of your job plan. "
        "There is no national number to compare with."
    )
    assert prompt.clears == "It goes when your caseload is 60 or fewer."
    assert [point.value for point in prompt.evidence] == [61, 61]


def test_that_what_came_after_the_week_is_not_looked_at():
    past = History(
        tuple(
            check_in(START.plus(place), answers={"burnout_item": value})
            for place, value in enumerate([2, 5])
        )
    )
    earlier = prompts(RULES, past, instruments=INSTRUMENTS, plan=Plan(), week=START)
    now = prompts(RULES, past, instruments=INSTRUMENTS, plan=Plan(), week=START.plus(1))

    assert (ids(earlier), ids(now)) == ([], ["burnout-item-5"])


def test_that_a_hard_event_goes_with_the_next_check_in():
    past = History(
        (check_in(START, hard_events=("complaint",)), check_in(START.plus(1))),
    )
    then = prompts(RULES, past, instruments=INSTRUMENTS, plan=Plan(), week=START)
    now = prompts(RULES, past, instruments=INSTRUMENTS, plan=Plan(), week=START.plus(1))

    assert (ids(then), ids(now)) == (["hard-event"], [])
    assert then[0].severity is NOW


def test_that_together_is_shown_instead_of_its_parts():
    known = view(
        weekly("fact_caseload", [60, 60, 60, 60, 62, 63, 64, 65]),
        weekly("fact_overtime_hours", [5, 5, 5, 5, 5, 5, 5, 5]),
        weekly("fact_supervision_minutes", [60, 60, 60, 60, 60, 30, 30, 30]),
        plan=replace(OWN, contracted_hours=37.5),
    )
    found = prompts_of(RULES, known)

    assert ids(found) == ["together"]
    assert found[0].title == "Your caseload is high while supervision is short"
    assert [part.rule.id for part in found[0].parts] == ["caseload-plan", "overtime", "sup-own"]
    assert found[0].covers == ("together", "caseload-plan", "overtime", "sup-own")
    assert [point.value for point in found[0].parts[2].evidence] == [30, 30, 30]


def test_that_without_the_other_each_part_speaks_for_itself():
    loaded = view(
        weekly("fact_caseload", [62, 63]), weekly("fact_supervision_minutes", [60, 60]), plan=OWN
    )
    unsupported = view(
        weekly("fact_caseload", [60, 60]), weekly("fact_supervision_minutes", [60, 30]), plan=OWN
    )

    assert ids(prompts_of(RULES, loaded)) == ["caseload-plan"]
    assert ids(prompts_of(RULES, unsupported)) == ["sup-own"]


def test_that_together_ends_when_both_parts_have_cleared():
    known = view(
        weekly("fact_caseload", [62, 63, 60]),
        weekly("fact_supervision_minutes", [60, 30, 60]),
        plan=OWN,
    )

    assert prompts_of(RULES, known) == ()


def test_that_leave_and_sickness_are_not_short_of_supervision():
    known = view(
        weekly("fact_supervision_minutes", [60, 0, 0, 60]),
        plan=OWN,
        away=[START.plus(1), START.plus(2)],
        week=START.plus(2),
    )

    assert prompts_of(RULES, known) == ()


@pytest.mark.parametrize(
    ("reason", "expected"),
    [(Reason.LEAVE, ["sup-own"]), (Reason.SICK, ["sup-own"]), (Reason.OTHER, [])],
)
def test_that_only_leave_and_sickness_are_known_to_be_away(reason, expected):
    # A fortnight with a week of leave asks for half of 120; with an unknown week it is not judged.
    week = START.plus(1)
    plan = replace(OWN, supervision_minutes=120, supervision_span=Span.FORTNIGHT)
    past = History(
        (check_in(week, facts={"fact_supervision_minutes": 59.0}),), (Away(START, reason),)
    )
    found = prompts(RULES, past, instruments=INSTRUMENTS, plan=plan, week=week)

    assert ids(found) == expected


def test_that_a_worse_rule_is_never_silenced():
    mild = rule("mild", crossing(LineKind.AT_LEAST, 1), instead_of=("grave",))
    grave = rule("grave", crossing(LineKind.AT_LEAST, 1, severity=ACT))
    known = view(weekly("burnout", [5]))

    assert ids(prompts_of((mild, grave), known)) == ["grave", "mild"]


def test_that_of_two_that_silence_each_other_the_first_speaks():
    one = rule("one", crossing(LineKind.AT_LEAST, 1), instead_of=("two",))
    two = rule("two", crossing(LineKind.AT_LEAST, 1), instead_of=("one",))
    known = view(weekly("burnout", [5]))

    assert ids(prompts_of((one, two), known)) == ["one"]


def test_that_the_first_few_prompts_are_about_different_things():
    once = crossing(LineKind.AT_LEAST, 1)
    grave = crossing(LineKind.AT_LEAST, 1, severity=ACT)
    many = (
        rule("watch", once),
        rule("burnout", grave),
        rule("burnout again", grave),
        rule("workload", grave, family=Family.WORKLOAD),
    )

    assert ids(prompts_of(many, view(weekly("burnout", [5])))) == [
        "burnout",
        "workload",
        "burnout again",
        "watch",
    ]


def test_that_the_top_band_of_anxiety_speaks_instead_of_the_line():
    known = view(weekly(MEASURES["gad7"], [3, 3, 3, 16], every=4))

    assert ids(prompts_of(RULES, known)) == ["gad7-15"]


def test_that_only_the_chosen_supervision_rule_speaks():
    known = weekly("fact_supervision_minutes", [0, 0])

    assert ids(prompts_of(RULES, view(known, plan=Plan(role="pwp")))) == ["sup-pwp-cm"]
    assert ids(prompts_of(RULES, view(known, plan=Plan(supervision_rule="none")))) == []


def test_that_a_number_can_be_changed_without_touching_the_file():
    line = BY_ID["burnout-item"]
    gentle = tuple(
        replace(when, line=replace(when.line, x=4))
        for when in line.whens
        if isinstance(when, Crossing)
    )
    known = view(weekly("burnout", [3, 3, 3]))

    assert ids(prompts_of([line], known)) == ["burnout-item"]
    assert ids(prompts_of([replace(line, whens=gentle)], known)) == []


def aside(severity, until="2026-02-09"):
    return {"burnout-item": (date.fromisoformat(until), severity)}


WATCHED = prompts_of(RULES, view(weekly("burnout", [1, 3])))
ACTED = prompts_of(RULES, view(weekly("burnout", [3, 4, 4])))
DAY = date(2026, 1, 12)


def test_that_what_was_put_aside_stays_quiet_until_its_day():
    assert quiet(WATCHED, aside("WATCH"), DAY) == ()
    assert quiet(WATCHED, aside("watch"), date(2026, 2, 8)) == ()
    assert ids(quiet(WATCHED, aside("WATCH"), date(2026, 2, 9))) == ["burnout-item"]


def test_that_what_got_worse_speaks_again():
    assert ids(quiet(ACTED, aside("WATCH"), DAY)) == ["burnout-item"]
    assert quiet(ACTED, aside("ACT"), DAY) == ()
    assert quiet(WATCHED, aside("ACT"), DAY) == ()


def test_that_an_unknown_severity_keeps_nothing_quiet():
    assert ids(quiet(WATCHED, aside("whisper"), DAY)) == ["burnout-item"]


def test_that_other_prompts_are_not_touched():
    assert ids(quiet(WATCHED, {"gad7-line": (date(2027, 1, 1), "NOW")}, DAY)) == ["burnout-item"]


def test_that_severities_are_ordered():
    assert Severity.WATCH < Severity.ACT < Severity.NOW
    assert [each.word for each in Severity] == ["Watch", "Act", "Now"]

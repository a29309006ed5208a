"""What patterns say and when they say nothing, on weeks made by hand."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from burnout_check.domain.insights.patterns import Pattern, Patterns, patterns
from burnout_check.domain.rules.rule import LineKind
from burnout_check.domain.settings.plan import Plan
from tests.domain.samples import START, crossing, measure, rule, weekly

OVERTIME = measure("fact_overtime_hours")
BURNOUT = measure("burnout")
PATTERN = Pattern(
    driver=OVERTIME,
    outcome=BURNOUT,
    cut=3,
    included=False,
    over_weeks=14,
    rest_weeks=31,
    difference=1,
    chance=1 / 45,
)
RULES = (
    rule("overtime", crossing(LineKind.OVER_PLAN, 0.1, figure="contracted_hours"), of=OVERTIME.id),
)
PLAN = Plan(contracted_hours=30)


def shuffled(many, few):
    """Five hours of overtime in ``few`` weeks and one hour in ``many``, in no order."""
    hours = [5.0] * few + [1.0] * many
    random.Random(4).shuffle(hours)  # noqa: S311 - made-up weeks
    return hours


def found_in(hours, ratings, *, name="burnout", away=frozenset(), plan=PLAN):
    known = {OVERTIME.id: weekly(OVERTIME, hours), name: weekly(name, ratings)}
    return patterns(known, plan=plan, rules=RULES, away=away)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (
            PATTERN,
            "In weeks with overtime over 3 hours your burnout rating was 1 point higher in the "
            "same week (14 weeks against 31; could be chance: 1 in 45).",
        ),
        (
            replace(PATTERN, cut=0, difference=-0.5, chance=2 / 90),
            "In weeks with any overtime your burnout rating was 0.5 points lower in the same week "
            "(14 weeks against 31; could be chance: 1 in 45).",
        ),
        (
            replace(
                PATTERN,
                driver=replace(measure("fact_supervision_minutes"), unit="min"),
                outcome=measure("own_workload_manageable"),
                cut=60,
                included=True,
                difference=2,
                chance=3 / 140,
            ),
            "In weeks with supervision of 60 minutes or more your rating of a manageable workload "
            "was 2 points higher in the same week (14 weeks against 31; could be chance: 1 in 46).",
        ),
    ],
)
def test_that_a_pattern_says_where_how_much_and_how_sure(pattern, words):
    assert pattern.sentence == words


def test_that_a_relation_is_found_at_the_line_of_the_rule():
    hours = shuffled(36, 24)
    found = found_in(hours, [3 if each > 3 else 2 for each in hours])

    assert found.looked_at == 1
    (pattern,) = found.found
    # Nowhere else does every week fit, so it is one place of the 60.
    assert pattern.sentence == (
        "In weeks with overtime over 3 hours your burnout rating was 1 point higher in the same "
        "week (24 weeks against 36; could be chance: 1 in 60)."
    )
    assert found.note == (
        "We looked at 1 pair of a number about work and a rating. Only what chance alone would "
        "bring at most 1 time in 40 is shown here. The chance allows for all the pairs, and for "
        "weeks being like the weeks beside them. Pairs that change too slowly to tell were left "
        "out. That two things go together does not say what brings about what."
    )


def test_that_without_a_line_the_middle_of_the_driver_splits_it():
    hours = shuffled(36, 24)
    (pattern,) = found_in(hours, [2 if each > 3 else 3 for each in hours], plan=Plan()).found

    assert (pattern.cut, pattern.included, pattern.difference) == (1, False, -1)


def test_that_a_driver_mostly_at_its_highest_is_split_there():
    hours = shuffled(24, 36)
    (pattern,) = found_in(hours, [3 if each > 3 else 2 for each in hours], plan=Plan()).found

    assert (pattern.cut, pattern.included) == (5, True)
    assert "overtime of 5 hours or more" in pattern.sentence


def test_that_eleven_weeks_on_a_side_are_too_few():
    hours = shuffled(60, 11)

    assert found_in(hours, [3 if each > 3 else 2 for each in hours]) == Patterns()


def test_that_weeks_of_leave_do_not_count():
    hours = shuffled(60, 12)
    ratings = [3 if each > 3 else 2 for each in hours]
    leave = {START.plus(hours.index(5.0))}

    assert found_in(hours, ratings).looked_at == 1
    assert found_in(hours, ratings, away=leave).looked_at == 0


def test_that_two_slow_drifts_are_left_out():
    years = range(100)

    assert found_in([each / 10 for each in years], [1 + each // 20 for each in years]) == Patterns()


def test_that_a_rating_that_never_moves_says_nothing():
    assert found_in(shuffled(36, 24), [2] * 60) == Patterns()


def test_that_a_difference_that_the_middle_does_not_show_is_not_said():
    # 9 of 24 weeks with more overtime rise, and no other: the ranks differ, both middles are 2.
    hours = shuffled(36, 24)
    high = [place for place, each in enumerate(hours) if each > 3][:20:2]
    ratings = [3 if place in high else 2 for place in range(60)]
    found = found_in(hours, ratings)

    assert found.looked_at == 1
    assert found.found == ()
    assert found.note == ""


def test_that_at_most_three_are_shown():
    hours = shuffled(60, 40)
    rated = [3.0 if each > 3 else 2.0 for each in hours]
    names = ("burnout", "gad2", "own_workload_manageable", "own_values_gap")
    known = {OVERTIME.id: weekly(OVERTIME, hours)} | {name: weekly(name, rated) for name in names}
    found = patterns(known, plan=PLAN, rules=RULES)

    assert found.looked_at == 4
    assert len(found.found) == 3
    assert found.note.startswith("We looked at 4 pairs")


def test_that_nothing_noted_has_no_patterns():
    assert patterns({}, plan=Plan(), rules=()) == Patterns()

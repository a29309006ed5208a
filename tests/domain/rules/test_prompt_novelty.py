"""Nothing is shown in full twice in a month unless it got worse; and how often a rule spoke."""

from __future__ import annotations

from dataclasses import replace

from burnout_check.content.rules import load_rules
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.firing_counts import Fired, firing_counts
from burnout_check.domain.rules.prompt_novelty import with_novelty
from burnout_check.domain.rules.rule import LineKind
from burnout_check.domain.rules.rule_history import RuleHistory
from burnout_check.domain.settings.plan import Plan
from burnout_check.paths import resources_dir
from tests.domain.samples import ACT, START, crossing, rule, view, weekly

WATCHED = crossing(LineKind.AT_LEAST, 3)
ACTED = crossing(LineKind.AT_LEAST, 3, of=(3, 4), severity=ACT)
BURNOUT = rule("burnout-item", WATCHED, ACTED)
CRISIS = replace(rule("five", crossing(LineKind.AT_LEAST, 3)), crisis=True)


def shown(values, *, of=BURNOUT, unchecked=()):
    """For each week, the place of the week its prompt was said in before: "new", "" if none."""
    known = view(weekly("burnout", values))
    weeks = [START.plus(place) for place in range(len(values))]
    checked = {week for place, week in enumerate(weeks) if place not in unchecked}
    rule_history = RuleHistory([of], known)
    found = []
    for week in weeks:
        at = replace(known, week=week)
        marked = with_novelty(prompts_of([of], at), rule_history, week, checked=checked)
        said = marked[0].said_in if marked else None
        found.append("" if not marked else "new" if said is None else said.since(START))
    return found


# By hand: 3 once is a watch and new. The second time it is the same watch. The third makes an act,
# which is worse and so new. Four weeks after that it is new again.
def test_that_what_goes_on_is_shown_in_full_once_a_month_and_when_it_gets_worse():
    assert shown([1, 3, 3, 3, 3, 3, 3, 3]) == ["", "new", 1, "new", 3, 3, 3, "new"]


def test_that_what_comes_back_within_a_month_is_not_new():
    # Two 3s of four: never an act. The second is two weeks after the first.
    assert shown([3, 1, 3, 1]) == ["new", "", 0, ""]


def test_that_what_comes_back_after_a_month_is_new():
    assert shown([3, 1, 1, 1, 3]) == ["new", "", "", "", "new"]


def test_that_a_milder_one_is_no_news():
    # Act in week 2; in week 4 there are 2 of the last 4 left, which is a watch.
    assert shown([3, 3, 3, 1, 3, 1])[2:5] == ["new", 2, 2]


def test_that_a_week_without_a_check_in_says_nothing_new_and_uses_no_month_up():
    values = [3, None, None, None, 3, None]
    assert shown(values, unchecked={1, 2, 3, 5}) == ["new", 0, 0, 0, "new", 4]


def test_that_a_long_one_keeps_its_rhythm():
    # New in week 0, an act in week 2, and then every fourth week for two years.
    found = shown([3] * 104)

    assert [place for place, said in enumerate(found) if said == "new"] == [0, *range(2, 104, 4)]


def test_that_a_rule_that_leads_to_crisis_help_is_always_in_full():
    assert shown([3, 3, 3], of=CRISIS) == ["new"] * 3


def test_that_the_last_year_is_counted_by_times_and_weeks():
    # 60 weeks; what is older than 52 is left out. Two stretches of 3 and of 1 week.
    values = [5] * 4 + [1] * 30 + [3, 3, 3] + [1] * 10 + [4] + [1] * 12
    known = view(weekly("burnout", values))
    last = START.plus(len(values) - 1)

    assert firing_counts(rule("r", WATCHED), RuleHistory([], known), last) == Fired(2, 4)


def test_that_how_often_is_said_in_words():
    said = [Fired().words, Fired(1, 1).words, Fired(2, 5).words]

    assert said == [
        "Never in your last year",
        "Once in your last year, 1 week in all",
        "2 times in your last year, 5 weeks in all",
    ]


def test_that_a_rule_about_two_things_speaks_as_its_prompt_does():
    rules = load_rules(resources_dir())
    plan = Plan(caseload_plan=60, supervision_rule="sup-own", supervision_minutes=60)
    known = view(
        weekly("fact_caseload", [60, 62, 63, 63, 60, 60]),
        weekly("fact_supervision_minutes", [60, 30, 60, 60, 60, 30]),
        plan=plan,
    )
    active = [each for each in rules if each.standard is None or each.id == "sup-own"]
    both = next(each for each in active if each.id == "together")
    rule_history = RuleHistory(active, known)
    for place in range(6):
        week = START.plus(place)
        found = prompts_of(rules, replace(known, week=week))
        prompt = next((each.severity for each in found if each.rule is both), None)
        assert rule_history.severity(both, week) is prompt, place

"""A person's own numbers: what may change and how far, what then fires, and the way back."""

from __future__ import annotations

import pytest

from burnout_check.content.instruments import load_instruments
from burnout_check.content.rules import load_rules
from burnout_check.domain.measures.measure import measures
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.examples import outcome
from burnout_check.domain.rules.overrides import adjustable_numbers, apply_overrides
from burnout_check.domain.rules.rule_words import rule_words
from burnout_check.domain.rules.thresholds import own_rules, threshold_of, threshold_settings
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.settings.setting import Settings
from burnout_check.paths import resources_dir
from tests.domain.samples import view, weekly

RULES = load_rules(resources_dir())
MEASURES = {each.id: each for each in measures(load_instruments(resources_dir()))}
BY_ID = {each.id: each for each in RULES}
NONE = Settings(threshold_settings(RULES, MEASURES))
CRISIS = {"hard-event", "burnout-item-5", "gad7-15", "phq8-20"}
ALL_KNOBS = [
    (each, number)
    for each in RULES
    for number in adjustable_numbers(each, MEASURES.get(each.measure))
]


def chosen(**values):
    """The settings of somebody who changed these, such as burnout_item__line for its line."""
    keys = {f"rule.{key.replace('__', '.').replace('_', '-')}": key for key in values}
    return NONE.including({key.replace("often-", "often_"): values[of] for key, of in keys.items()})


def own(settings):
    return {each.id: each for each in own_rules(RULES, MEASURES, settings)}


def titles(settings, *series, plan=None):
    return [
        each.title for each in prompts_of(list(own(settings).values()), view(*series, plan=plan))
    ]


def test_that_with_nothing_chosen_the_rules_are_as_they_ship():
    assert own_rules(RULES, MEASURES, NONE) == RULES


def test_that_exactly_the_rules_that_lead_to_crisis_help_can_be_neither_changed_nor_off():
    fixed = {each.id for each in RULES if not threshold_of(each, MEASURES, NONE).may_be_off}

    assert fixed == CRISIS
    assert not any(
        adjustable_numbers(BY_ID[name], MEASURES.get(BY_ID[name].measure)) for name in CRISIS
    )
    assert not any(f"rule.{name}." in setting.key for setting in NONE.declared for name in CRISIS)


def test_that_a_crisis_rule_stays_on_whatever_the_settings_hold():
    forced = NONE.including({"rule.gad7-15.on": False, "rule.gad7-15.line": 21.0})

    assert own(forced)["gad7-15"] == BY_ID["gad7-15"]


# From the table of thresholds, by hand: the numbers each rule has that a person may change.
@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("burnout-item", {"line": 3, "often_act": 23}),
        ("cbi-work", {"line": 50, "upper": 75, "often_act": 8}),
        ("cbi-rise-client", {"line": 18.9, "often_act": 2}),
        ("gad7-line", {"line": 8, "often_act": 8}),
        ("overtime", {"percent": 10, "often_watch": 2, "often_act": 6}),
        ("hours-48", {"line": 48}),
        ("caseload-plan", {"often_watch": 2, "often_act": 4}),
        ("caseload-usual", {"percent": 20, "often_watch": 2}),
        ("sup-pwp-cm", {"minutes": 60, "often_act": 2}),
        ("sup-own", {"often_act": 2}),
        ("sup-bacp", {"minutes": 90, "often_act": 2}),
        ("sup-gap", {"often_watch": 2, "often_act": 4}),
        ("sup-enough", {"line": 4, "often_watch": 2, "often_act": 23}),
        ("together", {"within": 2}),
    ],
)
def test_that_a_rule_has_these_numbers(name, numbers):
    found = adjustable_numbers(BY_ID[name], MEASURES.get(BY_ID[name].measure))

    assert {number.id: number.default for number in found} == numbers


@pytest.mark.parametrize(("a_rule", "number"), ALL_KNOBS, ids=lambda each: each.id)
def test_that_a_number_can_go_to_both_its_limits_and_is_then_said_to_be_ones_own(a_rule, number):
    assert number.low <= number.default <= number.high
    for value in {number.low, number.high} - {number.default}:
        changed = apply_overrides(a_rule, [number], {number.id: value})
        assert changed.whens != a_rule.whens or changed.standard != a_rule.standard
        assert len(changed.yours) == 1
        words = rule_words(changed, MEASURES.get(a_rule.measure), Plan(supervision_minutes=60))
        assert words != rule_words(
            a_rule, MEASURES.get(a_rule.measure), Plan(supervision_minutes=60)
        )


@pytest.mark.parametrize("a_rule", RULES, ids=lambda each: each.id)
def test_that_a_number_that_is_the_apps_own_changes_nothing(a_rule):
    found = adjustable_numbers(a_rule, MEASURES.get(a_rule.measure))

    assert apply_overrides(a_rule, found, {number.id: number.default for number in found}) is a_rule


def test_that_a_changed_line_moves_what_fires_and_what_is_said():
    known = weekly("burnout", [1, 4])
    gentle = chosen(burnout_item__line=4)

    assert titles(gentle, weekly("burnout", [1, 3])) == []
    assert titles(gentle, known) == ["Burnout was 4 of 5 in your last check-in"]
    (prompt,) = prompts_of([own(gentle)["burnout-item"]], view(known))
    said = "You changed this: say so at 4 or more, instead of 3."
    assert said in prompt.text
    assert prompt.basis.startswith(f"Your own number. {said} The app’s number rests on this: ")
    assert prompt.clears == "It goes when your answer is below 4."


def test_that_how_often_can_be_changed():
    known = weekly("gad7", [9, 9, 9], every=4)
    sooner = chosen(gad7_line__often_act=3)

    assert titles(NONE, known)[0].startswith("Anxiety was 9 of 21")
    assert titles(sooner, known)[0].startswith("Anxiety was 8 or more the last 3 times")


def test_that_a_rule_can_be_switched_off_and_silences_no_other_then():
    known = weekly("gad7", [2, 2, 2, 12, 12], every=4)

    assert titles(NONE, known) == ["Anxiety was 12 or more the last 2 times"]
    off = chosen(gad7_line__on=False)
    assert titles(off, known) == ["Your anxiety score is up 10, and was up the time before"]


def test_that_changed_minutes_are_what_is_due():
    less = chosen(sup_hi__minutes=45)
    had = weekly("fact_supervision_minutes", [45])
    plan = Plan(role="high_intensity")

    assert titles(NONE, had, plan=plan)[0].startswith("Supervision was 45 of 60 minutes")
    assert titles(less, had, plan=plan) == []


def test_that_a_share_of_the_contracted_hours_can_be_changed():
    plan = Plan(contracted_hours=40)
    had = weekly("fact_overtime_hours", [5, 5])

    assert titles(NONE, had, plan=plan) == [
        "Overtime was over 4 hours in 2 of your last 2 check-ins"
    ]
    assert titles(chosen(overtime__percent=20), had, plan=plan) == []


def test_that_a_value_that_cannot_be_is_as_if_not_chosen():
    broken = NONE.including({"rule.burnout-item.line": 77.0, "rule.burnout-item.on": "perhaps"})

    assert own(broken)["burnout-item"] == BY_ID["burnout-item"]


def test_that_no_two_settings_share_a_key_and_each_number_may_be_the_apps_own():
    keys = [each.key for each in NONE.declared]

    assert len(keys) == len(set(keys))
    assert all(NONE[each.key] in (None, True) for each in NONE.declared)


@pytest.mark.parametrize("a_rule", RULES, ids=lambda each: each.id)
def test_that_every_example_still_holds_once_a_number_was_changed_and_taken_back(a_rule):
    found = adjustable_numbers(a_rule, MEASURES.get(a_rule.measure))
    back = apply_overrides(a_rule, found, {})
    others = [each if each.id != a_rule.id else back for each in RULES]

    for example in a_rule.examples:
        assert outcome(back, example, rules=others, measures=MEASURES) is example.fires


def test_that_a_rule_reads_as_one_plain_sentence_for_each_step():
    words = {
        name: rule_words(BY_ID[name], MEASURES.get(BY_ID[name].measure), Plan()) for name in BY_ID
    }

    assert words["burnout-item"] == (
        "Watch: Burnout (one question) is 3 or more. Act: 4 or more, in 2 of the last 3 check-ins. "
        "Act: 4 or more, in 2 of the last 8 check-ins, and it is still at the line. "
        "Act: 3 or more, in 23 of the last 24 check-ins."
    )
    assert words["sup-pwp-skills"] == (
        "Watch: a fortnight has less than 60 minutes of supervision. "
        "Act: a fortnight has less than 60 minutes of supervision, 2 times running."
    )
    assert words["sup-gap"] == (
        "Watch: more than 2 check-ins running without any supervision. "
        "Act: more than 4 check-ins running without any supervision."
    )
    assert words["together"] == ("Act: a high load and too little supervision in the same 2 weeks.")


def test_that_answers_with_words_are_said_by_their_words():
    labels = {1: "Never", 2: "Seldom", 3: "Sometimes", 4: "Often", 5: "Always"}
    said = rule_words(BY_ID["breaks"], MEASURES["hse_16"], Plan(), labels=labels)

    assert said == ("Watch: Too few breaks is “Often” or “Always”, in 3 of the last 4 check-ins.")

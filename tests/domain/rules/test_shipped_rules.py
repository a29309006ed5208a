"""The shipped rules: each by its own examples, and all of them against the table of thresholds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burnout_check.content.instruments import load_instruments
from burnout_check.content.rules import load_rules
from burnout_check.domain.measures.measure import measures
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.example import ExampleKind
from burnout_check.domain.rules.examples import outcome, view_of
from burnout_check.domain.rules.rule import Basis, Together
from burnout_check.domain.support.option import Family
from burnout_check.paths import resources_dir
from tests.domain.samples import ACT, NOW, WATCH, view, weekly

RULES = load_rules(resources_dir())
MEASURES = {each.id: each for each in measures(load_instruments(resources_dir()))}
BY_ID = {each.id: each for each in RULES}
EXAMPLES = [
    pytest.param(each, example, id=f"{each.id}: {example.note}")
    for each in RULES
    for example in each.examples
]


@pytest.mark.parametrize(("a_rule", "example"), EXAMPLES)
def test_that_a_rule_does_what_its_example_says(a_rule, example):
    assert outcome(a_rule, example, rules=RULES, measures=MEASURES) is example.fires


@pytest.mark.parametrize("a_rule", RULES, ids=lambda each: each.id)
def test_that_a_rule_has_an_example_for_each_severity_and_a_quiet_one(a_rule):
    shown = {example.fires for example in a_rule.examples}

    assert shown == {None, *(when.severity for when in a_rule.whens)}


@pytest.mark.parametrize("a_rule", RULES, ids=lambda each: each.id)
def test_that_a_rule_has_an_example_that_fires_one_that_just_does_not_and_one_that_clears(a_rule):
    assert set(ExampleKind) - {ExampleKind.OTHER} <= {each.kind for each in a_rule.examples}


@pytest.mark.parametrize(("a_rule", "example"), EXAMPLES)
def test_that_an_example_is_of_the_kind_it_says(a_rule, example):
    if example.kind is ExampleKind.FIRES:
        assert example.fires is not None
    elif example.kind is not ExampleKind.OTHER:
        is_near = example.kind is ExampleKind.NEAR
        assert said_before(a_rule, example) is not is_near
        assert not is_near or one_answer_away(a_rule, example)


def said_before(a_rule, example):
    """Whether the rule spoke at the end of an earlier week of the example."""
    known = view_of(example, MEASURES)
    involved = [each for each in RULES if each is a_rule or each.id in a_rule.replaces]
    weeks = max(map(len, example.values.values())) * example.every + example.later
    return any(
        prompt.rule is a_rule
        for back in range(1, weeks)
        for prompt in prompts_of(involved, known.back(back))
    )


def one_answer_away(a_rule, example):
    """Whether the rule would speak if a single answer, or the hard event, were another."""
    last = len(next(iter(example.values.values()))) - 1
    others = [replace(example, hard_events=(last,))]
    for name, values in example.values.items():
        most = MEASURES[name].high or 1000
        for place, value in enumerate(values):
            others += [
                replace(
                    example,
                    values={**example.values, name: (*values[:place], far, *values[place + 1 :])},
                )
                for far in (MEASURES[name].low, most)
                if value is not None
            ]
    return any(outcome(a_rule, each, rules=RULES, measures=MEASURES) for each in others)


# From the table of thresholds, by hand: what each rule is about and rests on.
@pytest.mark.parametrize(
    ("name", "family", "basis", "worst"),
    [
        ("sup-pwp-cm", "supervision", "published", ACT),
        ("sup-pwp-skills", "supervision", "published", ACT),
        ("sup-hi", "supervision", "published", ACT),
        ("sup-babcp", "supervision", "published", ACT),
        ("sup-bacp", "supervision", "published", ACT),
        ("sup-bacp-trainee", "supervision", "published", ACT),
        ("sup-of-sup", "supervision", "convention", ACT),
        ("sup-of-sup-share", "supervision", "convention", ACT),
        ("sup-own", "supervision", "job_plan", ACT),
        ("sup-gap", "supervision", "ours", ACT),
        ("sup-enough", "supervision", "ours", ACT),
        ("sup-held-alone", "supervision", "ours", ACT),
        ("overtime", "workload", "ours", ACT),
        ("hours-48", "workload", "legal", ACT),
        ("breaks", "workload", "ours", WATCH),
        ("caseload-plan", "workload", "job_plan", ACT),
        ("caseload-usual", "workload", "ours", WATCH),
        ("contacts-plan", "workload", "job_plan", ACT),
        ("back-to-back", "workload", "job_plan", ACT),
        ("telephone", "workload", "job_plan", ACT),
        ("workload-own", "workload", "ours", ACT),
        ("neglected", "workload", "ours", WATCH),
        ("together", "workload", "ours", ACT),
        ("burnout-item", "burnout", "published", ACT),
        ("burnout-item-5", "burnout", "ours", NOW),
        ("cbi-personal", "burnout", "convention", ACT),
        ("cbi-work", "burnout", "convention", ACT),
        ("cbi-client", "burnout", "convention", ACT),
        ("cbi-rise-personal", "burnout", "ours", ACT),
        ("cbi-rise-work", "burnout", "ours", ACT),
        ("cbi-rise-client", "burnout", "ours", ACT),
        ("gad7-line", "anxiety", "published", ACT),
        ("gad7-15", "anxiety", "published", ACT),
        ("gad7-rise", "anxiety", "convention", ACT),
        ("phq8-line", "mood", "published", ACT),
        ("phq8-20", "mood", "published", ACT),
        ("values-gap", "values", "ours", ACT),
        ("hard-event", "hard_event", "ours", NOW),
        ("gad2-alone", "anxiety", "ours", WATCH),
        ("phq2-alone", "mood", "ours", WATCH),
        ("burnout-changed", "burnout", "ours", ACT),
        ("workload-changed", "workload", "ours", ACT),
        ("sup-enough-changed", "supervision", "ours", ACT),
        ("sup-held-changed", "supervision", "ours", ACT),
        ("values-changed", "values", "ours", ACT),
    ],
)
def test_that_a_rule_of_the_table_ships(name, family, basis, worst):
    found = BY_ID[name]

    assert (found.family, found.basis) == (Family(family), Basis(basis))
    assert max(when.severity for when in found.whens) is worst


def test_that_no_other_rule_ships():
    assert len(RULES) == 45


def test_that_every_measure_a_rule_reads_exists():
    for each in RULES:
        assert set(each.measures_used) <= MEASURES.keys(), each.id


def test_that_each_example_reads_only_measures_of_its_rule():
    for each in RULES:
        parts = [BY_ID[name] for name in each.replaces]
        used = {name for part in (each, *parts) for name in part.measures_used}
        for example in each.examples:
            assert used == set() or example.values.keys() <= used, each.id


def test_that_gad_2_gives_no_prompt_by_itself_unless_it_is_high_and_the_rest_was_skipped():
    below, skipped = view(weekly("gad2", [4, 4, 4, 4])), view(weekly("gad2", [6, 6, 6, 6]))
    answered = view(weekly("gad2", [6, 6, 6, 6]), weekly("gad7", [7, 7, 7, 7]))

    assert prompts_of(RULES, below) == ()
    assert [(each.rule.id, each.severity) for each in prompts_of(RULES, skipped)] == [
        ("gad2-alone", WATCH)
    ]
    assert prompts_of(RULES, answered) == ()


def test_that_no_text_blames_or_diagnoses():
    words = ("!", "resilien", "commit suicide", "failed to cope", "disorder", "diagnos", "severe")
    for each in RULES:
        texts = [each.name, each.why]
        for when in each.whens:
            texts += [when.words.title, when.words.text, when.words.clears]
        for text in texts:
            assert not any(word in text.lower() for word in words), (each.id, text)


def test_that_together_has_both_sides():
    pairs = [when for when in BY_ID["together"].whens if isinstance(when, Together)]

    assert [pair.within for pair in pairs] == [2]
    supervision = {each.id for each in RULES if each.family is Family.SUPERVISION}
    assert set(pairs[0].support) == supervision

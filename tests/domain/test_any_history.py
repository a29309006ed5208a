"""Whatever was answered, what is said about it can be said: no rule, tile or sentence breaks."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from burnout_check.content.instruments import load_instruments
from burnout_check.content.rules import load_rules
from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.insights.comparison import compare
from burnout_check.domain.insights.derived import derived_series
from burnout_check.domain.insights.patterns import DRIVERS, OUTCOMES, patterns
from burnout_check.domain.insights.result_tiles import result_tiles
from burnout_check.domain.insights.sentences import week_sentence
from burnout_check.domain.insights.tiles import home_tiles
from burnout_check.domain.measures.measure import all_series, measures
from burnout_check.domain.measures.plan_figures import plan_figure
from burnout_check.domain.measures.trend import summary
from burnout_check.domain.measures.view import View
from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.prompt_novelty import with_novelty
from burnout_check.domain.rules.rule_history import RuleHistory
from burnout_check.domain.rules.thresholds import own_rules, threshold_settings
from burnout_check.domain.settings.plan import Plan, Span
from burnout_check.domain.settings.setting import Kind, Settings, Value
from burnout_check.paths import resources_dir
from tests.domain.samples import START, check_in

INSTRUMENTS = load_instruments(resources_dir())
RULES = load_rules(resources_dir())
FACTS = [fact for each in INSTRUMENTS.values() for fact in each.facts]
ITEMS = [item for each in INSTRUMENTS.values() for item in each.items]
MEASURES = {each.id: each for each in measures(INSTRUMENTS)}
DECLARED = threshold_settings(RULES, MEASURES)
STANDARDS = [each.id for each in RULES if each.standard is not None]
figures = st.none() | st.floats(1, 60)


@st.composite
def plans(draw):
    return Plan(
        role=draw(st.sampled_from(["", "pwp", "counsellor", "counsellor_trainee", "supervisor"])),
        contracted_hours=draw(figures),
        caseload_plan=draw(figures),
        contacts_plan=draw(figures),
        phone_plan=draw(figures),
        back_to_back_plan=draw(figures),
        supervision_rule=draw(st.sampled_from(["role", "none", *STANDARDS])),
        supervision_minutes=draw(figures),
        supervision_span=draw(st.sampled_from(list(Span))),
        baseline_from=draw(st.none() | st.integers(0, 20).map(START.plus)),
    )


@st.composite
def histories(draw):
    chance = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311 - made-up weeks
    full = draw(st.floats(0, 1))
    check_ins, away = [], []
    for place in range(draw(st.integers(1, 30))):
        week = START.plus(place)
        kind = chance.random()
        if kind < 0.1:
            away.append(Away(week, chance.choice(list(Reason))))
        elif kind < 0.9:
            check_ins.append(
                check_in(
                    week,
                    facts={
                        fact.id: float(chance.randrange(0, 90))
                        for fact in FACTS
                        if chance.random() < full
                    },
                    answers={
                        item.id: chance.choice(item.choices).value
                        for item in ITEMS
                        if chance.random() < full
                    },
                    hard_events=("complaint",) if chance.random() < 0.05 else (),
                )
            )
    return History(tuple(check_ins), tuple(away))


@st.composite
def own_numbers(draw):
    """The rules of somebody who changed some numbers, as far as they go, and switched some off."""
    chance = draw(st.randoms(use_true_random=False))
    share = draw(st.sampled_from([0, 0.2, 1]))
    chosen: dict[str, Value] = {
        each.key: False if each.kind is Kind.SWITCH else chance.choice([each.low, each.high])
        for each in DECLARED
        if chance.random() < share * (0.2 if each.kind is Kind.SWITCH else 1)
    }
    return own_rules(RULES, MEASURES, Settings(DECLARED, chosen))


@settings(max_examples=40)
@given(histories(), plans(), st.integers(0, 32), own_numbers())
def test_that_any_history_can_be_spoken_of(past, plan, place, rules):
    week = START.plus(place)
    series = all_series(past, INSTRUMENTS)
    series |= derived_series(past, series, plan=plan, rules=RULES)
    view = View.of(past, series, plan=plan, week=week)
    checked = {each.week for each in past.check_ins}
    found = with_novelty(prompts_of(rules, view), RuleHistory(rules, view), week, checked=checked)
    tiles = (*home_tiles(rules, view), *result_tiles(rules, view))
    texts = [text for each in found for text in (each.title, each.text, each.basis, each.clears)]
    texts += [text for tile in tiles for text in (tile.title, tile.value, tile.chip.words)]
    texts += [
        summary(
            each,
            week=week,
            baseline_from=plan.baseline_from,
            plan_figure=plan_figure(plan, each.measure.id),
        )
        for each in series.values()
    ]
    event = Event(week.sunday, EventKind.LEAVE)
    texts += [each.sentence for each in compare(event, series, series, away=view.away)]
    texts += [
        week_sentence(each, view=replace(view, week=each.week), rules=rules)
        for each in past.check_ins
    ]

    assert [prompt.severity for prompt in found] == sorted(
        (prompt.severity for prompt in found), reverse=True
    )
    assert len({prompt.rule.id for prompt in found}) == len(found)
    assert all(point.week <= week for prompt in found for point in prompt.evidence)
    assert all(prompt.said_in is None or prompt.said_in < week for prompt in found)
    assert all(text and "{" not in text and "  " not in text for text in texts)


@settings(max_examples=30)
@given(plans(), st.integers(0, 130), st.floats(0, 1), st.integers(0, 10**6))
def test_that_patterns_of_any_history_can_be_spoken_of(plan, weeks, full, seed):
    chance = random.Random(seed)  # noqa: S311 - made-up weeks
    history = History(
        tuple(
            check_in(
                START.plus(place),
                facts={
                    fact.id: float(chance.randrange(9)) for fact in FACTS if _said(chance, full)
                },
                answers={
                    item.id: chance.choice(item.choices).value
                    for item in ITEMS
                    if _said(chance, full)
                },
            )
            for place in range(weeks)
            if chance.random() < 0.9
        )
    )
    found = patterns(all_series(history, INSTRUMENTS), plan=plan, rules=RULES)

    assert len(found.found) <= 3
    assert found.looked_at <= len(DRIVERS) * len(OUTCOMES)
    assert bool(found.note) == bool(found.found)
    for each in found.found:
        assert min(each.over_weeks, each.rest_weeks) >= 12
        assert 0 < each.chance <= 1 / 40
        assert each.sentence.startswith("In weeks with ")


def _said(chance, full):
    return chance.random() < full


@settings(max_examples=30)
@given(histories(), plans(), st.integers(0, 29))
def test_that_what_is_worked_out_of_the_past_stays_when_time_goes_on(past, plan, place):
    """But for the weeks since the one asked about: no point of a closed week ever changes."""
    week = START.plus(place)
    then, now = (
        derived_series(each, all_series(each, INSTRUMENTS), plan=plan, rules=RULES)
        for each in (past.until(week), past)
    )
    for name, series in then.items():
        kept = {point.week: point.value for point in now[name].points}
        assert all(kept.get(point.week) == point.value for point in series.points)

"""The demo's story: the same each time, in range, and with something to say at its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from burnout_check.content.instruments import load_instruments
from burnout_check.content.rules import load_rules
from burnout_check.domain.demo.demo_history import (
    demo_actions,
    demo_events,
    demo_history,
    demo_sessions,
    demo_settings,
    demo_years,
)
from burnout_check.domain.demo.demo_story import LEANINGS, level
from burnout_check.domain.measures.measure import all_series
from burnout_check.domain.measures.view import View
from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.questionnaire.schedule import Cadence, Part, Questionnaire
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.rule import Severity
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.settings.setting import Settings
from burnout_check.domain.settings.setting_declarations import setting_declarations
from burnout_check.domain.week import Week
from burnout_check.paths import resources_dir

INSTRUMENTS = load_instruments(resources_dir())
RULES = load_rules(resources_dir())
UNTIL = Week.parse("2026-11-16")
STORY = demo_history(UNTIL, INSTRUMENTS)
SERIES = all_series(STORY, INSTRUMENTS)
PLAN = Plan(
    role="pwp",
    contracted_hours=37.5,
    caseload_plan=60,
    supervision_rule="sup-own",
    supervision_minutes=60,
)


def last(name, number):
    return [point.value for point in SERIES[name].points[-number:]]


def standing(until, seed):
    story = demo_history(until, INSTRUMENTS, seed=seed)
    view = View.of(story, all_series(story, INSTRUMENTS), plan=PLAN, week=until)
    return {prompt.rule.id: prompt for prompt in prompts_of(RULES, view)}


def test_that_a_seed_and_a_week_always_give_the_same_story():
    assert demo_history(UNTIL, INSTRUMENTS, seed=7) == demo_history(UNTIL, INSTRUMENTS, seed=7)
    assert demo_history(UNTIL, INSTRUMENTS, seed=7) != demo_history(UNTIL, INSTRUMENTS, seed=8)


def test_that_the_story_is_two_years_and_ends_with_the_week():
    weeks = [each.week for each in STORY.check_ins]

    assert weeks == sorted(weeks)
    assert weeks[0] == UNTIL.plus(-103)
    assert weeks[-1] == UNTIL


def test_that_each_week_is_a_check_in_or_away_or_missed_but_never_two():
    told = {each.week for each in STORY.check_ins}
    away = {each.week for each in STORY.away}

    assert told.isdisjoint(away)
    assert len(told) + len(away) < 104


def test_that_there_are_two_weeks_of_leave_running_and_a_sick_week():
    leave = sorted(each.week for each in STORY.away if each.reason is Reason.LEAVE)

    assert any(after.since(before) == 1 for before, after in pairwise(leave))
    assert [each.reason for each in STORY.away].count(Reason.SICK) == 1


@pytest.mark.parametrize("seed", range(1, 6))
def test_that_every_answer_and_number_is_within_range(seed):
    items = {item.id: item for each in INSTRUMENTS.values() for item in each.items}
    facts = {fact.id: fact for each in INSTRUMENTS.values() for fact in each.facts}
    for week in demo_history(UNTIL, INSTRUMENTS, seed=seed).check_ins:
        for name, answer in week.answers.items():
            assert answer in {choice.value for choice in items[name].choices}
        for name, number in week.facts.items():
            assert 0 <= number <= facts[name].high
            assert number == int(number) or not facts[name].whole


def test_that_the_weekly_questions_are_answered_each_week():
    for each in STORY.check_ins:
        assert {"burnout_item", "gad7_1", "gad7_2", "hse_12", "hse_16", "hse_33"} <= set(
            each.answers
        )
        assert {"fact_caseload", "fact_supervision_minutes"} <= set(each.facts)


def test_that_the_other_anxiety_questions_follow_at_three():
    for each in STORY.check_ins:
        if each.answers["gad7_1"] + each.answers["gad7_2"] >= 3:
            assert "gad7_7" in each.answers


def test_that_the_long_questionnaire_comes_every_four_weeks_or_later():
    weeks = [point.week for point in SERIES["cbi_work"].points]
    apart = [after.since(before) for before, after in pairwise(weeks)]

    assert len(weeks) >= 20
    assert min(apart) == 4
    assert max(apart) <= 7


def test_that_the_end_is_what_the_app_is_for():
    assert len([value for value in last("burnout", 4) if value >= 3]) >= 3
    assert min(last("fact_caseload", 4)) > 60
    assert max(last("fact_supervision_minutes", 4)) < 60


def test_that_recovery_has_begun_and_is_not_complete():
    peak = max(point.value for point in SERIES["fact_caseload"].points)
    settled = max(last("burnout", 104)[:40])

    assert last("fact_caseload", 1)[0] < peak
    assert last("burnout", 1)[0] < max(last("burnout", 104))
    assert last("burnout", 1)[0] > settled


@pytest.mark.parametrize("seed", range(1, 9))
@pytest.mark.parametrize("until", ["2026-11-16", "2027-01-04", "2027-04-05"])
def test_that_prompts_of_different_kinds_stand_at_the_end(until, seed):
    found = standing(Week.parse(until), seed)

    assert found["burnout-item"].severity is Severity.ACT
    assert found["together"].severity is Severity.ACT
    assert {"caseload-plan", "sup-own"} <= set(found["together"].covers)
    assert "gad7-line" in found
    assert Severity.NOW not in {prompt.severity for prompt in found.values()}


def test_that_nothing_stood_out_in_the_settled_months():
    view = View.of(STORY, SERIES, plan=PLAN, week=UNTIL.plus(-80))

    assert [prompt for prompt in prompts_of(RULES, view) if prompt.severity > Severity.WATCH] == []


def test_that_each_week_says_which_parts_were_asked():
    parts = (
        Part("weekly", "s", "", "", "gad7", ("gad7_1", "gad7_2"), Cadence.WEEKLY),
        Part("long", "s", "", "", "cbi", ("cbi_w1",), Cadence.FOUR_WEEKLY),
    )
    story = demo_history(UNTIL, INSTRUMENTS, parts=parts)
    asked = {each.asked for each in story.check_ins}

    assert asked == {("weekly",), ("weekly", "long")}


def test_that_each_week_names_the_versions_it_answered():
    for each in STORY.check_ins:
        assert each.instruments["gad7"] == INSTRUMENTS["gad7"].version
        assert ("cbi" in each.instruments) == ("cbi_w1" in each.answers)


def test_that_instruments_that_are_not_there_are_left_out():
    only = {"gad7": INSTRUMENTS["gad7"], "pwls_burnout_single": INSTRUMENTS["pwls_burnout_single"]}
    story = demo_history(UNTIL, only)

    assert story.check_ins[-1].facts == {}
    assert set(story.check_ins[-1].instruments) == set(only)


def test_that_notes_are_few_and_name_nobody():
    notes = [each.note for each in STORY.check_ins if each.note]

    assert 4 <= len(notes) <= 10
    assert all(len(note) < 80 for note in notes)


def test_that_the_settings_can_be_chosen_and_give_the_plan_of_the_story():
    settings = Settings(setting_declarations(Questionnaire((), (), ()))).including(demo_settings())

    assert [settings.setting(key).problem(value) for key, value in settings.chosen.items()] == (
        [None] * len(settings.chosen)
    )
    assert Plan.of(settings) == PLAN


def test_that_some_actions_are_open():
    actions = demo_actions(date(2026, 11, 24))

    # The day is a Tuesday: due on the Friday of its week and on the Monday after.
    assert [action.due for action in actions][:2] == [date(2026, 11, 27), date(2026, 11, 30)]
    assert all(action.made < date(2026, 11, 24) for action in actions)
    assert [action.status.value for action in actions] == ["open", "open", "done"]


def test_that_a_curve_is_straight_between_its_points():
    curve = ((0, 10.0), (10, 20.0), (20, 0.0))

    assert [level(curve, place) for place in (0, 5, 10, 15, 20)] == [10, 15, 20, 10, 0]
    assert sum(LEANINGS) == pytest.approx(0)


def test_that_the_sessions_are_in_the_minutes_of_the_check_ins():
    actions = [replace(each, id=7) for each in demo_actions(date(2026, 11, 24))[:1]]
    sessions = demo_sessions(STORY, actions)
    noted = {past.week: past.facts.get("fact_supervision_minutes") for past in STORY.check_ins}

    assert len(sessions) == 10
    assert all(noted[each.week] == each.minutes for each in sessions)
    assert sessions[-1].actions == (7,)
    assert all(each.problem(date(2026, 11, 24)) is None for each in sessions)


def test_that_ten_years_are_told_with_every_measure():
    told = demo_years(UNTIL, INSTRUMENTS)
    weeks = [each.week for each in told.check_ins]

    assert weeks == sorted(set(weeks))
    assert weeks[-1].since(weeks[0]) == 519
    assert len({each.week.monday.year for each in told.check_ins}) == 11
    assert all(each.points for each in all_series(told, INSTRUMENTS).values())


def test_that_the_story_has_events_in_its_order():
    told = demo_events(UNTIL)

    # The 59th of 104 weeks is 45 before the last: that of 5 January 2026. Its Wednesday is the 7th.
    assert str(told[0].day) == "2026-01-07"
    assert told[0].label == "A colleague left"
    assert [each.day for each in told] == sorted(each.day for each in told)

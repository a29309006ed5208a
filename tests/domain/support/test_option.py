"""Suggestions: one thing for the person, one that changes the work, and one more."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burnout_check.content.support import load_options
from burnout_check.domain.support.option import (
    Aim,
    Circumstances,
    Family,
    Nation,
    Option,
    Shelf,
    Source,
    Tier,
    suggested,
)
from burnout_check.domain.support.options_for_person import options_for
from burnout_check.paths import resources_dir

SHIPPED = load_options(resources_dir())
NATIONS = ("", *Nation)
ENGLAND = options_for(Circumstances(nation="England"), SHIPPED)


def option(name, aim, *helps, tier=Tier.SELF, nations=()):
    return Option(name, name, tier, aim, Shelf.EVERYDAY, "Text.", helps=helps, nations=nations)


def names(found):
    return [each.id for each in found]


REST = option("rest", Aim.PERSON, Family.BURNOUT)
TALK = option("talk", Aim.PERSON, Family.BURNOUT, Family.ANXIETY)
PAUSE = option("pause", Aim.WORK, Family.WORKLOAD, tier=Tier.MANAGER)
REVIEW = option("review", Aim.WORK, Family.BURNOUT, tier=Tier.SUPERVISOR)
LINE = option("line", Aim.PERSON, Family.BURNOUT, tier=Tier.CRISIS)


@given(
    families=st.lists(st.sampled_from(Family), min_size=1, max_size=6),
    nation=st.sampled_from(NATIONS),
)
def test_that_any_prompts_give_three_options_with_one_for_each_aim(families, nation):
    found = suggested(families, options_for(Circumstances(nation=nation), SHIPPED))

    assert len(found) == len(set(found)) == 3
    assert [each.aim for each in found[:2]] == [Aim.PERSON, Aim.WORK]
    for each in found:
        assert set(each.helps) & set(families)
        assert each.serves(nation)
        assert each.tier is not Tier.CRISIS


@given(families=st.lists(st.sampled_from(Family), max_size=5))
def test_that_a_prompt_that_comes_twice_changes_nothing(families):
    once = list(dict.fromkeys(families))

    assert suggested(families, ENGLAND) == suggested(once, ENGLAND)


def test_that_nothing_stands_out_without_a_prompt():
    assert suggested((), ENGLAND) == ()


def test_that_the_worst_prompt_chooses_first():
    options = (PAUSE, REST, REVIEW, TALK)

    assert names(suggested((Family.BURNOUT, Family.WORKLOAD), options)) == [
        "rest",
        "review",
        "talk",
    ]
    assert names(suggested((Family.WORKLOAD, Family.BURNOUT), options)) == [
        "rest",
        "pause",
        "review",
    ]


def test_that_crisis_lines_are_never_suggested():
    assert names(suggested((Family.BURNOUT,), (LINE, REST))) == ["rest"]


def test_that_what_another_nation_has_is_not_suggested():
    canopi = option("canopi", Aim.PERSON, Family.BURNOUT, nations=(Nation.WALES,))

    assert names(options_for(Circumstances(nation="Scotland"), (canopi, REST))) == ["rest"]
    assert names(options_for(Circumstances(nation="Wales"), (canopi, REST))) == ["canopi", "rest"]


@pytest.mark.parametrize("nation", ["", "Atlantis"])
def test_that_an_unknown_nation_sees_every_option(nation):
    assert option("canopi", Aim.PERSON, nations=(Nation.WALES,)).serves(nation)


def test_that_a_hard_event_leads_to_the_supervisor_today():
    assert suggested((Family.HARD_EVENT,), SHIPPED)[0].id == "tell-supervisor"


def test_that_values_lead_to_the_team_before_one_persons_list():
    assert suggested((Family.VALUES,), SHIPPED)[1].id == "team-talk"


@pytest.mark.parametrize(
    ("today", "confirmed_on", "words"),
    [
        (date(2027, 5, 22), None, "To be checked"),
        (date(2027, 5, 22), date(2027, 5, 1), "Checked"),
        (date(2027, 5, 23), None, "May be out of date"),
        (date(2027, 5, 23), date(2027, 5, 1), "May be out of date"),
    ],
)
def test_that_an_entry_says_how_fresh_it_is(today, confirmed_on, words):
    source = Source("https://example.org", "2026", "high", date(2027, 5, 22), confirmed_on)

    assert source.standing(today) == words

"""Who gets which support: every option from some prompt, both kinds of help in every nation."""

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.support.option import (
    Aim,
    Circumstances,
    Family,
    Nation,
    Shelf,
    Tier,
    ranked,
)
from burnout_check.domain.support.options_for_person import options_for
from burnout_check.paths import resources_dir

CONTENT = load(resources_dir())
OPTIONS = CONTENT.options


@pytest.mark.parametrize("nation", Nation)
@pytest.mark.parametrize("family", Family)
def test_that_each_family_reaches_the_person_and_the_work_in_every_nation(family, nation):
    near = [
        option
        for option in OPTIONS
        if family in option.helps and option.serves(nation) and option.tier <= Tier.ORGANISATION
    ]

    assert {option.aim for option in near} == set(Aim)


@pytest.mark.parametrize("nation", Nation)
def test_that_each_rule_has_an_option_in_every_tier_it_leads_with(nation):
    for rule in CONTENT.rules:
        for tier in rule.leads:
            fitting = [
                option
                for option in OPTIONS
                if rule.family in option.helps and option.tier is tier and option.serves(nation)
            ]

            assert fitting, f"{rule.id}: no {tier.name.lower()} option in {nation}"


def test_that_every_option_is_reached_from_some_prompt_or_is_crisis_help():
    families = {rule.family for rule in CONTENT.rules}

    for option in OPTIONS:
        assert option.tier is Tier.CRISIS or families & set(option.helps), option.id


@pytest.mark.parametrize("nation", Nation)
@pytest.mark.parametrize("role", ["pwp", "hi_trainee", "counsellor", "other"])
@pytest.mark.parametrize("union", ["yes", "no"])
def test_that_each_rule_offers_the_person_and_the_work_whoever_it_is(nation, role, union):
    who = Circumstances(nation, role, union)
    there = options_for(who, OPTIONS)
    for rule in CONTENT.rules:
        found = ranked([rule.family], there, rule.leads)

        assert [option.aim for option in found[:2]] == [Aim.PERSON, Aim.WORK], rule.id
        assert len(found) >= 3


def test_that_all_seven_tiers_are_there_in_every_nation():
    for nation in Nation:
        there = options_for(Circumstances(nation), OPTIONS)

        assert {option.tier for option in there} == set(Tier)


def test_that_options_for_a_role_are_for_that_role_and_for_those_who_have_not_said():
    only = {option.id: set(option.roles) for option in OPTIONS if option.roles}
    trainees = {"pwp_trainee", "hi_trainee", "counsellor_trainee"}

    assert only["course-tutor"] == trainees
    for role in ("pwp", "counsellor_trainee", "other", ""):
        ids = {option.id for option in options_for(Circumstances(role=role), OPTIONS)}
        assert ("course-tutor" in ids) == (role in {*trainees, "other", ""})


def test_that_what_is_of_one_nation_shows_in_that_nation_only():
    for nation in Nation:
        there = {option.id for option in options_for(Circumstances(nation), OPTIONS)}
        for option in OPTIONS:
            if len(option.nations) == 1:
                assert (option.id in there) == (option.nations == (nation,)), option.id


@pytest.mark.parametrize("nation", Nation)
def test_that_each_nation_has_something_of_its_own(nation):
    own = [option for option in OPTIONS if option.nations == (nation,)]

    assert {option.shelf for option in own} >= {Shelf.NOW, Shelf.STAFF, Shelf.SPEAKING_UP}

"""What stands out leads to help: for the person and for the work, in each nation."""

from __future__ import annotations

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.support.option import Aim, Circumstances, Nation, Tier, ranked
from burnout_check.domain.support.options_for_person import options_for
from burnout_check.paths import resources_dir

CONTENT = load(resources_dir())


def reached(rule, nation):
    """Every option that can be had from the rule's prompt, with "more" pressed."""
    options = options_for(Circumstances(nation=nation), CONTENT.options)
    kinds = CONTENT.questionnaire.hard_events if rule.is_about_hard_events else ()
    return ranked([rule.family], options, rule.leads, events=kinds)


@pytest.mark.parametrize("nation", list(Nation))
@pytest.mark.parametrize("rule", CONTENT.rules, ids=lambda each: each.id)
def test_that_every_prompt_leads_to_help_for_the_person_and_for_the_work(rule, nation):
    first = reached(rule, nation)[:2]

    assert {option.aim for option in first} == set(Aim)


@pytest.mark.parametrize("nation", list(Nation))
def test_that_every_option_there_is_in_a_nation_is_reached_from_some_prompt(nation):
    options = options_for(Circumstances(nation=nation), CONTENT.options)
    # Crisis lines are on every screen, and are never one option among others.
    wanted = {option.id for option in options if option.tier is not Tier.CRISIS}
    found = {option.id for rule in CONTENT.rules for option in reached(rule, nation)}

    assert wanted - found == set()

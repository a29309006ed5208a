"""An Act that has stood for weeks says so, and leads elsewhere; and what has gone is said too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burnout_check.content.rules import load_rules
from burnout_check.domain.insights.sentences import week_sentence
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.lasting import better_than, weeks_standing, with_lasting
from burnout_check.domain.rules.rule_history import RuleHistory
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.support.option import Tier
from burnout_check.paths import resources_dir
from tests.domain.samples import ACT, START, WATCH, history, series_of, view, weekly

RULES = load_rules(resources_dir())
BY_ID = {each.id: each for each in RULES}
ALONE = "As heavy as the last {} weeks. That is long, and you should not carry it alone."


def at_the_end(*series):
    """What stands out at the end, by rule, with what has lasted."""
    known = view(*series)
    asked = RuleHistory(RULES, known)
    return {
        each.rule.id: each for each in with_lasting(prompts_of(RULES, known), asked, known.week)
    }


def burnout(*values):
    return at_the_end(weekly("burnout", values))["burnout-item"]


# 4 in 2 of the last 3 begins with the second 4.
def test_that_an_act_says_so_from_four_weeks_on_and_in_its_first_sentence_from_eight():
    assert "As heavy" not in burnout(4, 4, 4, 4).text
    after_four = burnout(4, 4, 4, 4, 4)
    after_eight = burnout(*[4] * 9)

    assert "As heavy as the last 4 weeks. That is long." in after_four.text
    assert not after_four.text.startswith("As heavy")
    assert after_eight.text.startswith(ALONE.format(8))


def test_that_help_from_outside_leads_once_it_has_lasted():
    assert burnout(4, 4).leads == ()
    assert burnout(*[4] * 5).leads[0] is Tier.PROFESSIONAL
    assert burnout(*[4] * 9).leads == (Tier.PROFESSIONAL, Tier.MANAGER)


def test_that_a_watch_never_says_it_however_long():
    said = burnout(*[3] * 12)

    assert (said.severity, said.standing) == (WATCH, 0)
    assert "As heavy" not in said.text


def test_that_a_week_in_which_it_was_no_act_begins_it_anew():
    # The second 1 ends it: one 4 in the last 3, and the newest is no longer at the line.
    known = view(weekly("burnout", [4, 4, 4, 4, 4, 1, 1, 4, 4]))

    assert weeks_standing(BY_ID["burnout-item"], RuleHistory(RULES, known), known.week) == 2


def test_that_a_lasting_want_of_supervision_leads_to_who_can_change_it():
    found = at_the_end(weekly("own_supervision_enough", [1] * 16))["sup-enough"]

    assert found.severity is ACT
    assert found.text.startswith("It has been like this for 10 weeks. That is long.")
    assert found.leads[0] is Tier.MANAGER


STRAIN = {"burnout": 4, "gad7": 14, "own_workload_manageable": 1}


def test_that_half_a_year_of_strain_is_never_called_usual():
    found = at_the_end(*(weekly(name, [value] * 26) for name, value in STRAIN.items()))

    assert {"burnout-item", "gad7-line", "workload-own"} <= found.keys()
    assert all(found[each].severity is ACT for each in ("burnout-item", "gad7-line"))
    assert found["burnout-item"].text.startswith(ALONE.format(25))
    assert found["burnout-item"].leads[0] is Tier.PROFESSIONAL


def sentence(burnouts, workload):
    """The sentence of the last week, with a workload that is as it has been."""
    past = history({"own_workload_manageable": [workload] * len(burnouts)})
    series = series_of(past, "own_workload_manageable") | {"burnout": weekly("burnout", burnouts)}
    known = view(*series.values(), plan=Plan(supervision_rule="none"))
    asked = RuleHistory(RULES, known)
    return week_sentence(
        past.check_ins[-1],
        view=known,
        rules=RULES,
        prompts=with_lasting(prompts_of(RULES, known), asked, known.week),
        better=better_than(RULES, asked, known.week),
    )


@pytest.mark.parametrize(
    ("burnouts", "workload", "said"),
    [
        ([2] * 12, 6, "About your usual week."),
        ([4] * 26, 6, "As heavy as the last 25 weeks. That is long."),
        ([2] * 11 + [3], 6, "Much like your last weeks, and past a line."),
        ([2] * 12, 2, "Much like your last weeks, and past a line."),
        # Weeks of 5 January to 9 March; the Act of 4s stands until the week of 23 February.
        ([4] * 7 + [2, 2, 2], 6, "Better than in February."),
        ([4] * 7 + [2] * 7, 6, "About your usual week."),
        ([4, 4, 2, 2, 2, 2], 6, "About your usual week."),
    ],
)
def test_that_a_week_like_those_before_is_called_what_it_is(burnouts, workload, said):
    assert sentence(burnouts, workload) == said


def test_that_better_is_not_said_while_anything_asks_to_act():
    known = view(
        weekly("burnout", [4] * 7 + [2, 2, 2]), weekly("own_workload_manageable", [1] * 10)
    )

    assert better_than(RULES, RuleHistory(RULES, known), known.week) == ""


def test_that_what_is_later_than_the_week_is_not_looked_at():
    known = replace(view(weekly("burnout", [4] * 12)), week=START.plus(4))

    assert weeks_standing(BY_ID["burnout-item"], RuleHistory(RULES, known), known.week) == 4

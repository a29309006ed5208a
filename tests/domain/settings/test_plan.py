"""The plan as the settings hold it."""

from __future__ import annotations

import pytest

from burnout_check.domain.questionnaire.schedule import Questionnaire
from burnout_check.domain.settings.plan import FIGURES, Plan, Span
from burnout_check.domain.settings.setting import Settings
from burnout_check.domain.settings.setting_declarations import setting_declarations
from burnout_check.domain.week import Week

SETTINGS = Settings(setting_declarations(Questionnaire((), (), ())))


def test_that_every_setting_the_rules_read_is_declared():
    plan = Plan.of(SETTINGS)

    assert plan == Plan(role="")
    assert {plan.figure(name) for name in FIGURES} == {None, 37.5}


def test_that_what_the_person_chose_is_in_the_plan():
    chosen = SETTINGS.including(
        {
            "role": "pwp",
            "contracted_hours": 22.5,
            "caseload_plan": 60,
            "supervision_span": "month",
            "baseline_from": "2026-03-30",
        }
    )
    plan = Plan.of(chosen)

    assert (plan.role, plan.contracted_hours, plan.caseload_plan) == ("pwp", 22.5, 60)
    assert (plan.supervision_span, plan.baseline_from) == (Span.MONTH, Week.parse("2026-03-30"))


def test_that_only_figures_can_be_asked_for():
    with pytest.raises(KeyError):
        Plan().figure("role")


def test_that_only_figures_can_be_changed_by_name():
    assert Plan().with_figures({"caseload_plan": 50}) == Plan(caseload_plan=50)
    with pytest.raises(KeyError):
        Plan().with_figures({"role": 1})


@pytest.mark.parametrize(
    ("hours", "full", "share"),
    [(18.75, 37.5, 0.5), (40, 37.5, 1), (None, 37.5, 1), (20, None, 1)],
)
def test_that_part_time_is_a_share_of_full_time(hours, full, share):
    assert Plan(contracted_hours=hours, full_time_hours=full).part_of_full_time == share

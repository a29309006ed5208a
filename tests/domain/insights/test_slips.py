"""A number that may be a slip is asked back about once; what is ordinary is not."""

import pytest

from burnout_check.content.instruments import load_instruments
from burnout_check.domain.insights.slips import asked_back
from burnout_check.paths import resources_dir

FACTS = {fact.id: fact for fact in load_instruments(resources_dir())["own_weekly"].facts}


@pytest.mark.parametrize(
    ("fact", "value", "usual", "said"),
    [
        # One 0 too many, a minute count for hours, two numbers run together.
        ("fact_caseload", 600, None, "Is 600 right? It is a lot for one week."),
        ("fact_supervision_minutes", 4430, 60, "Is 4430 right? It is a lot for one week."),
        ("fact_caseload", 6, 62, "Is 6 right? Your usual is 62."),
        ("fact_overtime_hours", 20, 2, "Is 20 right? Your usual is 2."),
    ],
)
def test_that_a_number_that_may_be_a_slip_is_asked_back(fact, value, usual, said):
    assert asked_back(FACTS[fact], value, usual) == f"{said} Press Enter again to keep it."


@pytest.mark.parametrize(
    ("fact", "value", "usual"),
    [
        ("fact_caseload", 62, 60),
        ("fact_caseload", 95, 60),
        ("fact_overtime_hours", 6, 1),  # a heavy week is no slip
        ("fact_supervision_minutes", 0, 60),  # none at all is the service's, not the fingers'
        ("fact_supervision_minutes", 120, 60),
        ("fact_caseload", 20, None),
    ],
)
def test_that_an_ordinary_number_is_kept_without_a_word(fact, value, usual):
    assert asked_back(FACTS[fact], value, usual) == ""

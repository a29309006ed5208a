"""Which lines a measure is read against."""

from dataclasses import replace

import pytest

from burnout_check.charts.model.reference_lines import reference_lines
from burnout_check.content.loader import load
from burnout_check.domain.measures.measure import measures
from burnout_check.domain.settings.plan import Plan
from burnout_check.paths import resources_dir


@pytest.fixture(scope="module")
def content():
    return load(resources_dir())


def lines(content, measure_id, plan=None):
    (measure,) = [one for one in measures(content.instruments) if one.id == measure_id]
    found = reference_lines(measure, content.rules, plan or Plan())
    return [(line.value, line.label) for line in found]


def test_that_a_line_where_a_band_begins_is_drawn_once(content):
    assert lines(content, "burnout") == []
    assert lines(content, "cbi_work") == []


def test_that_a_line_says_on_which_side_it_is_and_what_it_rests_on(content):
    assert lines(content, "own_workload_manageable") == [(3, "3 or less (our line)")]
    assert lines(content, "gad7") == [(8, "8 or more (the line you use with clients)")]


def test_that_the_caseload_has_no_line_until_the_person_gives_a_figure(content):
    assert lines(content, "fact_caseload") == []
    assert lines(content, "fact_caseload", Plan(caseload_plan=60)) == [(60, "your plan 60")]


def test_that_overtime_is_read_against_a_tenth_of_the_contracted_hours(content):
    plan = Plan(contracted_hours=37.5)

    assert lines(content, "fact_overtime_hours", plan) == [(3.75, "over 3.75 (our line)")]


def test_that_supervision_is_read_against_what_is_due_in_a_week(content):
    own = Plan(supervision_rule="sup-own", supervision_minutes=60)

    assert lines(content, "fact_supervision_minutes", own) == [(60, "60 a week (job plan)")]
    fortnight = replace(own, supervision_span=type(own.supervision_span)("fortnight"))
    assert lines(content, "fact_supervision_minutes", fortnight) == [
        (30, "60 a fortnight (job plan)")
    ]
    assert lines(content, "fact_supervision_minutes", Plan(supervision_rule="none")) == []

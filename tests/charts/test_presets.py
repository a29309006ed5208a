"""What is offered together, what is left out, and that every measure keeps its own look."""

from datetime import date

import pytest

from burnout_check.charts.model import presets
from burnout_check.charts.model.chart_style import MARKERS
from burnout_check.charts.model.shared_panels import panels
from burnout_check.content.instruments import load_instruments
from burnout_check.domain.insights.derived import DERIVED
from burnout_check.domain.measures.measure import Series, measures
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.shared_view_builder import only_line
from burnout_check.paths import resources_dir
from tests.charts.samples import CASELOAD, WORK_BURNOUT, series, week

FILLED = {
    "fact_caseload": series(CASELOAD, "2026-09-07", [52]),
    "cbi_work": series(WORK_BURNOUT, "2026-09-07", [36]),
    "something_new": series(CASELOAD, "2026-09-07", [1]),
    "burnout": series(WORK_BURNOUT, "2026-09-07", []),
}
KNOWN = {
    measure.id: Series(measure)
    for measure in (
        *measures(load_instruments(resources_dir())),
        *(each.measure for each in DERIVED),
    )
}
"""Every measure that ships, without a value."""


def test_that_no_name_shows_more_than_fits():
    found = presets.presets(KNOWN)

    assert [preset.name for preset in found] == list(presets.NAMES)
    assert list(presets.NAMES) == ["How I am", "My work", "Both", "Supervision"]
    assert all(len(preset.measures) <= 6 for preset in found)


def test_that_each_name_shows_what_the_content_puts_first_in_its_section():
    assert {preset.name: preset.measures for preset in presets.presets(KNOWN)} == {
        "How I am": ("burnout", "cbi_work", "cbi_personal", "cbi_client", "gad7", "phq8"),
        "My work": (
            "fact_caseload",
            "fact_contact_hours",
            "fact_overtime_hours",
            "own_workload_manageable",
            "hse_demands",
            "fact_phone_hours",
        ),
        "Both": ("burnout", "gad7", "fact_caseload", "fact_supervision_minutes"),
        "Supervision": (
            "fact_supervision_minutes",
            "derived_supervision_met",
            "derived_supervision_gap",
            "own_supervision_enough",
            "hse_managerial_support",
        ),
    }
    assert presets.preset("Both", {}) == presets.AT_FIRST


def test_that_measures_without_values_are_left_out_but_never_all():
    assert presets.shown(("burnout", "cbi_work", "unknown"), FILLED) == ("cbi_work",)
    assert presets.shown(("burnout",), FILLED) == ("burnout",)
    assert (
        len(
            presets.shown(
                [str(n) for n in range(9)], dict.fromkeys("012345678", FILLED["cbi_work"])
            )
        )
        == 6
    )


def test_that_every_measure_with_values_is_offered_once():
    offered = [measure for _heading, found in presets.offered(FILLED) for measure in found]

    assert len(offered) == 3
    assert [heading for heading, _found in presets.offered(FILLED)] == ["How I am", "My work"]


def test_that_measures_are_offered_under_the_heading_and_in_the_order_of_the_content():
    filled = {name: series(each.measure, "2026-09-07", [1]) for name, each in KNOWN.items()}
    found = {
        heading: [measure.id for measure in among] for heading, among in presets.offered(filled)
    }

    assert list(found) == ["How I am", "Supervision", "My work"]
    assert found["How I am"][-2:] == ["gad2", "phq2"]
    assert found["Supervision"][-2:] == ["hse_33", "hse_peer_support"]
    assert found["My work"][-2:] == ["fact_group_size", "derived_overtime_share"]
    assert sorted(name for among in found.values() for name in among) == sorted(KNOWN)


def test_that_there_is_no_preset_of_another_name():
    with pytest.raises(KeyError):
        presets.preset("Everything", KNOWN)


COLOURS = 5
"""As many as the window has."""


def test_that_the_measures_of_a_screen_have_their_own_marker_and_colour():
    for preset in presets.presets(KNOWN):
        looks = [presets.look(KNOWN[measure].measure) for measure in preset.measures]

        assert len({(look % len(MARKERS), look % COLOURS) for look in looks}) == len(looks)


def test_that_those_that_stand_together_at_first_have_each_their_own_colour():
    looks = [presets.look(KNOWN[measure].measure) for measure in presets.AT_FIRST.measures]

    assert len({look % COLOURS for look in looks}) == len(looks)


def test_that_no_two_measures_have_the_same_look():
    looks = [presets.look(each.measure) for each in KNOWN.values()]

    assert len(set(looks)) == len(looks)


def test_that_a_measure_has_its_colour_in_supervision_too():
    caseload = KNOWN["fact_caseload"]
    shown = SharedView(
        date(2026, 11, 20),
        week("2026-10-05"),
        week("2026-11-16"),
        measures=(only_line(series(caseload.measure, "2026-10-05", [60, 61, 62])),),
    )

    assert [each.look for each in panels(shown)] == [presets.look(caseload.measure)]

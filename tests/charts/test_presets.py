"""What is offered together, what is left out, and that every measure keeps its own look."""

import pytest

from burnout_check.charts.model import presets
from burnout_check.charts.model.chart_style import DASHES, MARKERS
from tests.charts.samples import CASELOAD, WORK_BURNOUT, series

FILLED = {
    "fact_caseload": series(CASELOAD, "2026-09-07", [52]),
    "cbi_work": series(WORK_BURNOUT, "2026-09-07", [36]),
    "something_new": series(CASELOAD, "2026-09-07", [1]),
    "burnout": series(WORK_BURNOUT, "2026-09-07", []),
}


def test_that_no_name_shows_more_than_fits():
    assert [preset.name for preset in presets.PRESETS] == [
        "How I am",
        "My work",
        "Both",
        "Supervision",
    ]
    assert all(len(preset.measures) <= 6 for preset in presets.PRESETS)


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


def test_that_there_is_no_preset_of_another_name():
    with pytest.raises(KeyError):
        presets.preset("Everything")


def test_that_the_measures_of_a_screen_have_their_own_marker_and_dash():
    for preset in presets.PRESETS:
        looks = [presets.look(measure, {}) for measure in preset.measures]

        assert len({(look % len(MARKERS), look % len(DASHES)) for look in looks}) == len(looks)

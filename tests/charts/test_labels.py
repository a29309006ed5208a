"""The words at the right of a chart."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from burnout_check.charts.model.axes import value_axis
from burnout_check.charts.model.labels import Room, band_words, placed
from burnout_check.charts.model.panel import ReferenceLine
from burnout_check.domain.questionnaire.instrument import Band
from tests.charts.samples import WORK_BURNOUT, panel, series, span

AUTUMN = span("2026-09-07", "2026-11-16")
ROOM = Room(wide=160, tall=100, em=13)
TINY = 1e-3


@given(some.lists(some.floats(1, 99), max_size=4, unique=True))
def test_that_words_never_lie_on_each_other_and_stay_in_the_chart(values):
    shown = panel(
        series(WORK_BURNOUT, "2026-09-07", [36, 61]),
        lines=tuple(ReferenceLine(value, "a line") for value in values),
    )
    found = placed(shown, AUTUMN, scale=value_axis(shown, AUTUMN), room=ROOM)

    for low, high in pairwise(found):
        assert high.place - low.place >= (low.height + high.height) / 2 - 0.03
    for each in found:
        assert each.place - each.height / 2 >= -0.06 - TINY
        assert each.place + each.height / 2 <= 1.06 + TINY


def test_that_a_label_with_room_around_it_stands_at_its_line():
    measure = replace(WORK_BURNOUT, bands=())
    shown = panel(series(measure, "2026-09-07", [36]), lines=(ReferenceLine(40, "a line"),))

    (found,) = placed(shown, AUTUMN, scale=value_axis(shown, AUTUMN), room=ROOM)

    assert found.place == 0.4


def test_that_a_published_band_goes_by_its_number_and_never_by_a_diagnosis():
    measure = replace(
        WORK_BURNOUT,
        high=21,
        bands=(Band(0, "minimal"), Band(5, "mild"), Band(15, "severe")),
        band_basis="published",
    )
    shown = panel(series(measure, "2026-09-07", [3]))

    assert band_words(shown) == ((5, "5 or more (published)"), (15, "15 or more (published)"))


def test_that_a_band_that_is_only_the_end_of_the_scale_is_left_out():
    bands = (*WORK_BURNOUT.bands, Band(100, "severe"))
    shown = panel(series(replace(WORK_BURNOUT, bands=bands), "2026-09-07", [36]))

    assert [value for value, _words in band_words(shown)] == [50, 75]

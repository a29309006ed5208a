"""The pixels, and the files a person may save."""

import struct
from dataclasses import replace

import pytest

from burnout_check.charts.draw.picture import paint, printed
from burnout_check.charts.model.panel import away_spans
from burnout_check.domain.questionnaire.check_in import Away, Reason
from tests.charts.samples import CASELOAD, STYLE, WORK_BURNOUT, panel, series, span, week

AUTUMN = span("2026-09-07", "2026-11-16")


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_that_there_is_a_pixel_for_each_pixel_of_the_screen(scale):
    shown = panel(series(CASELOAD, "2026-09-07", [52, 53]))

    found = paint(shown, AUTUMN, style=replace(STYLE, scale=scale), size=(600, 200))

    assert (found.width, found.height) == (round(600 * scale), round(200 * scale))
    assert len(found.pixels) == 4 * found.width * found.height


def test_that_marks_lie_on_the_points_at_any_sharpness():
    away = away_spans([Away(week("2026-09-21"), Reason.LEAVE)])
    shown = panel(series(WORK_BURNOUT, "2026-09-07", [0, 100]), away=away)
    once, twice = (
        paint(shown, AUTUMN, style=replace(STYLE, scale=scale), size=(600, 200))
        for scale in (1.0, 2.0)
    )
    left, top, right, foot = once.plot

    assert [mark.week for mark in once.marks] == [
        week("2026-09-07"),
        week("2026-09-14"),
        week("2026-09-21"),
    ]
    assert [mark.y for mark in once.marks] == pytest.approx([foot, top, None])
    # Half a week before the first of 11 Mondays, and up to the end of the last Sunday: 80 days.
    assert once.marks[0].x == pytest.approx(left + (right - left) * 3.5 / 80)
    assert [mark.x for mark in twice.marks] == pytest.approx([mark.x for mark in once.marks])


def test_that_a_saved_picture_has_the_pixels_that_were_asked_for():
    panels = (panel(series(CASELOAD, "2026-09-07", [52, 53])),)

    content = printed(panels, AUTUMN, style=replace(STYLE, scale=2), size=(600, 300), kind="png")

    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (1200, 600)


def test_that_an_svg_says_nothing_about_when_and_needs_no_typeface():
    panels = (panel(series(CASELOAD, "2026-09-07", [52, 53])),)

    content = printed(panels, AUTUMN, style=STYLE, size=(600, 300), kind="svg").decode()

    assert content.startswith("<?xml")
    assert "<text" not in content
    assert "dc:date" not in content

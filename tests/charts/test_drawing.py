"""Facts about what is drawn, read from the artists of the figure."""

from itertools import pairwise
from math import isnan

import pytest
from matplotlib.colors import to_hex
from matplotlib.dates import num2date

from burnout_check.charts.draw.canvas import x_of
from burnout_check.charts.draw.drawing import draw, plotted
from burnout_check.charts.model.panel import ReferenceLine, away_spans, usual_steps
from burnout_check.domain.questionnaire.check_in import Away, Reason
from tests.charts.samples import (
    CASELOAD,
    HIGH,
    MODERATE,
    STYLE,
    WORK_BURNOUT,
    panel,
    series,
    span,
    week,
)

SIZE = (960, 220)
AUTUMN = span("2026-09-07", "2026-11-16")


def one(shown, weeks=AUTUMN, **more):
    (axes,) = draw((panel(shown, **more),), weeks, style=STYLE, size=SIZE).axes
    return axes


def called(axes, gid, kind="lines"):
    return [artist for artist in getattr(axes, kind) if artist.get_gid() == gid]


def test_that_the_line_breaks_exactly_at_the_missing_weeks():
    shown = series(CASELOAD, "2026-09-07", [52, 53, None, None, 54, 55, None, 56])

    (line,) = called(one(shown), "fact_caseload")
    broken = [num2date(x).date().isoformat() for x, y in line.get_xydata() if isnan(y)]

    assert broken == ["2026-09-21", "2026-09-28", "2026-10-19"]


def test_that_each_point_stands_at_the_monday_of_its_week():
    # Both clock changes and week 53 of 2026 lie within.
    shown = series(CASELOAD, "2026-03-16", range(50, 98))

    (line,) = called(one(shown, span("2026-03-16", "2027-02-08")), "fact_caseload")
    days = [num2date(x) for x in line.get_xdata()]

    assert {(day.weekday(), day.hour, day.minute) for day in days} == {(0, 0, 0)}
    assert [day.date() for day in days] == [point.week.monday for point in shown.points]


def test_that_what_is_plotted_can_be_read_back():
    shown = series(CASELOAD, "2026-09-07", [52, None, 54])
    figure = draw((panel(shown),), AUTUMN, style=STYLE, size=SIZE)

    assert plotted(figure, "fact_caseload") == ((week("2026-09-07"), 52), (week("2026-09-21"), 54))
    with pytest.raises(KeyError):
        plotted(figure, "cbi_work")


def test_that_the_axes_show_the_whole_weeks_and_the_whole_scale():
    axes = one(series(WORK_BURNOUT, "2026-09-07", [36, 61], every=4))

    assert axes.get_xlim() == (x_of(AUTUMN.first) - 3.5, x_of(AUTUMN.last) + 6.5)
    assert axes.get_ylim() == (0, 100)


def test_that_thresholds_and_the_plan_stand_at_their_values():
    lines = (ReferenceLine(60, "your plan 60"), ReferenceLine(70, "over 70 (our line)"))

    axes = one(series(CASELOAD, "2026-09-07", [52, 72]), lines=lines)
    found = called(axes, "reference")

    assert [list(line.get_ydata()) for line in found] == [[60, 60], [70, 70]]
    assert all(line.is_dashed() for line in found)
    assert [" ".join(text.get_text().split()) for text in called(axes, "label", "texts")] == [
        "your plan 60",
        "over 70 (our line)",
    ]


def test_that_bands_lie_between_their_numbers_and_say_them():
    axes = one(series(WORK_BURNOUT, "2026-09-07", [36, 61], every=4))
    found = {
        (patch.get_y(), patch.get_y() + patch.get_height()): to_hex(patch.get_facecolor())
        for patch in called(axes, "band", "patches")
    }

    assert found == {(75, 100): HIGH, (50, 75): MODERATE}
    assert [" ".join(text.get_text().split()) for text in called(axes, "label", "texts")] == [
        "50 or more: moderate (convention)",
        "75 or more: high (convention)",
    ]


def test_that_weeks_of_leave_are_shaded_from_half_a_week_before_to_half_a_week_after():
    away = away_spans(
        [
            Away(week("2026-10-19"), Reason.LEAVE),
            Away(week("2026-10-26"), Reason.LEAVE),
            Away(week("2026-11-09"), Reason.SICK),
        ]
    )
    axes = one(series(CASELOAD, "2026-09-07", [52, 53]), away=away)
    (leave,), (sick,) = called(axes, "away leave", "patches"), called(axes, "away sick", "patches")

    assert leave.get_x() == x_of(week("2026-10-19")) - 3.5
    assert leave.get_width() == 14
    assert (sick.get_x(), sick.get_width()) == (x_of(week("2026-11-09")) - 3.5, 7)
    assert [text.get_text() for text in called(axes, "away name", "texts")] == ["Leave", "Sick"]


def test_that_names_of_weeks_away_never_lie_on_each_other():
    away = away_spans([Away(week("2017-01-02").plus(6 * step), Reason.LEAVE) for step in range(80)])
    shown = series(CASELOAD, "2016-11-21", [50] * 520)
    figure = draw(
        (panel(shown, away=away),), span("2016-11-21", "2026-11-16"), style=STYLE, size=SIZE
    )
    figure.draw_without_rendering()
    axes = figure.axes[0]
    boxes = [text.get_window_extent() for text in called(axes, "away name", "texts")]

    assert len(boxes) > 5
    assert all(left.x1 < right.x0 for left, right in pairwise(boxes))
    assert len(called(axes, "away leave", "patches")) == 80


def test_that_the_usual_is_a_step_for_each_week():
    shown = series(CASELOAD, "2026-09-07", [50, 52, 54, 56, 58])

    (steps,) = called(one(shown, usual=usual_steps(shown, AUTUMN)), "usual", "patches")
    values, edges, _baseline = steps.get_data()

    assert list(values) == [53]
    assert list(edges) == [x_of(week("2026-10-05")) - 3.5, x_of(week("2026-10-05")) + 3.5]


def test_that_each_kind_of_line_has_its_own_dash_and_each_measure_its_own_colour_and_marker():
    shown = series(WORK_BURNOUT, "2026-09-07", [36, 61], every=4)
    (first,) = called(one(shown, look=0), "cbi_work")
    (second,) = called(one(shown, look=1), "cbi_work")

    assert first.get_color() != second.get_color()
    assert first.get_marker() != second.get_marker()
    assert not first.is_dashed()


def test_that_looks_repeat_only_after_forty():
    looks = {(STYLE.marker(look), look % 5) for look in range(40)}

    assert len(looks) == 40


def test_that_panels_share_their_weeks_to_the_pixel():
    panels = (
        panel(series(CASELOAD, "2026-09-07", [1000, 999])),
        panel(series(WORK_BURNOUT, "2026-09-07", [36, 61], every=4)),
    )
    together = draw(panels, AUTUMN, style=STYLE, size=(960, 440)).axes
    alone = [draw((each,), AUTUMN, style=STYLE, size=SIZE).axes[0] for each in panels]
    places = [axes.get_window_extent() for axes in (*together, *alone)]

    assert len({(place.x0, place.x1) for place in places}) == 1


@pytest.mark.parametrize(("values", "style"), [([52], "None"), ([5, 6], "None"), ([5, 6, 7], "-")])
def test_that_one_or_two_points_have_no_line(values, style):
    (line,) = called(one(series(CASELOAD, "2026-11-02", values)), "fact_caseload")

    assert line.get_linestyle() == style
    assert line.get_marker() not in ("", "None", None)


@pytest.mark.parametrize("text", [11.7, 13, 26])
@pytest.mark.parametrize("width", [640, 960])
def test_that_every_word_is_in_the_picture_at_the_size_of_the_app(text, width):
    style = type(STYLE)(
        **{name: getattr(STYLE, name) for name in STYLE.__dataclass_fields__ if name != "text"},
        text=text,
    )
    shown = series(WORK_BURNOUT, "2024-11-18", [36, 61, 80] * 8, every=4)
    weeks = span("2024-11-18", "2026-11-16")
    what = panel(shown, usual=usual_steps(shown, weeks), rhythm=4)
    figure = draw((what,), weeks, style=style, size=(width, 16 * text))
    figure.draw_without_rendering()
    axes = figure.axes[0]
    words = [*axes.texts, *axes.get_xticklabels(), *axes.get_yticklabels()]

    assert {word.get_fontsize() for word in words} == {text * 0.75}
    for word in words:
        box = word.get_window_extent()
        assert figure.bbox.x0 <= box.x0
        assert box.x1 <= figure.bbox.x1, word.get_text()


def test_that_the_typeface_is_the_one_of_the_app_and_never_a_fallback():
    from matplotlib.font_manager import findfont

    axes = one(series(WORK_BURNOUT, "2026-09-07", [36, 61], every=4))
    words = [*axes.texts, *axes.get_xticklabels(), *axes.get_yticklabels()]
    files = {findfont(word.get_fontproperties(), fallback_to_default=False) for word in words}

    assert len(files) == 1
    assert files.pop().endswith("AtkinsonHyperlegible-Regular.ttf")


def test_that_an_unknown_typeface_gives_way_without_a_warning():
    style = type(STYLE)(
        **{name: getattr(STYLE, name) for name in STYLE.__dataclass_fields__ if name != "family"},
        family="No Such Face",
    )
    (axes,) = draw(
        (panel(series(CASELOAD, "2026-09-07", [5])),), AUTUMN, style=style, size=SIZE
    ).axes

    assert axes.get_xticklabels()[0].get_fontfamily() == [STYLE.own_family]

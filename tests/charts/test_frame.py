"""Charts below each other share their dates and the names of what happened."""

from datetime import date

from matplotlib.patches import StepPatch

from burnout_check.charts.draw.drawing import draw
from burnout_check.charts.model.chart_text import describe
from burnout_check.charts.model.frame import WHOLE, Frame, frames
from burnout_check.charts.model.panel import Range, usual_ranges
from burnout_check.domain.event import Event, EventKind
from tests.charts.samples import CASELOAD, STYLE, WORK_BURNOUT, panel, series, span, week

AUTUMN = span("2026-09-07", "2026-11-16")
LEAVE = Event(date(2026, 10, 7), EventKind.LEAVE)


def drawn(frame, shown=None):
    what = panel(shown or series(CASELOAD, "2026-09-07", [50, 5, 60]), events=(LEAVE,))
    (axes,) = draw((what,), AUTUMN, style=STYLE, size=(960, 220), frame=frame).axes
    return axes


def written(axes, gid):
    return [text.get_text() for text in axes.texts if text.get_gid() == gid]


def dates(axes):
    return [text.get_text() for text in axes.get_xticklabels() if text.get_text()]


def test_that_the_top_one_has_the_names_the_last_one_the_dates_and_one_alone_both():
    assert frames(3) == (Frame(dates=False), Frame(names=False, dates=False), Frame(names=False))
    assert frames(1) == (WHOLE,)


def test_that_a_name_or_a_date_is_written_only_where_the_frame_has_it():
    assert written(drawn(Frame(dates=False)), "event name") == [LEAVE.label]
    assert written(drawn(Frame(names=False)), "event name") == []
    assert dates(drawn(Frame(dates=False))) == []
    assert dates(drawn(Frame(names=False)))[-1] == "16 Nov"


def test_that_the_mark_of_an_event_is_in_each():
    lines = [line.get_gid() for line in drawn(Frame(names=False, dates=False)).lines]

    assert f"event {LEAVE.id}" in lines


def test_that_words_about_the_axis_keep_their_room():
    high = series(CASELOAD, "2026-09-07", [60, 61, 62])
    bare = Frame(names=False, dates=False)

    assert written(drawn(bare, high), "axis note") == ["axis starts at 50"]
    assert bare.above(panel(high), AUTUMN) > bare.above(
        panel(series(WORK_BURNOUT, "2026-09-07", [50])), AUTUMN
    )


def test_that_the_usual_range_of_a_week_is_the_middle_half_of_the_eight_before_it():
    shown = series(CASELOAD, "2026-09-07", [10, 11, 12, 13, 14])

    # 10 to 13 lie before the fifth week: a quarter of the way is 10.75, three quarters 12.25.
    found = usual_ranges(shown, AUTUMN)
    assert found == (Range(week("2026-10-05"), 10.75, 12.25),)
    (axes,) = draw((panel(shown, usual_range=found),), AUTUMN, style=STYLE, size=(960, 220)).axes
    (band,) = [each for each in axes.patches if each.get_gid() == "usual range"]
    assert isinstance(band, StepPatch)
    upper, _edges, lower = band.get_data()
    assert list(upper) == [12.25]
    assert list(lower) == [10.75]  # type: ignore[call-overload]  # an array, as it was given


def test_that_the_usual_range_is_told_where_it_is_one():
    shown = panel(series(CASELOAD, "2026-09-07", [10, 11, 12, 13, 14]))
    usual = (week("2026-10-05"), 11.5)

    said = describe(
        type(shown)(
            shown.series,
            shown.title,
            shown.sentence,
            usual=(type(shown.series.points[0])(*usual),),
            usual_range=(Range(usual[0], 10, 13),),
        ),
        AUTUMN,
    )
    assert "Your usual is 11.5, mostly 10 to 13." in said

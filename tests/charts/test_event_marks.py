"""Events and weeks away as they are drawn: on their days, named, and nothing on anything."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from math import isnan

import pytest
from matplotlib.dates import num2date

from burnout_check.charts.draw.drawing import draw
from burnout_check.charts.draw.event_marks import short
from burnout_check.charts.draw.picture import paint
from burnout_check.charts.model.panel import ReferenceLine, away_spans
from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.week import LONDON, Week
from tests.charts.samples import CASELOAD, STYLE, WORK_BURNOUT, panel, series, span, week

SIZE = (960, 220)


def drawn(shown, weeks, **more):
    (axes,) = draw((panel(shown, **more),), weeks, style=STYLE, size=SIZE).axes
    return axes


def event_days(axes):
    """The day each event's line stands at, by the event's id."""
    lines = [line for line in axes.lines if str(line.get_gid()).startswith("event ")]
    assert all(len(set(line.get_xdata())) == 1 for line in lines)
    return {int(line.get_gid().split()[1]): num2date(line.get_xdata()[0]) for line in lines}


def names(axes, gid="event name"):
    return [text.get_text() for text in axes.texts if text.get_gid() == gid]


# The clock goes forward on 29 March and back on 25 October 2026; 2026 has a week 53, which begins
# on 28 December; 2028 is a leap year, and its 29 February is a Tuesday.
DAYS = [
    date(2026, 3, 28),
    date(2026, 3, 29),
    date(2026, 3, 30),
    date(2026, 10, 24),
    date(2026, 10, 25),
    date(2026, 10, 26),
    date(2026, 12, 28),
    date(2027, 1, 1),
    date(2027, 1, 3),
    date(2028, 2, 29),
]


def test_that_events_stand_at_their_days_across_clock_changes_week_53_and_a_leap_day():
    events = tuple(
        Event(day, EventKind.COMPLAINT, id=number) for number, day in enumerate(DAYS, start=1)
    )
    shown = series(CASELOAD, "2026-03-02", range(50, 160))

    found = event_days(drawn(shown, span("2026-03-02", "2028-03-06"), events=events))

    assert {number: at.date() for number, at in found.items()} == dict(enumerate(DAYS, start=1))
    assert {(at.hour, at.minute) for at in found.values()} == {(0, 0)}


@pytest.mark.parametrize(
    ("instant", "monday"),
    [
        # Half an hour before and after midnight in London, told in UTC: summer time is one ahead.
        (datetime(2026, 3, 29, 23, 30, tzinfo=LONDON), date(2026, 3, 23)),
        (datetime(2026, 3, 30, 0, 30, tzinfo=LONDON), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 23, 30, tzinfo=LONDON), date(2026, 10, 19)),
        (datetime(2026, 10, 26, 0, 30, tzinfo=LONDON), date(2026, 10, 26)),
        (datetime(2027, 1, 3, 23, 30, tzinfo=LONDON), date(2026, 12, 28)),
        (datetime(2028, 2, 29, 0, 30, tzinfo=LONDON), date(2028, 2, 28)),
    ],
)
def test_that_a_check_in_is_plotted_at_the_monday_of_the_week_it_is_in_london(instant, monday):
    at = Week.at(instant)
    shown = series(CASELOAD, at.monday.isoformat(), [52])
    axes = drawn(shown, span(str(at.plus(-4)), str(at.plus(4))))
    (line,) = [each for each in axes.lines if each.get_gid() == "fact_caseload"]

    assert [num2date(x).date() for x in line.get_xdata()] == [monday]


def test_that_the_gap_is_exactly_the_skipped_weeks_around_week_53_and_a_leap_day():
    # Skipped: week 53 of 2026 and the first of 2027; then the week of 28 February 2028.
    winter = series(CASELOAD, "2026-12-14", [50, 51, None, None, 52])
    leap = series(CASELOAD, "2028-02-14", [50, 51, None, 52])

    def broken(shown, weeks):
        (line,) = [each for each in drawn(shown, weeks).lines if each.get_gid() == "fact_caseload"]
        return [num2date(x).date().isoformat() for x, y in line.get_xydata() if isnan(y)]

    assert broken(winter, span("2026-12-14", "2027-01-11")) == ["2026-12-28", "2027-01-04"]
    assert broken(leap, span("2028-02-14", "2028-03-06")) == ["2028-02-28"]


def test_that_the_first_monday_and_the_last_sunday_are_within_the_axes():
    events = (
        Event(date(2026, 9, 7), EventKind.LEAVE, id=1),
        Event(date(2026, 11, 22), EventKind.NEW_POST, id=2),
    )
    shown = series(CASELOAD, "2026-09-07", [0, 3])
    axes = drawn(shown, span("2026-09-07", "2026-11-16"), events=events)
    low, high = axes.get_xlim()

    assert all(
        low < line.get_xdata()[0] < high
        for line in axes.lines
        if str(line.get_gid()).startswith("event ")
    )
    assert names(axes) == ["New post", "Leave"]


def test_that_an_event_is_called_by_its_own_words_which_are_shortened_where_there_is_no_room():
    own = "The service moved to another building across the river"
    weeks = span("2026-09-07", "2026-11-16")

    def called(day):
        events = (Event(day, EventKind.OTHER, own, 1),)
        return names(drawn(series(CASELOAD, "2026-09-07", [0]), weeks, events=events))

    assert called(date(2026, 9, 14)) == [own]
    assert called(date(2026, 11, 16)) == ["The service moved to anot…"]
    assert short("Colleague left") == "Colleague left"


def test_that_an_older_name_is_cut_to_the_room_before_a_newer_one():
    weeks = span("2026-09-07", "2026-11-16")

    def called(day):
        events = (
            Event(day, EventKind.OTHER, "Supervision moved to another day", 1),
            Event(date(2026, 10, 26), EventKind.NEW_POST, id=2),
        )
        return names(drawn(series(CASELOAD, "2026-09-07", [0]), weeks, events=events))

    # 80 days are 755 pixels, so 14 days are 10.2 sizes of the text and 4 days 2.9. Without the gap
    # of 0.8 and a capital that is room for 16 letters, or for too few to be read.
    assert called(date(2026, 10, 12)) == ["New post", "Supervision mov…"]
    assert called(date(2026, 10, 22)) == ["New post"]


def test_that_no_name_lies_on_another_or_leaves_the_picture():
    monday = date(2024, 11, 25)
    events = tuple(
        Event(monday + timedelta(days=9 * step), EventKind.OTHER, f"Something {step}", step + 1)
        for step in range(80)
    )
    away = away_spans([Away(week("2024-11-25").plus(3 * step), Reason.SICK) for step in range(34)])
    shown = series(WORK_BURNOUT, "2024-11-25", [50] * 26, every=4)
    figure = draw(
        (panel(shown, events=events, away=away),),
        span("2024-11-25", "2026-11-16"),
        style=STYLE,
        size=SIZE,
    )
    figure.draw_without_rendering()
    boxes = sorted(
        (
            text.get_window_extent()
            for text in figure.axes[0].texts
            if "name" in str(text.get_gid())
        ),
        key=lambda box: box.x0,
    )

    assert len(boxes) > 4
    assert all(left.x1 < right.x0 for left, right in pairwise(boxes))
    assert boxes[-1].x1 <= figure.bbox.width
    assert len(event_days(figure.axes[0])) == 80


def test_that_names_never_lie_on_the_labels_at_the_right():
    events = (Event(date(2026, 11, 20), EventKind.SERVICE_CHANGE, "Merged with another one", 1),)
    shown = series(CASELOAD, "2026-09-07", [10, 30, 60, 45])
    figure = draw(
        (panel(shown, events=events, lines=(ReferenceLine(60, "60 a week (job plan)"),)),),
        span("2026-09-07", "2026-11-16"),
        style=STYLE,
        size=SIZE,
    )
    figure.draw_without_rendering()
    found = {text.get_gid(): text.get_window_extent() for text in figure.axes[0].texts}

    assert found["event name"].y0 > found["label"].y1 - 2


def test_that_leave_sickness_and_other_weeks_away_are_told_apart_without_colour():
    away = away_spans(
        [
            Away(week("2026-09-28"), Reason.OTHER),
            Away(week("2026-10-19"), Reason.LEAVE),
            Away(week("2026-11-02"), Reason.SICK),
        ]
    )
    axes = drawn(series(CASELOAD, "2026-09-07", [52]), span("2026-09-07", "2026-11-16"), away=away)
    hatches = [patch.get_hatch() for patch in axes.patches if "away" in str(patch.get_gid())]

    assert len(set(hatches)) == 3
    assert all(hatches)
    assert names(axes, "away name") == ["Away", "Leave", "Sick"]


def test_that_a_day_can_be_read_off_the_picture_and_back():
    shown = panel(series(CASELOAD, "2026-09-07", [52, 53]))
    weeks = span("2026-09-07", "2026-11-16")

    found = paint(shown, weeks, style=STYLE, size=(600, 200))

    for day in (date(2026, 9, 7), date(2026, 10, 25), date(2026, 11, 22)):
        assert found.day_at(found.x_at(day)) == day
    assert found.day_at(-500) == date(2026, 9, 7)
    assert found.day_at(5000) == date(2026, 11, 22)


def test_that_a_week_with_nothing_but_an_event_can_be_reached():
    events = (Event(date(2026, 10, 1), EventKind.COMPLAINT, id=1),)
    shown = panel(series(CASELOAD, "2026-09-07", [52, 53]), events=events)

    found = paint(shown, span("2026-09-07", "2026-11-16"), style=STYLE, size=(600, 200))

    assert (found.marks[-1].week, found.marks[-1].y) == (week("2026-09-28"), None)

"""The chart in words and rows."""

from dataclasses import replace
from datetime import date

from burnout_check.charts.model.axes import value_axis
from burnout_check.charts.model.chart_text import Row, describe, point_words, rows, value_words
from burnout_check.charts.model.panel import ReferenceLine, away_spans, usual_steps
from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.measures.measure import Source
from burnout_check.domain.questionnaire.check_in import Away, Reason
from tests.charts.samples import CASELOAD, WORK_BURNOUT, panel, series, span, week

AUTUMN = span("2026-09-07", "2026-11-16")
LEAVE = away_spans([Away(week("2026-09-21"), Reason.LEAVE), Away(week("2026-09-28"), Reason.LEAVE)])


def test_that_the_rows_are_the_series():
    burnout = panel(series(WORK_BURNOUT, "2026-09-07", [36, 61], every=4))
    caseload = panel(series(CASELOAD, "2026-09-07", [52, None, None, None, 55]))

    assert rows((burnout, caseload), AUTUMN) == (
        Row(week("2026-10-05"), (61, 55)),
        Row(week("2026-09-07"), (36, 52)),
    )


def test_that_weeks_away_have_a_row_that_says_so():
    shown = panel(series(CASELOAD, "2026-09-07", [52, 53]), away=LEAVE)

    assert rows((shown,), AUTUMN) == (
        Row(week("2026-09-28"), (None,), "Leave"),
        Row(week("2026-09-21"), (None,), "Leave"),
        Row(week("2026-09-14"), (53,)),
        Row(week("2026-09-07"), (52,)),
    )


def test_that_a_point_is_said_with_its_week_and_unit():
    caseload = panel(series(CASELOAD, "2026-09-07", [52, 53]), away=LEAVE)
    burnout = panel(series(WORK_BURNOUT, "2026-09-07", [61.4]))

    assert point_words(caseload, week("2026-09-07")) == "Week of 7 September 2026: 52 people"
    assert point_words(burnout, week("2026-09-07")) == "Week of 7 September 2026: 61 of 100"
    assert point_words(caseload, week("2026-09-21")) == "Week of 21 September 2026: leave"
    assert point_words(caseload, week("2026-11-02")) == "Week of 2 November 2026: no value"


def test_that_the_whole_chart_is_said():
    shown = series(CASELOAD, "2026-09-07", [52, 53, None, None, 54, 55, 58])
    what = panel(
        shown,
        lines=(ReferenceLine(60, "your plan 60"),),
        usual=usual_steps(shown, AUTUMN),
        away=LEAVE,
    )

    assert describe(what, AUTUMN) == (
        "Caseload: last 61, up 25 since June. "
        "Counted in people. "
        "5 values from 7 September to 16 November 2026. "
        "Lowest 52 in the week of 7 September, highest 58 in the week of 19 October. "
        "Your plan 60. "
        "Your usual is 53.5. "
        "Leave from 21 September to 4 October."
    )


def test_that_many_weeks_away_are_counted():
    away = away_spans([Away(week("2026-03-02").plus(3 * step), Reason.SICK) for step in range(6)])
    shown = panel(series(WORK_BURNOUT, "2026-09-07", [36]), away=away)

    said = describe(shown, span("2026-01-05", "2026-11-16"))

    assert said.endswith("75 or more: high (convention). Sick in 6 weeks.")
    assert "1 value from 5 January to 16 November 2026." in said


def test_that_years_are_said_where_there_are_two():
    shown = panel(series(CASELOAD, "2025-12-29", [52, 53]))

    said = describe(shown, span("2025-12-29", "2026-01-05"))

    assert "2 values from 29 December 2025 to 5 January 2026." in said
    assert "Lowest 52 in the week of 29 December 2025" in said


def test_that_a_line_only_is_told_without_a_value_on_hover_or_as_a_whole():
    points = series(CASELOAD, "2026-09-07", [0.05, 0.95])
    line = replace(panel(points, away=LEAVE), sentence="higher at the end", numbers=False)

    assert describe(line, AUTUMN) == (
        "Caseload: higher at the end. A line without numbers, from 7 September to "
        "16 November 2026. Leave from 21 September to 4 October."
    )
    assert point_words(line, week("2026-09-14")) == "Week of 14 September 2026"
    assert point_words(line, week("2026-09-21")) == "Week of 21 September 2026: leave"
    assert value_words(line, 0.95) == ""
    assert value_axis(line, AUTUMN).ticks == ()
    assert value_axis(line, AUTUMN).ends == ("none", "most")


def test_that_what_happened_is_said_with_its_week_its_row_and_the_chart():
    events = (
        Event(date(2026, 9, 16), EventKind.COMPLAINT, id=1),
        Event(date(2026, 9, 24), EventKind.OTHER, "Colleague left", 2),
    )
    shown = panel(series(CASELOAD, "2026-09-07", [52, 53]), away=LEAVE, events=events)

    assert point_words(shown, week("2026-09-14")) == (
        "Week of 14 September 2026: 53 people. Complaint, 16 September"
    )
    assert [row.noted for row in rows((shown,), AUTUMN)] == [
        "Leave",
        "Leave; Colleague left, 24 September",
        "Complaint, 16 September",
        "",
    ]
    assert describe(shown, AUTUMN).endswith(
        "Leave from 21 September to 4 October. Complaint on 16 September 2026. "
        "Colleague left on 24 September 2026."
    )


def test_that_many_events_are_counted():
    events = tuple(Event(date(2026, 9, day), EventKind.COMPLAINT, id=day) for day in range(8, 13))
    shown = panel(series(CASELOAD, "2026-09-07", [52, 53]), events=events)

    assert describe(shown, AUTUMN).endswith("5 events, which are listed below the charts.")


def test_that_a_share_says_what_it_is_made_of():
    share = replace(CASELOAD, unit="%", source=Source.DERIVED, made="One divided by the other.")
    shown = panel(series(share, "2026-09-07", [50.4]))

    assert "Counted in per cent." in describe(shown, AUTUMN)
    assert describe(shown, AUTUMN).endswith("One divided by the other.")
    assert point_words(shown, week("2026-09-07")) == "Week of 7 September 2026: 50 %"

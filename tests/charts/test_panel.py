"""Where the line breaks, what is joined, and what was usual."""

from burnout_check.charts.model.panel import AwaySpan, away_spans, path, rhythm, usual_steps
from burnout_check.domain.measures.measure import Point
from burnout_check.domain.questionnaire.check_in import Away, Reason
from tests.charts.samples import CASELOAD, WORK_BURNOUT, panel, series, span, week


def gaps(found):
    return [str(at) for at, value in found if value is None]


def test_that_a_weekly_line_breaks_at_each_missing_week():
    shown = series(CASELOAD, "2026-09-07", [52, 53, None, None, 54, 55, None, 56])

    found = path(panel(shown), span("2026-09-07", "2026-10-26"))

    assert gaps(found) == ["2026-09-21", "2026-09-28", "2026-10-19"]
    assert [value for _week, value in found if value is not None] == [52, 53, 54, 55, 56]


def test_that_a_line_has_no_gap_across_the_clock_changes_and_week_53():
    # The clocks change on 26 October 2025, 29 March 2026 and 25 October 2026; 2026 has 53 weeks.
    shown = series(CASELOAD, "2025-10-13", range(50, 120))

    assert gaps(path(panel(shown), span("2025-10-13", "2027-02-08"))) == []


def test_that_a_missing_week_53_is_one_gap():
    values = [50, 51, None, 52, 53]
    shown = series(CASELOAD, "2026-12-14", values)

    found = path(panel(shown), span("2026-12-14", "2027-01-11"))

    assert week("2026-12-28").monday.isocalendar().week == 53
    assert gaps(found) == ["2026-12-28"]


def test_that_a_four_weekly_line_bridges_its_own_weeks():
    shown = series(WORK_BURNOUT, "2026-06-01", [36, 41, 30, 39], every=4)

    assert rhythm(shown) == 4
    assert gaps(path(panel(shown), span("2026-06-01", "2026-09-28"))) == []


def test_that_a_four_weekly_line_breaks_where_one_was_left_out():
    shown = series(WORK_BURNOUT, "2026-06-01", [36, 41, None, 39, 46], every=4)

    found = path(panel(shown), span("2026-06-01", "2026-09-28"))

    assert gaps(found) == ["2026-07-27"]


def test_that_a_late_answer_is_no_gap():
    shown = series(WORK_BURNOUT, "2026-06-01", [36, 41, 30], every=4)
    late = series(WORK_BURNOUT, "2026-09-07", [39])
    both = type(shown)(WORK_BURNOUT, (*shown.points, *late.points))

    # Asked after four weeks, answered after six.
    assert gaps(path(panel(both), span("2026-06-01", "2026-09-28"))) == []


def test_that_leave_in_the_week_a_value_was_due_is_a_gap_and_leave_in_another_is_none():
    # Asked every four weeks: 1 and 29 June, then due on 27 July and answered on 10 August.
    points = (*series(WORK_BURNOUT, "2026-06-01", [36, 41], every=4).points,)
    shown = series(WORK_BURNOUT, "2026-08-10", [30])
    both = type(shown)(WORK_BURNOUT, (*points, *shown.points))

    def broken(day):
        away = away_spans([Away(week(day), Reason.LEAVE)])
        return gaps(path(panel(both, rhythm=4, away=away), span("2026-06-01", "2026-08-10")))

    assert broken("2026-07-27") == ["2026-07-27"]
    assert broken("2026-06-08") == broken("2026-07-20") == broken("2026-08-03") == []


def test_that_what_the_person_chose_decides_over_what_the_values_show():
    # Anxiety is asked every four weeks, and at once when the two short questions say so.
    shown = series(WORK_BURNOUT, "2026-06-01", [3, None, None, None, 8, 9, 9, None, None, 5])

    assert rhythm(shown) == 1
    assert gaps(path(panel(shown, rhythm=4), span("2026-06-01", "2026-08-10"))) == []


def test_that_only_weeks_of_the_span_are_in_the_path():
    shown = series(CASELOAD, "2026-09-07", range(50, 60))

    found = path(panel(shown), span("2026-09-21", "2026-10-05"))

    assert [str(at) for at, _value in found] == ["2026-09-21", "2026-09-28", "2026-10-05"]


def test_that_weeks_away_in_a_row_for_one_reason_are_joined():
    away = (
        Away(week("2026-07-27"), Reason.LEAVE),
        Away(week("2026-08-03"), Reason.LEAVE),
        Away(week("2026-08-10"), Reason.SICK),
        Away(week("2026-08-24"), Reason.SICK),
    )

    assert away_spans(reversed(away)) == (
        AwaySpan(week("2026-07-27"), week("2026-08-03"), Reason.LEAVE),
        AwaySpan(week("2026-08-10"), week("2026-08-10"), Reason.SICK),
        AwaySpan(week("2026-08-24"), week("2026-08-24"), Reason.SICK),
    )


def test_that_leave_is_cut_off_where_the_chart_ends():
    away = away_spans([Away(week("2026-07-27").plus(step), Reason.LEAVE) for step in range(4)])
    shown = panel(series(CASELOAD, "2026-07-20", [50]), away=away)

    (found,) = shown.away_in(span("2026-08-10", "2026-10-05"))

    assert (found.first, found.last) == (week("2026-08-10"), week("2026-08-17"))


def test_that_usual_begins_after_four_values_and_ends_with_the_last():
    shown = series(CASELOAD, "2026-09-07", [50, 52, 54, 56, 58, None, 60])

    found = usual_steps(shown, span("2026-09-07", "2026-11-09"))

    # Medians of 50 52 54 56; then of 50 52 54 56 58, twice, for a missing week changes nothing.
    assert found == (
        Point(week("2026-10-05"), 53),
        Point(week("2026-10-12"), 54),
        Point(week("2026-10-19"), 54),
    )

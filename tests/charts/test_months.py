"""Many years drawn by month, by hand."""

from datetime import date

from burnout_check.charts.draw.drawing import draw
from burnout_check.charts.model.chart_text import describe
from burnout_check.charts.model.months import Month, by_month, month_path, months
from tests.charts.samples import CASELOAD, STYLE, WORK_BURNOUT, panel, series, span

YEARS = span("2016-11-21", "2026-11-16")


def drawn(shown, weeks=YEARS):
    (axes,) = draw((panel(shown),), weeks, style=STYLE, size=(960, 220)).axes
    return axes


def test_that_two_years_are_drawn_by_week_and_more_by_month():
    assert not by_month(span("2024-11-25", "2026-11-16"))  # 104 weeks
    assert by_month(span("2024-11-18", "2026-11-16"))


def test_that_a_month_has_the_middle_the_lowest_and_the_highest_of_the_weeks_that_begin_in_it():
    # Mondays of September 2026: 7, 14, 21, 28; the fifth value is of 5 October.
    found = months(series(CASELOAD, "2026-09-07", [50, 60, 54, 52, 70]).points)

    assert found == (Month(date(2026, 9, 15), 50, 53, 60), Month(date(2026, 10, 15), 70, 70, 70))


def test_that_the_line_breaks_at_a_month_without_a_value():
    shown = panel(series(CASELOAD, "2026-07-06", [50] * 4 + [None] * 5 + [60] * 4))

    # July has four; August none, its five Mondays are missing; September begins on the 7th.
    assert month_path(shown, YEARS) == (
        (date(2026, 7, 15), 50),
        (date(2026, 7, 15), None),
        (date(2026, 9, 15), 60),
    )


def test_that_the_line_does_not_break_in_the_months_between_two_rare_values():
    shown = panel(series(WORK_BURNOUT, "2026-01-05", [50, 60, 70], every=12))

    assert [value for _day, value in month_path(shown, YEARS)] == [50, 60, 70]


def test_that_many_years_have_a_bar_and_a_point_for_each_month_and_two_a_point_for_each_week():
    shown = series(CASELOAD, "2026-09-07", [50, 60, 54, 52, 70])

    (bars,) = [each for each in drawn(shown).collections if each.get_gid() == "month"]
    assert [[end[1] for end in bar] for bar in bars.get_segments()] == [[50, 60], [70, 70]]
    (line,) = [each for each in drawn(shown).lines if each.get_gid() == "fact_caseload by month"]
    assert list(line.get_ydata()) == [53, 70]
    weeks = drawn(shown, span("2026-09-07", "2026-10-05"))
    assert [len(each.get_ydata()) for each in weeks.lines if each.get_gid() == "fact_caseload"] == [
        5
    ]


def test_that_somebody_who_cannot_see_it_is_told_that_it_is_drawn_by_month():
    shown = panel(series(CASELOAD, "2026-09-07", [50, 60]))

    assert "Drawn by month: a bar from the lowest to the highest" in describe(shown, YEARS)
    assert "by month" not in describe(shown, span("2026-09-07", "2026-10-05"))

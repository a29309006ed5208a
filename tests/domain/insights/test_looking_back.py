"""The calendar of weeks, months in a sentence and the same week a year ago, worked out by hand."""

from datetime import date

from burnout_check.domain.insights.looking_back import Mark, a_year_ago, calendar, months
from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.week import Week
from tests.domain.samples import check_in, weekly

JANUARY = Week(date(2026, 1, 5))
NOW = Week(date(2026, 11, 23))


def test_that_a_year_is_a_row_of_all_its_weeks_the_newest_first():
    past = History((check_in(Week(date(2020, 12, 28))), check_in(NOW)))

    rows = calendar(past, (), NOW)

    assert [row.year for row in rows] == [2026, 2025, 2024, 2023, 2022, 2021, 2020]
    # 2026 and 2020 begin or end on a Thursday, so they have 53 ISO weeks.
    assert [len(row.cells) for row in rows] == [53, 52, 52, 52, 52, 52, 53]
    assert rows[-1].cells[-1].week == Week(date(2020, 12, 28))


def test_that_each_week_says_what_it_was():
    done, leave, sick, other = (JANUARY.plus(place) for place in range(4))
    past = History(
        (check_in(done),),
        (Away(leave, Reason.LEAVE), Away(sick, Reason.SICK), Away(other, Reason.OTHER)),
    )
    (row,) = calendar(past, {JANUARY.plus(4)}, JANUARY.plus(5))

    # Week 1 of 2026 begins on 29 December; then what is in the history, and what is to come.
    assert [cell.mark for cell in row.cells[:9]] == [
        Mark.EMPTY,
        Mark.DONE,
        Mark.LEAVE,
        Mark.SICK,
        Mark.AWAY,
        Mark.DRAFT,
        Mark.EMPTY,
        Mark.AHEAD,
        Mark.AHEAD,
    ]
    assert row.cells[1].words == "Week of 5 January 2026: checked in"
    assert row.cells[5].words == "Week of 2 February 2026: half filled in"


def test_that_a_month_is_said_in_a_sentence_with_its_middle_and_its_ends():
    weeks = [JANUARY.plus(place) for place in range(5)]
    past = History(tuple(map(check_in, weeks)), (Away(JANUARY.plus(5), Reason.LEAVE),))
    series = {
        "burnout": weekly("burnout", [2, 3, 4, 2, 3]),
        "fact_caseload": weekly("fact_caseload", [60, 60, 60, 60, 64]),
    }

    # The weeks of 5, 12, 19 and 26 January have their Thursday in January, the fifth in February.
    assert months(past, series) == (
        "February 2026: 1 check-in, 1 week away. Burnout 3 of 5. Caseload 64.",
        "January 2026: 4 check-ins. Burnout 2.5 (2 to 4) of 5. Caseload 60.",
    )


def test_that_a_year_ago_is_the_same_week_of_the_year_before():
    series = {"burnout": weekly("burnout", [4]), "fact_caseload": weekly("fact_caseload", [71])}

    assert a_year_ago(series, JANUARY.plus(52)) == (
        "In the week of 5 January 2026: burnout 4 of 5, caseload 71."
    )
    assert a_year_ago(series, JANUARY.plus(51)) == ""

"""Dates as people type them: read as they are meant, or not at all."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from burnout_check.domain.dates import parse_date

TODAY = date(2026, 11, 20)
CHRISTMAS = date(2025, 12, 25)
MONTHS = "January February March April May June July August September October November December"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


@pytest.mark.parametrize(
    "text",
    [
        "25 Dec 2025",
        "25 December 2025",
        "25 dec 25",
        "25th December 2025",
        "25/12/2025",
        "25/12/25",
        "25.12.25",
        "25-12-25",
        "25 12 2025",
        "2025-12-25",
        "25 Dec. 2025",
        "25-Dec-2025",
        "25Dec2025",
        "December 25, 2025",
        "Thursday 25 December 2025",
        "Thu, 25 Dec 2025",
        "  25\u00a0Dec   2025 ",
    ],
)
def test_that_the_usual_spellings_are_read_as_meant(text):
    assert parse_date(text, TODAY) == CHRISTMAS


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 20)),
        ("Yesterday", date(2026, 11, 19)),
        ("tomorrow", date(2026, 11, 21)),
        ("25 Dec", date(2026, 12, 25)),
        ("2 Jan", date(2027, 1, 2)),
        ("1 March", date(2027, 3, 1)),
        ("1 July", date(2026, 7, 1)),
        ("1/9", date(2026, 9, 1)),
        ("3 Sept", date(2026, 9, 3)),
        ("4/3/2026", date(2026, 3, 4)),
        ("29 Feb 2028", date(2028, 2, 29)),
    ],
)
def test_that_a_day_without_a_year_is_the_nearest_and_the_day_comes_first(text, day):
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31 Feb 2026",
        "29 Feb 2026",
        "12/25/2025",
        "25/12.2025",
        "25 Dec 202",
        "25 Dec 20255",
        "Dec 25",
        "25",
        "25.12",
        "Dec 2025",
        "Friday 25 December 2025",
        "2025-25-12",
        "2025/12/25",
        "0 Jan 2026",
        "25 Dez 2025",
        "25 Decem 2025",
        "25 Dec 0001",
        "25 Dec 9999",
        "next week",
        "\u0662\u0665/12/2025",
    ],
)
def test_that_anything_else_is_refused(text):
    assert parse_date(text, TODAY) is None


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{d} {M} {y}", "{d} {m} {y}", "{d} {m} {s}", "{W} {d} {M} {y}"])
    | st.sampled_from(["{d}/{n}/{y}", "{d:02}/{n:02}/{s}", "{d}.{n}.{s}", "{d}-{n}-{s}"])
    | st.sampled_from(["{y}-{n:02}-{d:02}", "{w} {d} {m} {y}", "{d}/{n}/{s}"]),
    st.sampled_from([str.lower, str.upper, str.title]),
)
def test_that_every_day_reads_back_in_every_spelling(day, spelling, cased):
    month, weekday = MONTHS.split()[day.month - 1], DAYS.split()[day.weekday()]
    text = spelling.format(
        d=day.day,
        n=day.month,
        y=day.year,
        s=f"{day.year % 100:02}",
        M=month,
        m=month[:3],
        W=weekday,
        w=weekday[:3],
    )
    assert parse_date(cased(text), TODAY) == day


@given(st.text(max_size=30), st.dates(date(1971, 1, 1), date(2190, 1, 1)))
@example("\U0001f600 25 Dec 2025", TODAY)
@example("25 Dec\x00 2025", TODAY)
def test_that_no_text_is_an_exception(text, today):
    found = parse_date(text, today)

    assert found is None or 1900 <= found.year < 2200


@given(st.integers(32, 99), st.integers(1, 12), st.integers(2000, 2099))
def test_that_no_such_day_is_never_moved_to_another(day, month, year):
    assert parse_date(f"{day}/{month}/{year}", TODAY) is None
    assert parse_date(f"{day} {MONTHS.split()[month - 1]} {year}", TODAY) is None

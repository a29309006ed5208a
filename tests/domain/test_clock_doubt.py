"""A clock that can hardly be right is asked about; one that can is not."""

from datetime import date

import pytest

from burnout_check.domain.clock_doubt import clock_doubt
from burnout_check.domain.week import Week

BUILT = date(2026, 11, 1)
LAST = Week(date(2026, 11, 16))


@pytest.mark.parametrize(
    ("today", "last", "odd"),
    [
        (date(1970, 1, 1), None, "That is before this program was made."),
        (
            date(1970, 1, 1),
            LAST,
            "That is before your last check-in, in the week of 16 November 2026.",
        ),
        (
            date(2026, 11, 15),
            LAST,
            "That is before your last check-in, in the week of 16 November 2026.",
        ),
        (date(2099, 6, 1), LAST, "That is 73 years after your last check-in."),
        (date(2099, 6, 1), None, "That is 73 years after this program was made."),
    ],
)
def test_that_a_clock_that_can_hardly_be_right_is_named(today, last, odd):
    said = clock_doubt(today, built=BUILT, last=last)

    assert said is not None
    assert odd in said
    assert str(today.year) in said


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (BUILT, None),
        (date(2036, 5, 1), None),
        (date(2026, 11, 16), LAST),
        (date(2026, 11, 22), LAST),
        (date(2029, 12, 31), LAST),
    ],
)
def test_that_a_clock_that_can_be_right_is_believed(today, last):
    assert clock_doubt(today, built=BUILT, last=last) is None

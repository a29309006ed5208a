"""Numbers as people type them: one reading for every field."""

import pytest

from burnout_check.domain.numbers import parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7.0),
        ("7.5", 7.5),
        ("7,5", 7.5),
        (" 7 ", 7.0),
        ("1,000", 1000.0),
        ("1 000", 1000.0),
        ("12,345.5", 12345.5),
        (".5", 0.5),
        ("-3", -3.0),
        ("\N{MINUS SIGN}3", -3.0),
    ],
)
def test_that_a_number_is_read_as_it_is_meant(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "seven", "nan", "inf", "1e5", "7.5.1", "1,0,0", "0x10", "½"])
def test_that_anything_else_is_no_number(text):
    assert parse_number(text) is None

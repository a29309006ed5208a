"""A date as people in the United Kingdom type it: the day first, or as ISO has it."""

from __future__ import annotations

import re
from datetime import date, timedelta

NOT_A_DATE = "This is not a date I can read. Type it like 25 Dec 2025 or 25/12/2025."

YEARS = range(1900, 2200)
"""The years a date may lie in; any other is a slip."""

_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
_MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_DAY = r"(?P<day>[0-9]{1,2})"
_NUMBER = r"(?P<month>[0-9]{1,2})"
_WORD = r"(?P<word>[a-z]+)\.?"
_SHORT_OR_LONG = r"(?P<year>[0-9]{4}|[0-9]{2})"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
        rf"{_DAY} ?(?P<gap>[/.-]) ?{_NUMBER} ?(?P=gap) ?{_SHORT_OR_LONG}",
        rf"{_DAY} {_NUMBER} {_SHORT_OR_LONG}",
        rf"{_DAY} ?/ ?{_NUMBER}",
        rf"{_DAY}(?:st|nd|rd|th)?(?: ?| of |-){_WORD}(?:(?: |-)?{_SHORT_OR_LONG})?",
        rf"{_WORD} {_DAY}(?:st|nd|rd|th)? (?P<year>[0-9]{{4}})",
    )
)
_WEEKDAY = re.compile(r"(?P<weekday>[a-z]{3,9})\.? (?P<rest>.*[0-9].*)")


def parse_date(text: str, today: date) -> date | None:
    """The day that is meant, None where that is not certain.

    The day comes before the month, as it is written here; only a date that begins with four
    digits is read as ISO. Two digits are a year of this century. Without a year it is the nearest
    such day. A weekday before the date must be the right one.

    Args:
        text: what was typed, in letters of any size: ``25 Dec 2025``, ``25/12/25``, ``25 Dec``.
        today: the day it is, which ``today`` and a missing year are taken from.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    asked: int | None = None
    named = _WEEKDAY.fullmatch(words)
    if named is not None and (asked := _place(named["weekday"], _DAYS)) is not None:
        words = named["rest"]
    found = _read(words, today)
    return found if found is None or asked in {None, found.weekday()} else None


def _read(words: str, today: date) -> date | None:
    for shape in _SHAPES:
        match = shape.fullmatch(words)
        if match is not None:
            parts = match.groupdict()
            month = _month(parts)
            if month is None:
                return None
            return _day(parts.get("year"), month, int(parts["day"]), today)
    return None


def _month(parts: dict[str, str]) -> int | None:
    if "month" in parts:
        return int(parts["month"])
    word = "sep" if parts["word"] == "sept" else parts["word"]
    place = _place(word, _MONTHS)
    return None if place is None else place + 1


def _place(word: str, names: list[str]) -> int | None:
    """Which of the names a word is, whole or by its first three letters."""
    found = (at for at, name in enumerate(names) if word in (name, name[:3]))
    return next(found, None)


def _day(year: str | None, month: int, day: int, today: date) -> date | None:
    if year is not None:
        return _exact(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = (_exact(each, month, day) for each in range(today.year - 1, today.year + 2))
    days = [each for each in near if each is not None]
    return min(days, key=lambda each: abs((each - today).days), default=None)


def _exact(year: int, month: int, day: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None

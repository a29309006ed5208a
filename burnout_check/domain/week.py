"""ISO weeks as they are lived in the United Kingdom, from Monday to Sunday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """One ISO week, named by its Monday.

    Raises:
        ValueError: if ``monday`` is not a Monday.
    """

    monday: date

    def __post_init__(self) -> None:
        if self.monday.weekday() != 0:
            raise ValueError(f"{self.monday.isoformat()} is not a Monday")

    @classmethod
    def of(cls, day: date) -> Self:
        """The week ``day`` falls in."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def at(cls, instant: datetime) -> Self:
        """The week of an aware instant, on the calendar in London.

        Raises:
            ValueError: if ``instant`` has no time zone.
        """
        if instant.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return cls.of(instant.astimezone(LONDON).date())

    @classmethod
    def parse(cls, text: str) -> Self:
        """The week whose Monday is the ISO date ``text``."""
        return cls(date.fromisoformat(text))

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)

    def plus(self, weeks: int) -> Week:
        """The week ``weeks`` later (earlier if negative)."""
        return Week(self.monday + timedelta(weeks=weeks))

    def since(self, other: Week) -> int:
        """Whole weeks from ``other`` to this one."""
        return (self.monday - other.monday).days // 7

    def __str__(self) -> str:
        return self.monday.isoformat()


def plain_date(day: date, *, year: bool = False, weekday: bool = False) -> str:
    """A date in plain English: ``16 November``, with weekday or year if asked for.

    Month names are English whatever the machine's locale is.
    """
    text = f"{day.day} {MONTHS[day.month - 1]}"
    if weekday:
        text = f"{_DAYS[day.weekday()]} {text}"
    return f"{text} {day.year}" if year else text


def short_date(day: date, *, year: bool = False) -> str:
    """A date for an axis or a list: ``16 Nov``, with the year if asked for."""
    text = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return f"{text} {day.year}" if year else text


def short_day(day: date) -> str:
    """A date in a list of days that are near: ``Mon 16 Nov``."""
    return f"{_DAYS[day.weekday()][:3]} {short_date(day)}"


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

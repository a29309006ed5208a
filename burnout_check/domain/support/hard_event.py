"""Something hard that happened at work: told outside a check-in, and looked in on a week later."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burnout_check.domain.week import Week, plain_date

_LOOKS_IN_FOR = 4
"""Weeks after which it is not asked any more: our own choice, as long as a prompt put aside."""


class LookIn(StrEnum):
    """The answer to the one question that is asked a week later; it has no score."""

    SUPPORTED = "supported"
    MORE = "more"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A hard event of a week, noted on a day outside any check-in."""

    week: Week
    event: str
    noted: date


def look_in_on(
    events: Mapping[Week, Container[str]], answered: Container[Week], week: Week
) -> Week | None:
    """The newest earlier week with a hard event that was not looked in on yet; None if none is.

    Args:
        events: the hard events of each week that has any.
        answered: the weeks whose question was answered.
        week: the week it is.
    """
    recent = [each for each in events if 1 <= week.since(each) <= _LOOKS_IN_FOR]
    newest = max(recent, default=None)
    return None if newest is None or newest in answered else newest


def look_in_question(about: Week, week: Week) -> str:
    """The one question, such as "How are things after what happened last week?"."""
    when = "last week" if week.since(about) == 1 else f"in the week of {plain_date(about.monday)}"
    return f"How are things after what happened {when}?"

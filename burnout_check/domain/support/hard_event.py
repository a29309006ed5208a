"""Something hard that happened at work: told outside a check-in, and looked in on a week later."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burnout_check.domain.week import Week, plain_date

_LOOKS_IN_FOR = 4
"""Weeks after which it is not asked any more: our own choice, as long as a prompt put aside."""

SEVERAL = "Hard things happened at work"
"""The title where more than one kind of thing happened, or its kind is not known."""

OTHER = "Whatever it was, you do not have to hold it alone. Tell someone today."
"""What is said where the kind is not known."""


class Outside(StrEnum):
    """When those who supervise or manage the person may be part of what happened."""

    NEVER = "never"
    IF_MANAGER = "if_manager"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class HardEvent:
    """A kind of hard event that can be ticked; it has no score.

    ``title`` and ``text`` are what is said of it; ``first`` are the ids of the support options to
    offer, in their order. ``outside`` says when somebody other than a supervisor or a manager comes
    first: never, where the supervisor is the line manager, or always.
    """

    id: str
    label: str
    title: str
    text: str
    first: tuple[str, ...]
    outside: Outside

    def may_be_part(self, *, is_manager: bool) -> bool:
        """Whether those who supervise or manage the person do not come first.

        Args:
            is_manager: the person's supervisor is their line manager.
        """
        return self.outside is Outside.ALWAYS or (self.outside is Outside.IF_MANAGER and is_manager)


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

"""Something the person means to do, or agreed with somebody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from burnout_check.domain.week import short_date, short_day

ME = "Me"
ROLES = (ME, "My supervisor", "My manager", "My team", "Union rep", "Occupational health")
"""Who may do it: roles, never names."""

_EACH_DAY = 14
_EACH_WEEK = 12


class ActionStatus(StrEnum):
    """What became of an action; dropping one is no failure."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """How an action stands, in a word."""
        return _STATUSES[self]


_STATUSES = {
    ActionStatus.OPEN: "Open",
    ActionStatus.DONE: "Done",
    ActionStatus.DROPPED: "Dropped",
}


@dataclass(frozen=True, slots=True)
class Action:
    """One action: ``id`` is 0 until it is saved; ``due`` may be open.

    ``ended`` is the day it was done or dropped, None while it is open (or where nobody knows).
    ``origin`` is the id of the support option it was made of, "" for one's own words.

    Raises:
        ValueError: it is open and has a day on which it ended.
    """

    text: str
    who: str
    made: date
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    id: int = 0
    ended: date | None = None
    origin: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be: use ``put`` to open one again."""
        if self.is_open and self.ended is not None:
            raise ValueError("an open action has no day on which it ended")

    @property
    def is_open(self) -> bool:
        """It is neither done nor dropped."""
        return self.status is ActionStatus.OPEN

    def put(self, status: ActionStatus, today: date) -> Action:
        """With another status: it ended today, or on no day where it is open again."""
        ended = None if status is ActionStatus.OPEN else today
        return replace(self, status=status, ended=ended)

    def who_and_when(self, today: date) -> str:
        """The line under its words, such as "My manager · due Fri 27 Nov"; it never says late."""
        if not self.is_open:
            day = "" if self.ended is None else f" {_day(self.ended, today)}"
            return f"{self.who} · {self.status.label.lower()}{day}"
        if self.due is None:
            return self.who
        if self.due < today:
            return f"{self.who} · was for {_day(self.due, today)}"
        if self.due == today:
            return f"{self.who} · due today"
        return f"{self.who} · due {_day(self.due, today)}"


def soonest_first(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Those still open: first those with a day, the earliest first, then in the order made."""
    still_open = [action for action in actions if action.is_open]
    return tuple(
        sorted(still_open, key=lambda action: (action.due is None, action.due or action.made))
    )


def latest_first(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Those that have ended, the latest first."""
    ended = [action for action in actions if not action.is_open]
    return tuple(sorted(ended, key=lambda action: action.ended or action.made, reverse=True))


def days_ahead(today: date) -> tuple[date, ...]:
    """Days to choose from for something to be done: each of two weeks, then one a week."""
    near = [today + timedelta(days=ahead) for ahead in range(_EACH_DAY + 1)]
    far = [today + timedelta(weeks=ahead) for ahead in range(3, _EACH_WEEK + 1)]
    return (*near, *far)


def _day(day: date, today: date) -> str:
    return short_date(day, year=True) if day.year != today.year else short_day(day)

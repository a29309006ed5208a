"""One supervision that was had: when, how long, of what kind, and what was agreed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from burnout_check.domain.week import Week

LONGEST = 600
"""The most minutes one supervision may last."""

SMALL_GROUP = 4
RATING_HIGH = 10
ENOUGH = "Was it enough?"
COULD_SAY = "Could you say what you needed to say?"


class SessionKind(StrEnum):
    """What a supervision was for."""

    CASE_MANAGEMENT = "case_management"
    CLINICAL_SKILLS = "clinical_skills"
    RESTORATIVE = "restorative"
    GROUP = "group"
    LIVE = "live"


KIND_NAMES = {
    SessionKind.CASE_MANAGEMENT: "Case management",
    SessionKind.CLINICAL_SKILLS: "Clinical skills",
    SessionKind.RESTORATIVE: "Restorative",
    SessionKind.GROUP: "Group",
    SessionKind.LIVE: "Live, with a case",
}
"""The words for each kind."""


@dataclass(frozen=True, slots=True)
class SupervisionSession:
    """A session that is kept; ``id`` is 0 until it is saved.

    ``who`` is a role, not a name. ``people`` is the number of supervisees in a group, with the
    person; None for any other kind. ``actions`` are the ids of what was agreed, ``agenda`` the
    lines that were talked about. ``enough`` and ``could_say`` are our own ratings from 0 (not
    at all) to 10, for the person alone: nothing shown or printed is made from a session.
    """

    held: date
    minutes: int
    kind: SessionKind = SessionKind.CASE_MANAGEMENT
    who: str = "Supervisor"
    people: int | None = None
    note: str = ""
    actions: tuple[int, ...] = ()
    agenda: tuple[str, ...] = ()
    enough: int | None = None
    could_say: int | None = None
    id: int = 0

    @property
    def week(self) -> Week:
        """The week it was in."""
        return Week.of(self.held)

    @property
    def is_group(self) -> bool:
        """Whether it was in a group of which the size is known."""
        return self.kind is SessionKind.GROUP and self.people is not None

    @property
    def credited(self) -> float:
        """Minutes that count for one person, see ``group_credit``."""
        if self.kind is not SessionKind.GROUP or self.people is None:
            return float(self.minutes)
        return group_credit(self.minutes, self.people)

    def to_text(self) -> str:
        """What was agreed so far and how long it took, to be kept until the session ends."""
        return json.dumps(
            {
                "held": self.held.isoformat(),
                "minutes": self.minutes,
                "note": self.note,
                "actions": self.actions,
            }
        )

    @classmethod
    def from_text(cls, text: str) -> SupervisionSession | None:
        """What ``to_text`` wrote; of anything else, None."""
        try:
            kept: Any = json.loads(text)
            held, actions = date.fromisoformat(kept["held"]), tuple(map(int, kept["actions"]))
            return cls(held, int(kept["minutes"]), note=str(kept["note"]), actions=actions)
        except (ValueError, TypeError, KeyError):
            return None

    def problem(self, today: date) -> tuple[str, str] | None:
        """The field that cannot be used and a sentence that says why; None if all can."""
        if self.held > today:
            return "held", "That day is still to come. Choose today or an earlier day."
        if not 1 <= self.minutes <= LONGEST:
            return "minutes", f"Minutes: type a number from 1 to {LONGEST}."
        if self.kind is SessionKind.GROUP and (self.people is None or not 2 <= self.people <= 50):
            return "people", "People in the group, with you: type a number from 2 to 50."
        for name, rating in (("enough", self.enough), ("could_say", self.could_say)):
            if rating is not None and not 0 <= rating <= RATING_HIGH:
                return name, f"Choose a number from 0 to {RATING_HIGH}."
        return None


def group_credit(minutes: float, people: float) -> float:
    """Minutes of a group that count for each supervisee.

    With 4 or fewer supervisees half the time counts, with 5 or more the time shared by all of
    them (BACP, supervision).
    """
    return minutes / 2 if people <= SMALL_GROUP else minutes / people


def minutes_by_week(sessions: Iterable[SupervisionSession]) -> dict[Week, float]:
    """The whole minutes of the sessions of each week, as the check-in counts them."""
    found: dict[Week, float] = {}
    for session in sessions:
        found[session.week] = found.get(session.week, 0.0) + session.minutes
    return found


def largest_group_by_week(sessions: Iterable[SupervisionSession]) -> dict[Week, float]:
    """The people in the largest group of each week: rather too little is counted than too much."""
    found: dict[Week, float] = {}
    for session in sessions:
        found[session.week] = max(found.get(session.week, 0.0), float(session.people or 0))
    return found


def agreed_in(sessions: Iterable[SupervisionSession]) -> frozenset[int]:
    """The numbers of the actions that any of the sessions agreed."""
    return frozenset(action for session in sessions for action in session.actions)

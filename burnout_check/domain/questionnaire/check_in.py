"""One week's answers: the check-in as it is kept, and the week not done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from burnout_check.domain.week import Week

_NONE: Mapping[str, Any] = MappingProxyType({})


class Reason(StrEnum):
    """Why there is no check-in for a week."""

    LEAVE = "leave"
    SICK = "sick"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The reason in a word."""
        return _REASONS[self]


_REASONS = {Reason.LEAVE: "leave", Reason.SICK: "sick", Reason.OTHER: "other"}


@dataclass(frozen=True, slots=True)
class Away:
    """A week the person said "not this week" to."""

    week: Week
    reason: Reason


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The raw answers of one week, as stored. Scores are always computed from these.

    ``asked`` names the parts of the check-in that were asked (see ``schedule.Part``);
    ``instruments`` gives the version of each instrument that was answered.
    """

    week: Week
    finished: datetime
    answers: Mapping[str, int] = field(default_factory=lambda: _NONE)
    facts: Mapping[str, float] = field(default_factory=lambda: _NONE)
    skipped: frozenset[str] = frozenset()
    hard_events: tuple[str, ...] = ()
    note: str = ""
    asked: tuple[str, ...] = ()
    instruments: Mapping[str, str] = field(default_factory=lambda: _NONE)

"""Something the person means to do, or agreed with somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActionStatus(StrEnum):
    """What became of an action; dropping one is no failure."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """One action: ``id`` is 0 until it is saved; ``due`` may be open."""

    text: str
    who: str
    made: date
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    id: int = 0

"""What happened at work or to the person, on one day: a mark on the time line of Trends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burnout_check.domain.week import Week


class EventKind(StrEnum):
    """What sort of event it is; ``OTHER`` has the person's own words."""

    LEAVE = "leave"
    NEW_POST = "new_post"
    COMPLAINT = "complaint"
    SERVICE_CHANGE = "service_change"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind in plain words."""
        return _LABELS[self]


@dataclass(frozen=True, slots=True)
class Event:
    """One event: ``id`` is 0 until it is saved; ``words`` may be empty but for ``OTHER``."""

    day: date
    kind: EventKind
    words: str = ""
    id: int = 0

    @property
    def label(self) -> str:
        """What it is called on charts and in sentences: the person's words, or the kind."""
        return self.words or self.kind.label

    @property
    def week(self) -> Week:
        """The week it lies in."""
        return Week.of(self.day)


_LABELS = {
    EventKind.LEAVE: "Leave",
    EventKind.NEW_POST: "New post",
    EventKind.COMPLAINT: "Complaint",
    EventKind.SERVICE_CHANGE: "Service change",
    EventKind.OTHER: "Something else",
}

"""The events the person put on their time line."""

from __future__ import annotations

from datetime import date

from burnout_check.domain.event import Event, EventKind
from burnout_check.store.tables.encoding import clean_text
from burnout_check.store.tables.kind import Kind, Row


def _encode(event: Event) -> Row:
    return {
        "day": event.day.isoformat(),
        "kind": event.kind.value,
        "words": clean_text(event.words),
    }


def _decode(row: Row) -> Event:
    return Event(
        id=row["id"],
        day=date.fromisoformat(row["day"]),
        kind=EventKind(row["kind"]),
        words=row["words"],
    )


EVENTS = Kind(
    name="events",
    record="event",
    columns=("id", "day", "kind", "words"),
    key=("id",),
    order="day, id",
    encode=_encode,
    decode=_decode,
    one="event",
    many="events",
    listed=True,
)

"""The events the person put on their time line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from burnout_check.domain.event import Event, EventKind
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.encoding import clean_text


class Events:
    """Every event, of any day."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> tuple[Event, ...]:
        """Every event, oldest first, and those of one day in the order they were added."""
        rows = self._database.read(
            lambda tables: list(tables.table("events").rows_where(order_by="day, id"))
        )
        return tuple(_event(row) for row in rows)

    def add(self, event: Event) -> Event:
        """Saves a new event.

        Returns:
            The event with its id.
        """
        with self._database.writing() as tables:
            number = tables.table("events").insert(_row(event)).last_pk
        return replace(event, id=int(number or 0))

    def replace(self, event: Event) -> None:
        """Saves ``event`` in place of the one with its id.

        Raises:
            KeyError: there is none.
        """
        with self._database.writing() as tables:
            if not list(tables.table("events").rows_where("id = ?", [event.id])):
                raise KeyError(event.id)
            tables.table("events").update(event.id, _row(event))

    def remove(self, number: int) -> None:
        """Removes the event with the id ``number``, if there is one."""
        with self._database.writing() as tables:
            tables.table("events").delete_where("id = ?", [number])


def _row(event: Event) -> dict[str, Any]:
    return {
        "day": event.day.isoformat(),
        "kind": event.kind.value,
        "words": clean_text(event.words),
    }


def _event(row: dict[str, Any]) -> Event:
    return Event(
        id=row["id"],
        day=date.fromisoformat(row["day"]),
        kind=EventKind(row["kind"]),
        words=row["words"],
    )

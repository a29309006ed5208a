"""The help near the person that they wrote down for themselves: names, numbers, hours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.encoding import clean_text


class LocalEntries:
    """Every local entry of the person's own."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> tuple[LocalEntry, ...]:
        """Every entry, in the order they were added."""
        rows = self._database.read(
            lambda tables: list(tables.table("local_entries").rows_where(order_by="id"))
        )
        return tuple(_entry(row) for row in rows)

    def keep(self, entry: LocalEntry) -> LocalEntry:
        """Saves an entry: a new one if its id is 0, else in place of the one with its id.

        Returns:
            The entry with its id.
        """
        with self._database.writing() as tables:
            if entry.id:
                tables.table("local_entries").upsert({"id": entry.id, **_row(entry)}, pk="id")
                return entry
            number = tables.table("local_entries").insert(_row(entry)).last_pk
        return replace(entry, id=int(number or 0))

    def remove(self, number: int) -> None:
        """Removes the entry with the id ``number``, if there is one."""
        with self._database.writing() as tables:
            tables.table("local_entries").delete_where("id = ?", [number])


def _row(entry: LocalEntry) -> dict[str, Any]:
    return {
        "kind": entry.kind.value,
        "name": clean_text(entry.name),
        "number": clean_text(entry.number),
        "hours": clean_text(entry.hours),
        "note": clean_text(entry.note),
    }


def _entry(row: dict[str, Any]) -> LocalEntry:
    return LocalEntry(
        id=row["id"],
        kind=LocalKind(row["kind"]),
        name=row["name"],
        number=row["number"],
        hours=row["hours"],
        note=row["note"],
    )

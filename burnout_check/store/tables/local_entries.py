"""The help near the person that they wrote down for themselves: names, numbers, hours."""

from __future__ import annotations

from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.store.tables.encoding import clean_text
from burnout_check.store.tables.kind import Kind, Row


def _encode(entry: LocalEntry) -> Row:
    return {
        "kind": entry.kind.value,
        "name": clean_text(entry.name),
        "number": clean_text(entry.number),
        "hours": clean_text(entry.hours),
        "note": clean_text(entry.note),
    }


def _decode(row: Row) -> LocalEntry:
    return LocalEntry(
        id=row["id"],
        kind=LocalKind(row["kind"]),
        name=row["name"],
        number=row["number"],
        hours=row["hours"],
        note=row["note"],
    )


LOCAL_ENTRIES = Kind(
    name="local_entries",
    record="local entry",
    columns=("id", "kind", "name", "number", "hours", "note"),
    key=("id",),
    encode=_encode,
    decode=_decode,
    one="number of your own",
    many="numbers of your own",
    lost="Some of the numbers you wrote down for yourself could not be read.",
)

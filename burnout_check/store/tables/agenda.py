"""The agenda of the next supervision: the lines to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burnout_check.domain.supervision.agenda import AgendaItem
from burnout_check.store.tables.encoding import clean_text, from_json, to_json
from burnout_check.store.tables.kind import Kind, NumberedTable, Row


class AgendaTable(NumberedTable[AgendaItem]):
    """The lines to talk about next time, in the person's order."""

    def add(self, item: AgendaItem, /) -> AgendaItem:
        """Saves a new line below the others, and returns it with its id and place."""
        with self._database.writing() as tables:
            last = tables.execute("select max(place) from agenda").fetchone()[0]
            place = 0 if last is None else int(last) + 1
            return self.insert(tables, replace(item, place=place))

    def reorder(self, ids: Sequence[int]) -> None:
        """Puts the lines with these ids first, in this order."""
        with self._database.writing() as tables:
            known = [item.id for item in self.select(tables)]
            rest = [number for number in known if number not in ids]
            for place, number in enumerate([one for one in ids if one in known] + rest):
                tables.table("agenda").update(number, {"place": place})


def _encode(item: AgendaItem) -> Row:
    return {
        "place": item.place,
        "body": to_json(replace(item, text=clean_text(item.text), id=0)),
    }


def _decode(row: Row) -> AgendaItem:
    return replace(from_json(row["body"], AgendaItem), place=row["place"], id=row["id"])


AGENDA = Kind(
    name="agenda",
    record="agenda line",
    columns=("id", "place", "body"),
    key=("id",),
    order="place, id",
    encode=_encode,
    decode=_decode,
    numbers=("place",),
    one="line of the agenda",
    many="lines of the agenda",
)

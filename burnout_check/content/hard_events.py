"""Reads resources/hard_events.toml: what can be ticked, what is said of it, whom to turn to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from burnout_check.content.reading import Id, Table, Words, need, need_no_twins, read, word
from burnout_check.domain.support.hard_event import HardEvent, Outside
from burnout_check.domain.support.option import Option

FILE = "hard_events.toml"


class EventTable(Table, frozen=True):
    """One kind of hard event."""

    id: Id
    label: Words
    title: Words
    text: Words
    outside: str
    first: tuple[Id, ...]


class HardEventsFile(Table, frozen=True):
    """The whole file."""

    event: tuple[EventTable, ...]


def load_hard_events(folder: Path) -> tuple[HardEvent, ...]:
    """The kinds of hard event in ``folder``/hard_events.toml, in file order.

    Raises:
        ContentError: naming the file, the field and the reason, if anything in it is malformed.
    """
    tables = read(folder / FILE, HardEventsFile).event
    need(bool(tables), FILE, "event", "there is none")
    need_no_twins((table.id for table in tables), FILE, "event[{}].id")
    return tuple(_event(table, f"event[{place}]") for place, table in enumerate(tables))


def _event(table: EventTable, at: str) -> HardEvent:
    need(bool(table.first), FILE, f"{at}.first", "there are none")
    need_no_twins(table.first, FILE, f"{at}.first[{{}}]")
    return HardEvent(
        id=table.id,
        label=table.label,
        title=table.title,
        text=table.text,
        first=table.first,
        outside=word(Outside, table.outside, FILE, f"{at}.outside"),
    )


def check_hard_events(events: Iterable[HardEvent], options: Iterable[Option]) -> None:
    """Each option that hard events name is there, and each event that options name.

    Raises:
        ContentError: naming the file, the field and the reason.
    """
    known = {option.id for option in options}
    kinds = {event.id for event in events}
    for event in events:
        for name in event.first:
            need(name in known, FILE, f"event {event.id!r}.first", f"there is no option {name!r}")
    for option in options:
        unknown = sorted(set(option.for_events) - kinds)
        need(not unknown, "support.toml", f"option {option.id!r}.for_events", f"no event {unknown}")

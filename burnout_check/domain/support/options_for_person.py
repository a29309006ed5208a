"""The options as they hold for one person: local ones filled from their own or the service's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.domain.support.option import Circumstances, Option, Origin


def options_for(
    who: Circumstances,
    options: Iterable[Option],
    *,
    own: Iterable[LocalEntry] = (),
    service: Iterable[LocalEntry] = (),
) -> tuple[Option, ...]:
    """Every option there is for this person, in the order of the content.

    Args:
        who: nation, role and union, as far as they are known.
        options: the options of the content.
        own: the person's entries; they take the place of the service's of the same kind.
        service: what the site file ships.

    An entry is shown whatever the nation: who wrote it down knows that it is there.
    """
    every = tuple(options)
    places = _places(who, every)
    entries = {Origin.SERVICE: tuple(service), Origin.OWN: tuple(own)}
    found: list[Option] = []
    for option in every:
        filled = tuple(_filled(option, entries)) if option is places.get(option.kind) else ()
        is_covered = option.kind is not None and any(
            entry.kind is option.kind for given in entries.values() for entry in given
        )
        if filled or is_covered:
            found += filled
        elif who.has(option):
            found.append(option)
    return tuple(found)


def _places(who: Circumstances, options: Iterable[Option]) -> dict[LocalKind | None, Option]:
    """By kind, the option whose place its entries take: the first the person has, if any."""
    places: dict[LocalKind | None, Option] = {}
    for option in sorted(options, key=lambda each: not who.has(each)):
        if option.kind is not None:
            places.setdefault(option.kind, option)
    return places


def _filled(option: Option, entries: dict[Origin, tuple[LocalEntry, ...]]) -> Iterator[Option]:
    for origin in (Origin.OWN, Origin.SERVICE):
        fitting = [entry for entry in entries[origin] if entry.kind is option.kind]
        for place, entry in enumerate(fitting):
            yield replace(
                option,
                id=f"{option.id}-{origin}-{entry.id or place}",
                name=entry.name,
                text=f"{entry.kind.label}. {entry.note}".strip() if entry.note else option.text,
                number=entry.number,
                call="Call" if entry.number else "",
                hours=entry.hours,
                nations=(),
                source=None,
                fills=option.id,
                local=not entry.number,
                origin=origin,
            )
        if fitting:
            return

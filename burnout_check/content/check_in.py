"""Reads resources/check_in.toml into the questionnaire, and refuses anything malformed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

from burnout_check.content.reading import Id, Table, Words, named, need, need_no_twins, read
from burnout_check.domain.questionnaire.instrument import Instrument, Item
from burnout_check.domain.questionnaire.schedule import (
    Cadence,
    Part,
    Questionnaire,
    Section,
    Trigger,
)
from burnout_check.domain.support.hard_event import HardEvent

FILE = "check_in.toml"

_CADENCES = {cadence.name.lower().replace("_", "-"): cadence for cadence in Cadence}


class SectionTable(Table, frozen=True):
    """One step of the check-in."""

    id: Id
    title: Words


class TriggerTable(Table, frozen=True):
    """Items whose sum opens a part."""

    items: tuple[str, ...]
    at_least: int


class PartTable(Table, frozen=True):
    """Questions that are asked together."""

    id: Id
    section: str
    label: Words
    heading: Words
    instrument: str
    questions: tuple[str, ...]
    cadence: str
    hint: str = ""
    only_after: TriggerTable | None = None
    at_once: TriggerTable | None = None
    says_not_asked: bool = False


class CheckInFile(Table, frozen=True):
    """The whole file."""

    sections: tuple[SectionTable, ...]
    parts: tuple[PartTable, ...]


def load_questionnaire(
    folder: Path, instruments: Mapping[str, Instrument], hard_events: Iterable[HardEvent] = ()
) -> Questionnaire:
    """The questionnaire of ``folder``/check_in.toml.

    Args:
        folder: the resources folder.
        instruments: every instrument by id; what is asked must be in them.
        hard_events: the kinds of hard event that can be ticked.

    Raises:
        ContentError: naming the file, the field and the reason, if anything in it is malformed.
    """
    table = read(folder / FILE, CheckInFile)
    for field in ("sections", "parts"):
        tables = getattr(table, field)
        need(bool(tables), FILE, field, "there are none")
        need_no_twins((each.id for each in tables), FILE, f"{field}[{{}}].id")
    parts = tuple(
        _part(part, table, instruments, f"parts[{place}]") for place, part in enumerate(table.parts)
    )
    _check_order(table)
    _check_twice(parts)
    _check_triggers(parts)
    return Questionnaire(
        sections=tuple(Section(section.id, section.title) for section in table.sections),
        parts=parts,
        hard_events=tuple(hard_events),
    )


def _part(
    part: PartTable, table: CheckInFile, instruments: Mapping[str, Instrument], at: str
) -> Part:
    known = any(section.id == part.section for section in table.sections)
    need(known, FILE, f"{at}.section", f"there is no section {part.section!r}")
    instrument = named(instruments, part.instrument, FILE, f"{at}.instrument")
    cadence = named(_CADENCES, part.cadence, FILE, f"{at}.cadence")
    items = {item.id: item for item in instrument.items}
    asked = items.keys() | {fact.id for fact in instrument.facts}
    need(bool(part.questions), FILE, f"{at}.questions", "there are none")
    for place, question in enumerate(part.questions):
        reason = f"there is no question {question!r} in {instrument.id}"
        need(question in asked, FILE, f"{at}.questions[{place}]", reason)
    stem = instrument.stem
    reason = f"should be the stem of {instrument.id}: {stem!r}"
    need(not stem or part.heading == stem, FILE, f"{at}.heading", reason)
    both = part.only_after is not None and part.at_once is not None
    need(not both, FILE, at, "has only_after and at_once: give one of them")
    return Part(
        id=part.id,
        section=part.section,
        label=part.label,
        heading=part.heading,
        instrument=part.instrument,
        questions=part.questions,
        cadence=cadence,
        hint=part.hint,
        only_after=_trigger(part.only_after, items, f"{at}.only_after"),
        at_once=_trigger(part.at_once, items, f"{at}.at_once"),
        optional=cadence is Cadence.OFF,
        says_not_asked=part.says_not_asked,
    )


def _trigger(table: TriggerTable | None, items: Mapping[str, Item], at: str) -> Trigger | None:
    if table is None:
        return None
    need(bool(table.items), FILE, f"{at}.items", "there are none")
    for place, item in enumerate(table.items):
        need(item in items, FILE, f"{at}.items[{place}]", f"there is no item {item!r}")
    low = sum(items[item].low for item in table.items)
    high = sum(items[item].high for item in table.items)
    reason = f"should be above {low} and at most {high}"
    need(low < table.at_least <= high, FILE, f"{at}.at_least", reason)
    return Trigger(table.items, table.at_least)


def _check_order(table: CheckInFile) -> None:
    order = [section.id for section in table.sections]
    for place, (before, part) in enumerate(pairwise(table.parts), start=1):
        follows = order.index(before.section) <= order.index(part.section)
        need(follows, FILE, f"parts[{place}].section", "comes before that of the part above it")


def _check_twice(parts: tuple[Part, ...]) -> None:
    owner: dict[str, str] = {}
    for number, part in enumerate(parts):
        for place, question in enumerate(part.questions):
            other = owner.get(question, "")
            reason = f"{question!r} is asked in the part {other!r} already"
            need(not other, FILE, f"parts[{number}].questions[{place}]", reason)
            owner[question] = part.id


def _check_triggers(parts: tuple[Part, ...]) -> None:
    for number, part in enumerate(parts):
        if part.only_after is not None:
            at = f"parts[{number}]"
            base = set(part.only_after.items)
            asked = any(base <= set(other.questions) for other in parts[:number])
            need(asked, FILE, f"{at}.only_after.items", "no part above asks them all together")
            need(not part.optional, FILE, f"{at}.cadence", "off would mean that it is never asked")

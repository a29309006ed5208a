"""Choices, items, scales and facts of one instrument's file, each checked against the others."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import isfinite

from burnout_check.content.instrument_file import (
    BandTable,
    FactTable,
    InstrumentFile,
    ItemTable,
    NoiseTable,
    ScaleTable,
)
from burnout_check.content.reading import need, need_no_twins, word
from burnout_check.domain.measures.reliable_change import reliable_change
from burnout_check.domain.questionnaire.instrument import (
    About,
    Band,
    Choice,
    Fact,
    Item,
    MeasureSection,
    Method,
    Noise,
    Scale,
    Topic,
    Unit,
    Worse,
)
from burnout_check.domain.questionnaire.scoring import reach


def choices_of(table: InstrumentFile, file: str) -> dict[str, tuple[Choice, ...]]:
    """The sets of answers of a file, by name.

    Raises:
        ContentError: if one of them is malformed.
    """
    for name, choices in table.choices.items():
        need(len(choices) > 1, file, f"choices.{name}", "has fewer than 2 answers")
        values = [str(choice.value) for choice in choices]
        need_no_twins(values, file, f"choices.{name}[{{}}].value")
        need_no_twins((choice.label for choice in choices), file, f"choices.{name}[{{}}].label")
    return {
        name: tuple(Choice(choice.value, choice.label) for choice in choices)
        for name, choices in table.choices.items()
    }


def item_of(
    table: ItemTable, choices: Mapping[str, tuple[Choice, ...]], file: str, at: str
) -> Item:
    """One question, with the answers that its table names.

    Raises:
        ContentError: if it is malformed; ``at`` is its place in the file.
    """
    known = table.choices in choices
    need(known, file, f"{at}.choices", f"there is no {table.choices!r} in [choices]")
    return Item(
        id=table.id,
        text=table.text,
        choices=choices[table.choices],
        reverse=table.reverse,
        anchors=table.anchors,
        name=table.name,
        worse=word(Worse, table.worse, file, f"{at}.worse"),
        topic=_topic_of_item(table, file, at),
    )


def topic_of(
    table: InstrumentFile | ItemTable | ScaleTable | FactTable, file: str, at: str = ""
) -> Topic:
    """What a table says that its measure is about, and where it stands.

    Raises:
        ContentError: if it does not say it, or something that cannot be; ``at`` is its place.
    """
    at = f"{at}." if at else ""
    about = word(About, table.about, file, f"{at}about")
    section = word(MeasureSection, table.section, file, f"{at}section")
    fits = about is About.PERSON or section is not MeasureSection.PERSON
    need(fits, file, f"{at}about", "should be 'person', as the section is")
    order = table.order or 0
    need(order > 0, file, f"{at}order", "should be 1 or more")
    return Topic(about, section, order)


def _topic_of_item(table: ItemTable, file: str, at: str) -> Topic | None:
    for field in ("about", "section", "order"):
        is_said = getattr(table, field) not in {"", None}
        reason = "is missing, as it has a name" if table.name else "has no meaning without a name"
        need(is_said == bool(table.name), file, f"{at}.{field}", reason)
    return topic_of(table, file, at) if table.name else None


def scale_of(table: ScaleTable, known: Mapping[str, Item], file: str, at: str) -> Scale:
    """One score over items that are ``known``; its range follows from them.

    Raises:
        ContentError: if it is malformed; ``at`` is its place in the file.
    """
    method = word(Method, table.method, file, f"{at}.method")
    need(bool(table.items), file, f"{at}.items", "there are none")
    need_no_twins(table.items, file, f"{at}.items[{{}}]")
    for place, item in enumerate(table.items):
        need(item in known, file, f"{at}.items[{place}]", f"there is no item {item!r}")
    count = len(table.items)
    need(1 <= table.needs <= count, file, f"{at}.needs", f"should be from 1 to {count}")
    needs_all = method is not Method.MEAN
    need(not needs_all or table.needs == count, file, f"{at}.needs", "a sum needs all its items")
    single = method is Method.SINGLE
    need(not single or count == 1, file, f"{at}.items", "a single score has one item")
    low, high = reach(method, (known[item] for item in table.items))
    return Scale(
        id=table.id,
        name=table.name,
        short=table.short,
        items=table.items,
        method=method,
        needs=table.needs,
        low=low,
        high=high,
        worse=word(Worse, table.worse, file, f"{at}.worse"),
        topic=topic_of(table, file, at),
        bands=_bands(table.bands, (low, high), file, at),
        band_basis=_basis(table, file, at),
        noise=_noise(table.noise, high - low, file, f"{at}.noise"),
    )


def _bands(
    tables: tuple[BandTable, ...], limits: tuple[float, float], file: str, at: str
) -> tuple[Band, ...]:
    low, high = limits
    for place, band in enumerate(tables):
        inside = low <= band.low <= high
        need(inside, file, f"{at}.bands[{place}].low", f"should be from {low:g} to {high:g}")
    if tables:
        need(tables[0].low == low, file, f"{at}.bands[0].low", f"should be {low:g}, the lowest")
    for place, (before, band) in enumerate(pairwise(tables), start=1):
        rises = before.low < band.low
        need(rises, file, f"{at}.bands[{place}].low", "is not above the band before it")
    return tuple(Band(band.low, band.label) for band in tables)


def _basis(table: ScaleTable, file: str, at: str) -> str:
    need(bool(table.band_basis) == bool(table.bands), file, f"{at}.band_basis", "goes with bands")
    return table.band_basis


def _noise(table: NoiseTable | None, width: float, file: str, at: str) -> Noise | None:
    if table is None:
        return None
    sd, reliability, points = table.sd, table.reliability, table.points
    if sd is not None and reliability is not None:
        need(points is None, file, f"{at}.points", "follows from the sd and the reliability")
        need(0 < sd < width, file, f"{at}.sd", f"should be above 0 and below {width:g}")
        between = 0 < reliability < 1
        need(between, file, f"{at}.reliability", "should be above 0 and below 1")
        points = reliable_change(sd, reliability)
    need(points is not None, file, f"{at}.points", "is missing, or an sd with a reliability")
    fits = 0 < (points or 0) < width
    need(fits, file, f"{at}.points", f"should be above 0 and below {width:g}")
    return Noise(points or 0, table.basis, table.published, sd, reliability)


def fact_of(table: FactTable, file: str, at: str) -> Fact:
    """One number about the week.

    Raises:
        ContentError: if it is malformed; ``at`` is its place in the file.
    """
    need(table.high > 0 and isfinite(table.high), file, f"{at}.high", "should be above 0")
    between = 0 < table.ask_above <= table.high
    need(between, file, f"{at}.ask_above", "should be above 0 and at most high")
    return Fact(
        id=table.id,
        text=table.text,
        name=table.name,
        unit=word(Unit, table.unit, file, f"{at}.unit"),
        high=table.high,
        ask_above=table.ask_above,
        too_high=table.too_high,
        topic=topic_of(table, file, at),
        whole=table.whole,
        why=table.why,
        worse=word(Worse, table.worse, file, f"{at}.worse"),
    )

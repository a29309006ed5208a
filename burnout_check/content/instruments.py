"""Reads resources/instruments/*.toml into instruments, and refuses anything malformed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from pathlib import Path

from burnout_check.content.instrument_file import ExampleTable, InstrumentFile
from burnout_check.content.questions import choices_of, fact_of, item_of, scale_of, topic_of
from burnout_check.content.reading import need, read
from burnout_check.domain.insights.derived import DERIVED
from burnout_check.domain.questionnaire.instrument import Example, Instrument, Item, Licence, Scale
from burnout_check.errors import ContentError

FOLDER = "instruments"
_OF_ITS_OWN = ("citation", "attribution", "licence", "choices", "items", "scales", "facts")
_OF_A_TWIN = ("id_suffix", "name_suffix", "about", "section", "order")


def load_instruments(folder: Path) -> dict[str, Instrument]:
    """The instruments of ``folder``/instruments by id, in the order of the file names.

    Raises:
        ContentError: naming the file, the field and the reason, if anything in them is malformed.
    """
    files = {path: read(path, InstrumentFile) for path in sorted((folder / FOLDER).glob("*.toml"))}
    need(bool(files), FOLDER, "folder", "there is no file in it")
    for path, table in files.items():
        need(path.stem == table.id, path.name, "id", f"should be {path.stem!r}, as the file is")
    _check_ids(files.values())
    whole = {
        table.id: _instrument(table, path.name)
        for path, table in files.items()
        if not table.same_items_as
    }
    found = {
        table.id: whole[table.id] if table.id in whole else _twin(table, path.name, whole)
        for path, table in files.items()
    }
    _check_ids(found.values())
    _check_order(found.values(), twins=found.keys() - whole.keys())
    return found


def _instrument(table: InstrumentFile, file: str) -> Instrument:
    licence = table.licence
    if licence is None:
        raise ContentError(file, "licence", "is missing")
    need(bool(table.attribution), file, "attribution", "is missing")
    need(bool(table.items or table.facts), file, "items", "there are none, and no facts")
    for field in _OF_A_TWIN:
        need(not getattr(table, field), file, field, "has no meaning without same_items_as")
    choices = choices_of(table, file)
    items = tuple(
        item_of(item, choices, file, f"items[{place}]") for place, item in enumerate(table.items)
    )
    known = {item.id: item for item in items}
    scales = tuple(
        scale_of(scale, known, file, f"scales[{place}]") for place, scale in enumerate(table.scales)
    )
    need(bool(table.examples) or not scales, file, "examples", "there is none")
    return Instrument(
        id=table.id,
        name=table.name,
        version=table.version,
        stem=table.stem,
        recall=table.recall,
        items=items,
        scales=scales,
        licence=Licence(licence.summary, licence.url, licence.confidence),
        citation=table.citation,
        attribution=table.attribution,
        wording_confidence=table.wording_confidence,
        facts=tuple(
            fact_of(fact, file, f"facts[{place}]") for place, fact in enumerate(table.facts)
        ),
        examples=_examples(table.examples, known, scales, file),
        notes=table.notes,
    )


def _twin(table: InstrumentFile, file: str, whole: Mapping[str, Instrument]) -> Instrument:
    other = whole.get(table.same_items_as)
    if other is None:
        reason = f"there is no instrument {table.same_items_as!r}"
        raise ContentError(file, "same_items_as", reason)
    for field in _OF_A_TWIN:
        need(getattr(table, field) not in {"", None}, file, field, "is missing")
    for field in _OF_ITS_OWN:
        need(not getattr(table, field), file, field, "comes from the other instrument")
    suffix, topic = table.id_suffix, topic_of(table, file)
    # Without their short names the items are no measures of their own: they are asked as a whole.
    items = tuple(replace(item, id=item.id + suffix, name="", topic=None) for item in other.items)
    scales = tuple(
        replace(
            scale,
            id=scale.id + suffix,
            name=scale.name + table.name_suffix,
            short=scale.short + table.name_suffix,
            items=tuple(item + suffix for item in scale.items),
            topic=replace(topic, order=topic.order + place),
        )
        for place, scale in enumerate(other.scales)
    )
    known = {item.id: item for item in items}
    return replace(
        other,
        id=table.id,
        name=table.name,
        version=table.version,
        stem=table.stem,
        recall=table.recall,
        items=items,
        scales=scales,
        wording_confidence=table.wording_confidence,
        facts=(),
        examples=_examples(table.examples, known, scales, file),
        notes=table.notes,
    )


def _examples(
    tables: tuple[ExampleTable, ...],
    items: Mapping[str, Item],
    scales: tuple[Scale, ...],
    file: str,
) -> tuple[Example, ...]:
    names = {scale.id for scale in scales}
    for place, table in enumerate(tables):
        at = f"examples[{place}]"
        for item, value in table.answers.items():
            field = f"{at}.answers.{item}"
            need(item in items, file, field, f"there is no item {item!r}")
            values = {choice.value for choice in items[item].choices}
            need(value in values, file, field, f"{value} is none of its choices")
        for scale in table.scores:
            need(scale in names, file, f"{at}.scores.{scale}", f"there is no scale {scale!r}")
    return tuple(
        Example(
            answers=table.answers,
            scores={
                scale: None if isinstance(score, str) else score
                for scale, score in table.scores.items()
            },
            note=table.note,
        )
        for table in tables
    )


def _check_ids(instruments: Iterable[InstrumentFile | Instrument]) -> None:
    """Items, facts and scales share one set of ids: each may be a measure."""
    owner: dict[str, str] = {}
    for instrument in instruments:
        file = f"{instrument.id}.toml"
        ids = {
            "items": [item.id for item in instrument.items],
            "scales": [scale.id for scale in instrument.scales],
            "facts": [fact.id for fact in instrument.facts],
        }
        for kind, names in ids.items():
            for place, name in enumerate(names):
                twin = owner.get(name, "")
                need(not twin, file, f"{kind}[{place}].id", f"{name!r} stands in {twin} too")
                owner[name] = file


def _check_order(instruments: Iterable[Instrument], *, twins: Set[str]) -> None:
    """No two measures have the same place in a section, those that are worked out included."""
    owner = {each.measure.topic.place: each.measure.id for each in DERIVED}
    for instrument in instruments:
        for kind in ("items", "scales", "facts"):
            for place, each in enumerate(getattr(instrument, kind)):
                if each.topic is not None:
                    other = owner.get(each.topic.place, "")
                    reason = f"{each.topic.order} is taken by {other!r} in that section"
                    field = "order" if instrument.id in twins else f"{kind}[{place}].order"
                    need(not other, f"{instrument.id}.toml", field, reason)
                    owner[each.topic.place] = each.id

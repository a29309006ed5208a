"""The shape of resources/instruments/*.toml, as msgspec decodes it."""

from __future__ import annotations

from typing import Literal

import msgspec

from burnout_check.content.reading import Id, Table, Words


class ChoiceTable(Table, frozen=True):
    """One answer that can be given."""

    value: int
    label: Words


class ItemTable(Table, frozen=True):
    """One question; ``choices`` names an entry of the file's [choices].

    One with a ``name`` is a measure of its own, and says what it is about as a scale does.
    """

    id: Id
    text: Words
    choices: Words
    reverse: bool = False
    anchors: tuple[Words, Words] | None = None
    name: str = ""
    worse: str = "neither"
    about: str = ""
    section: str = ""
    order: int | None = None


class BandTable(Table, frozen=True):
    """Where a named part of a scale begins."""

    low: float
    label: Words


class NoiseTable(Table, frozen=True):
    """How far a score moves with no real change: ``points``, or what they are worked out from."""

    basis: Words
    published: bool
    points: float | None = None
    sd: float | None = None
    reliability: float | None = None


class ScaleTable(Table, frozen=True):
    """One score; ``needs`` is the least number of answered items.

    ``about``, ``section`` and ``order`` are those of a ``Topic``, as with every measure.
    """

    id: Id
    name: Words
    short: Words
    items: tuple[str, ...]
    method: str
    needs: int
    worse: str
    about: str
    section: str
    order: int
    bands: tuple[BandTable, ...] = ()
    band_basis: str = ""
    noise: NoiseTable | None = None


class FactTable(Table, frozen=True):
    """A number about the week."""

    id: Id
    text: Words
    name: Words
    unit: str
    high: float
    ask_above: float
    too_high: Words
    worse: str
    about: str
    section: str
    order: int
    whole: bool = False
    why: str = ""


class ExampleTable(Table, frozen=True):
    """A worked example; a score of "none" means that there must be none."""

    note: Words
    answers: dict[str, int]
    scores: dict[str, float | Literal["none"]]


class LicenceTable(Table, frozen=True):
    """The terms the wording is under."""

    summary: Words
    url: str
    confidence: Words


class InstrumentFile(Table, frozen=True):
    """A whole file.

    With ``same_items_as`` it takes items, scales, licence, citation and attribution from the
    instrument of that id, each id with ``id_suffix`` and each name with ``name_suffix`` after it.
    All its scales have its ``about`` and ``section``; the first has its ``order``, the others
    follow.
    """

    id: Id
    name: Words
    version: Words
    stem: str
    recall: Words
    wording_confidence: Words
    notes: tuple[Words, ...] = ()
    same_items_as: str = ""
    id_suffix: str = ""
    name_suffix: str = ""
    about: str = ""
    section: str = ""
    order: int | None = None
    citation: str = ""
    attribution: str = ""
    licence: LicenceTable | None = None
    choices: dict[str, tuple[ChoiceTable, ...]] = msgspec.field(default_factory=dict)
    items: tuple[ItemTable, ...] = ()
    scales: tuple[ScaleTable, ...] = ()
    facts: tuple[FactTable, ...] = ()
    examples: tuple[ExampleTable, ...] = ()

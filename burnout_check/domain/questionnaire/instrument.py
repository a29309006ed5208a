"""Questions and how they are scored: items, scales, bands, facts and whole instruments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from burnout_check.domain.numbers import TINY


class Method(StrEnum):
    """How a scale is made from its items."""

    MEAN = "mean"
    SUM = "sum"
    SINGLE = "single"


class Worse(StrEnum):
    """Which way a measure moves when things get harder, where that has a meaning."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


class About(StrEnum):
    """What a measure is about, which is how private it is when it is shown to somebody.

    ``WORK`` may be ticked again by itself the next time; ``PERSON`` is asked about each time.
    """

    WORK = "work"
    PERSON = "person"


class MeasureSection(StrEnum):
    """Under which heading a measure is offered."""

    PERSON = "person"
    WORK = "work"
    SUPERVISION = "supervision"

    @property
    def label(self) -> str:
        """The heading."""
        return _SECTIONS[self]


_SECTIONS = {
    MeasureSection.PERSON: "How I am",
    MeasureSection.WORK: "My work",
    MeasureSection.SUPERVISION: "Supervision",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """What a measure is about and where it stands; ``order`` counts from 1 in its section."""

    about: About
    section: MeasureSection
    order: int

    @property
    def place(self) -> tuple[int, int]:
        """To sort measures by: their sections, and their order in these."""
        return list(MeasureSection).index(self.section), self.order


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be given: the number that is kept and the words that are read."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question with its choices, in the published order.

    ``anchors`` are the words at the two ends of a 0 to 10 rating, empty for worded choices.
    ``name`` is a short title for charts and tables, and ``topic`` what it is about there: an item
    has both if it is a measure of its own, and otherwise neither.
    """

    id: str
    text: str
    choices: tuple[Choice, ...]
    reverse: bool = False
    anchors: tuple[str, str] | None = None
    name: str = ""
    worse: Worse = Worse.NEITHER
    topic: Topic | None = None

    @property
    def low(self) -> int:
        """The smallest value an answer can have."""
        return min(choice.value for choice in self.choices)

    @property
    def high(self) -> int:
        """The largest value an answer can have."""
        return max(choice.value for choice in self.choices)

    def label(self, value: int) -> str:
        """The words of an answer."""
        return next(choice.label for choice in self.choices if choice.value == value)


@dataclass(frozen=True, slots=True)
class Band:
    """A named part of a scale, from ``low`` (included) up to the next band."""

    low: float
    label: str


@dataclass(frozen=True, slots=True)
class Noise:
    """How far a score may move with no real change, in the scale's own points.

    ``basis`` says where the number, or what it is worked out from, comes from; ``published`` is
    false for our own estimate. ``sd`` and ``reliability`` are what it is worked out from (see
    ``reliable``), None where the number itself is given.
    """

    points: float
    basis: str
    published: bool
    sd: float | None = None
    reliability: float | None = None

    def is_beyond(self, change: float) -> bool:
        """Whether a change, up or down, is as large as a reliable one."""
        return abs(change) >= self.points - TINY


@dataclass(frozen=True, slots=True)
class Scale:
    """A score made from items of one instrument; ``low`` and ``high`` are its possible range.

    ``needs`` is the least number of answered items; with fewer there is no score.
    """

    id: str
    name: str
    short: str
    items: tuple[str, ...]
    method: Method
    needs: int
    low: float
    high: float
    worse: Worse
    topic: Topic
    bands: tuple[Band, ...] = ()
    band_basis: str = ""
    noise: Noise | None = None

    def band(self, score: float) -> Band | None:
        """The band ``score`` lies in, None where the scale has no bands."""
        reached = [band for band in self.bands if score >= band.low]
        return reached[-1] if reached else None


class Unit(StrEnum):
    """What a fact counts."""

    PEOPLE = "people"
    HOURS = "hours"
    MINUTES = "minutes"

    @property
    def label(self) -> str:
        """The word after a number, where there is room for it."""
        return _UNITS[self]


_UNITS = {Unit.PEOPLE: "people", Unit.HOURS: "hours", Unit.MINUTES: "minutes"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A number about the week, typed by the person; whole numbers where ``whole`` is true.

    More than ``high`` is refused, more than ``ask_above`` asked back about once.
    """

    id: str
    text: str
    name: str
    unit: Unit
    high: float
    ask_above: float
    too_high: str
    topic: Topic
    whole: bool = False
    why: str = ""
    worse: Worse = Worse.NEITHER


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example of an instrument's file: answers, and the scores they must give."""

    answers: Mapping[str, int]
    scores: Mapping[str, float | None]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which terms the wording is used, and how sure we are of them."""

    summary: str
    url: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire as one unit: wording, scoring, source and licence."""

    id: str
    name: str
    version: str
    stem: str
    recall: str
    items: tuple[Item, ...]
    scales: tuple[Scale, ...]
    licence: Licence
    citation: str
    attribution: str
    wording_confidence: str
    facts: tuple[Fact, ...] = ()
    examples: tuple[Example, ...] = ()
    notes: tuple[str, ...] = ()

"""The shape of resources/rules.toml, as msgspec decodes it."""

from __future__ import annotations

from typing import Literal

import msgspec

from burnout_check.content.reading import Id, Table, Words

SeverityName = Literal["watch", "act", "now"]
TierName = Literal["self", "peer", "supervisor", "manager", "organisation", "professional"]


class WordsTable(Table, frozen=True):
    """What every [[rule.when]] has."""

    severity: SeverityName
    title: Words
    text: Words
    clears: Words


class LineTable(WordsTable, frozen=True, tag_field="kind", tag="line"):
    """Some of the last values cross a line; exactly one of the lines is given."""

    at_least: float | None = None
    at_most: float | None = None
    over: float | None = None
    over_plan: str | None = None
    over_usual: float | None = None
    rise: float | None = None
    times: float = 1.0
    hits: int = 1
    of: int = 1
    beyond: float = 0.0
    apart: int = 1
    still: bool = False
    without: str = ""


class ShiftTable(WordsTable, frozen=True, tag_field="kind", tag="shift"):
    """The last values lie apart from one's own usual."""

    limit: float
    spread: float
    past: float


class AverageTable(WordsTable, frozen=True, tag_field="kind", tag="average"):
    """A mean over weeks is over a number."""

    over: float
    weeks: int
    needs: int
    plus: str = ""


class ShortTable(WordsTable, frozen=True, tag_field="kind", tag="short"):
    """The last windows of supervision were short."""

    windows: int


class GapTable(WordsTable, frozen=True, tag_field="kind", tag="gap"):
    """Too many weeks without any."""

    over: int


class EventTable(WordsTable, frozen=True, tag_field="kind", tag="event"):
    """A hard event."""


class TogetherTable(WordsTable, frozen=True, tag_field="kind", tag="together"):
    """A rule of load and a rule of support at once."""

    load: tuple[str, ...]
    support: tuple[str, ...]
    within: int = 2
    only_act: tuple[str, ...] = ()


WhenTable = (
    LineTable | ShiftTable | AverageTable | ShortTable | GapTable | EventTable | TogetherTable
)


class StandardTable(Table, frozen=True):
    """How much supervision there should be."""

    minutes: float | None = None
    span: Literal["week", "fortnight", "month"] | None = None
    average: int = 1
    pro_rata_below: float = 0.0
    floor: float = 0.0
    client_hours: float = 0.0
    given_share: float = 0.0
    group_credit: bool = False


class ExampleTable(Table, frozen=True):
    """A worked example."""

    note: Words
    fires: Literal["", "watch", "act", "now"]
    values: dict[str, tuple[float | Literal["-", "away"], ...]]
    start: str = "2026-01-05"
    every: int = 1
    later: int = 0
    plan: dict[str, str | float] = msgspec.field(default_factory=dict)
    hard_events: tuple[int, ...] = ()
    kind: Literal["", "near", "clears"] = ""


class RuleTable(Table, frozen=True):
    """One rule."""

    id: Id
    name: Words
    family: str
    basis: str
    why: Words
    source: Words
    when: tuple[WhenTable, ...]
    example: tuple[ExampleTable, ...]
    measure: str = ""
    standard: StandardTable | None = None
    roles: tuple[str, ...] = ()
    phrase: str = ""
    instead_of: tuple[str, ...] = ()
    leads: tuple[TierName, ...] = ()
    crisis: bool = False
    says_not_asked: bool = False
    fresh: int = 6
    confidence: str = ""


class LastingTable(Table, frozen=True):
    """What is said of an Act of some families that has stood for so many weeks."""

    families: tuple[str, ...]
    weeks: int
    text: Words
    leads: tuple[TierName, ...] = ()
    first: bool = False


class RulesFile(Table, frozen=True):
    """The whole file."""

    rule: tuple[RuleTable, ...]
    lasting: tuple[LastingTable, ...] = ()

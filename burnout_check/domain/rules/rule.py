"""What a rule is made of, and the prompt it gives when it fires."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum

from burnout_check.domain.measures.ids import CONTACT, GROUP_MINUTES, GROUP_SIZE
from burnout_check.domain.measures.measure import Point
from burnout_check.domain.settings.plan import Span
from burnout_check.domain.support.hard_event import HardEvent
from burnout_check.domain.support.option import Family, Tier
from burnout_check.domain.week import Week


class Severity(IntEnum):
    """How much a prompt asks for: watch it, act on it, or look at it now."""

    WATCH = 1
    ACT = 2
    NOW = 3

    @property
    def word(self) -> str:
        """The word on the chip."""
        return _SEVERITIES[self]


_SEVERITIES = {Severity.WATCH: "Watch", Severity.ACT: "Act", Severity.NOW: "Now"}


class Basis(StrEnum):
    """What a rule's number rests on."""

    PUBLISHED = "published"
    LEGAL = "legal"
    JOB_PLAN = "job_plan"
    CONVENTION = "convention"
    OURS = "ours"


class LineKind(StrEnum):
    """How a value is compared: the first three with a number, the others with something known."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    OVER = "over"
    OVER_PLAN = "over_plan"
    OVER_USUAL = "over_usual"
    RISE = "rise"


_AGAINST_ONESELF = (LineKind.OVER_USUAL, LineKind.RISE)


@dataclass(frozen=True, slots=True)
class Line:
    """The line a value crosses.

    ``x`` is the number itself (at least, at most, over), the points over the baseline (rise, at
    least), or what the figure called ``figure`` (over_plan, more than) or the usual (over_usual, at
    least) is multiplied by. ``yours``: the person changed it.
    """

    kind: LineKind
    x: float
    figure: str = ""
    yours: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What a prompt says: a title, a text and what would make it go away, as templates."""

    title: str
    text: str
    clears: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """Fires when ``hits`` of the last ``of`` values of the rule's measure cross ``line``."""

    severity: Severity
    words: Words
    line: Line
    hits: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class Average:
    """Fires when a mean over ``weeks``, with the figure ``plus`` added, is over a number.

    Weeks away or unknown are left out of the mean; with fewer than ``needs`` it says nothing.
    """

    severity: Severity
    words: Words
    over: float
    weeks: int
    needs: int
    plus: str = ""


@dataclass(frozen=True, slots=True)
class Short:
    """Fires when each of the last ``windows`` judged windows had too little supervision."""

    severity: Severity
    words: Words
    windows: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Fires when more than ``over`` weeks went by without any of the rule's measure."""

    severity: Severity
    words: Words
    over: int


@dataclass(frozen=True, slots=True)
class HardEvents:
    """Fires when the latest week has any hard event; ``kinds`` are those there are."""

    severity: Severity
    words: Words
    kinds: tuple[HardEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """Fires when a rule of ``load`` and a rule of ``support`` fire within the same weeks."""

    severity: Severity
    words: Words
    load: tuple[str, ...]
    support: tuple[str, ...]
    within: int = 2


When = Crossing | Average | Short | Gap | HardEvents | Together


@dataclass(frozen=True, slots=True)
class Standard:
    """How much supervision there should be.

    ``minutes`` for one ``span`` (None: what the person agreed). ``average`` is the number of spans
    that may make up for each other. Below the share ``pro_rata_below`` of full time the minutes go
    down in proportion, but not under ``floor``. ``client_hours`` is the number of client hours that
    ask for one hour of supervision (0: not counted). With a ``given_share`` the minutes are that
    share of the supervision the person gives. With ``group_credit`` time in a group counts in part.
    ``yours``: the person changed the minutes.
    """

    minutes: float | None = None
    span: Span | None = None
    average: int = 1
    pro_rata_below: float = 0.0
    floor: float = 0.0
    client_hours: float = 0.0
    given_share: float = 0.0
    group_credit: bool = False
    yours: bool = False


class ExampleKind(StrEnum):
    """What an example shows: the rule fires, just does not, or has cleared after firing."""

    FIRES = "fires"
    NEAR = "near"
    CLEARS = "clears"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: weekly values by measure, and what the rule must say to them.

    ``values`` are oldest first, one every ``every`` weeks; None is a week with no value. ``away``
    are places in them that were leave or sickness, ``hard_events`` those with a hard event. The
    rule is asked ``later`` weeks after the last value; ``start`` is the first week; ``plan`` are
    fields of the plan by name. ``fires`` is None where the rule must stay quiet; ``kind`` says what
    it is an example of.
    """

    note: str
    kind: ExampleKind
    fires: Severity | None
    values: Mapping[str, tuple[float | None, ...]]
    start: Week
    away: tuple[int, ...] = ()
    every: int = 1
    later: int = 0
    plan: Mapping[str, str | float] = field(default_factory=dict)
    hard_events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A threshold and what is said when it is crossed.

    ``whens`` are its conditions; the worst that fires gives the prompt. ``why`` is the sentence on
    what it rests on, ``source`` the citation. ``roles`` are those for whom a supervision standard
    is the usual one. ``phrase`` is how it reads inside another sentence. ``instead_of`` names rules
    that stay silent while this one speaks. ``leads`` are the tiers of support to offer first;
    ``crisis`` puts the crisis lines in sight, and keeps the rule as it is: no number of it can be
    changed and it cannot be switched off. With ``says_not_asked`` it is said beside it that we do
    not ask about thoughts of suicide. A value older than ``fresh`` weeks is not judged.
    ``yours`` has a sentence for each number that the person changed.
    """

    id: str
    name: str
    family: Family
    measure: str
    whens: tuple[When, ...]
    basis: Basis
    why: str
    source: str
    standard: Standard | None = None
    roles: tuple[str, ...] = ()
    phrase: str = ""
    instead_of: tuple[str, ...] = ()
    leads: tuple[Tier, ...] = ()
    crisis: bool = False
    says_not_asked: bool = False
    fresh: int = 6
    confidence: str = ""
    examples: tuple[Example, ...] = ()
    yours: tuple[str, ...] = ()

    @property
    def measures_used(self) -> tuple[str, ...]:
        """Ids of the measures the rule reads."""
        used = [self.measure] if self.measure else []
        if self.standard is not None:
            used += [CONTACT] if self.standard.client_hours else []
            used += [GROUP_MINUTES, GROUP_SIZE] if self.standard.group_credit else []
        return tuple(used)

    @property
    def is_about_hard_events(self) -> bool:
        """It speaks of something hard that happened."""
        return any(isinstance(when, HardEvents) for when in self.whens)

    def with_hard_events(self, kinds: tuple[HardEvent, ...]) -> Rule:
        """The rule, if it speaks of hard events, with the kinds there are."""
        whens = tuple(
            replace(when, kinds=kinds) if isinstance(when, HardEvents) else when
            for when in self.whens
        )
        return replace(self, whens=whens)

    @property
    def figures_needed(self) -> tuple[str, ...]:
        """Figures of the plan without which the rule, or a part of it, says nothing."""
        needed = [when.line.figure for when in self.whens if isinstance(when, Crossing)]
        needed += [when.plus for when in self.whens if isinstance(when, Average)]
        if self.standard is not None and self.standard.minutes is None:
            share = self.standard.given_share
            needed.append("supervision_given" if share else "supervision_minutes")
        return tuple(dict.fromkeys(figure for figure in needed if figure))

    @property
    def speaks_for(self) -> tuple[str, ...]:
        """Ids of the rules of which this one needs two at once."""
        pairs = [when for when in self.whens if isinstance(when, Together)]
        return tuple(rule for pair in pairs for rule in (*pair.load, *pair.support))

    @property
    def replaces(self) -> frozenset[str]:
        """Ids of the rules that stay silent while this one speaks."""
        return frozenset((*self.instead_of, *self.speaks_for))


@dataclass(frozen=True, slots=True)
class Prompt:
    """A rule that fired, in words fit to show.

    ``basis`` is the sentence on what the rule rests on; ``evidence`` the points of the rule's own
    measure that made it fire; ``clears`` says what would make it go away. ``parts`` are the prompts
    that a rule about two things at once stands for, each with its own evidence. ``said_in`` is
    the week it was shown in full, if that is less than a month ago and it is no worse now.
    ``events`` are the kinds of hard event it speaks of, in the order of the content.
    """

    rule: Rule
    severity: Severity
    title: str
    text: str
    basis: str
    evidence: tuple[Point, ...]
    clears: str
    family: Family
    parts: tuple[Prompt, ...] = ()
    said_in: Week | None = None
    events: tuple[HardEvent, ...] = ()

    @property
    def is_past_a_line(self) -> bool:
        """A value is past a number that stands still, or the plan: not just new for the person."""
        whens = [when for each in (self, *self.parts) for when in each.rule.whens]
        return any(
            isinstance(when, Average)
            or (isinstance(when, Crossing) and when.line.kind not in _AGAINST_ONESELF)
            for when in whens
        )

    @property
    def covers(self) -> tuple[str, ...]:
        """Ids of every rule this prompt speaks for: all are put aside with it."""
        return (self.rule.id, *(part.rule.id for part in self.parts))

"""What a rule is made of, and the prompt it gives when it fires."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from burnout_check.domain.measures.ids import CONTACT, GROUP_MINUTES, GROUP_SIZE
from burnout_check.domain.rules.example import Example
from burnout_check.domain.rules.standard import Standard
from burnout_check.domain.support.hard_event import HardEvent
from burnout_check.domain.support.option import Family, Tier


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


class RuleKind(StrEnum):
    """What a rule compares with; a rule is of one kind, and so is what it says.

    Past a line is true as soon as it is steady enough to say: the line is published, the law, in
    common use, ours or the person's own. Changed for you is against the person's own usual, and its
    limits are set so that chance seldom crosses them.
    """

    PAST_A_LINE = "past_a_line"
    CHANGED_FOR_YOU = "changed_for_you"


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
    least) is multiplied by. ``beyond`` is how far on the bad side of the number a value must be.
    ``yours``: the person changed it.
    """

    kind: LineKind
    x: float
    figure: str = ""
    yours: bool = False
    beyond: float = 0.0

    @property
    def reach(self) -> float:
        """The number that a value must reach: the line, or beyond it."""
        return self.x - self.beyond if self.kind is LineKind.AT_MOST else self.x + self.beyond


@dataclass(frozen=True, slots=True)
class Words:
    """What a prompt says: a title, a text and what would make it go away, as templates."""

    title: str
    text: str
    clears: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """Fires when ``hits`` of the last ``of`` values of the rule's measure cross ``line``.

    Values less than ``apart`` weeks older than one that counts are left out. ``still``: the newest
    value must be past the line itself, however far ``beyond`` it the others are. ``without``: the
    newest value's week must have no value of that measure.
    """

    severity: Severity
    words: Words
    line: Line
    hits: int = 1
    of: int = 1
    apart: int = 1
    still: bool = False
    without: str = ""


@dataclass(frozen=True, slots=True)
class Shifted:
    """Fires when the last values lie worse than the person's usual by ``limit`` spreads or more.

    ``spread``, in the measure's points, is taken until the person's own is known. The last values
    must also be at ``past``, in the measure's points, or worse: what is still good is no reason.
    """

    severity: Severity
    words: Words
    limit: float
    spread: float
    past: float


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
    """Fires when a rule of ``load`` and a rule of ``support`` fire within the same weeks.

    Those of ``only_act`` count only while they ask to act.
    """

    severity: Severity
    words: Words
    load: tuple[str, ...]
    support: tuple[str, ...]
    within: int = 2
    only_act: tuple[str, ...] = ()

    def counts(self, rule_id: str, severity: Severity | None) -> bool:
        """Whether what a rule says is enough to count as one of the two."""
        least = Severity.ACT if rule_id in self.only_act else Severity.WATCH
        return severity is not None and severity >= least


When = Crossing | Shifted | Average | Short | Gap | HardEvents | Together


@dataclass(frozen=True, slots=True)
class Lasting:
    """What is said of an Act that has stood for ``weeks`` weeks or more.

    ``text`` is a template for the number of weeks. It stands ``first`` in the text, or last.
    ``leads`` are the tiers of support to offer first from then on.
    """

    weeks: int
    text: str
    leads: tuple[Tier, ...] = ()
    first: bool = False


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
    ``yours`` has a sentence for each number that the person changed. ``lasting`` is what is said
    once an Act has stood for long, shortest first.
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
    lasting: tuple[Lasting, ...] = ()

    @property
    def measures_used(self) -> tuple[str, ...]:
        """Ids of the measures the rule reads."""
        used = [self.measure] if self.measure else []
        crossings = (when for when in self.whens if isinstance(when, Crossing))
        used += [when.without for when in crossings if when.without]
        if self.standard is not None:
            used += [CONTACT] if self.standard.client_hours else []
            used += [GROUP_MINUTES, GROUP_SIZE] if self.standard.group_credit else []
        return tuple(used)

    @property
    def kind(self) -> RuleKind:
        """Whether it speaks of a line or of the person's own usual; of the first of ``whens``."""
        return kind_of(self.whens[0])

    @property
    def is_about_hard_events(self) -> bool:
        """It speaks of something hard that happened."""
        return any(isinstance(when, HardEvents) for when in self.whens)

    def with_hard_events(self, kinds: tuple[HardEvent, ...]) -> Rule:
        """The rule, if it speaks of hard events, with the kinds there are."""
        whens = (replace(w, kinds=kinds) if isinstance(w, HardEvents) else w for w in self.whens)
        return replace(self, whens=tuple(whens))

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


def kind_of(when: When) -> RuleKind:
    """What a condition compares with."""
    own = isinstance(when, Shifted) or (
        isinstance(when, Crossing) and when.line.kind in (LineKind.RISE, LineKind.OVER_USUAL)
    )
    return RuleKind.CHANGED_FOR_YOU if own else RuleKind.PAST_A_LINE

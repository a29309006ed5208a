"""Support options, and which of them to suggest for what stands out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum, StrEnum
from itertools import zip_longest

from burnout_check.domain.support.hard_event import HardEvent
from burnout_check.domain.support.local_help import LocalKind

AT_ONCE = 3
"""How many options are offered at a time."""
OTHER_ROLE = "other"
NO_UNION = "no"
_SATURDAY = 5


class Tier(IntEnum):
    """How far an option reaches, from what one can do oneself to crisis help."""

    SELF = 1
    PEER = 2
    SUPERVISOR = 3
    MANAGER = 4
    ORGANISATION = 5
    PROFESSIONAL = 6
    CRISIS = 7


class Aim(StrEnum):
    """Whether an option is for the person or changes the work."""

    PERSON = "person"
    WORK = "work"


class Family(StrEnum):
    """What a prompt is about and an option helps with."""

    BURNOUT = "burnout"
    ANXIETY = "anxiety"
    MOOD = "mood"
    WORKLOAD = "workload"
    SUPERVISION = "supervision"
    VALUES = "values"
    HARD_EVENT = "hard_event"


class Shelf(StrEnum):
    """Where an option stands on the Support page."""

    NOW = "now"
    STAFF = "staff"
    SPEAKING_UP = "speaking_up"
    EVERYDAY = "everyday"

    @property
    def label(self) -> str:
        """The title over its options."""
        return _SHELVES[self]


_SHELVES = {
    Shelf.NOW: "Right now",
    Shelf.STAFF: "For health staff",
    Shelf.SPEAKING_UP: "Speaking up",
    Shelf.EVERYDAY: "Everyday",
}


class Nation(StrEnum):
    """The four nations; an option may be for some of them only.

    Each is kept in a vault, and named in a site file, by its name as it is written.
    """

    ENGLAND = "England"
    SCOTLAND = "Scotland"
    WALES = "Wales"
    NORTHERN_IRELAND = "Northern Ireland"


class Origin(StrEnum):
    """Whose words an option is in."""

    APP = "app"
    SERVICE = "service"
    OWN = "own"

    @property
    def label(self) -> str:
        """How it is said, "" for the app's own content."""
        return _ORIGINS[self]


_ORIGINS = {
    Origin.APP: "",
    Origin.SERVICE: "from your service",
    Origin.OWN: "your own entry",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts of an option come from and how far they may be trusted.

    ``url`` is empty where only the name is known, and no page of the service was read.
    ``confirmed_on`` is None until a person has read the first-party page; ``review_by`` is the day
    from which the entry says that it may be out of date. ``known_to_all`` is for the few
    numbers that carry no mark: 999, 111 and Samaritans.
    """

    url: str
    dated: str
    confidence: str
    review_by: date
    confirmed_on: date | None = None
    known_to_all: bool = False

    @property
    def host(self) -> str:
        """Whose page it is, such as ``samaritans.org``; "" where there is none."""
        return self.url.partition("://")[2].partition("/")[0].removeprefix("www.")

    def standing(self, today: date) -> str:
        """One short sentence on how fresh the entry is, for the line under its name."""
        if today > self.review_by:
            return "May be out of date"
        if self.confirmed_on is None:
            return "To be checked"
        return "Checked"


@dataclass(frozen=True, slots=True)
class Late:
    """What an option says from an hour of the day on, and at the weekend."""

    from_hour: int
    name: str
    text: str

    def holds(self, now: datetime) -> bool:
        """Whether it is so late, or the weekend."""
        return now.hour >= self.from_hour or now.weekday() >= _SATURDAY


@dataclass(frozen=True, slots=True)
class Option:
    """One support option.

    ``number`` is shown and copied exactly as it stands; ``call`` says what to do with it ("Call",
    "Text SHOUT to"). ``nations`` is empty for all four. ``how_to`` are a few sentences on how to do
    it; ``message`` is an agenda line or short message that can be copied. ``local`` options are
    found where the person works, so the app holds no number for them; those with a ``kind`` are
    filled with the person's own entries, or else with their service's, and such an entry ``fills``
    the option of that id. ``roles`` is empty for all roles, ``for_members`` is for those in a
    union. With ``for_events`` it is suggested after one of these hard events only. ``late`` is what
    it says when its hour is over.
    """

    id: str
    name: str
    tier: Tier
    aim: Aim
    shelf: Shelf
    text: str
    helps: tuple[Family, ...] = ()
    nations: tuple[Nation, ...] = ()
    number: str = ""
    call: str = ""
    hours: str = ""
    cost: str = ""
    web: str = ""
    how_to: tuple[str, ...] = ()
    message: str = ""
    local: bool = False
    source: Source | None = None
    kind: LocalKind | None = None
    roles: tuple[str, ...] = ()
    for_members: bool = False
    for_events: tuple[str, ...] = ()
    late: Late | None = None
    fills: str = ""
    origin: Origin = Origin.APP

    def at(self, now: datetime) -> Option:
        """The option in the words that fit the hour and the weekday."""
        if self.late is None or not self.late.holds(now):
            return self
        return replace(self, name=self.late.name, text=self.late.text)

    def serves(self, nation: str) -> bool:
        """Whether the option is there in ``nation``; an unknown nation sees every option."""
        return not self.nations or nation not in set(Nation) or Nation(nation) in self.nations


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of the person that decides which options there are; "" is not known."""

    nation: str = ""
    role: str = ""
    union: str = ""

    def has(self, option: Option) -> bool:
        """Whether an option is there for this person; what they have not said hides nothing."""
        known_role = self.role and self.role != OTHER_ROLE
        return (
            option.serves(self.nation)
            and (not option.roles or not known_role or self.role in option.roles)
            and not (option.for_members and self.union == NO_UNION)
        )


def ranked(
    families: Iterable[Family],
    options: Iterable[Option],
    leads: Container[Tier] = (),
    *,
    events: Sequence[HardEvent] = (),
    supervisor_is_manager: bool = False,
) -> tuple[Option, ...]:
    """Every option for what stands out, the best first: one for the person, one for the work.

    Args:
        families: what the prompts are about, worst first; several prompts may share one.
        options: every option there is for the person, the nearest help first.
        leads: the tiers that come first, where what stands out asks for them.
        events: the kinds of hard event it is about; each has its own order.
        supervisor_is_manager: the person's supervisor is their line manager.

    Crisis options are never among them: they are on every screen anyway.
    """
    wanted = tuple(dict.fromkeys(families))
    kinds = {event.id for event in events}
    fitting = [
        (wanted.index(family), option.tier not in leads, option)
        for option in options
        if option.tier is not Tier.CRISIS
        and (not option.for_events or kinds & set(option.for_events))
        for family in option.helps
        if family in wanted
    ]
    ordered = sorted(fitting, key=lambda each: (*each[:2], each[2].origin is not Origin.OWN))
    found = list(dict.fromkeys(option for _family, _lead, option in ordered))
    if events:
        return _after(events, found, supervisor_is_manager=supervisor_is_manager)
    person = [option for option in found if option.aim is Aim.PERSON]
    work = [option for option in found if option.aim is Aim.WORK]
    chosen = person[:1] + work[:1]
    return tuple(chosen + [option for option in found if option not in chosen])


def _after(
    events: Sequence[HardEvent], options: Sequence[Option], *, supervisor_is_manager: bool
) -> tuple[Option, ...]:
    """The same after hard events: each kind's own order, in turns, the safe ones before others."""
    in_turns = zip_longest(*(event.first for event in events))
    names = dict.fromkeys(name for turn in in_turns for name in turn if name is not None)
    places = {name: place for place, name in enumerate(names)}
    last = len(places)
    may_be_part = any(event.may_be_part(is_manager=supervisor_is_manager) for event in events)

    def place(option: Option) -> tuple[bool, int]:
        unsafe = may_be_part and option.tier in (Tier.SUPERVISOR, Tier.MANAGER)
        return unsafe, places.get(option.fills or option.id, last)

    found = sorted(options, key=place)
    shown = found[:AT_ONCE]
    for aim in Aim:
        if shown and all(option.aim is not aim for option in shown):
            other = next((option for option in found if option.aim is aim), None)
            shown = shown if other is None else [*shown[: AT_ONCE - 1], other]
    return tuple(shown + [option for option in found if option not in shown])


def suggested(
    families: Iterable[Family], options: Iterable[Option], leads: Container[Tier] = ()
) -> tuple[Option, ...]:
    """At most three of ``ranked``: one for the person, one that changes the work, one more."""
    return ranked(families, options, leads)[:AT_ONCE]

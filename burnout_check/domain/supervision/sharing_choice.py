"""What could be shown in supervision, and what the person ticked of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum, StrEnum
from typing import Any

from burnout_check.domain.event import Event
from burnout_check.domain.measures.measure import Series
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.supervision.agenda import AgendaItem
from burnout_check.domain.support.action import Action
from burnout_check.domain.week import Week

RANGES = (4, 8, 12, 26)
"""How many weeks may be shown, this one included."""

MANAGER_REMINDER = (
    "Your supervisor is also your line manager. What you show, your line manager sees."
)
SOMEONE_ELSE = "Talk to someone else instead"


class Privacy(IntEnum):
    """Workload, caseload and supervision are work; all else is personal.

    Of a measure its own file says which it is (see ``instrument.About``).
    """

    WORK = 1
    PERSONAL = 2


class Kind(StrEnum):
    """What an offer is. The private log is no kind of these, so it can never be ticked."""

    MEASURE = "measure"
    PROMPT = "prompt"
    EVENT = "event"
    AWAY = "away"
    ACTION = "action"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class ShareableItem:
    """One thing that could be ticked; ``detail`` says when it is from.

    A measure can be shown as a line only, or with numbers.
    """

    id: str
    kind: Kind
    name: str
    detail: str
    privacy: Privacy


@dataclass(frozen=True, slots=True)
class SharingChoice:
    """What is ticked: ids of offers, and of the measures those that are shown with numbers.

    ``weeks`` is one of ``RANGES``. Nothing is ticked at first.
    """

    weeks: int = 8
    ticked: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    def tick(self, offer: str, *, numbers: bool = False) -> SharingChoice:
        """With an offer ticked; a measure as a line only, unless ``numbers``."""
        known = self.numbers - {offer}
        return replace(
            self, ticked=self.ticked | {offer}, numbers=known | {offer} if numbers else known
        )

    def untick(self, offer: str) -> SharingChoice:
        """Without an offer."""
        return replace(self, ticked=self.ticked - {offer}, numbers=self.numbers - {offer})

    def over(self, weeks: int) -> SharingChoice:
        """With another range."""
        return replace(self, weeks=weeks)

    def only(self, offers: Iterable[ShareableItem]) -> SharingChoice:
        """What of it is among ``offers``."""
        ids = frozenset(offer.id for offer in offers)
        return replace(self, ticked=self.ticked & ids, numbers=self.numbers & ids)

    def to_text(self) -> str:
        """As it is kept."""
        kept = {
            "weeks": self.weeks,
            "ticked": sorted(self.ticked),
            "numbers": sorted(self.numbers & self.ticked),
        }
        return json.dumps(kept)

    @classmethod
    def from_text(cls, text: str) -> SharingChoice:
        """What ``to_text`` wrote; of anything else, a choice with nothing ticked."""
        try:
            kept: Any = json.loads(text)
            weeks, ticked = kept["weeks"], frozenset(map(str, kept["ticked"]))
            numbers = frozenset(map(str, kept["numbers"])) & ticked
        except (ValueError, TypeError, KeyError):
            return cls()
        return cls(weeks, ticked, numbers) if weeks in RANGES else cls()


@dataclass(frozen=True, slots=True)
class SharingSource:
    """Everything that could be shown, at one moment; none of it is shown by being here.

    ``series`` and ``history`` are whole. ``agreed`` are the ids of actions agreed in supervision.
    ``event_names`` gives the words for a hard event by its id; ``timeline`` are the events the
    person put on Trends; ``lines`` by measure the values worth comparing with, each with its
    words; ``plan`` by measure the figure of the job plan.
    """

    today: date
    series: Mapping[str, Series]
    history: History
    prompts: tuple[Prompt, ...] = ()
    actions: tuple[Action, ...] = ()
    agreed: frozenset[int] = frozenset()
    agenda: tuple[AgendaItem, ...] = ()
    event_names: Mapping[str, str] = field(default_factory=dict)
    timeline: tuple[Event, ...] = ()
    lines: Mapping[str, tuple[tuple[float, str], ...]] = field(default_factory=dict)
    plan: Mapping[str, float] = field(default_factory=dict)

    @property
    def week(self) -> Week:
        """The week it is."""
        return Week.of(self.today)

    def first(self, weeks: int) -> Week:
        """The first week of a range."""
        return self.week.plus(1 - weeks)

    def within(self, week: Week, weeks: int) -> bool:
        """Whether a week lies in a range."""
        return self.first(weeks) <= week <= self.week


def unasked(choice: SharingChoice, offered: Iterable[ShareableItem]) -> SharingChoice:
    """What of the last choice may be ticked again by itself: nothing that is personal."""
    return choice.only(offer for offer in offered if offer.privacy is Privacy.WORK)


def asks_again(
    choice: SharingChoice, offered: Iterable[ShareableItem]
) -> tuple[ShareableItem, ...]:
    """The personal things of the last choice, which the person is asked about each time."""
    return tuple(
        offer
        for offer in offered
        if offer.privacy is Privacy.PERSONAL and offer.id in choice.ticked
    )

"""What a check-in asks, in which section, and when each part is due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.support.hard_event import HardEvent
from burnout_check.domain.week import Week


class Cadence(IntEnum):
    """How often a part is asked; the value is the number of weeks between two times."""

    OFF = 0
    WEEKLY = 1
    FOUR_WEEKLY = 4
    TWELVE_WEEKLY = 12


@dataclass(frozen=True, slots=True)
class Trigger:
    """Asks a part at once when the sum of ``items`` in the same check-in reaches ``at_least``."""

    items: tuple[str, ...]
    at_least: int

    def met(self, answers: Mapping[str, int]) -> bool:
        """Whether all the items are answered and their sum is high enough."""
        if any(item not in answers for item in self.items):
            return False
        return sum(answers[item] for item in self.items) >= self.at_least


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that are asked together, under one heading inside a section.

    ``questions`` are ids of items and facts. With ``only_after`` the part is asked in no other
    case than when the trigger is met; with ``at_once`` it is asked when due and when that is met.
    With ``says_not_asked`` it is said above it that thoughts of suicide are not asked about.
    """

    id: str
    section: str
    label: str
    heading: str
    instrument: str
    questions: tuple[str, ...]
    cadence: Cadence
    hint: str = ""
    only_after: Trigger | None = None
    at_once: Trigger | None = None
    optional: bool = False
    says_not_asked: bool = False

    def why_more(self, answers: Mapping[str, int]) -> str:
        """Why these questions were opened by the answers so far, "" where they were not."""
        trigger = self.only_after or self.at_once
        if trigger is None or not trigger.met(answers):
            return ""
        more, count = len(self.questions), len(trigger.items)
        first = "two" if count == 2 else str(count)
        return f"{more} more, as the first {first} add up to {trigger.at_least} or more"


@dataclass(frozen=True, slots=True)
class Section:
    """One step of the check-in, as listed at its left."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The whole check-in: its sections in order, its parts, and the hard events."""

    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    hard_events: tuple[HardEvent, ...]

    def part(self, part_id: str) -> Part:
        """The part with this id."""
        return next(part for part in self.parts if part.id == part_id)

    def due(
        self,
        week: Week,
        history: Iterable[CheckIn],
        cadences: Mapping[str, Cadence],
    ) -> tuple[str, ...]:
        """Ids of the parts that are due in ``week``, in order.

        A part is due when it was last asked as many weeks ago as its cadence says, answered or
        skipped. The longer parts wait for the second check-in, so that the first one is short.

        Args:
            week: the week the check-in is for.
            history: the saved check-ins, in any order; those of ``week`` and later are left out.
            cadences: what the person chose, by part id; others keep their own cadence.
        """
        earlier = [past for past in history if past.week < week]
        due = []
        for part in self.parts:
            cadence = cadences.get(part.id, part.cadence)
            if cadence is Cadence.OFF or part.only_after is not None:
                continue
            if cadence is not Cadence.WEEKLY and not self._is_time(part, cadence, week, earlier):
                continue
            due.append(part.id)
        return tuple(due)

    @staticmethod
    def _is_time(part: Part, cadence: Cadence, week: Week, earlier: list[CheckIn]) -> bool:
        if not earlier:
            return False
        asked = [past.week for past in earlier if part.id in past.asked]
        return not asked or week.since(max(asked)) >= cadence

    def opened(
        self,
        asked: tuple[str, ...],
        answers: Mapping[str, int],
        cadences: Mapping[str, Cadence],
    ) -> tuple[str, ...]:
        """The parts to ask once ``answers`` are known: the due ones and those they trigger.

        A part that was asked stays asked when it is switched off later, so that correcting an old
        check-in loses none of its answers; switched off, nothing triggers it any more.
        """
        result = []
        for part in self.parts:
            trigger = part.only_after or part.at_once
            is_off = cadences.get(part.id, part.cadence) is Cadence.OFF
            triggered = trigger is not None and trigger.met(answers) and not is_off
            if part.only_after is not None:
                base = part.only_after.items
                wanted = triggered and any(
                    set(base) <= set(self.part(other).questions) for other in asked
                )
            else:
                wanted = part.id in asked or triggered
            if wanted:
                result.append(part.id)
        return tuple(result)

    def questions(self, asked: Iterable[str]) -> tuple[str, ...]:
        """Ids of every item and fact in the ``asked`` parts, each once, in the order shown."""
        wanted = set(asked)
        ordered = (part for part in self.parts if part.id in wanted)
        return tuple(dict.fromkeys(question for part in ordered for question in part.questions))

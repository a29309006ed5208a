"""The prompt that a rule gives when it fires."""

from __future__ import annotations

from dataclasses import dataclass

from burnout_check.domain.measures.measure import Point
from burnout_check.domain.rules.rule import Rule, Severity
from burnout_check.domain.support.hard_event import HardEvent
from burnout_check.domain.support.option import Family, Tier
from burnout_check.domain.week import Week


@dataclass(frozen=True, slots=True)
class Prompt:
    """A rule that fired, in words fit to show.

    ``basis`` is the sentence on what the rule rests on; ``evidence`` the points of the rule's own
    measure that made it fire; ``clears`` says what would make it go away. ``parts`` are the prompts
    that a rule about two things at once stands for, each with its own evidence. ``said_in`` is
    the week it was shown in full, if that is less than a month ago and it is no worse now.
    ``leads`` are the tiers of support to offer first. ``standing`` is for how many weeks it has
    been an Act. ``events`` are the kinds of hard event it speaks of, in the order of the content.
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
    leads: tuple[Tier, ...] = ()
    standing: int = 0
    events: tuple[HardEvent, ...] = ()

    @property
    def covers(self) -> tuple[str, ...]:
        """Ids of every rule this prompt speaks for: all are put aside with it."""
        return (self.rule.id, *(part.rule.id for part in self.parts))

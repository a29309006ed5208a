"""What a worked example of a rule is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from burnout_check.domain.week import Week

if TYPE_CHECKING:
    from burnout_check.domain.rules.rule import Severity


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

"""What the rules need to know of the person's work: role, hours and the figures of the job plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from burnout_check.domain.settings.setting import Settings
from burnout_check.domain.week import Week

FIGURES = (
    "contracted_hours",
    "full_time_hours",
    "caseload_plan",
    "contacts_plan",
    "phone_plan",
    "back_to_back_plan",
    "supervision_minutes",
    "supervision_given",
)
BY_ROLE = "role"
NO_RULE = "none"
OWN_FIGURE = "sup-own"
"""What supervision is compared with: the standard of the role, nothing, or one's own figure."""


class Span(StrEnum):
    """The stretch of time a supervision figure is for."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"

    @property
    def label(self) -> str:
        """The stretch in a word."""
        return _SPANS[self]


_SPANS = {Span.WEEK: "week", Span.FORTNIGHT: "fortnight", Span.MONTH: "month"}


@dataclass(frozen=True, slots=True)
class Plan:
    """The person's work as the rules read it; a figure is None until they give one.

    Hours are a week, ``phone_plan`` and ``contacts_plan`` too; ``supervision_minutes`` are for one
    ``supervision_span``; ``supervision_given`` are hours a month. ``supervision_rule`` is
    "role", "none" or the id of a rule. ``baseline_from`` is where the person said "start again from
    here".
    """

    role: str = "other"
    contracted_hours: float | None = None
    full_time_hours: float | None = 37.5
    caseload_plan: float | None = None
    contacts_plan: float | None = None
    phone_plan: float | None = None
    back_to_back_plan: float | None = None
    supervision_rule: str = BY_ROLE
    supervision_minutes: float | None = None
    supervision_span: Span = Span.WEEK
    supervision_given: float | None = None
    baseline_from: Week | None = None

    @classmethod
    def of(cls, settings: Settings) -> Plan:
        """The plan as the settings hold it."""
        since = settings.text("baseline_from")
        return cls(
            role=settings.text("role"),
            contracted_hours=settings.number("contracted_hours"),
            full_time_hours=settings.number("full_time_hours"),
            caseload_plan=settings.number("caseload_plan"),
            contacts_plan=settings.number("contacts_plan"),
            phone_plan=settings.number("phone_plan"),
            back_to_back_plan=settings.number("back_to_back_plan"),
            supervision_rule=settings.text("supervision_rule"),
            supervision_minutes=settings.number("supervision_minutes"),
            supervision_span=Span(settings.text("supervision_span")),
            supervision_given=settings.number("supervision_given"),
            baseline_from=Week.parse(since) if since else None,
        )

    def figure(self, name: str) -> float | None:
        """The figure called ``name``, one of ``FIGURES``; None until the person gives it.

        Raises:
            KeyError: if there is no such figure.
        """
        if name not in FIGURES:
            raise KeyError(name)
        value: float | None = getattr(self, name)
        return value

    def with_figures(self, figures: Mapping[str, float | None]) -> Plan:
        """With other figures, by name.

        Raises:
            KeyError: if there is no such figure.
        """
        changed: dict[str, Any] = {}
        for name, value in figures.items():
            if name not in FIGURES:
                raise KeyError(name)
            changed[name] = value
        return replace(self, **changed)

    @property
    def part_of_full_time(self) -> float:
        """Contracted hours as a share of full time, at most 1; 1 while the hours are not known."""
        if not self.contracted_hours or not self.full_time_hours:
            return 1.0
        return min(1.0, self.contracted_hours / self.full_time_hours)

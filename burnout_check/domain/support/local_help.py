"""Help that is found where one works or lives: each person's own entries, or their service's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class LocalKind(StrEnum):
    """What a local entry is for; the value is how it is kept and how a site file names it."""

    OCCUPATIONAL_HEALTH = "occupational_health"
    ASSISTANCE = "employee_assistance"
    GUARDIAN = "guardian"
    UNION_REP = "union_rep"
    GP = "gp"
    NEXT_MANAGER = "next_manager"
    HUB = "local_hub"

    @property
    def label(self) -> str:
        """What it is called on the screen."""
        return _LABELS[self]


_LABELS = {
    LocalKind.OCCUPATIONAL_HEALTH: "Occupational health",
    LocalKind.ASSISTANCE: "Employee assistance programme",
    LocalKind.GUARDIAN: "Freedom to Speak Up guardian",
    LocalKind.UNION_REP: "Union rep",
    LocalKind.GP: "GP",
    LocalKind.NEXT_MANAGER: "Line manager’s manager",
    LocalKind.HUB: "Local staff hub",
}


@dataclass(frozen=True, slots=True)
class LocalEntry:
    """One entry: ``id`` is 0 until it is saved; every text but the name may be empty.

    ``number`` is shown and copied exactly as it was typed.
    """

    kind: LocalKind
    name: str
    number: str = ""
    hours: str = ""
    note: str = ""
    id: int = 0

    def trimmed(self) -> LocalEntry:
        """Without the blanks around its texts."""
        return replace(
            self,
            name=self.name.strip(),
            number=self.number.strip(),
            hours=self.hours.strip(),
            note=self.note.strip(),
        )

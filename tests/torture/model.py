"""What a vault must say after each step that was told of, and may say in the midst of one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from tests.torture.people import LATER, State, check_in, draft


@dataclass(frozen=True)
class Expected:
    """How far each note was typed, by the number of its week, and the passphrase."""

    saved: dict[int, int]
    drafts: dict[int, int]
    passphrase: str

    def complaint(self, found: State) -> str:
        """How a vault differs from this; nothing if it does not."""
        drafts = tuple(
            draft(number, typed=typed)
            for number, typed in sorted(self.drafts.items(), reverse=True)
        )
        if found.drafts != drafts:
            notes = [len(one.note) for one in found.drafts]
            return f"drafts {self.drafts} were kept, and notes of {notes} letters are there"
        saved = tuple(check_in(number, typed=typed) for number, typed in sorted(self.saved.items()))
        if len(found.check_ins) != len(saved):
            return f"{len(saved)} check-ins were saved, and {len(found.check_ins)} are there"
        if tuple(replace(one, finished=LATER) for one in found.check_ins) != saved:
            return "a check-in is not what was saved"
        return ""


@dataclass
class Model:
    """Follows what a person tells in a day; knows what may be found when they are cut short."""

    now: Expected
    of_other_days: dict[str, Expected] = field(default_factory=dict)
    backups: dict[str, Expected] = field(default_factory=dict)
    is_new: bool = True  # nobody has opened the vault
    aside: Expected | None = None
    under_way: str = ""
    next: Expected | None = None

    @property
    def may_be(self) -> tuple[Expected, ...]:
        """What may be found."""
        return (self.now,) if self.next is None else (self.now, self.next)

    def hear(self, what: str, step: str, *values: Any) -> None:
        """Takes in a line."""
        if what == "begin":
            self.under_way, self.next = step, self._after(step, *values)
            return
        if step == "backup":
            # Of one day the last is kept, and the name of one that is gone is free again.
            self.backups = {**self.of_other_days, values[0]: self.now}
        if step == "restore":
            self.aside = self.now
        assert self.next is not None
        self.under_way, self.now, self.next = "", self.next, None

    def _after(self, step: str, *values: Any) -> Expected:
        now = self.now
        if step == "keep":
            number, typed = values
            return replace(now, drafts={**now.drafts, number: typed})
        if step == "save":
            number, typed = values
            drafts = {each: far for each, far in now.drafts.items() if each != number}
            return replace(now, saved={**now.saved, number: typed}, drafts=drafts)
        if step == "passphrase":
            return replace(now, passphrase=values[0])
        if step == "restore":
            return self.backups[values[0]]
        if step == "undo":
            assert self.aside is not None
            return self.aside
        return now  # to open, and to make a backup, changes nothing

"""The prompts the person does not want to see until a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from burnout_check.store.tables.kind import Kind, Row, Table

_Snoozed = tuple[str, tuple[date, str]]
"""The id of a rule; the day its prompt may come back, and how severe it was when snoozed."""


class SnoozedPromptsTable(Table[_Snoozed]):
    """The prompts that are put aside, each by the id of its rule."""

    def all(self) -> dict[str, tuple[date, str]]:
        """By rule: the day it may come back, and how severe it was when it was put aside."""
        return dict(self.everything())

    def add(self, rules: Iterable[str], until: date, severity: str) -> None:
        """Puts the prompts of ``rules`` aside, all or none, whatever was said of them before."""
        with self._database.writing() as tables:
            self.write(tables, *((rule, (until, severity)) for rule in rules))

    def remove(self, rules: Iterable[str]) -> None:
        """Lets the prompts of ``rules`` come back, all or none."""
        with self._database.writing() as tables:
            for rule in rules:
                self.delete(tables, rule=rule)


def _encode(snoozed: _Snoozed) -> Row:
    rule, (until, severity) = snoozed
    return {"rule": rule, "until": until.isoformat(), "severity": severity}


def _decode(row: Row) -> _Snoozed:
    return row["rule"], (date.fromisoformat(row["until"]), str(row["severity"]))


SNOOZED_PROMPTS = Kind(
    name="put_aside",
    record="snoozed prompt",
    columns=("rule", "until", "severity"),
    key=("rule",),
    encode=_encode,
    decode=_decode,
    one="prompt put aside",
    many="prompts put aside",
)

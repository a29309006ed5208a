"""The finished check-ins, one a week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlite_utils

from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.week import Week
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.drafts import put_draft
from burnout_check.store.tables.encoding import clean_text, from_json, to_json

_Row = dict[str, Any]


class CheckIns:
    """Every check-in that was saved."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> tuple[CheckIn, ...]:
        """Every check-in, oldest first."""
        return self._database.read(lambda tables: _check_ins(tables, "1 = 1", []))

    def get(self, week: Week) -> CheckIn | None:
        """The check-in of ``week``."""
        found = self._database.read(lambda tables: _check_ins(tables, "week = ?", [str(week)]))
        return found[0] if found else None

    def add(self, check_in: CheckIn) -> CheckIn:
        """Saves a check-in in place of whatever stands for its week: check-in, draft, time away.

        Returns:
            The check-in as it will be read from now on.

        Raises:
            FolderError: the disk is full or failing; then everything is as it was.
            ValueError: ``finished`` has no time zone.
        """
        self.add_all([check_in])
        facts = {fact: float(value) for fact, value in check_in.facts.items()}
        return from_row(_row(check_in), dict(check_in.answers), facts)

    def add_all(self, check_ins: Iterable[CheckIn]) -> None:
        """Saves many, all or none of them, each as ``add`` does.

        Raises:
            FolderError: the disk is full or failing; then everything is as it was.
            ValueError: a ``finished`` has no time zone.
        """
        with self._database.writing() as tables:
            for check_in in check_ins:
                _put(tables, check_in)

    def put_back(self, check_ins: Iterable[CheckIn]) -> None:
        """Saves check-ins that were removed or lost, as they were, all or none of them.

        What was begun or told of their weeks stays; a draft corrects its check-in from now on.
        """
        with self._database.writing() as tables:
            for check_in in check_ins:
                week = str(check_in.week)
                drafts = list(tables.table("drafts").rows_where("week = ?", [week]))
                told = list(tables.table("hard_events").rows_where("week = ?", [week]))
                _put(tables, check_in)
                for row in drafts:
                    put_draft(tables, replace(from_json(row["body"], Draft), revises=True))
                tables.table("hard_events").insert_all(told)

    def restate(self, week: Week, fact: str, value: float) -> None:
        """Saves one number anew in the check-in of ``week``, which has it.

        A draft that corrects the check-in has the new number too, unless another was typed in it.
        """
        key = (str(week), fact)
        with self._database.writing() as tables:
            before = tables.table("facts").get(key)["value"]
            tables.table("facts").update(key, {"value": value})
            for row in list(tables.table("drafts").rows_where("week = ?", [str(week)])):
                draft = from_json(row["body"], Draft)
                if draft.facts.get(fact) == before:
                    put_draft(tables, draft.state(fact, value))

    def remove(self, week: Week) -> None:
        """Removes the check-in of ``week``, if there is one."""
        with self._database.writing() as tables:
            tables.table("check_ins").delete_where("week = ?", [str(week)])


def _put(tables: sqlite_utils.Database, check_in: CheckIn) -> None:
    if check_in.finished.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    week = str(check_in.week)
    # Answers and facts go with the first; what was told of the week is in the check-in now.
    for table in ("check_ins", "drafts", "weeks_away", "hard_events"):
        tables.table(table).delete_where("week = ?", [week])
    tables.table("check_ins").insert(_row(check_in))
    tables.table("answers").insert_all(
        {"week": week, "question": question, "value": value}
        for question, value in check_in.answers.items()
    )
    tables.table("facts").insert_all(
        {"week": week, "fact": fact, "value": value} for fact, value in check_in.facts.items()
    )


def _row(check_in: CheckIn) -> _Row:
    return {
        "week": str(check_in.week),
        "finished": check_in.finished.isoformat(),
        "note": clean_text(check_in.note),
        "asked": to_json(check_in.asked),
        "hard_events": to_json(check_in.hard_events),
        "skipped": to_json(sorted(check_in.skipped)),
        "instruments": to_json(check_in.instruments),
    }


def _check_ins(tables: sqlite_utils.Database, where: str, values: list[str]) -> tuple[CheckIn, ...]:
    answers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in tables.table("answers").rows_where(where, values, order_by="rowid"):
        answers[row["week"]][row["question"]] = row["value"]
    facts: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in tables.table("facts").rows_where(where, values, order_by="rowid"):
        facts[row["week"]][row["fact"]] = row["value"]
    rows = tables.table("check_ins").rows_where(where, values, order_by="week")
    return tuple(from_row(row, answers[row["week"]], facts[row["week"]]) for row in rows)


def from_row(row: _Row, answers: dict[str, int], facts: dict[str, float]) -> CheckIn:
    """The check-in of one row, with the answers and facts of its week."""
    return CheckIn(
        week=Week.parse(row["week"]),
        finished=datetime.fromisoformat(row["finished"]),
        answers=answers,
        facts=facts,
        skipped=frozenset(from_json(row["skipped"], list[str])),
        hard_events=from_json(row["hard_events"], tuple[str, ...]),
        note=row["note"],
        asked=from_json(row["asked"], tuple[str, ...]),
        instruments=from_json(row["instruments"], dict[str, str]),
    )

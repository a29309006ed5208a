"""Hard events noted outside a check-in, and the answers to the question of a week later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.support.hard_event import LookIn, Told
from burnout_check.domain.week import Week
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.drafts import put_draft
from burnout_check.store.tables.encoding import clean_text


class HardEvents:
    """What was told of each week; saving the check-in of a week takes it over from here."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> tuple[Told, ...]:
        """Everything that is in no check-in yet, oldest week first."""
        rows = self._database.read(
            lambda tables: list(tables.table("hard_events").rows_where(order_by="week, rowid"))
        )
        return tuple(
            Told(Week.parse(row["week"]), row["event"], date.fromisoformat(row["noted"]))
            for row in rows
        )

    def add(self, told: Told, *, draft: Draft | None) -> None:
        """Saves a hard event, and with it the draft of its week, if there is one, in one step."""
        row = {
            "week": str(told.week),
            "event": clean_text(told.event),
            "noted": told.noted.isoformat(),
        }
        with self._database.writing() as tables:
            tables.table("hard_events").upsert(row, pk=("week", "event"))
            if draft is not None:
                put_draft(tables, draft)

    def remove(self, week: Week, event: str, *, draft: Draft | None) -> None:
        """Removes a hard event, if it is there, and saves the draft of its week with it."""
        with self._database.writing() as tables:
            tables.table("hard_events").delete_where("week = ? and event = ?", [str(week), event])
            if draft is not None:
                put_draft(tables, draft)

    def answers(self) -> Mapping[Week, LookIn]:
        """What was answered a week later, by the week of the event."""
        rows = self._database.read(
            lambda tables: list(tables.table("look_ins").rows_where(order_by="week"))
        )
        return {Week.parse(row["week"]): LookIn(row["answer"]) for row in rows}

    def answer(self, week: Week, answer: LookIn, *, day: date) -> None:
        """Saves the answer about the events of ``week``, in place of an earlier one."""
        row = {"week": str(week), "answer": answer.value, "answered": day.isoformat()}
        with self._database.writing() as tables:
            tables.table("look_ins").upsert(row, pk="week")

    def take_back_answer(self, week: Week) -> None:
        """Removes the answer about the events of ``week``, if there is one."""
        with self._database.writing() as tables:
            tables.table("look_ins").delete_where("week = ?", [str(week)])

"""What stands for a week that has no finished check-in: a draft, or a reason for none."""

from __future__ import annotations

from dataclasses import replace

import sqlite_utils

from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.week import Week
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.encoding import clean_text, from_json, to_json


class Drafts:
    """The check-ins being filled in, at most one a week, kept at every change."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the newest week first."""
        rows = self._database.read(
            lambda tables: list(tables.table("drafts").rows_where(order_by="week desc"))
        )
        return tuple(from_json(row["body"], Draft) for row in rows)

    def get(self, week: Week) -> Draft | None:
        """The draft of ``week``."""
        rows = self._database.read(
            lambda tables: list(tables.table("drafts").rows_where("week = ?", [str(week)]))
        )
        return from_json(rows[0]["body"], Draft) if rows else None

    def keep(self, draft: Draft) -> None:
        """Saves ``draft`` in place of the one of its week.

        Raises:
            FolderError: the disk is full or failing; then the earlier draft is still there.
        """
        with self._database.writing() as tables:
            put_draft(tables, draft)

    def drop(self, week: Week) -> None:
        """Removes the draft of ``week``, if there is one."""
        with self._database.writing() as tables:
            tables.table("drafts").delete_where("week = ?", [str(week)])


def put_draft(tables: sqlite_utils.Database, draft: Draft) -> None:
    """Writes ``draft`` in place of the one of its week, inside a transaction of the caller's."""
    body = to_json(replace(draft, note=clean_text(draft.note)))
    tables.table("drafts").upsert({"week": str(draft.week), "body": body}, pk="week")


class WeeksAway:
    """The weeks a person said "not this week" to."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> tuple[Away, ...]:
        """Every week away, oldest first."""
        rows = self._database.read(
            lambda tables: list(tables.table("weeks_away").rows_where(order_by="week"))
        )
        return tuple(Away(Week.parse(row["week"]), Reason(row["reason"])) for row in rows)

    def add(self, away: Away) -> None:
        """Saves a week away, with its latest reason."""
        row = {"week": str(away.week), "reason": away.reason.value}
        with self._database.writing() as tables:
            tables.table("weeks_away").upsert(row, pk="week")

    def remove(self, week: Week) -> None:
        """Removes the record that ``week`` was a week away, if there is one."""
        with self._database.writing() as tables:
            tables.table("weeks_away").delete_where("week = ?", [str(week)])

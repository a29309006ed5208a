"""The actions the person means to do, or agreed with somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlite_utils import Database

from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.encoding import clean_text

_REMOVED = "actions.highest_removed"


class Actions:
    """Every action, open or not."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> tuple[Action, ...]:
        """Every action, in the order they were added."""
        rows = self._database.read(
            lambda tables: list(tables.table("actions").rows_where(order_by="id"))
        )
        return tuple(_action(row) for row in rows)

    def add(self, action: Action) -> Action:
        """Saves a new action, under an id that no action had before it.

        Returns:
            The action with its id.
        """
        with self._database.writing() as tables:
            number = _fresh_id(tables)
            tables.table("actions").insert({"id": number, **_row(action)})
        return replace(action, id=number)

    def put_back(self, action: Action) -> None:
        """Saves an action as it was before it was changed or removed, under the id it had."""
        with self._database.writing() as tables:
            tables.table("actions").insert({"id": action.id, **_row(action)}, replace=True)

    def replace(self, action: Action) -> None:
        """Saves ``action`` in place of the one with its id.

        Raises:
            KeyError: there is none.
        """
        with self._database.writing() as tables:
            if not list(tables.table("actions").rows_where("id = ?", [action.id])):
                raise KeyError(action.id)
            tables.table("actions").update(action.id, _row(action))

    def remove(self, number: int) -> None:
        """Removes the action with the id ``number``, if there is one."""
        with self._database.writing() as tables:
            tables.table("actions").delete_where("id = ?", [number])
            highest = max(number, _highest_removed(tables))
            tables.table("settings").upsert({"key": _REMOVED, "value": str(highest)}, pk="key")


def _fresh_id(tables: Database) -> int:
    """The number after the highest there is or was.

    SQLite would give that of a deleted action again, which sessions and choices of what to show
    still name: the new action would be taken for it.
    """
    highest = tables.execute("select max(id) from actions").fetchone()[0] or 0
    return max(int(highest), _highest_removed(tables)) + 1


def _highest_removed(tables: Database) -> int:
    row = tables.execute("select value from settings where key = ?", [_REMOVED]).fetchone()
    return 0 if row is None else int(row[0])


def _row(action: Action) -> dict[str, Any]:
    return {
        "text": clean_text(action.text),
        "who": clean_text(action.who),
        "made": action.made.isoformat(),
        "due": None if action.due is None else action.due.isoformat(),
        "status": action.status.value,
        "ended": None if action.ended is None else action.ended.isoformat(),
        "origin": clean_text(action.origin),
    }


def _action(row: dict[str, Any]) -> Action:
    """What a row says; one that was opened again may still have the day it had ended on."""
    status = ActionStatus(row["status"])
    return Action(
        id=row["id"],
        text=row["text"],
        who=row["who"],
        made=date.fromisoformat(row["made"]),
        due=_day(row["due"]),
        status=status,
        ended=None if status is ActionStatus.OPEN else _day(row["ended"]),
        origin=row["origin"] or "",
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

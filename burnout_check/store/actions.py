"""The actions the person means to do, or agreed with somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from burnout_check.domain.action import Action, ActionStatus
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.encoding import clean_text


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
        """Saves a new action.

        Returns:
            The action with its id.
        """
        with self._database.writing() as tables:
            number = tables.table("actions").insert(_row(action)).last_pk
        return replace(action, id=int(number or 0))

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
    return Action(
        id=row["id"],
        text=row["text"],
        who=row["who"],
        made=date.fromisoformat(row["made"]),
        due=_day(row["due"]),
        status=ActionStatus(row["status"]),
        ended=_day(row["ended"]),
        origin=row["origin"] or "",
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

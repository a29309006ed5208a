"""The actions the person means to do, or agreed with somebody."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.store.tables.encoding import clean_text
from burnout_check.store.tables.kind import Kind, NumberedTable, Row

_REMOVED = "actions.highest_removed"


class ActionsTable(NumberedTable[Action]):
    """Every action, open or not."""

    def add(self, action: Action, /) -> Action:
        """Saves a new action, under an id that no action had before it.

        Returns:
            The action with its id.
        """
        with self._database.writing() as tables:
            return self.insert(tables, action, number=_fresh_id(tables))

    def remove(self, number: int) -> None:
        """Removes the action with the id ``number``, if there is one."""
        with self._database.writing() as tables:
            self.delete(tables, id=number)
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


def _encode(action: Action) -> Row:
    return {
        "text": clean_text(action.text),
        "who": clean_text(action.who),
        "made": action.made.isoformat(),
        "due": None if action.due is None else action.due.isoformat(),
        "status": action.status.value,
        "ended": None if action.ended is None else action.ended.isoformat(),
        "origin": clean_text(action.origin),
    }


def _decode(row: Row) -> Action:
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


ACTIONS = Kind(
    name="actions",
    record="action",
    columns=("id", "text", "who", "made", "due", "status", "ended", "origin"),
    key=("id",),
    encode=_encode,
    decode=_decode,
    empty=("due", "ended"),
    one="action",
    many="actions",
    listed=True,
)

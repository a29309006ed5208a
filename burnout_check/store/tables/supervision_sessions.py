"""Supervision: the agenda of the next session, and the sessions that were had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from burnout_check.domain.supervision.agenda import AgendaItem
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.encoding import clean_text, from_json, to_json


class Agenda:
    """The lines to talk about next time."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> tuple[AgendaItem, ...]:
        """Every line, in the person's order."""
        rows = self._database.read(
            lambda tables: list(tables.table("agenda").rows_where(order_by="place, id"))
        )
        return tuple(
            replace(from_json(row["body"], AgendaItem), place=row["place"], id=row["id"])
            for row in rows
        )

    def add(self, item: AgendaItem) -> AgendaItem:
        """Saves a new line below the others, and returns it with its id and place."""
        item = replace(item, text=clean_text(item.text), id=0)
        with self._database.writing() as tables:
            last = tables.execute("select max(place) from agenda").fetchone()[0]
            item = replace(item, place=0 if last is None else int(last) + 1)
            row = {"place": item.place, "body": to_json(item)}
            number = tables.table("agenda").insert(row).last_pk
        return replace(item, id=int(number or 0))

    def reorder(self, ids: Sequence[int]) -> None:
        """Puts the lines with these ids first, in this order."""
        with self._database.writing() as tables:
            known = [row["id"] for row in tables.table("agenda").rows_where(order_by="place, id")]
            rest = [number for number in known if number not in ids]
            for place, number in enumerate([one for one in ids if one in known] + rest):
                tables.table("agenda").update(number, {"place": place})

    def remove(self, number: int) -> None:
        """Removes the line with the id ``number``, if there is one."""
        with self._database.writing() as tables:
            tables.table("agenda").delete_where("id = ?", [number])


class SupervisionSessions:
    """The sessions that were had."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> tuple[SupervisionSession, ...]:
        """Every session, oldest first."""
        rows = self._database.read(
            lambda tables: list(
                tables.table("supervision_sessions").rows_where(order_by="held, id")
            )
        )
        return tuple(
            replace(from_json(row["body"], SupervisionSession), id=row["id"]) for row in rows
        )

    def add(self, session: SupervisionSession, *, instead_of: str) -> SupervisionSession:
        """Saves a new session, and in the same step clears the agenda it was about.

        Args:
            session: what was had.
            instead_of: key of the setting with what was agreed so far, which goes in that step too.

        Returns:
            The session with its id.
        """
        with self._database.writing() as tables:
            number = tables.table("supervision_sessions").insert(_row(session)).last_pk
            tables.table("settings").delete_where("key = ?", [instead_of])
            _clear(tables)
        return replace(session, id=int(number or 0))

    def put_back(self, session: SupervisionSession) -> None:
        """Saves a session that was removed under the id it had; the agenda stays as it is."""
        with self._database.writing() as tables:
            row = {"id": session.id, **_row(session)}
            tables.table("supervision_sessions").insert(row, replace=True)

    def replace(self, session: SupervisionSession) -> None:
        """Saves ``session`` in place of the one with its id.

        Raises:
            KeyError: there is none.
        """
        with self._database.writing() as tables:
            table = tables.table("supervision_sessions")
            if not list(table.rows_where("id = ?", [session.id])):
                raise KeyError(session.id)
            table.update(session.id, _row(session))

    def remove(self, number: int) -> None:
        """Removes the session with the id ``number``, if there is one."""
        with self._database.writing() as tables:
            tables.table("supervision_sessions").delete_where("id = ?", [number])


def _clear(tables: Database) -> None:
    tables.table("agenda").delete_where()


def _row(session: SupervisionSession) -> dict[str, Any]:
    clean = replace(
        session,
        id=0,
        who=clean_text(session.who),
        note=clean_text(session.note),
        agenda=tuple(clean_text(line) for line in session.agenda),
    )
    return {"held": session.held.isoformat(), "body": to_json(clean)}

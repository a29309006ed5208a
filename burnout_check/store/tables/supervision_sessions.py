"""The supervision sessions that were had."""

from __future__ import annotations

from dataclasses import replace

from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.store.tables.encoding import clean_text, from_json, to_json
from burnout_check.store.tables.kind import Kind, NumberedTable, Row


class SupervisionSessionsTable(NumberedTable[SupervisionSession]):
    """The sessions that were had, oldest first."""

    def add(self, session: SupervisionSession, /, *, instead_of: str = "") -> SupervisionSession:
        """Saves a new session, and in the same step clears the agenda it was about.

        Args:
            session: what was had.
            instead_of: key of the setting with what was agreed so far, which goes in that step too.

        Returns:
            The session with its id.
        """
        with self._database.writing() as tables:
            tables.table("settings").delete_where("key = ?", [instead_of])
            tables.table("agenda").delete_where()
            return self.insert(tables, session)


def _encode(session: SupervisionSession) -> Row:
    clean = replace(
        session,
        id=0,
        who=clean_text(session.who),
        note=clean_text(session.note),
        agenda=tuple(clean_text(line) for line in session.agenda),
    )
    return {"held": session.held.isoformat(), "body": to_json(clean)}


def _decode(row: Row) -> SupervisionSession:
    return replace(from_json(row["body"], SupervisionSession), id=row["id"])


SUPERVISION_SESSIONS = Kind(
    name="supervision_sessions",
    record="supervision session",
    columns=("id", "held", "body"),
    key=("id",),
    order="held, id",
    encode=_encode,
    decode=_decode,
    one="supervision session",
    many="supervision sessions",
    listed=True,
)

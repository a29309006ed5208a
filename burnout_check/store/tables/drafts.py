"""The check-ins being filled in."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.week import Week
from burnout_check.store.tables.encoding import clean_text, from_json, to_json
from burnout_check.store.tables.kind import Kind, Row, Table


class DraftsTable(Table[Draft]):
    """The check-ins being filled in, at most one a week, kept at every change."""

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the newest week first."""
        return self.everything()

    def get(self, week: Week) -> Draft | None:
        """The draft of ``week``."""
        found = self._database.read(lambda tables: self.select(tables, week=str(week)))
        return found[0] if found else None

    def update(self, draft: Draft) -> None:
        """Saves ``draft`` in place of the one of its week.

        Raises:
            FolderError: the disk is full or failing; then the earlier draft is still there.
        """
        with self._database.writing() as tables:
            self.write(tables, draft)

    def remove(self, week: Week) -> None:
        """Removes the draft of ``week``, if there is one."""
        with self._database.writing() as tables:
            self.delete(tables, week=str(week))


def put_draft(tables: Database, draft: Draft) -> None:
    """Writes ``draft`` in place of the one of its week, inside a transaction of the caller's."""
    tables.table("drafts").upsert(_encode(draft), pk="week")


def _encode(draft: Draft) -> Row:
    body = to_json(replace(draft, note=clean_text(draft.note)))
    return {"week": str(draft.week), "body": body}


def _decode(row: Row) -> Draft:
    return from_json(row["body"], Draft)


DRAFTS = Kind(
    name="drafts",
    record="draft",
    columns=("week", "body"),
    key=("week",),
    order="week desc",
    encode=_encode,
    decode=_decode,
    one="half-filled check-in",
    many="half-filled check-ins",
    listed=True,
)

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
from burnout_check.store.tables.kind import Kind, Row, Table

_Answer = tuple[Week, LookIn, date]
"""The week of the event, what was answered, and on which day."""


class HardEventsTable(Table[Told]):
    """What was told of each week; saving the check-in of a week takes it over from here."""

    def __init__(self, database: EncryptedDatabase, kind: Kind[Told]) -> None:
        super().__init__(database, kind)
        self._answers = Table(database, LOOK_INS)

    def all(self) -> tuple[Told, ...]:
        """Everything that is in no check-in yet, oldest week first."""
        return self.everything()

    def add(self, told: Told, *, draft: Draft | None) -> None:
        """Saves a hard event, and with it the draft of its week, if there is one, in one step."""
        with self._database.writing() as tables:
            self.write(tables, told)
            if draft is not None:
                put_draft(tables, draft)

    def remove(self, week: Week, event: str, *, draft: Draft | None) -> None:
        """Removes a hard event, if it is there, and saves the draft of its week with it."""
        with self._database.writing() as tables:
            self.delete(tables, week=str(week), event=event)
            if draft is not None:
                put_draft(tables, draft)

    def answers(self) -> Mapping[Week, LookIn]:
        """What was answered a week later, by the week of the event."""
        return {week: answer for week, answer, _day in self._answers.everything()}

    def answer(self, week: Week, answer: LookIn, *, day: date) -> None:
        """Saves the answer about the events of ``week``, in place of an earlier one."""
        with self._database.writing() as tables:
            self._answers.write(tables, (week, answer, day))

    def take_back_answer(self, week: Week) -> None:
        """Removes the answer about the events of ``week``, if there is one."""
        with self._database.writing() as tables:
            self._answers.delete(tables, week=str(week))


def _encode(told: Told) -> Row:
    return {
        "week": str(told.week),
        "event": clean_text(told.event),
        "noted": told.noted.isoformat(),
    }


def _decode(row: Row) -> Told:
    return Told(Week.parse(row["week"]), row["event"], date.fromisoformat(row["noted"]))


def _encode_answer(told: _Answer) -> Row:
    week, answer, day = told
    return {"week": str(week), "answer": answer.value, "answered": day.isoformat()}


def _decode_answer(row: Row) -> _Answer:
    return Week.parse(row["week"]), LookIn(row["answer"]), date.fromisoformat(row["answered"])


HARD_EVENTS = Kind(
    name="hard_events",
    record="hard event",
    columns=("week", "event", "noted"),
    key=("week", "event"),
    order="week, rowid",
    encode=_encode,
    decode=_decode,
    one="hard event outside a check-in",
    many="hard events outside a check-in",
)
LOOK_INS = Kind(
    name="look_ins",
    record="look-in",
    columns=("week", "answer", "answered"),
    key=("week",),
    encode=_encode_answer,
    decode=_decode_answer,
    one="answer about a hard event",
    many="answers about hard events",
)

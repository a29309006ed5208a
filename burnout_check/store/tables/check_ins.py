"""The finished check-ins, one a week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, time

from sqlite_utils import Database

from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.week import LONDON, Week
from burnout_check.store.tables.drafts import put_draft
from burnout_check.store.tables.encoding import clean_text, from_json, to_json
from burnout_check.store.tables.kind import Kind, Name, Row, Table

_Part = tuple[str, str, float]
"""A week, the id of a question or a fact, and the value."""


class CheckInsTable(Table[CheckIn]):
    """Every check-in that was saved."""

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
        return replace(_decode(_encode(check_in)), answers=dict(check_in.answers), facts=facts)

    def add_all(self, check_ins: Iterable[CheckIn]) -> None:
        """Saves many, all or none of them, each as ``add`` does.

        Raises:
            FolderError: the disk is full or failing; then everything is as it was.
            ValueError: a ``finished`` has no time zone.
        """
        with self._database.writing() as tables:
            for check_in in check_ins:
                _put(tables, check_in)

    def restore(self, check_ins: Iterable[CheckIn]) -> None:
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
            self.delete(tables, week=str(week))


def put_together(rows: Mapping[str, Iterable[Row]]) -> tuple[CheckIn, ...]:
    """The check-ins in the rows of the three tables, by table, each with what is there of it."""
    answers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in rows[ANSWERS.name]:
        week, question, value = ANSWERS.record_in(row)
        answers[week][question] = int(value)
    facts: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in rows[FACTS.name]:
        week, fact, number = FACTS.record_in(row)
        facts[week][fact] = number
    return tuple(
        replace(CHECK_INS.record_in(row), answers=answers[row["week"]], facts=facts[row["week"]])
        for row in rows[CHECK_INS.name]
    )


def _check_ins(tables: Database, where: str, values: list[str]) -> tuple[CheckIn, ...]:
    return put_together(
        {
            kind.name: tables.table(kind.name).rows_where(where, values, order_by=kind.order)
            for kind in (CHECK_INS, ANSWERS, FACTS)
        }
    )


def _put(tables: Database, check_in: CheckIn) -> None:
    if check_in.finished.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    week = str(check_in.week)
    # Answers and facts go with the first; what was told of the week is in the check-in now.
    for table in ("check_ins", "drafts", "weeks_away", "hard_events"):
        tables.table(table).delete_where("week = ?", [week])
    tables.table("check_ins").insert(_encode(check_in))
    for kind, parts in ((ANSWERS, check_in.answers), (FACTS, check_in.facts)):
        tables.table(kind.name).insert_all(
            kind.encode((week, part, value)) for part, value in parts.items()
        )


def _encode(check_in: CheckIn) -> Row:
    return {
        "week": str(check_in.week),
        "finished": check_in.finished.isoformat(),
        "note": clean_text(check_in.note),
        "asked": to_json(check_in.asked),
        "hard_events": to_json(check_in.hard_events),
        "skipped": to_json(sorted(check_in.skipped)),
        "instruments": to_json(check_in.instruments),
    }


def _decode(row: Row) -> CheckIn:
    """The check-in of one row, without the answers and facts of its week."""
    return CheckIn(
        week=Week.parse(row["week"]),
        finished=datetime.fromisoformat(row["finished"]),
        skipped=frozenset(from_json(row["skipped"], list[str])),
        hard_events=from_json(row["hard_events"], tuple[str, ...]),
        note=row["note"],
        asked=from_json(row["asked"], tuple[str, ...]),
        instruments=from_json(row["instruments"], dict[str, str]),
    )


def _stand_in(name: Name) -> Row:
    """An empty check-in, finished at noon on the Sunday of its week."""
    week = Week.parse(name[0])
    return _encode(CheckIn(week, datetime.combine(week.sunday, time(12), LONDON)))


CHECK_INS = Kind(
    name="check_ins",
    record="check-in",
    columns=("week", "finished", "note", "asked", "hard_events", "skipped", "instruments"),
    key=("week",),
    order="week",
    encode=_encode,
    decode=_decode,
    one="check-in",
    many="check-ins",
    lost=None,  # told by their weeks, as are their parts
    stand_in=_stand_in,
)


def _part(name: str, record: str, *, of: str, number: type[float]) -> Kind[_Part]:
    return Kind(
        name=name,
        record=record,
        columns=("week", of, "value"),
        key=("week", of),
        order="rowid",  # as they were answered
        encode=lambda part: {"week": part[0], of: part[1], "value": number(part[2])},
        decode=lambda row: (str(Week.parse(row["week"])), row[of], number(row["value"])),
        numbers=("value",),
        one=record,
        many=name,
        lost=None,
        part_of=CHECK_INS,
    )


ANSWERS = _part("answers", "answer", of="question", number=int)
FACTS = _part("facts", "fact", of="fact", number=float)

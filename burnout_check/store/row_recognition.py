"""Which table a row or a name belongs to, guessed from its values where nothing else says so.

Only rows of a vault that no version after 0.1.0 has opened have to be guessed: since then, each row
says what it is. So a new kind of record has nothing to do here. A number in front of the text of an
action, the day of an event or a kind of local help, two dates, a week and a question: the shapes
differ, but for answers and facts, which are told apart by their ids.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date, datetime
from typing import Any

from burnout_check.domain.event import EventKind
from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.support.action import ActionStatus
from burnout_check.domain.support.hard_event import LookIn
from burnout_check.domain.support.local_help import LocalKind
from burnout_check.store.tables.kind import Name, Row

_COLUMNS = 8  # as many as the widest table of 0.1.0 had
_CHECK_IN = ("week", "finished", "note", "asked", "hard_events", "skipped", "instruments")
_ACTION = ("id", "text", "who", "made", "due", "status", "ended", "origin")
_LOCAL = ("id", "kind", "name", "number", "hours", "note")
_EVENT = ("id", "day", "kind", "words")


def recognised(
    number: int, values: Name, facts: Container[str], named: Mapping[str, Container[Name]]
) -> tuple[str, Row] | None:
    """The table and the columns of a row; None for a row that is none of the person's.

    Args:
        number: SQLite's number of the row.
        values: of the row, at least eight; those that it does not have are None.
        facts: the ids that are facts.
        named: the names of rows, by table, where an index says them.
    """
    values = values[:_COLUMNS]
    first, second, third, fourth = values[:4]
    if first is None:
        shapes = (_action, _local, _event, _of_supervision)
        found = (shape(number, values) for shape in shapes)
        return next((known for known in found if known is not None), None)
    if not isinstance(first, str) or not isinstance(second, str):
        return None
    if isinstance(fourth, str) and is_day(first) and _is_instant(second):
        return "check_ins", dict(zip(_CHECK_IN, values, strict=False))
    if fourth is not None:
        return None  # a line of the database's own list of tables
    return _short(first, second, third, facts, named)


def likeliest(
    entry: Name, facts: Container[str], places: Container[tuple[Any, int]]
) -> tuple[str, Name] | None:
    """The table and the name of a lost row of which an entry of an index tells; None if of none.

    Args:
        entry: what names a row, and then its number; the entries of an index do not say of what.
        facts: the ids that are facts.
        places: the first value and the number of each row that is not lost.
    """
    first, second, third = entry
    if isinstance(second, str) and isinstance(third, int) and is_day(first):
        return ("facts" if second in facts else "answers"), (first, second)
    if isinstance(second, int) and third is None and (first, second) not in places:
        return ("check_ins" if is_day(first) else "settings"), (first,)
    return None


def is_day(value: object) -> bool:
    """Whether it is an ISO date."""
    return isinstance(value, str) and len(value) == 10 and _parses(date.fromisoformat, value)


def _short(
    first: str,
    second: str,
    third: Any,
    facts: Container[str],
    named: Mapping[str, Container[Name]],
) -> tuple[str, Row] | None:
    if isinstance(third, str):
        return _three_texts(first, second, third)
    if not is_day(first):
        return None if third is not None else ("settings", {"key": first, "value": second})
    if third is None:
        return _whole_week(first, second)
    name = (first, second)
    likely = second in facts or (isinstance(third, float) and not third.is_integer())
    if name in named.get("facts", ()) or (likely and name not in named.get("answers", ())):
        return "facts", {"week": first, "fact": second, "value": float(third)}
    return "answers", {"week": first, "question": second, "value": int(third)}


def _three_texts(first: str, second: str, third: str) -> tuple[str, Row]:
    if not is_day(first):
        return "put_aside", {"rule": first, "until": second, "severity": third}
    if second in set(LookIn):
        return "look_ins", {"week": first, "answer": second, "answered": third}
    return "hard_events", {"week": first, "event": second, "noted": third}


def _whole_week(week: str, text: str) -> tuple[str, Row] | None:
    if text.startswith("{"):
        return "drafts", {"week": week, "body": text}
    return ("weeks_away", {"week": week, "reason": text}) if text in set(Reason) else None


def _action(number: int, values: Name) -> tuple[str, Row] | None:
    _, text, who, made, due, status, ended, origin = values
    if status not in set(ActionStatus) or not is_day(made) or not isinstance(text, str):
        return None
    found = (number, text, who, made, due, status, ended, origin or "")
    return "actions", dict(zip(_ACTION, found, strict=True))


def _local(number: int, values: Name) -> tuple[str, Row] | None:
    texts = values[1:6]
    if texts[0] not in set(LocalKind) or not all(isinstance(text, str) for text in texts):
        return None
    return "local_entries", dict(zip(_LOCAL, (number, *texts), strict=True))


def _of_supervision(number: int, values: Name) -> tuple[str, Row] | None:
    _, second, body, fourth = values[:4]
    if fourth is not None or not isinstance(body, str) or not body.startswith("{"):
        return None
    if isinstance(second, int):
        return "agenda", {"id": number, "place": second, "body": body}
    if is_day(second):
        return "supervision_sessions", {"id": number, "held": second, "body": body}
    return None


def _event(number: int, values: Name) -> tuple[str, Row] | None:
    _, day, kind, words, *rest = values
    known = is_day(day) and kind in set(EventKind) and isinstance(words, str)
    if not known or any(value is not None for value in rest):
        return None
    return "events", dict(zip(_EVENT, (number, day, kind, words), strict=True))


def _is_instant(value: str) -> bool:
    return _parses(datetime.fromisoformat, value)


def _parses(parse: Any, value: str) -> bool:
    try:
        parse(value)
    except ValueError:
        return False
    return True

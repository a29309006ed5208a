"""The tables, as a list of steps that only ever grows at its end.

Each function runs in one transaction together with the record that it ran. A vault that has a
record of a step unknown here was written by a newer version of the program.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database, Migrations

_MIGRATIONS = Migrations("burnout_check")
_KNOWN: list[str] = []


def _step(function: Callable[[Database], None]) -> Callable[[Database], None]:
    """Adds a function to the end of the list, under its own name."""
    _KNOWN.append(function.__name__)
    return _MIGRATIONS()(function)


@_step
def m001_first_tables(db: Database) -> None:
    """Answers and facts by week, weeks away, drafts, settings, prompts put aside, actions."""
    for statement in _FIRST_TABLES:
        db.execute(statement)


@_step
def m002_events(db: Database) -> None:
    """What happened on a day, to be marked on the time line."""
    db.execute(
        """
        create table events (
            id integer primary key,
            day text not null,
            kind text not null,
            words text not null
        )
        """
    )


@_step
def m003_local_entries(db: Database) -> None:
    """The person's own entries for help near them; kinds are those of ``LocalKind``."""
    db.execute(
        """
        create table local_entries (
            id integer primary key,
            kind text not null,
            name text not null,
            number text not null,
            hours text not null,
            note text not null
        )
        """
    )


@_step
def m004_actions(db: Database) -> None:
    """The day an action ended, and the support option it was made of."""
    db.execute("alter table actions add column ended text")
    db.execute("alter table actions add column origin text not null default ''")


@_step
def m005_hard_events(db: Database) -> None:
    """Hard events told outside a check-in, and what was answered a week later."""
    db.execute(
        """
        create table hard_events (
            week text not null,
            event text not null,
            noted text not null,
            primary key (week, event)
        )
        """
    )
    db.execute(
        """
        create table look_ins (
            week text not null primary key,
            answer text not null,
            answered text not null
        )
        """
    )


@_step
def m006_supervision(db: Database) -> None:
    """The agenda of the next supervision, and the sessions that were had."""
    for statement in _SUPERVISION:
        db.execute(statement)


@_step
def m007_records(db: Database) -> None:
    """Each row says what it is, for who finds it on a page by itself (see ``kind.Kind``).

    The rows there are have to be written anew: SQLite only thinks of the default where a row is
    older than its column.
    """
    for table, record in _RECORDS.items():
        mark = f"x'{record.encode('ascii').hex()}'"
        db.execute(f"alter table {table} add column record blob not null default {mark}")
        db.execute(f"update {table} set record = {mark}")  # noqa: S608 - a table of ours


def applied(db: Database) -> tuple[str, ...]:
    """Names of the steps this vault has been through, in order; only reads."""
    return tuple(step.name for step in _MIGRATIONS.applied(db))


def unknown(db: Database) -> tuple[str, ...]:
    """Names of the steps it has been through that only a newer version knows; only reads."""
    return tuple(name for name in applied(db) if name not in _KNOWN)


def pending(db: Database) -> tuple[str, ...]:
    """Names of the steps still to be gone through, in order; only reads."""
    return tuple(step.name for step in _MIGRATIONS.pending(db))


def migrate(db: Database, *, count: int | None = None) -> None:
    """Goes through every pending step; one that fails leaves no trace and stays pending.

    Args:
        db: the tables.
        count: go no further than so many steps from the first.
    """
    _MIGRATIONS.apply(db, stop_before=() if count is None else _KNOWN[count : count + 1])


# Weeks are ISO dates of their Monday; instants are ISO with their offset; lists are JSON.
_FIRST_TABLES = (
    """
    create table check_ins (
        week text not null primary key,
        finished text not null,
        note text not null,
        asked text not null,
        hard_events text not null,
        skipped text not null,
        instruments text not null
    )
    """,
    """
    create table answers (
        week text not null references check_ins (week) on delete cascade,
        question text not null,
        value integer not null,
        primary key (week, question)
    )
    """,
    """
    create table facts (
        week text not null references check_ins (week) on delete cascade,
        fact text not null,
        value real not null,
        primary key (week, fact)
    )
    """,
    "create table weeks_away (week text not null primary key, reason text not null)",
    "create table drafts (week text not null primary key, body text not null)",
    "create table settings (key text not null primary key, value text not null)",
    """
    create table put_aside (
        rule text not null primary key,
        until text not null,
        severity text not null
    )
    """,
    """
    create table actions (
        id integer primary key,
        text text not null,
        who text not null,
        made text not null,
        due text,
        status text not null
    )
    """,
)

_SUPERVISION = (
    """
    create table agenda (
        id integer primary key,
        place integer not null,
        body text not null
    )
    """,
    """
    create table supervision_sessions (
        id integer primary key,
        held text not null,
        body text not null
    )
    """,
)

_RECORDS = {
    "check_ins": "check-in",
    "answers": "answer",
    "facts": "fact",
    "weeks_away": "week away",
    "drafts": "draft",
    "settings": "setting",
    "put_aside": "snoozed prompt",
    "actions": "action",
    "events": "event",
    "local_entries": "local entry",
    "hard_events": "hard event",
    "look_ins": "look-in",
    "agenda": "agenda line",
    "supervision_sessions": "supervision session",
}

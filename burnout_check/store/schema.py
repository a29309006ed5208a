"""How a vault's tables are made: whatever is made otherwise is not ours, and is never run.

A vault or a backup may come from somebody else. A trigger in it would run at the next save, a view
or a virtual table at the first look, an expression in an index or a column at each row.
"""

from __future__ import annotations

import sqlite3
from functools import cache

from sqlite_utils import Database

from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables import migrations

_STEPS = "_sqlite_migrations"  # made by the library, whose words for it may change
_SQLITES_OWN = "sqlite_"  # indexes of keys; nobody can make one of that name

_Made = tuple[str, str, str]
"""What it is, its name, and the statement that makes it, each space being one."""


def refuse_programs(database: EncryptedDatabase) -> None:
    """Before anything else is asked of the tables; looks only at how they are made.

    Raises:
        DamagedData: there is anything but plain tables and indexes.
    """
    odd = [
        f"{kind} {name}"
        for kind, name, made in database.read(_made)
        if kind not in {"table", "index"} or "virtual table" in made.casefold()
    ]
    if odd:
        raise database.damaged("holds something that is not ours, and was not run", tuple(odd))


def refuse_foreign(database: EncryptedDatabase) -> None:
    """Compares how everything is made with how the steps that were gone through make it.

    Raises:
        DamagedData: something is missing, made otherwise, or not ours.
    """
    there, ours = set(database.read(_made)), _ours(len(database.read(migrations.applied)))
    odd = [f"{kind} {name} is not ours" for kind, name, _how in sorted(there - ours)]
    odd += [f"{kind} {name} is missing" for kind, name, _how in sorted(ours - there)]
    if odd:
        raise database.damaged("is damaged. The passphrase is right", tuple(odd))


def _made(tables: Database) -> list[_Made]:
    rows = tables.execute("select type, name, sql from sqlite_master").fetchall()
    return [
        (str(kind), str(name), "" if name == _STEPS else " ".join(str(sql).split()))
        for kind, name, sql in rows
        if sql is not None or not str(name).startswith(_SQLITES_OWN)
    ]


@cache
def _ours(steps: int) -> frozenset[_Made]:
    """How everything is made after so many steps, tried on an empty database in memory."""
    tables = Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)
    try:
        migrations.migrate(tables, count=steps)
        return frozenset(_made(tables))
    finally:
        tables.close()

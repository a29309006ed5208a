"""Every readable row of a damaged vault, put into a new one; the damaged one is set aside.

Only a copy is read, so that the damaged file stays as it was found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any

from burnout_check.domain.backup import Cause, Salvaged
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.week import LONDON, Week
from burnout_check.errors import DamagedData
from burnout_check.store.data_key import DataKey
from burnout_check.store.database import opened
from burnout_check.store.files import vault_replacement
from burnout_check.store.files.folder import DATABASE, KEYS, KEYS_COPY, copy_readable, scratch
from burnout_check.store.integrity import refuse_damaged, refuse_empty, refuse_newer
from burnout_check.store.keys import KeyFile
from burnout_check.store.page_reader import PAGE, LoosePages
from burnout_check.store.row_recognition import Row, is_day, recognised
from burnout_check.store.tables import migrations
from burnout_check.store.tables.check_ins import from_row

# By table, the columns that name a row; parents before children.
NAMES = {
    "check_ins": ("week",),
    "answers": ("week", "question"),
    "facts": ("week", "fact"),
    "weeks_away": ("week",),
    "drafts": ("week",),
    "settings": ("key",),
    "put_aside": ("rule",),
    "actions": ("id",),
    "events": ("id",),
    "agenda": ("id",),
    "supervision_sessions": ("id",),
    "local_entries": ("id",),
    "hard_events": ("week", "event"),
    "look_ins": ("week",),
}
_INDEXED = tuple(table for table, name in NAMES.items() if name != ("id",))  # not numbered
_PARTS = ("answers", "facts")
_EMPTY = {"note": "", "asked": "[]", "hard_events": "[]", "skipped": "[]", "instruments": "{}"}
_Name = tuple[Any, ...]


@dataclass(slots=True)
class Found:
    """What a table still gives: rows by what names them, and the names of rows that are lost."""

    rows: dict[_Name, Row] = field(default_factory=dict)
    lost: set[_Name] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Readable:
    """What is left of a vault, by table; ``certain`` if no other rows can be lost."""

    tables: dict[str, Found]
    certain: bool

    def check_ins(self) -> dict[Week, CheckIn]:
        """The check-ins by week, with the answers that are left."""
        parts: dict[str, defaultdict[str, dict[str, Any]]] = {}
        for table in _PARTS:
            parts[table] = defaultdict(dict)
            for (week, part), row in self.tables[table].rows.items():
                parts[table][week][part] = row["value"]
        answers, facts = parts["answers"], parts["facts"]
        rows = self.tables["check_ins"].rows.values()
        found = (from_row(row, answers[row["week"]], facts[row["week"]]) for row in rows)
        return {check_in.week: check_in for check_in in found}


def salvage(folder: Path, *, key: DataKey, facts: Container[str], now: datetime) -> Salvaged:
    """Makes a new vault, with the same keys, of all that can be read of the one in ``folder``.

    The caller holds the folder's lock, and the vault there is closed.

    Args:
        folder: where it lies.
        key: its key.
        facts: the ids that are facts, because on a loose page a fact looks like an answer.
        now: the time for the name of what is set aside.

    Raises:
        DamagedData: nothing at all can be read. Nothing was changed.
        DamagedKeys: the key file is damaged too.
        NewerVault: a newer version made it.
        FolderError: the disk is full or failing; nothing was changed.
    """
    vault_replacement.settle(folder)
    keys = KeyFile.read(folder)
    found = readable(folder, key, facts)
    tables = found.tables
    partial = _with_parents(tables) | {name[0] for part in _PARTS for name in tables[part].lost}
    staged = vault_replacement.stage(folder, {KEYS: keys.content, KEYS_COPY: keys.content})
    try:
        _write(staged / DATABASE, key, tables)
    except BaseException:
        vault_replacement.settle(folder)
        raise
    aside = vault_replacement.commit(folder, cause=Cause.SALVAGE, now=now)
    there = {week for (week,) in tables["check_ins"].rows}
    return Salvaged(
        read={table: len(one.rows.keys() - one.lost) for table, one in tables.items()},
        lost={table: len(one.lost) for table, one in tables.items()},
        certain=found.certain,
        partial=tuple(sorted(Week.parse(week) for week in partial & there)),
        aside=aside,
    )


def readable(folder: Path, key: DataKey, facts: Container[str]) -> Readable:
    """What can be read of the vault in ``folder``; nothing there is changed.

    Raises:
        DamagedData: nothing at all can be read.
        NewerVault: a newer version made it.
        FolderError: there is no room for a copy.
    """
    with scratch(folder) as place:
        path = place / DATABASE
        for name in (DATABASE, f"{DATABASE}-journal"):
            if (folder / name).exists():
                copy_readable(folder / name, place / name)
        refuse_empty(path)
        _mark_zeros(path)
        named, certain = _named(path, key)
        with LoosePages(path, key) as pages:
            tables = _sorted_out(pages, facts, named)
            return Readable(tables, certain or not pages.bad)


def _mark_zeros(path: Path) -> None:
    """Makes pages of nothing but zeros something else: reading, SQLCipher takes them for sound."""
    content = path.read_bytes()
    pages = (content[start : start + PAGE] for start in range(0, len(content), PAGE))
    path.write_bytes(b"".join(page if any(page) else b"\xff" * len(page) for page in pages))


def _sorted_out(
    pages: LoosePages, facts: Container[str], named: dict[str, set[_Name]]
) -> dict[str, Found]:
    tables = {table: Found() for table in NAMES}
    places: set[tuple[Any, int]] = set()
    for number, values in pages.rows():
        known = recognised(number, values, facts)
        if known is not None:
            table, row = known
            table, row = _told_apart(table, row, named)
            name = tuple(row[column] for column in NAMES[table])
            tables[table].rows[name] = row
            places.add((name[0], number))
    for table, names in named.items():
        tables[table].lost = names - tables[table].rows.keys()
    if len(named) < len(_INDEXED):
        _add_loose_names(pages, facts, tables, places)
    return tables


def _told_apart(table: str, row: Row, named: dict[str, set[_Name]]) -> tuple[str, Row]:
    """An answer that is a fact, or the other way round, by what the indexes say."""
    week, name, value = (*row.values(), None)[:3]
    if table == "answers" and (week, name) in named.get("facts", ()):
        return "facts", {"week": week, "fact": name, "value": float(str(value))}
    if table == "facts" and (week, name) in named.get("answers", ()):
        return "answers", {"week": week, "question": name, "value": int(float(str(value)))}
    return table, row


def _add_loose_names(
    pages: LoosePages,
    facts: Container[str],
    tables: dict[str, Found],
    places: Container[tuple[Any, int]],
) -> None:
    """Adds the names of lost rows that some index still gives, to the likeliest table."""
    known = {name for found in tables.values() for name in found.rows.keys() | found.lost}
    for first, second, third in set(pages.names()):
        if isinstance(second, str) and isinstance(third, int) and is_day(first):
            table = "facts" if second in facts else "answers"
            tables[table].lost |= {(first, second)} - known
        elif isinstance(second, int) and third is None and (first, second) not in places:
            table = "check_ins" if is_day(first) else "settings"
            tables[table].lost |= {(first,)} - known


def _named(path: Path, key: DataKey) -> tuple[dict[str, set[_Name]], bool]:
    """The names of all rows, by table, where its index is whole.

    Returns:
        The names, and whether for each table these or the rows themselves are whole.
    """
    try:
        with opened(path, key) as database:
            refuse_newer(database)
            with database.reading() as tables:
                there = set(tables.table_names())  # an older vault does not have every table yet
    except DamagedData:
        return {}, False
    named: dict[str, set[_Name]] = {}
    for table in there.intersection(_INDEXED):
        columns = ", ".join(NAMES[table])
        index = f"select {columns} from {table} indexed by sqlite_autoindex_{table}_1"
        found = _read(path, key, index)
        if found is not None:
            named[table] = set(found)
    rest = [table for table in NAMES if table in there and table not in named]
    whole = (_read(path, key, f"select * from {table} not indexed") for table in rest)
    return named, all(found is not None for found in whole)


def _read(path: Path, key: DataKey, query: str) -> list[_Name] | None:
    try:
        with opened(path, key) as database, database.reading() as tables:
            return list(tables.execute(query).fetchall())
    except DamagedData:
        return None


def _with_parents(tables: dict[str, Found]) -> set[str]:
    """Puts an empty check-in where one is lost whose answers are not; gives their weeks."""
    there = tables["check_ins"].rows
    weeks = {name[0] for table in _PARTS for name in tables[table].rows} - {
        name[0] for name in there
    }
    for week in weeks:
        noon = datetime.combine(Week.parse(week).sunday, time(12), LONDON)
        there[(week,)] = {"week": week, "finished": noon.isoformat(), **_EMPTY}
        tables["check_ins"].lost.add((week,))
    return weeks


def _write(path: Path, key: DataKey, tables: dict[str, Found]) -> None:
    with opened(path, key) as database:
        database.use_rollback_journal()
        database.read(migrations.migrate)
        with database.writing() as made:
            for table, found in tables.items():
                made.table(table).insert_all(found.rows.values())
        refuse_damaged(database)

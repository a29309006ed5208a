"""Every readable row of a damaged vault, put into a new one; the damaged one is set aside.

Only a copy is read, so that the damaged file stays as it was found.
"""

from __future__ import annotations

import errno
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from io import FileIO
from pathlib import Path
from typing import Any

from burnout_check.domain.backup import Cause, Salvaged
from burnout_check.domain.check_in import CheckIn
from burnout_check.domain.week import LONDON, Week
from burnout_check.errors import DamagedData
from burnout_check.paths import folder_error
from burnout_check.store import migrations, swap
from burnout_check.store.check_ins import from_row
from burnout_check.store.data_key import DataKey
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.folder import DATABASE, KEYS, KEYS_COPY, scratch
from burnout_check.store.integrity import refuse_damaged, refuse_empty, refuse_newer
from burnout_check.store.keys import KeyFile

# By table, the columns that name a row; parents before children.
KEYS_OF = {
    "check_ins": ("week",),
    "answers": ("week", "question"),
    "facts": ("week", "fact"),
    "weeks_away": ("week",),
    "drafts": ("week",),
    "settings": ("key",),
    "put_aside": ("rule",),
    "actions": ("id",),
}
_MISSES = 20_000  # row numbers tried in vain before the rest of a table is given up
_BLOCK = 4096  # bytes: a page
_PARTS = ("answers", "facts")
_EMPTY = {"note": "", "asked": "[]", "hard_events": "[]", "skipped": "[]", "instruments": "{}"}
_Row = dict[str, Any]
_Name = tuple[Any, ...]


@dataclass(slots=True)
class Found:
    """What a table still gives: rows by what names them, and the names of rows that are lost.

    ``broken`` says whether a page of it could not be read.
    """

    rows: dict[_Name, _Row] = field(default_factory=dict)
    lost: set[_Name] = field(default_factory=set)
    broken: bool = False


def salvage(folder: Path, *, key: DataKey, now: datetime) -> Salvaged:
    """Makes a new vault, with the same keys, of all that can be read of the one in ``folder``.

    The caller holds the folder's lock, and the vault there is closed.

    Raises:
        DamagedData: nothing at all can be read. Nothing was changed.
        DamagedKeys: the key file is damaged too.
        NewerVault: a newer version made it.
        FolderError: the disk is full or failing; nothing was changed.
    """
    swap.settle(folder)
    keys = KeyFile.read(folder)
    tables = readable(folder, key)
    staged = swap.stage(folder, {KEYS: keys.content, KEYS_COPY: keys.content})
    try:
        begun = _with_parents(tables)
        _write(staged / DATABASE, key, tables)
    except BaseException:
        swap.settle(folder)
        raise
    aside = swap.commit(folder, cause=Cause.SALVAGE, now=now)
    partial = begun | {name[0] for table in _PARTS for name in tables[table].lost}
    whole = {name[0] for name in tables["check_ins"].rows}
    return Salvaged(
        read={name: len(found.rows) for name, found in tables.items()},
        lost={name: max(len(found.lost), int(found.broken)) for name, found in tables.items()},
        partial=tuple(sorted(Week.parse(week) for week in partial & whole)),
        aside=aside,
    )


def readable(folder: Path, key: DataKey) -> dict[str, Found]:
    """What can be read of the vault in ``folder``, by table; nothing there is changed.

    Raises:
        DamagedData: nothing at all can be read.
        NewerVault: a newer version made it.
        FolderError: there is no room for a copy.
    """
    with scratch(folder) as place:
        for name in (DATABASE, f"{DATABASE}-journal"):
            if (folder / name).exists():
                _copy_readable(folder / name, place / name)
        refuse_empty(place / DATABASE)
        database = EncryptedDatabase(place / DATABASE, key)
        try:
            refuse_newer(database)
            return {table: _table(database, table) for table in KEYS_OF}
        finally:
            database.close()


def check_ins(tables: dict[str, Found]) -> dict[Week, CheckIn]:
    """The check-ins in what was read, by week."""
    answers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    facts: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in tables["answers"].rows.values():
        answers[row["week"]][row["question"]] = row["value"]
    for row in tables["facts"].rows.values():
        facts[row["week"]][row["fact"]] = row["value"]
    rows = tables["check_ins"].rows.values()
    found = (from_row(row, answers[row["week"]], facts[row["week"]]) for row in rows)
    return {check_in.week: check_in for check_in in found}


def _table(database: EncryptedDatabase, table: str) -> Found:
    rows, broken = _all_rows(database, table)
    found = Found({_name(table, row): row for row in rows}, broken=broken)
    if broken:
        found.lost = _names(database, table) - found.rows.keys()
    return found


def _all_rows(database: EncryptedDatabase, table: str) -> tuple[list[_Row], bool]:
    """Every row that can be read, and whether there may be others."""
    columns = f"select rowid as _place, * from {table}"  # noqa: S608 - a name from above
    rows, broken = _scan(database, f"{columns} order by rowid", [])
    if not broken:
        return rows, False
    last, _ = _scan(database, f"{columns} order by rowid desc", [])
    top = last[-1]["_place"] if last else None
    place, misses = (rows[-1]["_place"] + 1 if rows else 1), 0
    while misses < _MISSES and (top is None or place < top):
        more, broken = _scan(database, f"{columns} where rowid >= ? order by rowid", [place])
        rows += more
        if not broken:
            break
        place = more[-1]["_place"] + 1 if more else place + 1
        misses = 0 if more else misses + 1
    known = {row["_place"] for row in rows}
    return [*rows, *(row for row in last if row["_place"] not in known)], True


def _names(database: EncryptedDatabase, table: str) -> set[_Name]:
    """What names each row, as far as the table's index, which has pages of its own, can be read."""
    columns = ", ".join(KEYS_OF[table])
    if table == "actions":
        return set()  # numbered, so without an index
    found: set[_Name] = set()
    for order in ("", " desc"):
        by = ", ".join(f"{column}{order}" for column in KEYS_OF[table])
        index = f"sqlite_autoindex_{table}_1"
        query = f"select {columns} from {table} indexed by {index} order by {by}"  # noqa: S608
        rows, broken = _scan(database, query, [])
        found |= {_name(table, row) for row in rows}
        if not broken:
            break
    return found


def _scan(
    database: EncryptedDatabase, query: str, values: Sequence[object]
) -> tuple[list[_Row], bool]:
    """The rows up to the first that cannot be read, and whether there was one."""
    rows: list[_Row] = []
    try:
        with database.reading() as tables:
            cursor = tables.execute(query, values)
            columns = [column[0] for column in cursor.description]
            while (row := cursor.fetchone()) is not None:
                rows.append(dict(zip(columns, row, strict=True)))
    except DamagedData:
        return rows, True
    return rows, False


def _name(table: str, row: _Row) -> _Name:
    return tuple(row[column] for column in KEYS_OF[table])


def _with_parents(tables: dict[str, Found]) -> set[str]:
    """Puts an empty check-in where one is lost whose answers are not; gives their weeks."""
    there = tables["check_ins"].rows
    weeks = {name[0] for table in _PARTS for name in tables[table].rows} - {
        name[0] for name in there
    }
    for week in weeks:
        evening = datetime.combine(Week.parse(week).sunday, time(12), LONDON)
        there[(week,)] = {"week": week, "finished": evening.isoformat(), **_EMPTY}
        tables["check_ins"].lost.add((week,))
    return weeks


def _write(path: Path, key: DataKey, tables: dict[str, Found]) -> None:
    database = EncryptedDatabase(path, key)
    try:
        database.use_rollback_journal()
        with database.reading() as made:
            migrations.migrate(made)
        with database.writing() as made:
            for table, found in tables.items():
                known = made.table(table).columns_dict
                made.table(table).insert_all(
                    {column: value for column, value in row.items() if column in known}
                    for row in found.rows.values()
                )
        refuse_damaged(database)
    finally:
        database.close()


def _copy_readable(source: Path, target: Path) -> None:
    """Copies a file; a block that the disk cannot read any more is zeros in the copy."""
    try:
        with source.open("rb", buffering=0) as old, target.open("wb") as new:
            size = source.stat().st_size
            for start in range(0, size, _BLOCK):
                new.write(_block(old, start, min(_BLOCK, size - start)))
    except OSError as error:
        raise folder_error(source.parent, error) from error


def _block(file: FileIO, start: int, length: int) -> bytes:
    try:
        file.seek(start)
        block = file.read(length) or b""
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        block = b""
    return block.ljust(length, b"\0")

"""Every readable row of a damaged vault, put into a new one; the damaged one is set aside.

Only a copy is read, so that the damaged file stays as it was found.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from burnout_check.domain.backup import Cause, Salvaged
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.week import Week
from burnout_check.errors import DamagedData
from burnout_check.store.data_key import DataKey
from burnout_check.store.database import opened
from burnout_check.store.files import vault_replacement
from burnout_check.store.folder import DATABASE, KEYS, KEYS_COPY, copy_readable, scratch
from burnout_check.store.integrity import (
    refuse_damaged,
    refuse_empty,
    refuse_newer,
    refuse_unreadable,
)
from burnout_check.store.keys import KeyFile
from burnout_check.store.page_reader import PAGE, LoosePages
from burnout_check.store.row_recognition import likeliest, recognised
from burnout_check.store.schema import refuse_foreign
from burnout_check.store.tables import migrations
from burnout_check.store.tables.check_ins import ANSWERS, CHECK_INS, FACTS, put_together
from burnout_check.store.tables.kind import Kind, Name, Row
from burnout_check.store.tables.registry import BY_MARK, BY_NAME, KINDS

_INDEXED = tuple(kind.name for kind in KINDS if not kind.numbered)
_WIDEST = max(len(kind.columns) for kind in KINDS) + 1  # with what says which kind it is


@dataclass(slots=True)
class Found:
    """What a table still gives: rows by what names them, and the names of rows that are lost."""

    rows: dict[Name, Row] = field(default_factory=dict)
    lost: set[Name] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Readable:
    """What is left of a vault, by table; ``certain`` if no other rows can be lost."""

    tables: dict[str, Found]
    certain: bool

    def check_ins(self) -> dict[Week, CheckIn]:
        """The check-ins by week, with the answers that are left."""
        rows = {table: found.rows.values() for table, found in self.tables.items()}
        return {check_in.week: check_in for check_in in put_together(rows)}


def salvage(
    folder: Path,
    *,
    key: DataKey,
    facts: Container[str],
    allows: Callable[[str, float], bool] = lambda _question, _value: True,
    now: datetime,
) -> Salvaged:
    """Makes a new vault, with the same keys, of all that can be read of the one in ``folder``.

    The caller holds the folder's lock, and the vault there is closed.

    Args:
        folder: where it lies.
        key: its key.
        facts: the ids that are facts, because a fact of 0.1.0 on a loose page looks like an answer.
        allows: whether a question may have a value; what it does not allow counts as lost.
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
    _stand_in(tables)
    staged = vault_replacement.stage(folder, {KEYS: keys.content, KEYS_COPY: keys.content})
    try:
        _write(staged / DATABASE, key, tables, allows)
    except BaseException:
        vault_replacement.settle(folder)
        raise
    aside = vault_replacement.commit(folder, cause=Cause.SALVAGE, now=now)
    lost = {kind.name: len(tables[kind.name].lost) for kind in KINDS}
    said = (kind.lost_words(lost[kind.name]) for kind in KINDS)
    return Salvaged(
        read={table: len(one.rows.keys() - one.lost) for table, one in tables.items()},
        lost=lost,
        certain=found.certain,
        partial=tuple(sorted(Week.parse(week) for (week,) in _in_part(tables))),
        aside=aside,
        others_lost=tuple(sentence for sentence in said if sentence),
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
        with LoosePages(path, key, columns=_WIDEST) as pages:
            tables = _sorted_out(pages, facts, named)
            return Readable(tables, certain or not pages.bad)


def _mark_zeros(path: Path) -> None:
    """Makes pages of nothing but zeros something else: reading, SQLCipher takes them for sound."""
    content = path.read_bytes()
    pages = (content[start : start + PAGE] for start in range(0, len(content), PAGE))
    path.write_bytes(b"".join(page if any(page) else b"\xff" * len(page) for page in pages))


def _sorted_out(
    pages: LoosePages, facts: Container[str], named: dict[str, set[Name]]
) -> dict[str, Found]:
    tables = {kind.name: Found() for kind in KINDS}
    places: set[tuple[Any, int]] = set()
    for number, values in pages.rows():
        known = _known(number, values, facts, named)
        if known is not None:
            table, row = known
            name = BY_NAME[table].name_of(row)
            tables[table].rows[name] = row
            places.add((name[0], number))
    for table, names in named.items():
        tables[table].lost = names - tables[table].rows.keys()
    if len(named) < len(_INDEXED):
        _add_loose_names(pages, facts, tables, places)
    return tables


def _known(
    number: int, values: Name, facts: Container[str], named: dict[str, set[Name]]
) -> tuple[str, Row] | None:
    """The table and the columns of a row, if it is one of the person's."""
    mark = next((value for value in values if isinstance(value, bytes)), None)
    if mark is None:  # of a vault that no later version than 0.1.0 has opened
        return recognised(number, values, facts, named)
    kind = BY_MARK.get(mark)
    return None if kind is None else (kind.name, kind.loose_row(number, values))


def _add_loose_names(
    pages: LoosePages,
    facts: Container[str],
    tables: dict[str, Found],
    places: Container[tuple[Any, int]],
) -> None:
    """Adds the names of lost rows that some index still gives, to the likeliest table."""
    known = {name for found in tables.values() for name in found.rows.keys() | found.lost}
    for entry in set(pages.names()):
        likely = likeliest(entry, facts, places)
        if likely is not None:
            table, name = likely
            tables[table].lost |= {name} - known


def _named(path: Path, key: DataKey) -> tuple[dict[str, set[Name]], bool]:
    """The names of all rows, by table, where its index is whole.

    Returns:
        The names, and whether for each table these or the rows themselves are whole.
    """
    try:
        with opened(path, key) as database:
            refuse_newer(database)
            refuse_foreign(database)
            with database.reading() as tables:
                there = set(tables.table_names())  # an older vault does not have every table yet
    except DamagedData:
        return {}, False
    named: dict[str, set[Name]] = {}
    for table in there.intersection(_INDEXED):
        columns = ", ".join(BY_NAME[table].key)
        index = f"select {columns} from {table} indexed by sqlite_autoindex_{table}_1"
        found = _read(path, key, index)
        if found is not None:
            named[table] = set(found)
    rest = [kind.name for kind in KINDS if kind.name in there and kind.name not in named]
    whole = (_read(path, key, f"select * from {table} not indexed") for table in rest)
    return named, all(found is not None for found in whole)


def _read(path: Path, key: DataKey, query: str) -> list[Name] | None:
    try:
        with opened(path, key) as database, database.reading() as tables:
            return list(tables.execute(query).fetchall())
    except DamagedData:
        return None


def _stand_in(tables: dict[str, Found]) -> None:
    """Puts something in the place of each record that is lost whose parts are not."""
    for kind in KINDS:
        whole = kind.part_of
        if whole is None or whole.stand_in is None:
            continue
        found = tables[whole.name]
        named = {part[: len(whole.key)] for part in tables[kind.name].rows}
        for name in named - found.rows.keys():
            found.rows[name] = whole.stand_in(name)
            found.lost.add(name)


def _in_part(tables: dict[str, Found]) -> set[Name]:
    """The names of the check-ins that are there, but not all that was in them."""
    found = tables[CHECK_INS.name]
    parts = (tables[kind.name].lost for kind in KINDS if kind.part_of is CHECK_INS)
    return {part[:1] for lost in (found.lost, *parts) for part in lost} & found.rows.keys()


def _write(
    path: Path, key: DataKey, tables: dict[str, Found], allows: Callable[[str, float], bool]
) -> None:
    with opened(path, key) as database:
        database.use_rollback_journal()
        database.read(migrations.migrate)
        with database.writing() as made:
            for table, found in tables.items():
                for _columns, rows in groupby(found.rows.values(), key=tuple):
                    made.table(table).insert_all(rows)
            for kind in KINDS:
                _leave_out(made, kind, tables[kind.name], allows)
        refuse_damaged(database)
        refuse_unreadable(database)


def _leave_out(
    made: Database, kind: Kind[Any], found: Found, allows: Callable[[str, float], bool]
) -> None:
    """Takes out the records that no form makes: they would be refused again. They count as lost."""
    for row in list(made.table(kind.name).rows):
        if not _is_sound(kind, row, allows):
            name = kind.name_of(row)
            where = " and ".join(f"{column} = ?" for column in kind.key)
            made.table(kind.name).delete_where(where, name)
            found.rows.pop(name, None)
            found.lost.add(name)


def _is_sound(kind: Kind[Any], row: Row, allows: Callable[[str, float], bool]) -> bool:
    try:
        record = kind.record_in(row)
    except DamagedData:
        return False
    return kind not in (ANSWERS, FACTS) or allows(record[1], record[2])

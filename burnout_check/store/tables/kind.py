"""What each kind of record declares once, and the table of a kind, read and written.

All that goes over every kind of record - counting, what is in a backup, restoring, salvage and its
words - goes over ``registry.KINDS`` and asks there what is declared here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from sqlite_utils import Database

from burnout_check.domain.backup import Amount
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.encoding import refuse_absurd, unreadable

Row = dict[str, Any]
Name = tuple[Any, ...]
"""The values of the columns that name a row."""


class Numbered(Protocol):
    """A record that has a number of its own; 0 until it is saved."""

    @property
    def id(self) -> int:
        """Its number."""
        ...


T = TypeVar("T")
N = TypeVar("N", bound=Numbered)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Kind(Generic[T]):
    """One kind of record.

    Attributes:
        name: of its table.
        record: what each row says it is, in a column ``record`` beside those named here. It stands
            there as bytes, which nothing else does, so that no words of a person are taken for it.
        columns: in the table's order.
        key: those that name a row; ``("id",)`` if rows are numbered by SQLite.
        encode: the columns of a record; of a numbered one all but its ``id``.
        decode: the record in a row.
        numbers: the columns that hold a number; ``id`` is one without being named.
        empty: the columns that may hold nothing; all others are text.
        one: what one is called.
        many: what several are called.
        order: of ``all``, in SQL; by the key if "".
        listed: whether a backup says how many are in it.
        lost: what is said where some are lost, {} being how many; nothing if None.
        part_of: what its rows are parts of, by the first columns of the key.
        stand_in: the row that salvage makes where one is lost whose parts are not, by its name.
    """

    name: str
    record: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    encode: Callable[[T], Row]
    decode: Callable[[Row], T]
    one: str
    many: str
    numbers: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    order: str = ""
    listed: bool = False
    lost: str | None = "At least {} could not be read."
    part_of: Kind[Any] | None = None
    stand_in: Callable[[Name], Row] | None = None

    @property
    def mark(self) -> bytes:
        """What stands in the column ``record``."""
        return self.record.encode("ascii")

    @property
    def numbered(self) -> bool:
        """Whether a row is named by its number, and by no index."""
        return self.key == ("id",)

    def record_in(self, row: Row) -> T:
        """The record in a row.

        Raises:
            DamagedData: no form of this app makes such a one.
        """
        try:
            self._refuse_types(row)
            record = self.decode(row)
            refuse_absurd(record)
        except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
            raise unreadable(f"{self.one}: {error}") from error
        return record

    def _refuse_types(self, row: Row) -> None:
        """SQLite keeps any type in any column; of ours each has its own."""
        for column in self.columns:
            value = row[column]
            if column in self.numbers or column == "id":
                fits = isinstance(value, int | float) and not isinstance(value, bool)
            else:
                fits = isinstance(value, str) or (value is None and column in self.empty)
            if not fits:
                raise TypeError(f"{column} is of another type")

    def name_of(self, row: Row) -> Name:
        """What names a row."""
        return tuple(row[column] for column in self.key)

    def loose_row(self, number: int, values: Sequence[Any]) -> Row:
        """The columns of a row that was found on a page by itself.

        Args:
            number: SQLite's number of the row.
            values: of the row; those that it does not have are None, and are left out here.
        """
        own = [value for value in values if not isinstance(value, bytes)]
        row = dict(zip(self.columns, own, strict=False))
        if self.numbered:
            row["id"] = number
        return {column: value for column, value in row.items() if value is not None}

    def amount(self, number: int) -> Amount:
        """So many of them."""
        return Amount(self.name, number, self.one, self.many)

    def lost_words(self, number: int) -> str:
        """What is said where so many are lost; nothing of none."""
        return self.lost.format(self.amount(number)) if number and self.lost else ""


class Table(Generic[T]):
    """The records of one kind in a vault."""

    def __init__(self, database: EncryptedDatabase, kind: Kind[T]) -> None:
        self._database = database
        self._kind = kind

    def everything(self) -> tuple[T, ...]:
        """Every record, in the order of its kind."""
        return self._database.read(self.select)

    def select(self, tables: Database, **named: object) -> tuple[T, ...]:
        """The records whose columns have these values, inside a question of the caller's."""
        kind = self._kind
        rows = tables.table(kind.name).rows_where(
            " and ".join(f"{column} = :{column}" for column in named) or None,
            named,
            order_by=kind.order or ", ".join(kind.key),
        )
        return tuple(kind.record_in(row) for row in list(rows))

    def write(self, tables: Database, *records: T) -> None:
        """Writes each in place of the one with its name, inside a transaction of the caller's."""
        rows = [self._kind.encode(record) for record in records]
        tables.table(self._kind.name).upsert_all(rows, pk=self._kind.key)

    def delete(self, tables: Database, **named: object) -> None:
        """Removes the records whose columns have these values, inside a transaction as well."""
        where = " and ".join(f"{column} = :{column}" for column in named)
        tables.table(self._kind.name).delete_where(where, named)


class NumberedTable(Table[N]):
    """The records of one kind, each under a number of its own."""

    def all(self) -> tuple[N, ...]:
        """Every record, in the order of its kind."""
        return self.everything()

    def add(self, record: N, /) -> N:
        """Saves a new record.

        Returns:
            The record as it will be read from now on, with its id.
        """
        with self._database.writing() as tables:
            return self.insert(tables, record)

    def restore(self, record: N) -> None:
        """Saves a record that was removed, under the id it had."""
        with self._database.writing() as tables:
            row = {"id": record.id, **self._kind.encode(record)}
            tables.table(self._kind.name).insert(row, replace=True)

    def update(self, record: N) -> None:
        """Saves ``record`` in place of the one with its id.

        Raises:
            KeyError: there is none.
        """
        with self._database.writing() as tables:
            table = tables.table(self._kind.name)
            if not table.count_where("id = ?", [record.id]):
                raise KeyError(record.id)
            table.update(record.id, self._kind.encode(record))

    def remove(self, number: int) -> None:
        """Removes the record with the id ``number``, if there is one."""
        with self._database.writing() as tables:
            self.delete(tables, id=number)

    def insert(self, tables: Database, record: N, *, number: int | None = None) -> N:
        """Writes a new record, under a number of SQLite's if none is given."""
        row = self._kind.encode(record)
        table = tables.table(self._kind.name)
        found = table.insert(row if number is None else {"id": number, **row}).last_pk
        return self._kind.decode({"id": int(found or 0), **row})

"""A damaged database read page by page, even where what says how pages hang together is lost.

SQLCipher authenticates each page by itself. So the pages are given another first page, made with
the same key and salt, whose list of tables names every page as a table of its own. A page of rows
then reads as a table with these rows, whatever became of the pages above it. (https://
www.sqlite.org/fileformat2.html: the pages of a table are a tree, and its leaves hold the rows.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from burnout_check.errors import DamagedData
from burnout_check.store.data_key import DataKey, salt_of
from burnout_check.store.database import EncryptedDatabase, opened

PAGE = 4096  # bytes, as SQLCipher 4 makes them
_SALT = 16  # bytes at the start of the file
_BAD_PAGE = re.compile(r"page (\d+)")
_Values = tuple[Any, ...]


class LoosePages:
    """The pages of a damaged database that are still authentic.

    A context manager. Works on a copy at ``path``, which it spoils.
    """

    def __init__(self, path: Path, data_key: DataKey, *, columns: int) -> None:
        """Finds out which pages are authentic.

        Args:
            path: of the copy.
            data_key: its key.
            columns: as many as the widest table has.

        Raises:
            DamagedData: none is.
        """
        self._path = path
        self._key = data_key
        self._columns = columns
        self._others: set[int] = set()
        damaged = path.read_bytes()
        self._count = -(-len(damaged) // PAGE)
        salts = dict.fromkeys((damaged[:_SALT].ljust(_SALT, b"\0"), salt_of(data_key)))
        for salt in salts:
            self._graft(damaged, salt)
            self._database = EncryptedDatabase(path, data_key)
            self.bad = self._find_bad()
            if len(self.bad) < self._count - 1:
                return
            self._database.close()
        raise DamagedData("No page of the data file can be read.", found=("no page is whole",))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._database.close()

    def rows(self) -> Iterator[tuple[int, _Values]]:
        """The number and the values of each row on each page, some more than once.

        A row on a sound page that goes on on a damaged one is left out.
        """
        for page in self._pages():
            numbers, other = self._scan(f"select rowid from p{page} order by rowid")
            if other and not numbers:
                self._others.add(page)  # of an index, or with nothing that can be reached
                continue
            rows, broken = self._scan(f"select rowid, * from p{page} order by rowid")
            for row in () if broken else rows:
                yield row[0], row[1:]
            # One by one, because nobody knows which of the rows it was.
            for (number,) in numbers if broken else ():
                one = f"select rowid, * from p{page} where rowid = ?"
                rows, broken = self._scan(one, [number])
                for row in () if broken else rows:
                    yield row[0], row[1:]

    def names(self) -> Iterator[_Values]:
        """The entries of each index that can be read: what names a row, and then its number.

        To be asked after ``rows``, which finds the pages that hold none.
        """
        for page in sorted(self._others):
            yield from self._scan(f"select * from i{page}")[0]

    def _pages(self) -> Iterator[int]:
        return (page for page in range(2, self._count + 1) if page not in self.bad)

    def _graft(self, damaged: bytes, salt: bytes) -> None:
        self._path.unlink(missing_ok=True)
        with opened(self._path, self._key, salt=salt) as frame, frame.writing() as tables:
            # Takes every page number that the damaged file has, so that the list comes after them.
            tables.execute("create table filler (b)")
            tables.execute("insert into filler values (zeroblob(?))", [(self._count + 2) * PAGE])
            tables.execute("pragma writable_schema = on")
            tables.conn.executemany(
                "insert into sqlite_master values (?, ?, ?, ?, ?)", self._list()
            )
        content = self._path.read_bytes()
        whole = damaged[PAGE:].ljust((self._count - 1) * PAGE, b"\0")
        self._path.write_bytes(content[:PAGE] + whole + content[self._count * PAGE :])

    def _list(self) -> Iterator[_Values]:
        columns = ", ".join(f"c{number}" for number in range(self._columns))
        for page in range(2, self._count + 1):
            index = "c0, c1, c2, primary key (c0, c1, c2)) without rowid"
            for name, made in ((f"p{page}", f"{columns})"), (f"i{page}", index)):
                yield "table", name, name, page, f"CREATE TABLE {name} ({made}"

    def _find_bad(self) -> frozenset[int]:
        found = (_BAD_PAGE.search(line) for line in self._database.bad_pages())
        numbers = {int(match[1]) for match in found if match}
        return frozenset(number for number in numbers if 1 < number <= self._count)

    def _scan(self, query: str, values: Sequence[object] = ()) -> tuple[list[_Values], bool]:
        """The rows, and whether one of them, or one after them, could not be read."""
        rows: list[_Values] = []
        try:
            with self._database.reading() as tables:
                cursor = tables.execute(query, values)
                while (row := cursor.fetchone()) is not None:
                    rows.append(row)
        except DamagedData:
            return rows, True
        return rows, False

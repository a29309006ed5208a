"""Whether a rollback journal is whole: SQLite takes one with a damaged record for a shorter one.

It would undo the first part of a save that was cut short, leave the rest, and throw it away.
The format is that of https://www.sqlite.org/fileformat.html#the_rollback_journal.
"""

from __future__ import annotations

import struct
from pathlib import Path

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = struct.Struct(">8sIIIII")  # magic, records, nonce, pages before, sector, page
_NUMBER = struct.Struct(">I")
_EACH = 200  # bytes between those that are added up for a checksum
_NOT_COUNTED = 0xFFFFFFFF


def is_whole(path: Path) -> bool:
    """Whether each record that a header of the journal counts has its checksum.

    A journal without a header was not begun to be used, and says nothing.

    Raises:
        OSError: it cannot be read.
    """
    content = path.read_bytes()
    at = 0
    while content[at : at + len(_MAGIC)] == _MAGIC and len(content) >= at + _HEADER.size:
        _magic, count, nonce, _pages, sector, page = _HEADER.unpack_from(content, at)
        if count == _NOT_COUNTED or not sector or not page:
            return bool(count == _NOT_COUNTED)
        at += sector
        for _record in range(count):
            end = at + _NUMBER.size + page
            if len(content) < end + _NUMBER.size:
                return False
            data = content[at + _NUMBER.size : end]
            if _NUMBER.unpack_from(content, end)[0] != _checksum(nonce, data):
                return False
            at = end + _NUMBER.size
        at = -(-at // sector) * sector  # the next header begins at a sector of its own
    return True


def _checksum(nonce: int, page: bytes) -> int:
    return (nonce + sum(page[at] for at in range(len(page) - _EACH, 0, -_EACH))) & 0xFFFFFFFF

"""A zip of a few parts, stored as they are, as backups are: a stranger's is read within bounds."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from burnout_check.small_file import SMALL

_END = struct.Struct("<4s8xL4xH")  # of a zip: its mark, the length of its list, of a comment
_BEYOND = 20  # bytes before that: in a zip beyond 4 GB, where its longer list is
# All that a zip with a changed byte makes zipfile raise.
NO_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    LookupError,
    EOFError,
    RuntimeError,
    OverflowError,
)


def packed(parts: Mapping[str, bytes], made: datetime) -> bytes:
    """The bytes of a zip of ``parts``, by name; ``made`` is the time in it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _zip_time(made)), part)
    return content.getvalue()


def _zip_time(made: datetime) -> tuple[int, int, int, int, int, int]:
    # A zip knows the years 1980 to 2107; the manifest has the true instant.
    year = min(max(made.year, 1980), 2107)
    return year, made.month, made.day, made.hour, made.minute, made.second


@contextmanager
def opened(file: io.BytesIO | io.BufferedReader) -> Iterator[zipfile.ZipFile]:
    """A zip with a short list of parts at its end, as ours are; no other is given to zipfile.

    It would read as long a list as the file says it has, into memory.

    Raises:
        ValueError: it is none of ours, or one of the other errors of ``NO_ZIP``.
    """
    file.seek(max(0, file.seek(0, os.SEEK_END) - _BEYOND - _END.size))
    before, end = file.read(_BEYOND), file.read(_END.size)
    mark, length, comment = _END.unpack(end.ljust(_END.size))
    if before.startswith(b"PK\6\7") or mark != b"PK\5\6" or length > SMALL or comment:
        raise ValueError("no zip of ours")
    with zipfile.ZipFile(file) as archive:
        yield archive


def part(archive: zipfile.ZipFile, name: str, *, most: int) -> bytes:
    """What the part ``name`` holds, of ``most`` bytes.

    Raises:
        ValueError: it is larger, or not stored as it is; or one of the other errors of ``NO_ZIP``.
    """
    about = archive.getinfo(name)
    if about.compress_type != zipfile.ZIP_STORED or about.file_size != about.compress_size:
        raise ValueError("not stored as it is")  # so no small file can grow without bounds
    if about.file_size > most:
        raise ValueError("a part of that size is none of ours")
    return archive.read(about)

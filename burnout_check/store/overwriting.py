"""Overwrites what Python would only free: short-lived copies of a key, or of a secret's bytes.

Only for values that were made a moment ago by whoever calls, and that nobody else holds. It knows
how CPython lays bytes and ASCII text out, and tries that once; where it is otherwise, it does
nothing.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_SHORTEST = 2  # bytes: Python keeps one object for each shorter value, for all that use it


def overwrite(*values: bytes | str) -> None:
    """Zeros in place of bytes, or of text that is ASCII; they are of no use afterwards."""
    for value in values:
        if (
            len(value) >= _SHORTEST
            and _is_known()
            and (isinstance(value, bytes) or value.isascii())
        ):
            ctypes.memset(id(value) + _offset(value), 0, len(value))


@contextmanager
def passing(value: bytes) -> Iterator[bytes]:
    """Bytes for the length of a block; overwritten at its end, whatever happens in it."""
    try:
        yield value
    finally:
        overwrite(value)


def _offset(value: bytes | str) -> int:
    """How many bytes after an object's beginning its content begins."""
    return sys.getsizeof(value) - len(value) - 1  # a zero follows, which is counted too


@cache
def _is_known() -> bool:
    if sys.implementation.name != "cpython":
        return False
    samples = (bytes(range(65, 91)), bytes(range(65, 91)).decode("ascii"))
    return all(
        ctypes.string_at(id(sample) + _offset(sample), len(sample)) == samples[0]
        for sample in samples
    )

"""The one reader of files that somebody else may have put there: bytes, or in words why not.

What stands in a data folder may come from anywhere: a share others can write to, a stick, a disk
with a fault. So nothing is opened but a plain file, no link is followed in a folder of ours, no
more is read than such a file can hold, and what it says is decoded into a type that can hold only
what is allowed. A pipe, a device, a socket or a folder in its place is named, and never waited for.
"""

from __future__ import annotations

import errno
import io
import os
import stat
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

SMALL = 1024 * 1024
"""More than any small file of ours holds, in bytes."""

_Kind = TypeVar("_Kind")

_WITHOUT_WAITING: int = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # or a pipe waits for somebody to write
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)  # Windows would turn line ends otherwise
)
_NO_LINKS: int = getattr(os, "O_NOFOLLOW", 0)
_NAMES = (
    (stat.S_ISLNK, "is a link to another place"),
    (stat.S_ISDIR, "is a folder and not a file"),
    (stat.S_ISFIFO, "is a pipe and not a file"),
    (stat.S_ISSOCK, "is a socket and not a file"),
)


class Unusable(ValueError):  # noqa: N818 - says what it is, as errors.py does
    """There is something, but nothing that can be used; says what it is, and never quotes it.

    The text is the rest of a sentence: "is a folder and not a file".
    """


def what_stands_at(path: Path, *, follow: bool = False) -> str:
    """What is wrong with what stands at a path, as the rest of a sentence.

    Args:
        path: where to look; nothing is opened.
        follow: whether a link counts as what it leads to.

    Returns:
        "" for a plain file and for nothing at all.

    Raises:
        OSError: the place cannot be reached.
    """
    try:
        return _unlike_a_file(path.stat(follow_symlinks=follow).st_mode)
    except FileNotFoundError:
        return ""


def open_plain(path: Path, *, follow: bool = False) -> io.BufferedReader:
    """A plain file, open for reading bytes; never waits for anybody.

    Args:
        path: of the file.
        follow: whether it may be a link; not in a folder of ours, where none is ever made.

    Raises:
        OSError: it is not there, or cannot be read.
        Unusable: it is no plain file.
    """
    # Before it is opened, because to open is to act on some devices; and after, against a swap.
    _refuse_unlike(path.stat(follow_symlinks=follow).st_mode)
    try:
        descriptor = os.open(path, _WITHOUT_WAITING | (0 if follow else _NO_LINKS))
    except OSError as error:
        if error.errno == errno.ELOOP and not follow:
            raise Unusable("is a link to another place") from error
        raise
    try:
        _refuse_unlike(os.fstat(descriptor).st_mode)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_plain(path: Path, *, most: int = SMALL, follow: bool = False) -> bytes:
    """All that a plain file holds.

    Args:
        path: of the file.
        most: how many bytes it may hold.
        follow: see ``open_plain``.

    Raises:
        OSError: it is not there, or cannot be read.
        Unusable: it is no plain file, or too large.
    """
    with open_plain(path, follow=follow) as file:
        if os.fstat(file.fileno()).st_size > most:
            raise Unusable("is too large")
        content = file.read(most + 1)
    if len(content) > most:  # it grew meanwhile
        raise Unusable("is too large")
    return content


def decoded(content: bytes, kind: type[_Kind]) -> _Kind:
    """What JSON says, as a ``kind``, which is to hold nothing but what is allowed.

    Raises:
        Unusable: it is no JSON, or no such thing.
    """
    try:
        return msgspec.json.decode(content, type=kind)
    # Text that is no UTF-8 is a ValueError, and a number may be beyond all bounds.
    except (msgspec.MsgspecError, ValueError, RecursionError, OverflowError) as error:
        raise Unusable("is damaged") from error


def read_json(path: Path, kind: type[_Kind]) -> _Kind:
    """What a small file of ours says: see ``read_plain`` and ``decoded`` for the errors."""
    return decoded(read_plain(path), kind)


def read_toml(path: Path, *, most: int) -> dict[str, Any]:
    """The tables of a file that an organisation wrote, and may reach by a link.

    Raises:
        OSError: it is not there, or cannot be read.
        Unusable: it is no plain file, too large, or no TOML.
    """
    try:
        return tomllib.loads(read_plain(path, most=most, follow=True).decode("utf-8-sig"))
    except Unusable:
        raise
    except (ValueError, RecursionError) as error:
        raise Unusable("is not TOML") from error


def _refuse_unlike(mode: int) -> None:
    what = _unlike_a_file(mode)
    if what:
        raise Unusable(what)


def _unlike_a_file(mode: int) -> str:
    if stat.S_ISREG(mode):
        return ""
    return next((name for fits, name in _NAMES if fits(mode)), "is a device and not a file")

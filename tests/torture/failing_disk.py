"""The disk that fails on demand, for a process that was started with it: see failing_disk.c."""

from __future__ import annotations

import ctypes
import enum
import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_suffix(".c")


class How(enum.IntEnum):
    """What happens at the n-th call; the numbers are those of the C file."""

    COUNT = 0  # nothing; calls are counted
    ONCE = 1  # that call fails, and no other
    FROM_NOW_ON = 2  # that call and all after it fail
    FULL = 3  # that write is cut in half, and nothing that takes room succeeds any more
    KILL = 4  # the process is killed before the call
    TORN = 5  # a write is cut in half, then the process is killed


class Kind(enum.IntFlag):
    """The calls that are meant: all that change files, those that read, those that write bytes."""

    WRITES = 1
    READS = 2
    DATA = 4


def why_not() -> str:
    """Why there cannot be such a disk here; empty if there can."""
    if sys.platform != "linux":
        return "a disk that fails on demand is made for Linux only"
    if not _compiler():
        return "a disk that fails on demand needs a C compiler, and there is none"
    return ""


def build(folder: Path, source: Path = SOURCE) -> Path:
    """Compiles a disk; gives the library to start a process with."""
    library = folder / f"{source.stem}.so"
    options = ["-O1", "-shared", "-fPIC", "-D_LARGEFILE64_SOURCE"]
    subprocess.run([_compiler(), *options, "-o", library, source, "-ldl"], check=True)
    return library


def environment(library: Path) -> dict[str, str]:
    """The environment in which a process has the disk."""
    return {**os.environ, "LD_PRELOAD": str(library)}


class FailingDisk:
    """The handle on it, within a process that has it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.disk_seen.restype = ctypes.c_long
        self._library.disk_fails.argtypes = (
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.c_int,
            ctypes.c_int,
            ctypes.c_long,
        )

    def fail(self, below: Path, kind: Kind, how: How, *, code: int = 0, at: int = 0) -> None:
        """From now on, files below a folder fail at the ``at``-th call, with ``code``."""
        self._library.disk_fails(str(below).encode(), kind, how, code, at)

    def work(self) -> int:
        """All is well again; gives the number of calls that were counted."""
        self._library.disk_works()
        return int(self._library.disk_seen())


def _compiler() -> str:
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang") or ""

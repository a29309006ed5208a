"""A drive that dies or hangs under an open vault: a stand-in at the calls to files and to SQLite.

``sshfs``, GVFS and NFS do so when their server goes: a call to a file then fails with one of
``DEAD``, or does not return.
"""

import builtins
import errno
import io
import os
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from burnout_check.session.session import Session
from burnout_check.store import vault
from tests.patience import SECONDS

DEAD = ("ENOTCONN", "ESTALE", "EIO", "EACCES")
"""What file systems say of a server that has gone; ``Path.exists`` raises each of them."""

_CALLS = (
    *("stat", "lstat", "open", "listdir", "scandir", "mkdir", "rmdir", "unlink", "remove"),
    *("rename", "replace", "link", "truncate", "statvfs"),
)


class DeadDrive:
    """Everything in ``folder``, which works until it is told otherwise.

    A call that hangs on the thread of the window is one that locks nothing: it is noted in
    ``held_up`` and fails, so that no test has to wait for it.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._folder = str(folder)
        self._patch = patch
        self._code = 0
        self._hangs = False
        self._answers = threading.Event()
        self.held_up: list[str] = []
        for name in _CALLS:
            if hasattr(os, name):
                self._watch(os, name)
        for owner in (io, builtins):
            self._watch(owner, "open")

    def dies(self, name: str, session: Session | None) -> None:
        """Each call fails from now on, of an open session's too."""
        self._code = getattr(errno, name)
        self._watch_sqlite(session)

    def hangs(self, session: Session) -> None:
        """No call returns from now on, until it ``answers``."""
        self._hangs = True
        self._patch.setattr(vault, "_ANSWER", 0.05)
        self._watch_sqlite(session)

    def answers(self) -> None:
        """It works again."""
        self._code, self._hangs = 0, False
        self._answers.set()

    def _watch(self, owner: Any, name: str) -> None:
        real = getattr(owner, name)

        def watched(*arguments: Any, **named: Any) -> Any:
            first = arguments[0] if arguments else None
            if isinstance(first, str | os.PathLike) and os.fspath(first).startswith(self._folder):
                self._meet(name, lambda code: OSError(code, os.strerror(code)))
            return real(*arguments, **named)

        self._patch.setattr(owner, name, watched)

    def _watch_sqlite(self, session: Session | None) -> None:
        if session is not None:
            file: Any = session.ledger.vault._database._file
            file.raw = file.tables.conn = _Watched(file.raw, self._meet)
        connect = sqlcipher3.connect

        def watched(path: str, **named: Any) -> Any:
            self._meet("connect", _sqlite_error)
            return connect(path, **named)

        self._patch.setattr(sqlcipher3, "connect", watched)

    def _meet(self, name: str, error: Callable[[int], Exception]) -> None:
        if self._hangs and threading.current_thread() is threading.main_thread():
            self.held_up.append(f"{name}: {''.join(traceback.format_stack(limit=12))}")
            raise error(errno.EIO)
        if self._hangs:
            assert self._answers.wait(SECONDS), "nobody let the drive answer again"
        elif self._code:
            raise error(self._code)


class _Watched:
    """A connection of SQLite's to a file on that drive."""

    def __init__(self, real: Any, meet: Callable[[str, Callable[[int], Exception]], None]) -> None:
        self._real = real
        self._meet = meet

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        if not callable(found):
            return found

        def met(*arguments: Any, **named: Any) -> Any:
            try:
                self._meet(f"SQLite's {name}", _sqlite_error)
            except sqlcipher3.OperationalError:
                if name != "close":  # SQLite closes, whatever the disk says
                    raise
            return found(*arguments, **named)

        return met


def _sqlite_error(_code: int) -> Exception:
    error: Exception = sqlcipher3.OperationalError("disk I/O error")
    return error

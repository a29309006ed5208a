"""Slow work off the GUI thread, with its result brought back by a signal."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

_Call = Callable[[Any], None]


class _Run(QRunnable):
    def __init__(
        self, number: int, work: Callable[[], Any], worker: Worker, *, found: list[Any]
    ) -> None:
        super().__init__()
        self._found = found
        self._number = number
        self._work = work
        self._worker = worker

    def run(self) -> None:
        """Do the work and report; whatever goes wrong crosses to the GUI thread as it is."""
        result: object = None
        error: Exception | None = None
        try:
            result = self._work()
            self._found.append(result)
        except Exception as caught:  # noqa: BLE001 - handed on whole, to be raised or shown there
            error = caught
        with suppress(RuntimeError):  # the owner is gone, and nobody waits for the result
            self._worker.ended.emit(self._number, result, error)


_abandoned: list[QThreadPool] = []


class Worker(QObject):
    """Runs one piece of work at a time on another thread, for one owner.

    A result that comes after ``forget`` (the page is gone, the vault was locked) goes to nobody but
    ``dropped``, which puts away what must not be left lying: a key, an open vault.

    Attributes:
        stop: set when the work that was started with it is no longer wanted; work that takes long
            looks at it between its steps.
    """

    ended = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._waiting: tuple[_Call, _Call, _Call] | None = None
        self._found: list[Any] = []
        self.stop = Event()
        self.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._waiting is not None

    def start(
        self,
        work: Callable[[], Any],
        *,
        done: _Call,
        failed: _Call,
        dropped: _Call = lambda _result: None,
    ) -> None:
        """Do ``work`` on another thread, then call one of the others on the GUI thread."""
        self._number += 1
        self._waiting = (done, failed, dropped)
        self._found = []
        self._pool.start(_Run(self._number, work, self, found=self._found))

    def forget(self) -> None:
        """Let what is running come to nothing, and wait until its thread is free."""
        waiting, found = self._waiting, self._found
        self.drop()
        self._pool.waitForDone()
        if waiting is not None:
            for result in found:
                waiting[2](result)

    def drop(self) -> None:
        """Let what is running come to nothing; what is started next waits for its thread.

        It must hold no secret: nothing puts away what it finds.
        """
        self.stop.set()
        self.stop = Event()
        self._waiting = None
        self._found = []

    def abandon(self) -> None:
        """As ``drop``, but nobody ever waits for its thread."""
        self.drop()
        _abandoned[:] = [pool for pool in _abandoned if pool.activeThreadCount()]
        if self._pool.activeThreadCount():
            _abandoned.append(self._pool)  # or it would be waited for as this one is destroyed
            self._pool.setParent(None)
            self._pool = QThreadPool(self)

    def _on_ended(self, number: int, result: object, error: Exception | None) -> None:
        if number != self._number or self._waiting is None:
            return
        done, failed, _ = self._waiting
        self._waiting = None
        self._found = []
        if error is not None:
            failed(error)
        else:
            done(result)

"""Slow work off the GUI thread, with its result brought back by a signal."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

_Call = Callable[[Any], None]


class _Run(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], worker: Worker) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._worker = worker

    def run(self) -> None:
        """Do the work and report; whatever goes wrong crosses to the GUI thread as it is."""
        result: object = None
        error: Exception | None = None
        try:
            result = self._work()
        except Exception as caught:  # noqa: BLE001 - handed on whole, to be raised or shown there
            error = caught
        with suppress(RuntimeError):  # the owner is gone, and nobody waits for the result
            self._worker.ended.emit(self._number, result, error)


class Worker(QObject):
    """Runs one piece of work at a time on another thread, for one owner.

    Results that arrive after ``forget`` (the page is gone, the vault was locked) are dropped.
    """

    ended = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._waiting: tuple[_Call, _Call] | None = None
        self.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._waiting is not None

    def start(self, work: Callable[[], Any], *, done: _Call, failed: _Call) -> None:
        """Do ``work`` on another thread, then call ``done`` or ``failed`` on the GUI thread."""
        self._number += 1
        self._waiting = (done, failed)
        self._pool.start(_Run(self._number, work, self))

    def forget(self) -> None:
        """Let what is running come to nothing, and wait until its thread is free."""
        self._waiting = None
        self._pool.waitForDone()

    def _on_ended(self, number: int, result: object, error: Exception | None) -> None:
        if number != self._number or self._waiting is None:
            return
        done, failed = self._waiting
        self._waiting = None
        if error is not None:
            failed(error)
        else:
            done(result)

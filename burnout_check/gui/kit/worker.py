"""Slow work off the GUI thread, with its result brought back by a signal."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from burnout_check import elsewhere

_Call = Callable[[Any], None]


class _Job:
    """One piece of work; its result goes to the worker, or to ``dropped`` once that let it go."""

    def __init__(self, work: Callable[[], Any], tell: Callable[[object, object], None]) -> None:
        self._work = work
        self._tell = tell
        self._lock = Lock()
        self._found: list[Any] = []
        self._dropped: _Call | None = None

    def run(self, after: Thread | None) -> None:
        """Do the work and report; whatever goes wrong crosses to the GUI thread as it is."""
        if after is not None:
            after.join()
        result: object = None
        error: Exception | None = None
        try:
            result = self._work()
        except Exception as caught:  # noqa: BLE001 - handed on whole, to be raised or shown there
            error = caught
        with self._lock:
            dropped = self._dropped
            if error is None:
                self._found.append(result)
        if dropped is None:
            with suppress(RuntimeError):  # the owner is gone, and nobody waits for the result
                self._tell(result, error)
        elif error is None:
            dropped(result)

    def let_go(self, dropped: _Call) -> None:
        """Have the result put away: now if it is there, or by the other thread when it is."""
        with self._lock:
            self._dropped = dropped
            found = tuple(self._found)
        for result in found:
            dropped(result)


class Worker(QObject):
    """Runs one piece of work at a time on another thread, for one owner.

    Nobody ever waits for it: the drive that it works on may hang. A result that comes after
    ``forget`` (the page is gone, the vault was locked) goes to nobody but ``dropped``, which puts
    away what must not be left lying: a key, an open vault.

    Attributes:
        stop: set when the work that was started with it is no longer wanted; work that takes long
            looks at it between its steps.
    """

    ended = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._waiting: tuple[_Call, _Call, _Call] | None = None
        self._job: _Job | None = None
        self._thread: Thread | None = None
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
        """Do ``work`` on another thread, then call one of the others.

        Args:
            work: touches no widget.
            done: gets what it returns, on the GUI thread.
            failed: gets what it raises, on the GUI thread.
            dropped: gets what it returns if nobody wants it any more; on either thread.
        """
        self._number += 1
        self._waiting = (done, failed, dropped)
        number, after = self._number, self._thread
        self._job = job = _Job(work, lambda found, error: self.ended.emit(number, found, error))
        self._thread = elsewhere.start(lambda: job.run(after), name="worker")

    def forget(self) -> None:
        """Let what is running come to nothing; what is started next does not wait for it."""
        waiting, job = self._waiting, self._job
        self.drop()
        self._thread = None
        if waiting is not None and job is not None:
            job.let_go(waiting[2])

    def drop(self) -> None:
        """Let what is running come to nothing; what is started next waits for its thread.

        It must hold no secret: nothing puts away what it finds.
        """
        self.stop.set()
        self.stop = Event()
        self._waiting = None
        self._job = None

    def _on_ended(self, number: int, result: object, error: Exception | None) -> None:
        if number != self._number or self._waiting is None:
            return
        done, failed, _ = self._waiting
        self._waiting = None
        self._job = None
        if error is not None:
            failed(error)
        else:
            done(result)

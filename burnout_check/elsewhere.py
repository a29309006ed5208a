"""Work on other threads that nobody has to wait for: a drive that hangs may never answer.

The threads are daemons, so none of them keeps the process from ending.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_under_way: set[threading.Thread] = set()
_guard = threading.Lock()


def start(work: Callable[[], object], *, name: str) -> threading.Thread:
    """Do ``work``, which raises nothing, on a thread of its own."""

    def run() -> None:
        try:
            work()
        finally:
            with _guard:
                _under_way.discard(threading.current_thread())

    thread = threading.Thread(target=run, name=name, daemon=True)
    with _guard:
        _under_way.add(thread)
    thread.start()
    return thread


def within(seconds: float, work: Callable[[], object], *, name: str) -> bool:
    """Do ``work`` on another thread, and wait for it so long and no longer.

    Returns:
        Whether it came to its end in that time, and raised no ``OSError``.
    """
    went_well: list[bool] = []

    def tried() -> None:
        try:
            work()
        except OSError:
            return
        went_well.append(True)

    start(tried, name=name).join(seconds)
    return bool(went_well)


def still_under_way(seconds: float) -> bool:
    """Whether anything is, after waiting so long at most for all of it to end."""
    until = time.monotonic() + seconds
    with _guard:
        threads = tuple(_under_way)
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))
    return any(thread.is_alive() for thread in threads)

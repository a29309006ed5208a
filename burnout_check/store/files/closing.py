"""Vaults of this process that are being closed: on another thread, as a drive may hang."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread

from burnout_check import elsewhere
from burnout_check.paths import folder_error

LONGEST = 10.0
"""Seconds that whoever wants to open a vault waits for it to be closed first."""

_guard = Lock()
_closing: dict[Path, Thread] = {}


def close_elsewhere(
    folder: Path, close: Callable[[], None], ended: Callable[[Exception | None], None]
) -> None:
    """Do ``close`` on another thread.

    Args:
        folder: of the vault.
        close: may hang, or raise anything.
        ended: is told of it, with what was raised; on that thread.
    """

    def work() -> None:
        trouble: Exception | None = None
        try:
            close()
        except Exception as error:  # noqa: BLE001 - whoever locked is told of it, whatever it is
            trouble = error
        ended(trouble)

    with _guard:
        _closing[folder] = elsewhere.start(work, name="closing")


def wait_until_closed(folder: Path, seconds: float = LONGEST) -> None:
    """Returns once no vault in ``folder`` is being closed any more.

    Raises:
        FolderError: it is still being closed after so many seconds: its drive hangs.
    """
    with _guard:
        thread = _closing.get(folder)
    if thread is None:
        return
    thread.join(seconds)
    if thread.is_alive():
        raise folder_error(folder, TimeoutError(errno.ETIMEDOUT, ""))
    with _guard:
        if _closing.get(folder) is thread:
            del _closing[folder]


def answers(file: Path, seconds: float) -> bool:
    """Whether the drive of a file answers within so many seconds, and lets it be read."""

    def look() -> None:
        with file.open("rb") as opened:
            opened.read(1)

    return elsewhere.within(seconds, look, name="looking at the drive")

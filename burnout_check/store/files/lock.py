"""One process at a time: a lock the operating system gives back when its holder dies."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from burnout_check.errors import FolderError, VaultInUse
from burnout_check.paths import folder_error
from burnout_check.small_file import what_stands_at
from burnout_check.store.files.closing import wait_until_closed
from burnout_check.store.folder import LOCK

_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.EINVAL, errno.EOPNOTSUPP}
NO_LOCKS = (
    "The drive of the folder {} knows no locks, so two programs could write there at once. "
    "Choose a folder on another drive. Nothing has been changed."
)
IN_USE = (
    "Burnout Check is already open on this computer, or by someone who uses the same folder. "
    "Close the other window, then try again."
)
_OPENING: int = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class FolderLock:
    """The right to use the vault in a folder, held until ``release``.

    The file itself is empty and stays; only the system's lock on it counts, so a crash leaves
    nothing to clear up.
    """

    def __init__(self, folder: Path) -> None:
        """Takes the lock, once this process has closed what it had open there.

        Raises:
            VaultInUse: another process, or this one, has it.
            FolderError: the folder cannot be written, or its drive hangs.
        """
        wait_until_closed(folder)
        try:
            what = what_stands_at(folder / LOCK)
            if what:
                raise FolderError(
                    f"{LOCK} in the folder {folder} {what}. Move it away, then try again."
                )
            self._descriptor = os.open(folder / LOCK, _OPENING, 0o600)
        except OSError as error:
            raise folder_error(folder, error) from error
        try:
            _take(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            self._descriptor = -1
            if error.errno in _HELD:
                raise VaultInUse(IN_USE) from error
            if error.errno in _NO_LOCKS:
                raise FolderError(NO_LOCKS.format(folder)) from error
            raise folder_error(folder, error) from error

    def release(self) -> None:
        """Gives the lock back; a second time does nothing."""
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            os.close(descriptor)


def in_use(folder: Path) -> bool:
    """Whether another process has the vault in ``folder`` open just now."""
    if not os.path.lexists(folder / LOCK):
        return False
    try:
        FolderLock(folder).release()
    except VaultInUse:
        return True
    return False


if sys.platform == "win32":
    import msvcrt

    # Far beyond the empty file's end: Windows lets nobody read a byte that is locked.
    _FAR = 1 << 30

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

"""Keeps this process's memory off the disk when it crashes: no core dump, no error report.

A dump holds what was on the screen, and the key where the vault is open. On Linux the process also
becomes one that others of the same person may not attach to. An administrator can all the same,
and a system that writes memory to a swap or hibernation file does so unasked.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any

if sys.platform != "win32":
    import resource

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4  # linux/prctl.h
# winbase.h and werapi.h
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002
_WER_NO_HEAP = 0x0001


@cache  # once is enough
def refuse_dumps() -> None:
    """From now on and for good, let the system write no dump of this process, as far as it can."""
    if sys.platform == "win32":
        kernel = _kernel()
        quiet = _SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX
        kernel.SetErrorMode(kernel.GetErrorMode() | quiet)
        kernel.WerSetFlags(_WER_NO_HEAP)
    else:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def said() -> str:
    """In a line whether dumps are refused.

    Raises:
        RuntimeError: they are not.
    """
    if not _refused():
        raise RuntimeError("the system may write what is in memory to the disk after a crash")
    return "refused: a crash writes nothing of what is in memory"


def _refused() -> bool:
    if sys.platform == "win32":
        refused = bool(_kernel().GetErrorMode() & _SEM_NOGPFAULTERRORBOX)
    else:
        refused = resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    if sys.platform == "linux":
        refused = refused and not ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0)
    return refused


def _kernel() -> Any:
    """The library of Windows that has these calls."""
    return getattr(ctypes, "WinDLL")("kernel32")  # noqa: B009 - other systems have no such name

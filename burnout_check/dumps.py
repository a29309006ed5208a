"""Keeps this process's memory off the disk when it crashes: no core dump, no error report.

A dump holds what was on the screen, and the key where the vault is open. On Linux the process also
becomes one that others of the same person may not attach to. An administrator can all the same,
and a system that writes memory to a swap or hibernation file does so unasked.
"""

from __future__ import annotations

import ctypes
import importlib
import sys
from functools import cache
from typing import Any

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4  # linux/prctl.h
# winbase.h and werapi.h
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002
_WER_NO_HEAP = 0x0001


@cache  # once is enough
def refuse_dumps() -> None:
    """From now on and for good, let the system write no dump of this process, as far as it can."""
    if sys.platform == "win32":
        kernel: Any = _library("kernel32")
        kernel.SetErrorMode(
            kernel.GetErrorMode() | _SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX
        )
        wer: Any = _library("wer")
        if wer is not None:
            wer.WerSetFlags(_WER_NO_HEAP)
        return
    resource: Any = importlib.import_module("resource")
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
        return bool(_library("kernel32").GetErrorMode() & _SEM_NOGPFAULTERRORBOX)
    resource: Any = importlib.import_module("resource")
    if resource.getrlimit(resource.RLIMIT_CORE)[0] != 0:
        return False
    return sys.platform != "linux" or not ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0)


def _library(name: str) -> Any:
    """A library of Windows; None where it has none of that name."""
    try:
        return getattr(ctypes, "WinDLL")(name)  # noqa: B009 - other systems have no such name
    except OSError:
        return None

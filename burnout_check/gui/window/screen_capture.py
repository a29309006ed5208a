"""Keeps a window out of screenshots and shared screens, where the system can do that.

- Windows: SetWindowDisplayAffinity with WDA_EXCLUDEFROMCAPTURE, from Windows 10 version 2004 on.
  Written from Microsoft's documents; not yet tried on a real Windows.
- Linux and macOS have nothing of the kind that our libraries reach.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtWidgets import QWidget

WDA_NONE, WDA_EXCLUDEFROMCAPTURE = 0x00, 0x11

Affinity = Callable[[int, int], None]
"""Takes the window's number and one of the two values above."""


def windows_affinity(window: int, value: int) -> None:
    """Ask Windows; on any other system, nothing."""
    if sys.platform == "win32":
        ctypes.windll.user32.SetWindowDisplayAffinity(wintypes.HWND(window), value)


class ScreenCapture:
    """Remembers what was asked last, so that the system is only asked when it changes.

    Args:
        window: the one that is kept out.
        affinity: tells the system.
    """

    def __init__(self, window: QWidget, *, affinity: Affinity = windows_affinity) -> None:
        self._window = window
        self._affinity = affinity
        self._excluded = False

    def exclude(self, *, excluded: bool) -> None:
        """Keep the window out of what others see, or let it be seen again."""
        if excluded != self._excluded:
            self._excluded = excluded
            value = WDA_EXCLUDEFROMCAPTURE if excluded else WDA_NONE
            self._affinity(int(self._window.winId()), value)

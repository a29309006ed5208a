"""Notices that the computer slept or that its screen was locked, as far as each system tells.

- Windows: sends WM_WTSSESSION_CHANGE when the screen is locked or a remote session is cut, and
  WM_POWERBROADCAST before sleep. Written from Microsoft's documents and held by tests with made-up
  messages; not yet tried on a real Windows.
- Linux: tells of both only over D-Bus, which is not among our libraries. Sleep is noticed on
  waking, by the clock that counts it (CLOCK_BOOTTIME) having run ahead of the one that does not. A
  locked screen is not noticed; the idle timer covers it.
- macOS: as on Linux, by two clocks; not yet tried on a real Mac.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, Literal

from PySide6.QtCore import QAbstractNativeEventFilter, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

SLEPT = "Locked because the computer was asleep."
SCREEN_LOCKED = "Locked because the screen was locked."

EVERY = 2_000
"""How often the clocks are compared, in milliseconds."""
LEAST = 5.0
"""A sleep of fewer seconds than this is none."""

_WM_POWERBROADCAST, _WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
_PBT_APMSUSPEND, _PBT_APMRESUMEAUTOMATIC = 0x0004, 0x0012
_WTS_GONE = {0x2, 0x4, 0x6, 0x7}  # console cut, remote session cut, signed out, screen locked
_NOTIFY_FOR_THIS_SESSION = 0

What = Literal["slept", "locked"]


def meaning(message: int, word: int) -> What | None:
    """What a message of Windows tells, None if it is none of ours."""
    if message == _WM_POWERBROADCAST and word in {_PBT_APMSUSPEND, _PBT_APMRESUMEAUTOMATIC}:
        return "slept"
    if message == _WM_WTSSESSION_CHANGE and word in _WTS_GONE:
        return "locked"
    return None


def time_asleep() -> float:
    """Seconds this computer has slept since it was started, give or take a constant."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC) - time.clock_gettime(time.CLOCK_UPTIME_RAW)
    if sys.platform == "win32":
        awake = ctypes.c_ulonglong()  # in steps of 100 ns
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        ticks = ctypes.windll.kernel32.GetTickCount64
        ticks.restype = ctypes.c_ulonglong
        return float(ticks()) / 1e3 - awake.value / 1e7
    return 0.0


class SessionWatch(QObject):
    """``happened`` carries the sentence that says why to lock.

    Args:
        application: gets the messages, and tells when a person comes back to it.
        parent: goes with it.
        asleep: seconds slept so far.
    """

    happened = Signal(str)

    def __init__(
        self,
        application: QApplication,
        parent: QObject,
        *,
        asleep: Callable[[], float] = time_asleep,
    ) -> None:
        super().__init__(parent)
        self._asleep = asleep
        self._slept = asleep()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        application.applicationStateChanged.connect(self.look)
        self._messages: Messages | None = None
        if sys.platform == "win32":
            self._messages = Messages(self)
            application.installNativeEventFilter(self._messages)

    def watch(self, window: QWidget) -> None:
        """Begin: the vault is open."""
        self._slept = self._asleep()
        self._timer.start()
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                wintypes.HWND(int(window.winId())), _NOTIFY_FOR_THIS_SESSION
            )

    def rest(self) -> None:
        """Stop: there is nothing to lock."""
        self._timer.stop()

    def look(self) -> None:
        """Compare the clocks now."""
        slept, before = self._asleep(), self._slept
        self._slept = slept
        if self._timer.isActive() and slept - before >= LEAST:
            self.happened.emit(SLEPT)

    def hear(self, what: What) -> None:
        """The system told."""
        if self._timer.isActive():
            self.happened.emit(SLEPT if what == "slept" else SCREEN_LOCKED)


class Messages(QAbstractNativeEventFilter):
    """Reads what Windows sends to the windows of the application, and keeps nothing from them."""

    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: Any, message: Any) -> tuple[bool, int]:  # noqa: N802 - Qt's
        """Pass on what one of ours means."""
        if bytes(kind).startswith(b"windows"):
            sent = wintypes.MSG.from_address(int(message))
            what = meaning(int(sent.message), int(sent.wParam))
            if what is not None:
                self._watch.hear(what)
        return False, 0

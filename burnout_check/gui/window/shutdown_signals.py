"""Being asked to end from outside: Ctrl-C in a terminal, a sign-out, the system shutting down."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # what of these the system has
_EVERY = 500
"""How often Windows, where a signal wakes nobody, is given the chance to tell, in milliseconds."""


class ShutdownSignals(QObject):
    """Closes the windows as a person would, so that the draft is kept and nothing is left lying.

    Python acts on a signal when it next runs a line, and an idle window runs none. So the signal
    writes into a pipe, which wakes the event loop.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._has_windows = False
        self._pipe: tuple[int, int] | None = None
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, self._on_signal)
        if sys.platform == "win32":
            QTimer(self, interval=_EVERY, timeout=lambda: None).start()
            return
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def watch(self) -> None:
        """From now on there are windows to close; before, being asked ends the start."""
        self._has_windows = True

    def rest(self) -> None:
        """The windows are gone."""
        self._has_windows = False
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _on_woken(self) -> None:
        if self._pipe is not None:
            os.read(self._pipe[0], 64)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        code = 128 + number  # as shells count
        if not self._has_windows:
            raise SystemExit(code)
        QTimer.singleShot(0, self, lambda: self._end(code))

    def _end(self, code: int) -> None:
        self._application.closeAllWindows()
        self._application.exit(code)

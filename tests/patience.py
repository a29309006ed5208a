"""How long a test waits for what is sure to come; no test waits for time to go by.

A wait ends with what it waits for, so the limit costs nothing but where a test fails. It is far
beyond what a busy computer needs; where tests were told to stand back (``nice``), beyond what
they need with a seventieth of one core. TEST_PATIENCE sets another, such as 5 while one mends a
test that fails.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

_STANDS_BACK = 10  # a niceness of this or more
_NICENESS = os.nice(0) if hasattr(os, "nice") else 0

SECONDS = int(os.environ.get("TEST_PATIENCE") or (1800 if _NICENESS >= _STANDS_BACK else 120))


class PatientQtBot(QtBot):
    """Waits for events, never for time, and at the least as long as ``SECONDS`` says."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = 0) -> None:  # noqa: N802
        """Waits until ``callback`` is true."""
        super().waitUntil(lambda: bool(callback()), timeout=_patient(timeout))

    def waitSignal(self, signal: Any, *, timeout: int = 0, **named: Any) -> Any:  # noqa: N802
        """Waits, at the end of the block, until ``signal`` was emitted.

        Not where none is expected, which is how pytest-qt asserts that nothing is emitted.
        """
        if named.get("raising") is False:
            return super().waitSignal(signal, timeout=timeout, **named)
        return super().waitSignal(signal, timeout=_patient(timeout), **named)

    def waitActive(self, widget: Any, *, timeout: int = 0) -> Any:  # noqa: N802
        """Waits, at the end of the block, until ``widget`` is the active window."""
        return super().waitActive(widget, timeout=_patient(timeout))

    def waitExposed(self, widget: Any, *, timeout: int = 0) -> Any:  # noqa: N802
        """Waits, at the end of the block, until ``widget`` is on the screen."""
        return super().waitExposed(widget, timeout=_patient(timeout))


def _patient(milliseconds: int) -> int:
    return max(milliseconds, SECONDS * 1000)

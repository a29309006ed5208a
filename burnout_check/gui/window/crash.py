"""What happens after a defect: a dialog that shows the report and keeps it on this computer."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from burnout_check import __version__
from burnout_check.errors import UserError
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton
from burnout_check.gui.kit.clipboard import Clipboard, TextEdit
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, CardTitle, message_box

_log = logging.getLogger(__name__)


def report_of(error: BaseException) -> str:
    """Where the program was when it failed, and the versions; no values, so no answers or notes.

    The error's own words are left out too, because they may quote what was typed.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join(
        [
            f"Burnout Check {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
            platform.platform(),
            type(error).__name__,
            *lines,
        ]
    )


def _short(file: str) -> str:
    """The last two parts of a path: what comes before may hold the person's name."""
    return "/".join(Path(file).parts[-2:])


class CrashHook(QObject):
    """Catches what nobody else did, on any thread, and brings it to the GUI thread.

    ``sentence_raised`` carries the words of a ``UserError`` that no page caught;
    ``crashed`` carries the report of a defect.
    """

    sentence_raised = Signal(str)
    crashed = Signal(str)

    def install(self) -> None:
        """Become the hook of this process."""
        sys.excepthook = self._caught

    def report(self, error: BaseException) -> None:
        """Show what went wrong: the words of a ``UserError``, or the report of a defect."""
        if isinstance(error, UserError):
            self.sentence_raised.emit(str(error))
            return
        words = report_of(error)
        _log.error("Something went wrong\n%s", words)
        self.crashed.emit(words)

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error.with_traceback(trace))


def show_sentence(sentence: str) -> None:
    """Show why the program cannot start, and wait until it was read."""
    box = message_box(QMessageBox.Icon.Warning, sentence, None)
    box.exec()  # there is no window yet that could go on meanwhile


class CrashDialog(QDialog):
    """Says that something went wrong, shows all that is known, sends nothing."""

    def __init__(self, report: str, clipboard: Clipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(CardTitle("Something went wrong in the app"))
        layout.addWidget(
            Body(
                "What you saved is safe. This is all the report holds: no answers and no notes. "
                "Nothing is sent anywhere."
            )
        )
        shown = TextEdit(report)
        shown.setReadOnly(True)
        shown.setAccessibleName("Report")
        shown.setMinimumSize(560, 200)
        layout.addWidget(shown)
        buttons = QHBoxLayout()
        copy = PlainButton("Copy the report")
        copy.clicked.connect(lambda: clipboard.copy(report))
        close = PrimaryButton("Carry on")
        close.clicked.connect(self.accept)
        buttons.addStretch()
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout.addLayout(buttons)
        give_focus(close)

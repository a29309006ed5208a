"""Starts the program as `python -m burnout_check` does, with a hand that does what stdin says.

``say`` prints which windows are in view and the words on them, as a line of JSON; ``close`` closes
them all. Nothing is done before the program's own event loop is running.
"""

# ruff: noqa: E402 - as in app.py, the network is refused before anything else is imported

import json
import sys
import threading

from burnout_check.offline import refuse_network

refuse_network()

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from burnout_check.app import main


class Hand(QObject):
    """Brings each line of stdin to the thread of the windows."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(line.rstrip("\n"))

    def _on_asked(self, line: str) -> None:
        if line == "close":
            QApplication.closeAllWindows()
            return
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        labels = [label for window in windows for label in window.findChildren(QLabel)]
        words = [each.text() for each in windows if isinstance(each, QMessageBox)]
        words += [label.text() for label in labels if label.isVisible()]
        kinds = [type(window).__name__ for window in windows]
        print(json.dumps({"windows": kinds, "words": words}), flush=True)  # noqa: T201


if __name__ == "__main__":
    hand = Hand()
    threading.Thread(target=hand.listen, daemon=True).start()
    sys.exit(main())

"""Starts the program as `python -m burnout_check` does, with a hand that does what stdin says.

``say`` prints which windows are in view and the words on them, as a line of JSON; ``press F2``
presses that key as soon as something has the focus; ``close`` closes all windows. Nothing is done
before the program's own event loop is running.
"""

# ruff: noqa: E402 - as in app.py, the network is refused before anything else is imported

import json
import sys
import threading

from burnout_check.offline import refuse_network

refuse_network()

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
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
            self._close()
            return
        if line == "press F2":
            self._press(Qt.Key.Key_F2)
            return
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        labels = [label for window in windows for label in window.findChildren(QLabel)]
        words = [each.text() for each in windows if isinstance(each, QMessageBox)]
        words += [label.text() for label in labels if label.isVisible()]
        kinds = [type(window).__name__ for window in windows]
        print(json.dumps({"windows": kinds, "words": words}), flush=True)  # noqa: T201 - to the test that started it

    def _close(self) -> None:
        """As often as it takes: a window may be just opening, as for somebody who clicks again."""
        QApplication.closeAllWindows()
        if any(each.isVisible() for each in QApplication.topLevelWidgets()):
            QTimer.singleShot(5, self, self._close)

    def _press(self, key: Qt.Key) -> None:
        target = QApplication.focusWidget()
        if target is None:
            QTimer.singleShot(5, self, lambda: self._press(key))
        else:
            QTest.keyClick(target, key)


if __name__ == "__main__":
    hand = Hand()
    threading.Thread(target=hand.listen, daemon=True).start()
    sys.exit(main())

"""A neutral screen that says nothing of what was on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.gui.kit.labels import Muted

COVERED = "Press the space bar"
"""What stands on the neutral screen after locking."""


class PrivacyScreen(QWidget):
    """Covers everything. Escape does nothing here, as it may be pressed more than once in a hurry.

    Signals:
        on_asked(): the space bar, or a click.
        end_asked(): Enter.

    Args:
        words: what the keys do, at the foot.
    """

    on_asked = Signal()
    end_asked = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
        line = Muted(words)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.addStretch()
        column.addWidget(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, or end."""
        if event.key() == Qt.Key.Key_Space:
            self.on_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.end_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.on_asked.emit()

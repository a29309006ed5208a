"""A number that is stepped up and down, for settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox

from burnout_check.gui.scale import px


class Spin(QSpinBox):
    """A spin box whose choice the mouse wheel does not change while the page scrolls.

    Args:
        name: the accessible name, equal to the label beside it.
        least: the smallest value.
        most: the largest.
        unit: stands after the number.
    """

    def __init__(self, name: str, *, least: int, most: int, unit: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._space()

    def _space(self) -> None:
        # A stylesheet's padding does not reach the line inside a spin box.
        self.lineEdit().setTextMargins(px(11), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()

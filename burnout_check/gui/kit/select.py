"""One of several, from a list that opens."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate


class Select(QComboBox):
    """A combo box of values with their words.

    Signals:
        picked(value): the person chose another one.

    Args:
        name: the accessible name, equal to the label beside it.
        choices: each value with its words.
    """

    picked = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Hashable, str]]) -> None:
        super().__init__()
        self._values = [value for value, _ in choices]
        self.addItems([words for _, words in choices])
        self.setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> Hashable:
        """The value chosen; None if there is none."""
        at = self.currentIndex()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: Hashable) -> None:
        """Show a value without telling anyone."""
        self.setCurrentIndex(self._values.index(value))

    def _on_activated(self, index: int) -> None:
        self.picked.emit(self._values[index])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

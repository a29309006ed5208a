"""Words below each other, as one widget."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget


class Column(QWidget):
    """A plain column without margins: a title over its explanation, a name over a number.

    Args:
        children: from top to bottom.
        gap: room between them, in pixels.
    """

    def __init__(self, *children: QWidget, gap: int = 2) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)
        for child in children:
            self.column.addWidget(child)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def add(self, child: QWidget) -> None:
        """Put a widget below what is there."""
        self.column.addWidget(child)

    def clear(self) -> None:
        """Take out and delete all that stands in it."""
        clear_layout(self.column)


def clear_layout(layout: QLayout) -> None:
    """Take out and delete all that stands in a layout, also in the layouts within it."""
    while (item := layout.takeAt(0)) is not None:
        child, inner = item.widget(), item.layout()
        if child is not None:
            child.hide()
            child.deleteLater()
        elif inner is not None:
            clear_layout(inner)
            inner.deleteLater()

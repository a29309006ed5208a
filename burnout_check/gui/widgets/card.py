"""The grounds that things stand on: cards, and the line between two rows of one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from burnout_check.gui.scale import px
from burnout_check.gui.widgets.restyle import restyle

Tone = Literal["surface", "sunk", "primary-soft", "attention-soft", "watch-soft", "steady-soft"]


class Card(QFrame):
    """A rounded ground with a line around it, filled from top to bottom.

    Args:
        tone: the colour of the ground.
        padding: room inside the line, in pixels at 100 %.
        gap: room between what stands in it, in pixels at 100 %.
    """

    def __init__(self, tone: Tone = "surface", *, padding: int = 20, gap: int = 8) -> None:
        super().__init__()
        self._padding = padding
        self._gap = gap
        self.setProperty("tone", tone)
        self.column = QVBoxLayout(self)
        self._space()

    def set_tone(self, tone: Tone) -> None:
        """Put it on another ground."""
        restyle(self, tone=tone)

    def add(self, child: QWidget | QLayout, *, stretch: int = 0) -> None:
        """Put a widget or a layout below what is there."""
        if isinstance(child, QWidget):
            self.column.addWidget(child, stretch)
        else:
            self.column.addLayout(child, stretch)

    def _space(self) -> None:
        room = px(self._padding)
        self.column.setContentsMargins(room, room, room, room)
        self.column.setSpacing(px(self._gap))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()


class Divider(QFrame):
    """A thin line between two rows; decoration only."""

"""The grounds that things stand on: cards, and the line between two rows of one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from burnout_check.gui.look.scale import FollowsTextSize, px

Tone = Literal["surface", "sunk", "primary-soft", "attention-soft", "watch-soft", "steady-soft"]


class Card(FollowsTextSize, QFrame):
    """A rounded ground with a line around it, filled from top to bottom.

    Args:
        tone: the colour of the ground.
        padding: room inside the line, in pixels at 100 %.
        gap: room between what stands in it, in pixels at 100 %.
        bleed: how much of the room at the sides a child added with ``flush`` may take. Questions
            want 12: their words then line up with the other text, and only the ground of the
            current one stands out.
    """

    def __init__(
        self, tone: Tone = "surface", *, padding: int = 20, gap: int = 8, bleed: int = 0
    ) -> None:
        super().__init__()
        self._padding = padding
        self._bleed = bleed
        self._gap = gap
        self.setProperty("tone", tone)
        self.column = QVBoxLayout(self)
        self._fit()

    def add(self, child: QWidget | QLayout, *, stretch: int = 0, flush: bool = False) -> None:
        """Put a widget or a layout below what is there."""
        if self._bleed and not flush:
            row = QHBoxLayout()
            row.setContentsMargins(self._bleed, 0, self._bleed, 0)
            if isinstance(child, QWidget):
                row.addWidget(child)
            else:
                row.addLayout(child)
            self.column.addLayout(row, stretch)
        elif isinstance(child, QWidget):
            self.column.addWidget(child, stretch)
        else:
            self.column.addLayout(child, stretch)

    def _fit(self) -> None:
        room, side = px(self._padding), px(self._padding) - self._bleed
        self.column.setContentsMargins(side, room, side, room)
        self.column.setSpacing(px(self._gap))


class Divider(QFrame):
    """A thin line between two rows; decoration only."""

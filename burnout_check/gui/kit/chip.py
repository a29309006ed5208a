"""A word with a shape: how a thing stands, without needing its colour."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from burnout_check.gui.kit.labels import Text
from burnout_check.gui.kit.restyle import restyle
from burnout_check.gui.look.icons import paint_icon
from burnout_check.gui.look.scale import px

Kind = Literal["attention", "watch", "steady", "neutral"]

_SHAPES: dict[str, str] = {
    "attention": "up",
    "watch": "dot",
    "steady": "tick",
    "neutral": "square",
}


class ChipLabel(Text):
    """A short word or two on a soft ground.

    Args:
        text: the words.
        kind: what sort of news it is; gives the colours and, by itself, the shape.
        shape: name of another icon to use as the shape: ``"down"`` where less is the news.
        even: at least this wide, in pixels at 100 %, so that chips in a column line up.
    """

    def __init__(
        self, text: str, kind: Kind = "neutral", *, shape: str = "", even: int = 0
    ) -> None:
        self._shape = shape or _SHAPES[kind]
        self._even = even
        super().__init__(text, wrap=False)
        self.setProperty("kind", kind)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> str:
        """What sort of news it is."""
        return str(self.property("kind"))

    def show_news(self, text: str, kind: Kind, *, shape: str = "") -> None:
        """Say something else."""
        self._shape = shape or _SHAPES[kind]
        self.setText(text)
        restyle(self, kind=kind)

    def sizeHint(self) -> QSize:
        """As wide as the words, or as the column of chips it stands in."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), px(self._even)), hint.height())

    def minimumSizeHint(self) -> QSize:
        """All of it: a chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words on their ground, and the shape before them."""
        super().paintEvent(event)
        side = px(14 if self._shape == "tick" else 11)
        colour = self.palette().windowText().color()
        spare = max(0, self.width() - super().sizeHint().width()) / 2
        where = QRectF(px(15.5) + spare - side / 2, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), self._shape, colour=colour, where=where)

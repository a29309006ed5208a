"""A message across the page, in words, which is also read out."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import IconButton, PlainButton
from burnout_check.gui.kit.labels import Body
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.kit.restyle import restyle
from burnout_check.gui.kit.symbol import IconLabel
from burnout_check.gui.look.scale import FollowsTextSize, px

Kind = Literal["info", "attention", "watch", "steady"]

_SYMBOLS = {"info": "info", "attention": "warning", "watch": "warning", "steady": "tick"}
_LEAST = 320
"""The width the words keep beside the button, in pixels at 100 %; else the button goes below."""
_NAMES = {"info": "", "attention": "Problem: ", "watch": "Note: ", "steady": "Done: "}


class Banner(FollowsTextSize, QFrame):
    """Says what happened, offers one thing to do about it, and can be put away.

    Signals:
        asked(): the person pressed the action.
        dismissed(): the person put it away; it has hidden itself.

    Args:
        message: one or two sentences.
        kind: ``attention`` for a problem, ``watch``, ``steady`` for what went well, or ``info``.
        action: the words of a button; none without them.
        dismissable: it has a button to put it away.
    """

    asked = Signal()
    dismissed = Signal()

    def __init__(
        self,
        message: str = "",
        kind: Kind = "info",
        *,
        action: str = "",
        dismissable: bool = True,
    ) -> None:
        super().__init__()
        self._kind: Kind = kind
        self._said = ""
        self._words = Body(message, selectable=True)
        self._symbol = IconLabel(_SYMBOLS[kind], tone=_tone(kind))
        self._action = PlainButton(action)
        self._action.clicked.connect(self.asked)
        self._close = IconButton("Put this message away", symbol="close")
        self._close.clicked.connect(self._on_close_clicked)
        if not dismissable:
            self._close.hide()
        told = QWidget()
        self._told = QHBoxLayout(told)
        self._told.setContentsMargins(0, 0, 0, 0)
        self._told.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        self._told.addWidget(self._words, 1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(ResponsiveRow(told, self._action, least=_LEAST), 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._fit()
        self._show_words(message, kind, action=action)

    @property
    def message(self) -> str:
        """The words it shows."""
        return self._words.text()

    def say(self, message: str, kind: Kind = "info", *, action: str = "") -> None:
        """Show another message, and read it out."""
        self._show_words(message, kind, action=action)
        self.show()
        self._announce()

    def _show_words(self, message: str, kind: Kind, *, action: str) -> None:
        self._kind = kind
        self._words.setText(message)
        self.setAccessibleName(_NAMES[kind] + message)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._symbol.set_icon(_SYMBOLS[kind], tone=_tone(kind))
        restyle(self, kind=kind)

    def _announce(self) -> None:
        if self.isVisible() and self._said != self.accessibleName():
            self._said = self.accessibleName()
            announce(self, self._said, urgent=self._kind == "attention")

    def _on_close_clicked(self) -> None:
        self._said = ""
        self.hide()
        self.dismissed.emit()

    def _fit(self) -> None:
        self._row.setContentsMargins(px(16), px(10), px(10), px(10))
        self._row.setSpacing(px(12))
        self._told.setSpacing(px(12))

    def showEvent(self, event: QShowEvent) -> None:
        """Read the message out when it comes into view."""
        super().showEvent(event)
        self._announce()


def _tone(kind: Kind) -> str:
    return "primary" if kind == "info" else kind

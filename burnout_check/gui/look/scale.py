"""Sizes that follow the text: everything drawn by hand asks here how many pixels it may use."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from burnout_check.gui.look.fonts import BODY

GUTTER = 16
"""Room between cards, in pixels at 100 %."""


def text_scale() -> float:
    """The size of body text now, as a share of its size at 100 %."""
    pixels = QApplication.font().pixelSize()
    return pixels / BODY if pixels > 0 else 1.0


def px(size: float) -> int:
    """A size that is ``size`` pixels at 100 % text, as it is now."""
    return round(size * text_scale())


TYPE_CHECKING = False
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class FollowsTextSize(_Widget):
    """The first base of a widget that sets sizes by hand, which it does in ``_fit``.

    Qt tells a widget of another text size, or other colours, after it has taken them itself.
    """

    def _fit(self) -> None:
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Set the sizes anew when the text has another one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

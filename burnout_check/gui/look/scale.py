"""Sizes that follow the text: everything drawn by hand asks here how many pixels it may use."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

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

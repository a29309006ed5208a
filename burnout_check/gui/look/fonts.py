"""The app's own typeface, given to Qt from the files of its PyPI package."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase

from burnout_check.paths import TYPEFACE, font_files

BODY = 15
"""Size of body text in pixels at 100 %; every other size is a share of it."""

_ORDINARY_POINTS = {"win32": 9.0, "darwin": 13.0}
"""The system font's size where nobody has asked for larger text."""


def load_family() -> str:
    """Load the typeface into Qt, once, and return its family; the system's own if that fails."""
    if TYPEFACE not in QFontDatabase.families():
        for file in font_files():
            QFontDatabase.addApplicationFont(str(file))
    if TYPEFACE in QFontDatabase.families():
        return TYPEFACE
    return system_font().family()


def system_font() -> QFont:
    """The font the system uses for ordinary text, whatever the app has set for itself."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def system_scale(points: float, platform: str = sys.platform) -> float:
    """How much larger than ordinary the system's text is: 1.0 to 2.0.

    Args:
        points: size of the system font in points; 0 or less when it is given in pixels.
        platform: ``sys.platform``.
    """
    ordinary = _ORDINARY_POINTS.get(platform, 12.0)
    return min(2.0, max(1.0, points / ordinary))

"""Our own symbols, drawn from SVG in any colour and crisp on any screen."""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from burnout_check.paths import resources_dir

_log = logging.getLogger(__name__)

_NO_ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'
_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Device pixel ratios an icon brings a picture for; Qt takes the nearest that is large enough."""


def svg(name: str, colour: str) -> bytes:
    """The source of the icon ``name`` with its strokes in ``colour`` (``#rrggbb``)."""
    return _source(name).replace("currentColor", colour).encode()


def pixmap(name: str, colour: str, *, size: int, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """The icon as a picture, for a screen of the given pixel ratio.

    Args:
        name: of the icon.
        colour: as ``#rrggbb``.
        size: its height and width in pixels.
        ratio: device pixels for each of them.
        gap: pixels left free to its right, where Qt would put words too close.
    """
    picture = QPixmap(round((size + gap) * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, colour=colour, where=QRectF(0, 0, size, size))
    painter.end()
    return picture


def icon(name: str, colour: str, *, size: int = 18, gap: int = 0) -> QIcon:
    """The icon for a button or a menu, with a picture for each common pixel ratio."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour, size=size, ratio=ratio, gap=gap))
    return made


def app_icon() -> QIcon:
    """The icon of the window and the task bar."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("app", "#000000", size=size))
    return made


def paint_icon(painter: QPainter, name: str, *, colour: str | QColor, where: QRectF) -> None:
    """Draw the icon straight onto a painter, as sharp as the device it paints on."""
    hue = colour.name() if isinstance(colour, QColor) else colour
    _renderer(name, hue).render(painter, where)


@cache
def _source(name: str) -> str:
    try:
        return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):  # each icon has a word beside it, or a name
        _log.warning("the icon %s cannot be read", name)
        return _NO_ICON


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg(name, colour)))

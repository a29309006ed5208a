"""The program's icon in the forms that systems want, drawn from the one SVG there is."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path

from console import ROOT, CannotGoOnError

SVG = ROOT / "resources" / "icons" / "app.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)

_DRAW = """
import sys
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
application = QGuiApplication([])
renderer = QSvgRenderer(sys.argv[1])
for size in map(int, sys.argv[3:]):
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not image.save(f"{sys.argv[2]}/{size}.png"):
        sys.exit(1)
"""


def draw(python: Path, folder: Path, sizes: tuple[int, ...] = SIZES) -> dict[int, bytes]:
    """The icon as PNG in each size, drawn by Qt; ``folder`` is for scratch."""
    folder.mkdir(parents=True, exist_ok=True)
    command: list[str | Path] = [python, "-c", _DRAW, str(SVG), str(folder), *map(str, sizes)]
    environ = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    if subprocess.run(command, env=environ, check=False).returncode != 0:
        raise CannotGoOnError("Qt could not draw the icon; what it said stands above.")
    return {size: (folder / f"{size}.png").read_bytes() for size in sizes}


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """A Windows icon of square PNGs, by their size in pixels, at most 256."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries, data = b"", b""
    for size in sorted(pictures):
        picture = pictures[size]
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at + len(data))
        data += picture
    return head + entries + data

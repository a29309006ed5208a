"""Series drawn as honest charts, and the same in words and rows: no Qt, and no pyplot.

Only ``drawing``, ``layers``, ``notes``, ``picture`` and ``fonts`` import matplotlib; whatever runs
before the first window is up stays with the other modules.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def warm_up(files: Iterable[Path] = ()) -> None:
    """Import matplotlib and read font ``files``, so that the first chart need not wait for either.

    Takes about a second, longer the first time on a computer. Call it off the GUI thread.
    """
    from burnout_check.charts.draw import (
        chart_fonts,  # noqa: PLC0415 - after the first window
        picture,  # noqa: PLC0415 - after the first window
    )

    chart_fonts.register(files)
    picture.rehearse()

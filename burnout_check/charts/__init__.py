"""Series drawn as honest charts, and the same in words and rows: no Qt, and no pyplot.

``model`` is what a chart shows; only ``draw`` imports matplotlib, after the first window is up.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def warm_up(files: Iterable[Path] = ()) -> None:
    """Import matplotlib and read font ``files``, so that the first chart need not wait for either.

    Takes about a second, longer the first time on a computer. Call it off the GUI thread.
    """
    from burnout_check.charts.draw import chart_fonts, picture  # noqa: PLC0415 - after the window

    chart_fonts.register(files)
    picture.rehearse()

"""The pages themselves: made by typst in memory, as a tagged PDF and as pictures of it.

The words reach the template as one value, never as markup, so nothing that was typed is obeyed.
Nothing is read but the template and the typefaces, and nothing is written. Importing this takes a
while, so the window does it on another thread.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import typst

from burnout_check.charts.draw.chart_fonts import fallback_folder, letters
from burnout_check.charts.draw.picture import vector
from burnout_check.charts.model.chart_style import ChartStyle
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.paths import TYPEFACE, font_files, resources_dir
from burnout_check.report.document import all_words, document, in_letters

Step = Callable[[int, int], None]
"""Told how many steps are done, and of how many; to cancel, it raises ``Cancelled``."""

_TEMPLATE = "supervision.typ"
_PIXELS_AN_INCH = 150.0

STYLE = ChartStyle(
    surface="#FFFFFF",
    ink="#1E2B32",
    muted="#55636B",
    grid="#E9E6E0",
    away="#EFECE6",
    lines=("#17595F", "#A8431F", "#8A5A00", "#23694A", "#1E2B32"),
    bands=("#FBEAE2", "#FBF1DA"),
    own_family=TYPEFACE,
    font_files=font_files(),
    text=11.0,
)
"""How charts look on paper: the colours of the light theme."""


class Cancelled(Exception):  # noqa: N818 - it is no error, and nobody is shown it
    """The person did not want to wait; nothing was written."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One document: the ``pdf``, and each page of the same as PNG, to be looked at first.

    ``words`` are those of each page, in the order they are read, without the dates of a chart.
    ``unknown`` are the signs that no typeface has, and that a stand-in is printed for.
    """

    pdf: bytes
    pages: tuple[bytes, ...]
    words: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def make(shown: SharedView, *, name: str = "", step: Step | None = None) -> Printed:
    """The pages for what is shown. No Qt, so any thread may.

    Args:
        shown: all that stands on them.
        name: a name to put on them, as typed; none by default.
        step: told after each chart and each kind of output.

    Raises:
        Cancelled: ``step`` said so.
    """
    total = len(shown.measures) + 2
    done = 0

    def told() -> None:
        nonlocal done
        done += 1
        if step is not None:
            step(done, total)

    def draw(panel: Panel, span: Span, size: tuple[float, float]) -> bytes:
        picture = vector(panel, span, style=STYLE, size=size)
        told()
        return picture

    typed = document(shown, name=name, draw=draw)
    known = letters(STYLE)
    folder = resources_dir() / "report"
    template = (folder / _TEMPLATE).read_bytes()
    compiler = typst.Compiler(
        template,
        root=folder,
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(font_files()[0].parent), str(fallback_folder())],
        ),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(in_letters(typed, known))},
        # There are no packages and none is asked for; so none is ever looked for elsewhere.
        package_path=folder,
        package_cache_path=folder,
    )
    # First, as the compiler forgets the template it was given with what it does first.
    said = json.loads(compiler.query("<said>", field="value"))
    pdf = _one(compiler.compile(template, format="pdf", pdf_standards=["ua-1"]))
    told()
    pictures = compiler.compile(template, format="png", ppi=_PIXELS_AN_INCH)
    told()
    pages = tuple(pictures) if isinstance(pictures, list) else (_one(pictures),)
    return Printed(pdf, pages, _by_page(said, len(pages)), known.unknown(all_words(typed)))


def _by_page(said: list[dict[str, Any]], pages: int) -> tuple[str, ...]:
    """The words that begin on each page, a line for each piece."""
    return tuple(
        "\n".join(each["words"] for each in said if each["page"] == page + 1)
        for page in range(pages)
    )


def _one(output: bytes | list[bytes] | None) -> bytes:
    if not isinstance(output, bytes):
        raise TypeError("typst gave no single file")
    return output

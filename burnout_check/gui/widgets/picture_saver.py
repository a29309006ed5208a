"""Saving charts as a file: where to, the writing, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from burnout_check.charts.panel import Panel, Span
from burnout_check.gui.tokens import LIGHT
from burnout_check.gui.widgets.banner import Banner
from burnout_check.gui.widgets.chart_look import style_of
from burnout_check.gui.work import Worker
from burnout_check.paths import folder_error

_KINDS = {"png": "Picture (*.png)", "svg": "Drawing that stays sharp (*.svg)"}
_WIDE, _HIGH, _TEXT, _FINE = 1000, 300, 13, 2.0


class PictureSaver(Banner):
    """Asks for a file, writes charts to it on another thread, and says how that went."""

    def __init__(self) -> None:
        super().__init__()
        self._worker = Worker(self)
        self.hide()

    def ask(self, panels: Sequence[Panel], span: Span, *, today: date) -> None:
        """Let the person choose a file, then write the panels to it."""
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        dialog = QFileDialog(
            self.parentWidget(), "Save picture", QStandardPaths.writableLocation(pictures)
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(_KINDS.values()))
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(_suffix(words)))
        dialog.selectFile(f"trends-{today.isoformat()}")
        dialog.fileSelected.connect(lambda file: self.save(panels, span, file=Path(file)))
        dialog.open()

    def save(self, panels: Sequence[Panel], span: Span, *, file: Path) -> None:
        """Write the panels with their titles, on white for printing, twice as fine as a screen.

        A file that is called neither PNG nor SVG becomes a PNG.
        """
        if file.suffix.lower().lstrip(".") not in _KINDS:
            file = file.with_name(f"{file.name}.png")
        style = style_of(LIGHT, ratio=_FINE, text=_TEXT)
        size = (_WIDE, _HIGH * len(panels))

        def work() -> None:
            from burnout_check.charts import (  # noqa: PLC0415 - imports matplotlib
                picture,
            )

            picture.save(panels, span, style=style, size=size, file=file)

        def done(_nothing: object) -> None:
            words = f"Saved as {file.name}. Whoever opens that file can see these numbers."
            self.say(words, "steady")

        def failed(error: Exception) -> None:
            if not isinstance(error, OSError):
                raise error
            self.say(str(folder_error(file.parent, error)), "attention")

        self._worker.start(work, done=done, failed=failed)

    def rest(self) -> None:
        """Wait until a file that is being written is whole."""
        self._worker.forget()


def _suffix(words: str) -> str:
    return next((suffix for suffix, each in _KINDS.items() if each == words), "png")

"""Draws charts on another thread and shows them when they are done; only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from shiboken6 import isValid

from burnout_check.charts.model.chart_style import ChartStyle
from burnout_check.charts.model.frame import WHOLE, Frame
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.gui.charting.chart import ChartView
from burnout_check.gui.kit.worker import Worker

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module imports matplotlib, which waits for the first window
    from burnout_check.charts.draw.picture import Picture


@dataclass(frozen=True, slots=True)
class Job:
    """One picture: what, for which weeks, how it looks, its size in pixels at 100 %, its frame."""

    panel: Panel
    span: Span
    style: ChartStyle
    size: tuple[int, int]
    frame: Frame = WHOLE


class ChartPainter(QObject):
    """Keeps the pictures of charts up to date.

    Matplotlib is imported on the thread as well, if nothing did so before.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._shown: dict[ChartView, Job] = {}
        self._todo: list[tuple[ChartView, Job]] = []

    @property
    def busy(self) -> bool:
        """Whether pictures are still to come."""
        return self._worker.busy

    def paint(self, wanted: Sequence[tuple[ChartView, Job]]) -> None:
        """Bring the pictures of these charts up to date; what was under way is given up."""
        self._shown = {view: job for view, job in self._shown.items() if isValid(view)}
        todo = [(view, job) for view, job in wanted if self._shown.get(view) != job]
        if not todo or (self.busy and todo == self._todo):
            return
        self._worker.drop()
        self._todo, stop = todo, self._worker.stop

        def work() -> list[Picture]:
            from burnout_check.charts.draw.picture import (  # noqa: PLC0415 - imports matplotlib
                paint,
            )

            pictures = []
            for _view, job in todo:
                if stop.is_set():
                    break
                picture = paint(
                    job.panel, job.span, style=job.style, size=job.size, frame=job.frame
                )
                pictures.append(picture)
            return pictures

        def done(pictures: list[Picture]) -> None:
            for (view, job), picture in zip(todo, pictures, strict=False):
                if isValid(view):
                    view.show_picture(job.panel, picture, ratio=job.style.scale)
                    self._shown[view] = job

        self._worker.start(work, done=done, failed=_raise)

    def rest(self) -> None:
        """Give up what is under way, after the picture that is being painted."""
        self._worker.drop()


def _raise(error: Exception) -> None:
    raise error

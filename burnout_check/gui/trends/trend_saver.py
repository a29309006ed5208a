"""Saving charts and their numbers as a file: which kind, where to, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from burnout_check.charts.model.csv_export import as_csv
from burnout_check.charts.model.letters import unknown_words
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.week import plain_date
from burnout_check.errors import UserError
from burnout_check.gui.charting.chart_look import style_of
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.look.tokens import LIGHT
from burnout_check.gui.saving.file_dialog import Wanted, ask_where
from burnout_check.gui.trends.save_trends import KINDS, SaveTrends
from burnout_check.saving import readable, save_whole

_Content = Callable[[], tuple[bytes, tuple[str, ...]]]
"""Makes what stands in the file, and the signs that no typeface has."""

_WIDE, _HIGH, _TEXT, _FINE = 1000, 300, 13, 2.0


class TrendSaver(Banner):
    """Asks what and where, writes the file on another thread, and says how that went."""

    def __init__(self) -> None:
        super().__init__()
        self._worker = Worker(self)
        self.hide()

    def ask(self, panels: Sequence[Panel], span: Span, *, today: date) -> SaveTrends:
        """Say what will be in the file and what it is not, then let the person choose."""
        first, last = (plain_date(week.monday, year=True) for week in (span.first, span.last))
        names = ", ".join(panel.title for panel in panels)
        sheet = SaveTrends(f"{names}: the weeks of {first} to {last}.", self._page())
        sheet.chosen.connect(lambda kind: self._ask_where(panels, span, kind=kind, today=today))
        sheet.open()
        return sheet

    def save(self, panels: Sequence[Panel], span: Span, *, file: Path, kind: str = "png") -> None:
        """Write the panels, or their numbers, to a file.

        A picture has the titles, is on white for printing, and twice as fine as a screen.
        """
        content = _numbers(panels, span) if kind == "csv" else _picture(panels, span, kind)

        def work() -> tuple[str, ...]:
            written, unknown = content()
            save_whole(file, written)
            return unknown

        def done(unknown: tuple[str, ...]) -> None:
            opens = "Whoever opens that file can see these numbers."
            words = f"Saved as {readable(file.name)}. {opens} {unknown_words(unknown)}"
            self.say(words.strip(), "steady")

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self.say(str(error), "attention")

        self._worker.start(work, done=done, failed=failed)

    def rest(self) -> None:
        """Say no more; a file that is being written is written whole."""
        self._worker.forget()

    def _page(self) -> QWidget | None:
        """What a dialog belongs to: it goes when locking destroys the page, unlike the window."""
        return self.parentWidget()

    def _ask_where(self, panels: Sequence[Panel], span: Span, *, kind: str, today: date) -> None:
        ask_where(
            self._page(),
            Wanted("Save", f"trends-{today.isoformat()}.{kind}", KINDS[kind][0], ending=kind),
            chosen=lambda file: self.save(panels, span, file=file, kind=kind),
            refused=lambda sentence: self.say(sentence, "attention"),
        )


def _numbers(panels: Sequence[Panel], span: Span) -> _Content:
    return lambda: (as_csv(panels, span), ())


def _picture(panels: Sequence[Panel], span: Span, kind: str) -> _Content:
    style = style_of(LIGHT, ratio=_FINE, text=_TEXT)
    size = (_WIDE, _HIGH * len(panels))

    def work() -> tuple[bytes, tuple[str, ...]]:
        from burnout_check.charts.draw import picture  # noqa: PLC0415 - imports matplotlib

        content = picture.printed(panels, span, style=style, size=size, kind=kind)
        return content, picture.unknown(panels, span, style=style)

    return work

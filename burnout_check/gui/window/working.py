"""Is everything working?: every part tried, and facts about this computer, to be copied for IT."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from burnout_check.diagnostics.system_report import SystemReport
from burnout_check.domain.messages import WORKING_QUESTION
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.copy_button import CopyButton
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, CardTitle, Muted
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.kit.worker import Worker

WAITING = "Trying every part. This takes a few seconds."
_WHAT_IT_HOLDS = (
    "This is for whoever looks after your computer. It holds none of your answers and notes, and "
    "not your name. Nothing is sent: copy it, and paste it where you want."
)


class Working(Sheet):
    """Tries everything on another thread as soon as it is made, then shows what came of it.

    Args:
        check: tries everything; slow.
        clipboard: where the list goes.
        parent: the window it opens over.
    """

    def __init__(
        self, check: Callable[[], SystemReport], clipboard: Clipboard, parent: QWidget
    ) -> None:
        super().__init__(WORKING_QUESTION, parent, size=(760, 680))
        self.condition: SystemReport | None = None
        self._clipboard = clipboard
        self._verdict = Body(WAITING)
        self.body.add(self._verdict)
        self.body.add(Muted(_WHAT_IT_HOLDS))
        self.body.column.addStretch()
        give_focus(self.close_button)
        self._worker = Worker(self)
        self._worker.start(check, done=self._on_checked, failed=_raise)
        self.finished.connect(self._worker.forget)

    def _on_checked(self, condition: SystemReport) -> None:
        self.condition = condition
        self._verdict.setText(condition.sentence)
        announce(self, condition.sentence)
        column = self.body.column
        column.takeAt(column.count() - 1)  # the stretch below what waited
        broken = [part for part in condition.parts if not part.works]
        if broken:
            self._table("What does not work", [(part.name, part.words) for part in broken])
        self._table("This computer", condition.facts)
        working = [(part.name, part.words) for part in condition.parts if part.works]
        self._table("What works", working)
        copy = CopyButton(condition.text(), self._clipboard, label="Copy all of it")
        self.foot.insertWidget(0, copy)
        column.addStretch()

    def _table(self, title: str, rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> None:
        if rows:
            self.body.add(CardTitle(title))
            self.body.add(ReadOnlyTable(title, ("Part", "What it says"), rows))


def _raise(error: Exception) -> None:
    raise error

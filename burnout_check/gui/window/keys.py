"""F1: every key the app knows, and where the longer answers are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.messages import WORKING_QUESTION
from burnout_check.gui.bus.page_spec import PageSpec
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.labels import Body
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.kit.table import ReadOnlyTable

_BEFORE = (
    ("Ctrl+N", "This week’s check-in"),
    ("0 to 9", "Answer the question you are at"),
    ("1, then 0", "Answer 10"),
    ("S", "Skip the question you are at"),
    ("Enter", "Go on to the next question"),
    ("Ctrl+Enter", "Go on to the next section, and save at the end"),
)
_AFTER = (
    ("Left and right", "Go through the weeks of a chart, or the answers of a question"),
    ("E", "Add an event at the week of a chart you are at; Enter changes the one there"),
    ("Enter", "Open the week of a chart you are at, where no event is"),
    ("+ and -", "Show fewer or more weeks of the charts; 0 shows all, Esc goes back"),
    ("Alt+up and down", "Move a line of the supervision agenda"),
    ("Esc", "In the supervision view: hide everything at once"),
    ("Ctrl+E", "In the supervision view: end the session"),
    ("Ctrl+L", "Lock"),
    ("F2", "I need help now"),
    ("F1", "This list"),
)


def keys(pages: Sequence[PageSpec]) -> tuple[tuple[str, str], ...]:
    """Every key, and what it does; those of the pages in one row."""
    named = [page for page in pages if page.key]
    row = (f"{named[0].key} to {named[-1].key}", ", ".join(page.title for page in named))
    return (*_BEFORE, row, *_AFTER)


class KeysDialog(Sheet):
    """The list of keys.

    Signals:
        working_asked(): whether everything works shall be tried; this dialog is closed then.

    Args:
        parent: what it opens over.
        pages: those of the window.
    """

    working_asked = Signal()

    def __init__(self, parent: QWidget, pages: Sequence[PageSpec]) -> None:
        super().__init__("Keys", parent, size=(640, 640))
        self.body.add(Body("Everything in the app can be reached with the keyboard."))
        self.body.add(ReadOnlyTable("Keys", ("Press", "To"), keys(pages)))
        self.body.add(
            Body("Why each prompt is there: press Why? beside it. Sources: Settings, About.")
        )
        working = PlainButton(WORKING_QUESTION)
        working.clicked.connect(self.reject)
        working.clicked.connect(self.working_asked)
        self.foot.insertWidget(0, working)
        self.fill()

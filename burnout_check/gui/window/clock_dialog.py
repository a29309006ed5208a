"""The computer's clock says a day that can hardly be right: said before anything is filed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from burnout_check import __built__
from burnout_check.domain.clock_doubt import clock_doubt
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.labels import Body
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.session.session import Session


class ClockDialog(Sheet):
    """What the clock says, and two ways on.

    Signals:
        close_asked(): the person wants to set the clock first.

    Args:
        doubt: what is odd, in sentences.
        parent: what it opens over.
    """

    close_asked = Signal()

    def __init__(self, doubt: str, parent: QWidget) -> None:
        super().__init__("Is this the right date?", parent, size=(560, 340))
        self.body.add(Body(doubt))
        self.use = PlainButton("Use this date")
        self.use.clicked.connect(self.accept)
        self.close_button.setText("Close and set the clock")
        self.close_button.clicked.connect(self.close_asked)
        self.foot.insertWidget(1, self.use)
        self.fill()


def ask_about_clock(session: Session, over: QWidget, *, then: Callable[[], object]) -> None:
    """Ask about the computer's clock if it can hardly be right.

    Args:
        session: just unlocked.
        over: what the question opens over, and is destroyed with.
        then: closes the program, so that the clock can be set.
    """
    weeks = [each.week for each in session.ledger.history.check_ins]
    last, built = max(weeks, default=None), date.fromisoformat(__built__)
    doubt = clock_doubt(session.ledger.today, built=built, last=last)
    if doubt is not None:
        dialog = ClockDialog(doubt, over)
        dialog.close_asked.connect(lambda: QTimer.singleShot(0, then))
        dialog.open()

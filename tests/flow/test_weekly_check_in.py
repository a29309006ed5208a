"""A whole weekly check-in, typed: from Unlock to the row, the plotted point and the support."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from burnout_check.door import Door
from burnout_check.gui.main_window import MainWindow
from burnout_check.gui.pages.check_in import CheckInPage
from burnout_check.gui.pages.support import SupportPage
from burnout_check.gui.pages.trends import TrendsPage
from burnout_check.session import Session
from tests.flow.conftest import sixty_weeks, shell_of
from tests.vaults import PASSPHRASE

TYPED = {
    "fact_caseload": ("74", 74),
    "fact_contact_hours": ("24.5", 24.5),
    "fact_overtime_hours": ("6", 6),
    "fact_supervision_minutes": ("20", 20),
    "own_workload_manageable": ("2", 2),
    "own_supervision_enough": ("1", 1),
    "hse_12": ("5", 5),
    "hse_16": ("4", 4),
    "hse_33": ("2", 2),
    "gad7_1": ("1", 1),
    "gad7_2": ("1", 1),
    "burnout_item": ("4", 4),
}
"""What is typed for each of the twelve questions, and what must be kept."""


def typed(qtbot: QtBot, text: str) -> None:
    for letter in text:
        qtbot.keyClicks(QApplication.focusWidget(), letter)


def enter(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def fill_in(qtbot: QtBot, page: CheckInPage) -> list[str]:
    """Answers every question with the keyboard alone, and says which came up, in order."""
    form = page.form
    assert form is not None
    asked: list[str] = []
    while form.questions is not None:
        here = form.questions
        question = next(name for name, row in here.rows.items() if row.isAncestorOf(focus()))
        asked.append(question)
        typed(qtbot, TYPED[question][0])
        if question.startswith("fact_"):
            enter(qtbot)
        qtbot.waitUntil(lambda: not here.isVisible() or not here.rows[question].hasFocus())
        done = not form.draft.missing(tuple(here.rows))
        if done and form.questions is here:
            enter(qtbot)
    return asked

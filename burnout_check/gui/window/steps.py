"""What is done on locking, step by step, whatever goes wrong in one of them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from burnout_check.domain.messages import DRAFT_IS_SAFE
from burnout_check.errors import UserError
from burnout_check.gui.kit.worker import Worker
from burnout_check.session.session import Session


class Steps:
    """Takes each step, and keeps what was raised until all are done: it may be slow to tell."""

    def __init__(self) -> None:
        self._raised: list[Exception] = []

    def take(self, step: Callable[[], object]) -> None:
        """Do it; an exception is no reason not to take the next."""
        try:
            step()
        except Exception as error:  # noqa: BLE001 - whatever it is, locking goes on
            self._raised.append(error)

    def report(self) -> None:
        """Hand on what was raised, as if nobody had caught it."""
        for error in self._raised:
            sys.excepthook(type(error), error, error.__traceback__)


def let_go(widget: QWidget) -> None:
    """Have all that is under way for a widget on other threads come to nothing."""
    for worker in widget.findChildren(Worker):
        worker.forget()


def close_popup() -> None:
    """Close a menu or a list that hangs open."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def about_drafts(session: Session) -> list[str]:
    """What is said of half-filled check-ins: nothing where there is none, or it is not known."""
    try:
        return [DRAFT_IS_SAFE] if session.check_ins.drafts() else []
    except UserError:
        return []

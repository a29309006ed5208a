"""Puts the view of two people in the window's place, and the pages back when it is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import Action
from burnout_check.gui.kit.privacy_screen import COVERED, PrivacyScreen
from burnout_check.gui.supervision.joint_view import TITLE, Calls, JointView
from burnout_check.gui.window.shell import Shell

IN_USE = 90
"""Minutes with nobody at the keyboard before the view locks: two people talk, and look at it."""


class JointViewController(QObject):
    """While the view is there, the pages stand in no window, so nothing of them can be seen.

    Signals:
        changed(): the view came, went, or was covered.
    """

    changed = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shell: Shell | None = None
        self._title = ""
        self.view: JointView | None = None

    def lock_after(self, chosen: int) -> int:
        """Minutes until locking: those that were chosen, or more while two people talk."""
        in_use = self.view is not None and not self.view.is_blank
        return max(chosen, IN_USE) if in_use and chosen else chosen

    def begin(self, shell: Shell, shown: SharedView) -> None:
        """Take the pages away, and show only this."""
        if self.view is not None:
            return
        self._title = self._window.windowTitle()
        self._window.setWindowTitle(TITLE)
        self._window.takeCentralWidget()
        shell.hide()
        self._shell = shell
        view = JointView(shown, _calls(shell), agreed=_agreed_minutes(shell))
        view.left.connect(self._on_left)
        view.blanked.connect(self.changed)
        self.view = view
        self._window.setCentralWidget(view)
        # Once the page that had the focus is gone, or it would take the focus with it.
        QTimer.singleShot(0, view, lambda: view.first_focus().setFocus())
        self.changed.emit()

    def rest(self) -> bool:
        """Take the view away, as the vault is locked; say whether it was there."""
        if self.view is None:
            return False
        self.view.rest()
        self._window.takeCentralWidget()
        self.view.hide()
        self.view.deleteLater()
        self.view = self._shell = None
        return True

    def cover(self, then: Callable[[], None]) -> None:
        """The vault was locked in front of two people: show nothing until somebody goes on."""
        blank = PrivacyScreen(COVERED)

        def go_on() -> None:
            self._window.setWindowTitle(self._title)
            then()

        for asked in (blank.on_asked, blank.end_asked):
            asked.connect(lambda: QTimer.singleShot(0, blank, go_on))
        self._window.setCentralWidget(blank)
        QTimer.singleShot(0, blank, blank.setFocus)

    def _on_left(self) -> None:
        # Not inside the click: the button is one of the widgets to be destroyed.
        QTimer.singleShot(0, self, self._end)

    def _end(self) -> None:
        shell = self._shell
        if shell is None or not self.rest():
            return
        self._window.setWindowTitle(self._title)
        self._window.setCentralWidget(shell)
        shell.show()
        QTimer.singleShot(0, shell, shell.take_focus)
        self.changed.emit()


def _calls(shell: Shell) -> Calls:
    """What the view may do with the vault; nothing that is in it comes back."""
    session, navigator = shell.session, shell.navigator

    def add_action(text: str, who: str, due: date | None) -> Action:
        return session.actions.add(text, who=who, due=due)

    def keep(kept: SupervisionSession) -> None:
        navigator.after_supervision(session.supervision.add(kept))

    return Calls(
        add_action=add_action,
        update_action=session.actions.update,
        remove_action=session.actions.remove,
        so_far=session.supervision.update_unfinished,
        keep=keep,
        leave=lambda: session.supervision.update_unfinished(None),
    )


def _agreed_minutes(shell: Shell) -> float | None:
    """How long one session lasts by what the person agreed, None if they did not say."""
    plan = shell.session.ledger.plan
    return plan.supervision_minutes

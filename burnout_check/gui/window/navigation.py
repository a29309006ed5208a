"""Carries out in the window what pages ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer

from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.week import Week
from burnout_check.gui.bus.navigator import Navigator
from burnout_check.gui.bus.page import Page
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.settings.settings_page import SettingsPage
from burnout_check.gui.supervision.supervision_page import SupervisionPage
from burnout_check.gui.support.support_page import SupportPage
from burnout_check.gui.vault.change_passphrase import ChangePassphrase
from burnout_check.gui.vault.erase import EraseDialog
from burnout_check.gui.vault.new_code import NewCode
from burnout_check.gui.vault.secret_sheet import SecretSheet
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.pages import CHECK_IN, SETTINGS, SUPERVISION, SUPPORT
from burnout_check.gui.window.shell import Shell

TYPE_CHECKING = False
if TYPE_CHECKING:  # the window makes its own navigation
    from burnout_check.gui.window.main_window import MainWindow

_P = TypeVar("_P", bound=Page)


class Navigation(Navigator):
    """For as long as the window stands; while the vault is locked there is nothing to ask for.

    Args:
        window: the window.
        clipboard: where a new recovery code is copied to.
    """

    def __init__(self, window: MainWindow, clipboard: Clipboard) -> None:
        self._window = window
        self._clipboard = clipboard

    def go(self, page: str) -> None:
        """Bring a page into view, by its id."""
        self._shell.show_page(page)

    def fill_in(self, week: Week) -> None:
        """Fill in or correct the check-in of a week."""
        self._page(CHECK_IN, CheckInPage).open(week)
        self.go(CHECK_IN)

    def look_at(self, week: Week) -> None:
        """Show what the check-in of a week said; a week without one is filled in."""
        self._page(CHECK_IN, CheckInPage).look_at(week)
        self.go(CHECK_IN)

    def options_for(self, prompt: Prompt | None) -> None:
        """Show what may help with one prompt, or with all there are for None."""
        self._page(SUPPORT, SupportPage).show_for(prompt)
        self.go(SUPPORT)

    def show_backups(self) -> None:
        """Show what there is of backups, and how to make or restore one."""
        self._page(SETTINGS, SettingsPage).show_backups()
        self.go(SETTINGS)

    def show_joint_view(self, shown: SharedView) -> None:
        """Take the pages away, and show only this, for two people to look at."""
        self._soon(lambda: self._window.show_joint_view(shown))

    def after_supervision(self, held: SupervisionSession) -> None:
        """Ask what is asked once a supervision was had and kept."""
        self._page(SUPERVISION, SupervisionPage).ask_after(held)

    def lock(self) -> None:
        """Lock the vault."""
        self._soon(lambda: self._window.lock("Locked because you asked."))

    def restore(self) -> None:
        """Lock the vault, and go on to restoring a backup."""
        self._soon(lambda: self._lock_for(UnlockPage.restore))

    def undo_restore(self) -> None:
        """Lock the vault, and go on to undoing the last restore."""
        self._soon(lambda: self._lock_for(UnlockPage.undo_restore))

    def change_passphrase(self) -> None:
        """Open the dialog for another passphrase."""
        self._open(ChangePassphrase(self._shell.session, self._window))

    def new_code(self) -> None:
        """Open the dialog for another recovery code."""
        self._open(NewCode(self._shell.session, self._clipboard, self._window))

    def erase(self) -> None:
        """Ask for the passphrase, and then erase everything."""
        dialog = EraseDialog(self._shell.session, self._window)
        dialog.confirmed.connect(self._on_erase_confirmed)
        self._open(dialog)

    def check_everything(self) -> None:
        """Try every part of the program, and show what works."""
        self._window.show_working()

    @property
    def _shell(self) -> Shell:
        shell = self._window.shell
        if shell is None:
            raise LookupError("nothing is open")
        return shell

    def _page(self, page_id: str, kind: type[_P]) -> _P:
        page = self._shell.page(page_id)
        if not isinstance(page, kind):
            raise TypeError(page_id)
        return page

    def _soon(self, act: Callable[[], None]) -> None:
        """Not inside the click that asked: the button is one of the widgets to be destroyed."""
        QTimer.singleShot(0, self._window, act)

    def _lock_for(self, task: Callable[[UnlockPage], None]) -> None:
        self._window.lock("Locked because a backup is restored while nothing is open.")
        if isinstance(self._window.locked_page, UnlockPage):
            task(self._window.locked_page)

    def _open(self, dialog: SecretSheet) -> None:
        dialog.open()
        give_focus(dialog.first_focus())

    def _on_erase_confirmed(self, passphrase: str) -> None:
        self._soon(lambda: self._window.erase(passphrase))

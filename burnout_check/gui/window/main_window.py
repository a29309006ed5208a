"""The window: the pages of a locked vault or of an open one, and the way between."""

from __future__ import annotations

import logging

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from burnout_check.domain.messages import DRAFT_IS_SAFE
from burnout_check.domain.numbers import number_of
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.errors import UserError
from burnout_check.gui.bus.news import News
from burnout_check.gui.bus.page_context import Tools
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.look.theme import Look, Scheme, Theme, apply_theme, follow_system
from burnout_check.gui.vault.erasing import ErasingPage
from burnout_check.gui.vault.first_run import FirstRunPage
from burnout_check.gui.vault.missing_vault_page import MissingVaultPage
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.clock_dialog import ask_about_clock
from burnout_check.gui.window.crash import CrashHook
from burnout_check.gui.window.help_key import HelpKey
from burnout_check.gui.window.idle import Idle
from burnout_check.gui.window.joint_view_controller import JointViewController
from burnout_check.gui.window.key_repeat import KeyRepeat
from burnout_check.gui.window.locked_page import LockedPage, first_run, leave, locked_page
from burnout_check.gui.window.navigation import Navigation
from burnout_check.gui.window.screen_capture import ScreenCapture
from burnout_check.gui.window.screen_fit import fit_screen
from burnout_check.gui.window.session_watch import SessionWatch
from burnout_check.gui.window.shell import Shell
from burnout_check.gui.window.window_dialogs import Check, WindowDialogs
from burnout_check.location import Place
from burnout_check.session.changed import Changed
from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session

_log = logging.getLogger(__name__)

NOT_CLOSED = "The data file could not be closed in the usual way. It is checked as you unlock."


class MainWindow(QMainWindow):
    """Shows the first run or Unlock, then the pages, and Unlock again when it locks.

    Args:
        application: for the theme, the clipboard and for noticing that nobody is there.
        locked_vault: the vault while it is locked.
        screen_settings: how the app looks on this computer.
        place: what is known of the data folder; None where nothing shall be said or remembered.
        check: tries every part of the program, given the data folder; None where nothing can.
    """

    def __init__(
        self,
        application: QApplication,
        locked_vault: LockedVault,
        screen_settings: ScreenSettings,
        *,
        place: Place | None = None,
        check: Check | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._locked_vault = locked_vault
        self._screen_settings = screen_settings
        self._place = place
        self._clipboard = Clipboard(application.clipboard(), self)
        self._window_dialogs = WindowDialogs(self, locked_vault, self._clipboard, check=check)
        self._idle = Idle(application, self)
        self._idle.went_idle.connect(self._on_went_idle)
        self._navigation = Navigation(self, self._clipboard)
        self._idle.lock_pressed.connect(self._navigation.lock)
        self._help_key = HelpKey(application, self)
        self._help_key.pressed.connect(self.show_help_now)
        self._help_key.watch()
        self._key_repeat = KeyRepeat(application, self)
        self._session_watch = SessionWatch(application, self)
        self._session_watch.happened.connect(self.lock)
        self._joint_view_controller = JointViewController(self)
        self._joint_view_controller.changed.connect(self._watch)
        self.capture = ScreenCapture(self)
        self._news: News | None = None
        self.shell: Shell | None = None
        self.look = self._dress()
        self.setWindowTitle("Burnout Check")
        self.resize(1280, 800)
        if screen_settings.window:
            self.restoreGeometry(QByteArray.fromBase64(screen_settings.window.encode("ascii")))
        fit_screen(self)
        follow_system(application, self.change_look)
        self._show_door("")

    @property
    def locked_page(self) -> UnlockPage | FirstRunPage | MissingVaultPage | None:
        """The page of the locked vault, None while it is open or being erased."""
        page = self.centralWidget()
        return page if isinstance(page, UnlockPage | FirstRunPage | MissingVaultPage) else None

    def enter(self, session: Session) -> None:
        """Show the pages of an unlocked vault."""
        self._news = news = News(session, self)
        news.changed.connect(self._on_changed)
        if self._place is not None:
            self._place.marker.set()
        tools = Tools(self._clipboard, self._screen_settings, self._locked_vault.folder)
        self.shell = Shell(session, news, self._navigation, tools)
        self.setCentralWidget(self.shell)
        # Once the page that had the focus is gone, or it would take the focus with it.
        QTimer.singleShot(0, self.shell, self.shell.take_focus)
        self._watch()
        self._session_watch.watch(self)
        ask_about_clock(session, self.shell, then=self.close)

    def lock(self, reason: str) -> None:
        """Close the vault, forget its key, and destroy every personal widget, whatever fails."""
        shell = self.shell
        if shell is None:
            return
        words = [reason]
        try:
            words += [DRAFT_IS_SAFE] if shell.session.check_ins.drafts() else []
        except UserError:
            _log.info("the drafts could not be read on locking")
        was_shared = self._joint_view_controller.view is not None
        session = self._leave(shell)
        try:
            session.close()
        except Exception:  # noqa: BLE001 - whatever it is, locking goes on; the key is overwritten
            _log.exception("the vault could not be closed in the usual way")
            words.append(NOT_CLOSED)
        if was_shared and reason:
            self._joint_view_controller.cover(lambda: self._show_door(" ".join(words)))
        else:
            self._show_door(" ".join(filter(None, words)))

    def erase(self, passphrase: str) -> None:
        """Take every personal widget away, and erase everything on another thread."""
        if self.shell is None:
            return
        also = () if self._place is None else (self._place.marker.file,)
        page = ErasingPage(self._leave(self.shell), passphrase, also=also)
        page.left.connect(lambda: self._show_door(""))
        self.setCentralWidget(page)

    def show_joint_view(self, shown: SharedView) -> None:
        """Take the pages away, and show only this, for two people to look at."""
        if self.shell is not None:
            self._window_dialogs.close_personal()
            self._joint_view_controller.begin(self.shell, shown)

    def show_help_now(self) -> None:
        """Open the crisis lines over whatever is shown.

        Where somebody else may look on they are neutral, and not even the person's nation is known.
        """
        neutral = self._joint_view_controller.view is not None
        alone = None if neutral or self.shell is None else self.shell.session
        nation = None if alone is None else alone.ledger.settings.text("nation")
        self._window_dialogs.help_now(nation, neutral=neutral)

    def show_working(self) -> None:
        """Open the dialog that tries every part."""
        self._window_dialogs.working()

    def change_look(self) -> None:
        """Follow the settings of the screen, or the system's colours."""
        self.look = self._dress()

    def report_crashes(self, hook: CrashHook) -> None:
        """Show what a defect left behind, or the sentence of an error that no page caught."""
        self._window_dialogs.report_crashes(hook)

    def _leave(self, shell: Shell) -> Session:
        """Take every personal widget away; the session is still open."""
        self.shell = None
        self._idle.rest()
        self._session_watch.rest()
        self.capture.exclude(excluded=False)
        shell.rest()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._window_dialogs.close_personal()
        if not self._joint_view_controller.rest():
            self.takeCentralWidget()
        shell.hide()
        shell.deleteLater()
        if self._news is not None:
            self._news.deleteLater()
            self._news = None
        self._clipboard.clear_if_ours()
        return shell.session

    def _show_door(self, reason: str) -> None:
        self._bring(
            locked_page(self._locked_vault, self._clipboard, place=self._place, reason=reason)
        )

    def _bring(self, page: LockedPage) -> None:
        page.opened.connect(self.enter)
        if isinstance(page, MissingVaultPage):
            page.begun_anew.connect(self._on_begun_anew)
        if isinstance(page, FirstRunPage | MissingVaultPage):
            page.made.connect(self._show_door)
        self.setCentralWidget(page)
        # Once the page that had the focus is gone, or it would take the focus with it.
        QTimer.singleShot(0, page, lambda: page.first_focus().setFocus())

    def _watch(self) -> None:
        if self.shell is not None:
            chosen_out = self.shell.session.ledger.settings.flag("out_of_captures")
            alone = self._joint_view_controller.view is None
            self.capture.exclude(excluded=chosen_out and alone)
            self._idle.watch(self._lock_after())

    def _lock_after(self) -> int:
        chosen = (
            0 if self.shell is None else int(self.shell.session.ledger.settings.text("lock_after"))
        )
        return self._joint_view_controller.lock_after(chosen)

    def _dress(self) -> Look:
        settings = self._screen_settings.settings
        theme = Theme(
            Scheme(settings.text("scheme")),
            int(settings.text("text_size")) / 100,
            system_typeface=settings.flag("system_font"),
        )
        return apply_theme(self._application, theme)

    def _on_changed(self, what: Changed) -> None:
        if what & Changed.LOOK:
            self.change_look()
        if what & Changed.SETTINGS:
            self._watch()

    def _on_begun_anew(self) -> None:
        self._bring(first_run(self._locked_vault, self._clipboard, self._place))

    def _on_went_idle(self) -> None:
        if self.shell is not None:
            self.lock(
                f"Locked because you were away for {number_of(self._lock_after(), 'minute')}."
            )

    def changeEvent(self, event: QEvent) -> None:
        """Lock on being minimised, for those who chose that."""
        super().changeEvent(event)
        if (
            event.type() == QEvent.Type.WindowStateChange
            and self.isMinimized()
            and self.shell is not None
            and self.shell.session.ledger.settings.flag("lock_on_minimise")
        ):
            self.lock("Locked because the window was minimised.")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place on the screen, and lock."""
        self._help_key.rest()
        self._screen_settings.remember_window(
            bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        )
        self.lock("")
        leave(self.centralWidget())
        super().closeEvent(event)

"""The window: the pages of a locked vault or of an open one, and the way between."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from burnout_check import elsewhere
from burnout_check.domain.numbers import number_of
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.gui.bus.news import News
from burnout_check.gui.bus.page_context import Tools
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.look.theme import dress, follow_system
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
from burnout_check.gui.window.steps import Steps, about_drafts, close_popup, let_go
from burnout_check.gui.window.window_dialogs import Check, WindowDialogs
from burnout_check.location import Place
from burnout_check.session.changed import Changed
from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session

_log = logging.getLogger(__name__)

REPLACED = "Locked because another program has replaced the data file while it was open."
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

    _closed = Signal(object)

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
        self._away_after = 0
        self._said_on_locking: list[str] = []
        self._closed.connect(self._on_closed, Qt.ConnectionType.QueuedConnection)
        self.shell: Shell | None = None
        self.change_look()
        self.setWindowTitle("Burnout Check")
        self.resize(1280, 800)
        if screen_settings.window:
            self.restoreGeometry(QByteArray.fromBase64(screen_settings.window.encode("ascii")))
        fit_screen(self)
        follow_system(application, self.change_look)
        application.commitDataRequest.connect(self._on_ending)  # a dialog could refuse to close
        application.aboutToQuit.connect(self._on_ending)
        self._show_door()

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
        # Not inside the save that found it: what was being saved is kept first.
        lock = partial(self.lock, REPLACED)
        session.vault_care.when_replaced(lambda: QTimer.singleShot(0, self, lock))
        ask_about_clock(session, self.shell, then=self.close)

    def lock(self, reason: str) -> None:
        """Overwrite the key, show the door, destroy every personal widget, and close the vault.

        It waits for nothing and nothing keeps it: what goes wrong is reported once it is done.
        """
        shell = self.shell
        if shell is None:
            return
        words = [reason]
        was_shared = self._joint_view_controller.view is not None
        steps = Steps()
        steps.take(shell.session.begin_lock)
        steps.take(lambda: words.extend(about_drafts(shell.session)))
        self._leave(shell, steps)
        steps.take(lambda: shell.session.lock(self._closed.emit))
        if was_shared and reason:
            self._joint_view_controller.cover(lambda: self._show_door(words))
        else:
            self._show_door(words)
        self._said_on_locking = words
        steps.report()

    def erase(self, passphrase: str) -> None:
        """Take every personal widget away, and erase everything on another thread."""
        shell = self.shell
        if shell is None:
            return
        also = () if self._place is None else (self._place.marker.file,)
        steps = Steps()
        steps.take(shell.session.begin_lock)
        self._leave(shell, steps)
        page = ErasingPage(shell.session, passphrase, also=also)
        page.left.connect(self._show_door)
        self.setCentralWidget(page)
        steps.report()

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
        self.look = dress(self._application, self._screen_settings)

    def report_crashes(self, hook: CrashHook) -> None:
        """Show what a defect left behind, or the sentence of an error that no page caught."""
        self._window_dialogs.report_crashes(hook)

    def _leave(self, shell: Shell, steps: Steps) -> None:
        """Take every personal widget away; the session is still open."""
        self.shell = None
        dialogs = self._window_dialogs
        for step in (
            self._idle.rest,
            self._session_watch.rest,
            lambda: self.capture.exclude(excluded=False),
            shell.rest,
            lambda: let_go(shell),
            close_popup,
            dialogs.close_personal,
            lambda: self._joint_view_controller.rest() or self.takeCentralWidget(),
            shell.hide,
            shell.deleteLater,
            self._drop_news,
            self._clipboard.clear_if_ours,
        ):
            steps.take(step)

    def _drop_news(self) -> None:
        news, self._news = self._news, None
        if news is not None:
            news.deleteLater()

    def _show_door(self, words: Sequence[str] = ()) -> None:
        """Show what stands before the vault.

        Args:
            words: why it is locked, in sentences; empty where it was not open.
        """
        reason = " ".join(filter(None, words))
        vault, place, was_open = self._locked_vault, self._place, bool(words)
        self._bring(
            locked_page(vault, self._clipboard, place=place, reason=reason, was_open=was_open)
        )

    def _on_closed(self, trouble: Exception | None) -> None:
        """The vault was closed on another thread, after it was locked."""
        if trouble is not None:
            _log.error("the vault could not be closed in the usual way", exc_info=trouble)
            self._said_on_locking.append(NOT_CLOSED)
            if isinstance(self.locked_page, UnlockPage):
                self.locked_page.add_words(NOT_CLOSED)

    def _bring(self, page: LockedPage) -> None:
        page.opened.connect(self.enter)
        if isinstance(page, MissingVaultPage):
            page.begun_anew.connect(self._on_begun_anew)
        if isinstance(page, FirstRunPage | MissingVaultPage):
            page.made.connect(lambda sentence: self._show_door([sentence]))
        self.setCentralWidget(page)
        # Once the page that had the focus is gone, or it would take the focus with it.
        QTimer.singleShot(0, page, lambda: page.first_focus().setFocus())

    def _watch(self) -> None:
        if self.shell is not None:
            chosen_out = self.shell.session.ledger.settings.flag("out_of_captures")
            alone = self._joint_view_controller.view is None
            self.capture.exclude(excluded=chosen_out and alone)
            self._away_after = self._lock_after()
            self._idle.watch(self._away_after)

    def _lock_after(self) -> int:
        shell = self.shell
        chosen = "0" if shell is None else shell.session.ledger.settings.text("lock_after")
        return self._joint_view_controller.lock_after(int(chosen))

    def _on_changed(self, what: Changed) -> None:
        if what & Changed.LOOK:
            self.change_look()
        if what & Changed.SETTINGS:
            self._watch()

    def _on_begun_anew(self) -> None:
        self._bring(first_run(self._locked_vault, self._clipboard, self._place))

    def _on_went_idle(self) -> None:
        if self.shell is not None:
            self.lock(f"Locked because you were away for {number_of(self._away_after, 'minute')}.")

    def _on_ending(self, _session_manager: object = None) -> None:
        self.lock("")

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
        self.lock("")
        self._clipboard.clear_if_ours()  # a new recovery code is copied before there is a lock
        leave(self.centralWidget())
        where = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        remember = partial(self._screen_settings.remember_window, where)
        elsewhere.within(1.0, remember, name="remembering the window")
        super().closeEvent(event)

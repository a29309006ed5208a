"""What an unlocked window shows: the way around, the header, and one page at a time."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from burnout_check.domain.rules.rule import Prompt
from burnout_check.domain.week import Week
from burnout_check.gui.backups.backing_up import BackingUp
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.signals import Signals
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.sidebar import NavItem, Sidebar
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.settings.settings_page import SettingsPage
from burnout_check.gui.supervision.supervision_page import SupervisionPage
from burnout_check.gui.support.support_page import SupportPage
from burnout_check.gui.this_week.this_week_page import ThisWeekPage
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.gui.window.header import PageHeader
from burnout_check.gui.window.keys import KeysDialog
from burnout_check.session.session import Session


class Tools(NamedTuple):
    """What pages use besides the session: the clipboard, how it looks here, the data folder."""

    clipboard: Clipboard
    device: ScreenSettings
    folder: Path


THIS_WEEK, CHECK_IN, SUPPORT, SUPERVISION, SETTINGS = (
    "this_week",
    "check_in",
    "support",
    "supervision",
    "settings",
)

PAGES = (
    NavItem(THIS_WEEK, "home", "This week", "Ctrl+1"),
    NavItem(CHECK_IN, "check-in", "Check-in", "Ctrl+2"),
    NavItem("trends", "trends", "Trends", "Ctrl+3"),
    NavItem(SUPPORT, "support", "Support", "Ctrl+4"),
    NavItem(SUPERVISION, "supervision", "Supervision", "Ctrl+5"),
    NavItem("settings", "settings", "Settings", "Ctrl+6"),
)
"""To add a page: its module in ``pages``, a line here, and one in ``_page``."""


class Shell(QWidget):
    """The pages of one session; made at unlocking and destroyed at locking."""

    def __init__(self, session: Session, signals: Signals, tools: Tools) -> None:
        super().__init__()
        self.session = session
        self.signals = signals
        self._tools = tools
        self._pages: dict[str, Page] = {}
        self._backing_up = BackingUp(session, signals, self)
        self._backing_up.begin()
        self._stack = QStackedWidget()
        self._sidebar = Sidebar(PAGES)
        self._sidebar.chosen.connect(self.show_page)
        self._sidebar.lock_asked.connect(signals.lock_asked)
        self._header = PageHeader()
        self._header.show_demo(session.is_demo)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header.setContentsMargins(32, 20, 32, 16)
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addLayout(column, 1)
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.activated.connect(lambda: self._on_check_in_asked(session.ledger.week))
        QShortcut(QKeySequence("F1"), self).activated.connect(self._on_keys_asked)
        signals.page_asked.connect(self.show_page)
        signals.check_in_asked.connect(self._on_check_in_asked)
        signals.options_asked.connect(self._on_options_asked)
        signals.backups_asked.connect(self._on_backups_asked)
        self.show_page(THIS_WEEK)

    def page(self, page_id: str) -> Page:
        """The page with this id, made when it is first wanted."""
        if page_id not in self._pages:
            page = self._page(page_id)
            page.title_changed.connect(self._header.set_title)
            self._pages[page_id] = page
            self._stack.addWidget(page)
        return self._pages[page_id]

    @property
    def current(self) -> Page:
        """The page in view."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - only pages are ever added
        return page

    def show_page(self, page_id: str) -> None:
        """Bring a page into view and give it the focus."""
        page = self.page(page_id)
        self._stack.setCurrentWidget(page)
        self._sidebar.set_current(page_id)
        self._header.set_title(page.title)
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to what a person most likely wants to use first on this page."""
        focus = self.current.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Stop what uses the vault on another thread: it is about to be closed."""
        self._backing_up.rest()

    def _page(self, page_id: str) -> Page:
        session, signals, tools = self.session, self.signals, self._tools
        match page_id:
            case "this_week":
                return ThisWeekPage(
                    session, signals, tools.clipboard, backups=self._backing_up.look
                )
            case "check_in":
                return CheckInPage(session, signals, tools.clipboard)
            case "trends":
                return TrendsPage(session, signals, tools.clipboard)
            case "support":
                return SupportPage(session, signals, tools.clipboard)
            case "supervision":
                return SupervisionPage(session, signals)
            case "settings":
                return SettingsPage(
                    session,
                    signals,
                    tools.device,
                    folder=tools.folder,
                    backing_up=self._backing_up,
                )
        raise KeyError(page_id)

    def _on_keys_asked(self) -> None:
        dialog = KeysDialog(self)
        dialog.working_asked.connect(self.signals.working_asked)
        dialog.open()

    def _on_check_in_asked(self, week: Week) -> None:
        page = self.page(CHECK_IN)
        assert isinstance(page, CheckInPage)  # noqa: S101 - see _page
        page.open(week)
        self.show_page(CHECK_IN)

    def _on_options_asked(self, prompt: Prompt | None) -> None:
        page = self.page(SUPPORT)
        assert isinstance(page, SupportPage)  # noqa: S101 - see _page
        page.show_for(prompt)
        self.show_page(SUPPORT)

    def _on_backups_asked(self) -> None:
        page = self.page(SETTINGS)
        assert isinstance(page, SettingsPage)  # noqa: S101 - see _page
        page.show_backups()
        self.show_page(SETTINGS)

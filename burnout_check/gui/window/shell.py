"""What an unlocked window shows: the way around, the header, and one page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from burnout_check.gui.backups.backing_up import BackingUp
from burnout_check.gui.bus.navigator import Navigator
from burnout_check.gui.bus.news import News
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext, Tools
from burnout_check.gui.bus.page_spec import PageSpec
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.sidebar import NavItem, Sidebar
from burnout_check.gui.window.header import PageHeader
from burnout_check.gui.window.keys import KeysDialog
from burnout_check.gui.window.pages import PAGES
from burnout_check.session.session import Session


class Shell(QWidget):
    """The pages of one session; made at unlocking and destroyed at locking.

    Args:
        session: of the open vault.
        news: what changes in it.
        navigator: carries out what pages ask for.
        tools: what the window lends to pages.
        pages: from the top of the sidebar; the first is where it opens.
    """

    def __init__(
        self,
        session: Session,
        news: News,
        navigator: Navigator,
        tools: Tools,
        *,
        pages: Sequence[PageSpec] = PAGES,
    ) -> None:
        super().__init__()
        self.session = session
        self.navigator = navigator
        self._specs = {spec.id: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._at_rest = False
        self._backing_up = BackingUp(session, self)
        self._backing_up.begin()
        self.context = PageContext(session, news, navigator, tools, self._backing_up)
        self._stack = QStackedWidget()
        self._sidebar = Sidebar([_entry(spec) for spec in pages])
        self._sidebar.chosen.connect(self.show_page)
        self._sidebar.lock_asked.connect(navigator.lock)
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
        new.activated.connect(lambda: navigator.fill_in(session.ledger.week))
        QShortcut(QKeySequence("F1"), self).activated.connect(self._on_keys_asked)
        self.show_page(pages[0].id)

    def page(self, page_id: str) -> Page:
        """The page with this id, made when it is first wanted.

        Raises:
            KeyError: if there is none.
            LookupError: the vault is being locked, and there is nothing left to make a page of.
        """
        if self._at_rest:
            raise LookupError("nothing is open")
        if page_id not in self._pages:
            page = self._specs[page_id].build(self.context)
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
        """Bring a page into view and give it the focus; not once the vault is being locked."""
        if self._at_rest:  # a click was on its way meanwhile
            return
        page = self.page(page_id)
        self._stack.setCurrentWidget(page)
        self._sidebar.set_current(page_id)
        self._header.set_title(page.title)
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to what a person most likely wants to use first on this page."""
        if self._at_rest:
            return
        focus = self.current.first_focus()
        if focus is not None:
            give_focus(focus)

    def rest(self) -> None:
        """Stop what uses the vault, now or later: it is about to be closed."""
        self._at_rest = True
        self._backing_up.rest()

    def _on_keys_asked(self) -> None:
        dialog = KeysDialog(self, tuple(self._specs.values()))
        dialog.working_asked.connect(self.navigator.check_everything)
        dialog.open()


def _entry(spec: PageSpec) -> NavItem:
    return NavItem(spec.id, spec.icon, spec.title, spec.key)

"""All pages of one session, built and in one window, for what must be known to each of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from burnout_check.gui.bus.news import News
from burnout_check.gui.bus.page_context import Tools
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.window.pages import PAGES
from burnout_check.gui.window.shell import Shell
from burnout_check.session.session import Session
from burnout_check.tour.ui_driver import settle
from tests.gui.people import Asked


def all_pages(qtbot: QtBot, qapp: QApplication, session: Session, folder: Path) -> Shell:
    """Every page there is, each of them shown once."""
    tools = Tools(Clipboard(qapp.clipboard()), ScreenSettings(folder), folder / "vault")
    shell = Shell(session, News(session), Asked().navigator, tools)
    qtbot.addWidget(shell)
    shell.resize(1280, 900)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    for item in PAGES:
        shell.show_page(item.id)
    return shell


def at(shell: Shell, page: str) -> Any:
    """A page, in view as it is now; of the class that this page has."""
    shell.show_page(page)
    settle()
    return shell.current


def buttons(shell: Shell, page: str, wanted: Callable[[str], bool]) -> set[str]:
    """The names of the buttons that can be pressed on a page."""
    found = at(shell, page).findChildren(QAbstractButton)
    names = {each.accessibleName() or each.text() for each in found if each.isVisible()}
    return set(filter(wanted, names))

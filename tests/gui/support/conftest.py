"""The Support page in a window of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.support.support_page import SupportPage
from burnout_check.session.session import Session
from tests.gui.people import context


@pytest.fixture
def clipboard(qapp: QApplication) -> Clipboard:
    return Clipboard(qapp.clipboard())


@pytest.fixture
def show(qtbot: QtBot) -> Iterator["Show"]:
    show = Show(qtbot)
    yield show
    for session in show.sessions:
        session.close()


class Show:
    """Opens the page in a window of its own, for as many sessions as a test wants."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.sessions: list[Session] = []

    def __call__(self, session: Session) -> SupportPage:
        self.sessions.append(session)
        page = SupportPage(context(session))
        self._qtbot.addWidget(page)
        page.resize(1040, 700)
        with self._qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

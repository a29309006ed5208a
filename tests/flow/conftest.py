"""The whole app for a test: a real window over a real vault, with the clock set."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from burnout_check.content.loader import load
from burnout_check.domain.content import Content
from burnout_check.domain.demo.demo_history import demo_history, demo_settings
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.week import LONDON
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.gui.window.shell import Shell
from burnout_check.paths import resources_dir
from burnout_check.session.demo import fill_demo
from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session
from burnout_check.tour.ui_driver import type_text
from tests.flow.program import ROOT
from tests.vaults import CHEAP, PASSPHRASE

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)
"""The Friday afternoon on which every flow test happens; its Monday is 16 November 2026."""


@pytest.fixture(scope="session")
def content() -> Content:
    return load(resources_dir())


@pytest.fixture
def locked_vault(tmp_path, content) -> LockedVault:
    return LockedVault(tmp_path / "data", content, clock=lambda: FRIDAY, cost=CHEAP)


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, locked_vault: LockedVault
) -> Iterator[Callable[[], MainWindow]]:
    """Shows the window as it is after starting the app."""
    windows: list[MainWindow] = []

    def show() -> MainWindow:
        locked_vault.folder.mkdir(exist_ok=True)
        window = MainWindow(qapp, locked_vault, ScreenSettings(locked_vault.folder))
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def vault_with(locked_vault: LockedVault) -> Callable[[int], None]:
    """Makes the vault with the last so many weeks of the demo's story, and closes it."""

    def make(weeks: int) -> None:
        session = locked_vault.create(locked_vault.make_keys(PASSPHRASE))
        parts = session.content.questionnaire.parts
        until = session.ledger.week.plus(-1)
        whole = demo_history(until, session.content.instruments, parts=parts)
        first = session.ledger.week.plus(-weeks)
        session.check_ins.add_all(
            History(
                tuple(past for past in whole.check_ins if past.week >= first),
                tuple(past for past in whole.away if past.week >= first),
            )
        )
        session.preferences.update(demo_settings())
        session.close()

    return make


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """The system's folder for temporary files, as the program sees it."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.fixture
def environ(scratch: Path) -> dict[str, str]:
    names = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))
    return {**os.environ, **names, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def copy(tmp_path: Path, environ: dict[str, str]) -> Path:
    """The resources of a copy of the program, laid out as when it is installed; to be damaged."""
    package = tmp_path / "copy" / "burnout_check"
    shutil.copytree(ROOT / "burnout_check", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(resources_dir(), package / "resources")
    environ["PYTHONPATH"] = str(package.parent)
    return package / "resources"


@pytest.fixture
def ui_driver(qtbot: QtBot) -> "UiDriver":
    return UiDriver(qtbot)


class UiDriver:
    """Types where the focus is, as a person does."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def type(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                self._qtbot.keyClicks(self.focus(), letter)
            else:  # Qt's own helper knows no other keys, and aborts
                type_text(letter)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(self.focus(), key, modifier)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def unlock(self, window: MainWindow, passphrase: str = PASSPHRASE) -> Shell:
        self._qtbot.waitUntil(lambda: isinstance(window.locked_page, UnlockPage))
        self.has_focus_in(window.locked_page)
        self.type(passphrase)
        self.enter()
        self._qtbot.waitUntil(lambda: window.shell is not None)
        assert window.shell is not None
        self.has_focus_in(window.shell)
        return window.shell

    def has_focus_in(self, widget: QWidget | None) -> None:
        """Waits until the keyboard is somewhere in a widget."""
        assert widget is not None

        def arrived() -> bool:
            focus = QApplication.focusWidget()
            return focus is not None and widget.isAncestorOf(focus)

        self._qtbot.waitUntil(arrived)

    def start_check_in(self, shell: Shell) -> CheckInPage:
        self.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.waitUntil(lambda: isinstance(shell.current, CheckInPage))
        page = shell.current
        assert isinstance(page, CheckInPage)
        self.has_focus_in(page)
        return page

    def answer_all(self, page: CheckInPage, answers: dict[str, str]) -> list[str]:
        """Answers each question that has the focus, and says which came up, in order."""
        form = page.form
        assert form is not None
        asked: list[str] = []
        while form.questions is not None:
            rows = form.questions.rows
            question = next(name for name, row in rows.items() if row.isAncestorOf(self.focus()))
            asked.append(question)
            before = self.focus()
            self.type(answers[question])
            if question.startswith("fact_") and answers[question] != "s":
                self.enter()
            self._moved_from(before)
        return asked

    def _moved_from(self, before: QWidget) -> None:
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not before)

    def save(self, page: CheckInPage) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.waitUntil(lambda: page.result is not None)


def saved(locked_vault: LockedVault) -> tuple[CheckIn, ...]:
    """What a fresh start finds in the vault."""
    session: Session = locked_vault.open(locked_vault.key_from_passphrase(PASSPHRASE))
    try:
        return session.ledger.history.check_ins
    finally:
        session.close()


__all__ = ["FRIDAY", "UiDriver", "fill_demo", "saved"]

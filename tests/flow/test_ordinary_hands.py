"""The whole window where the computer is not as it should be: clock, screen, contrast."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burnout_check.domain.week import LONDON
from burnout_check.gui.look.theme import Look
from burnout_check.gui.window.clock_dialog import ClockDialog
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.tour.ui_driver import press, type_text
from tests.vaults import PASSPHRASE


def unlocked(qtbot: QtBot, window: MainWindow) -> MainWindow:
    page = window.locked_page
    assert page is not None
    qtbot.waitUntil(lambda: page.first_focus().hasFocus())
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell is not None)
    return window


def asked(window: MainWindow) -> list[ClockDialog]:
    return [each for each in window.findChildren(ClockDialog) if each.isVisible()]


@pytest.mark.parametrize("year", [1970, 2099])
def test_that_a_wrong_clock_is_said_before_anything_is_filed(
    qtbot: QtBot, open_window, vault_with, locked_vault, year
):
    vault_with(8)
    locked_vault._clock = lambda: datetime(year, 1, 1, 12, tzinfo=LONDON)
    window = unlocked(qtbot, open_window())

    (dialog,) = asked(window)
    assert dialog.isModal()
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)

    assert not asked(window)
    assert window.isVisible()


def test_that_the_clock_can_be_set_first(qtbot: QtBot, open_window, vault_with, locked_vault):
    vault_with(8)
    locked_vault._clock = lambda: datetime(1970, 1, 1, 12, tzinfo=LONDON)
    window = unlocked(qtbot, open_window())

    (dialog,) = asked(window)
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.shell is None


def test_that_a_right_clock_is_not_asked_about(qtbot: QtBot, open_window, vault_with):
    vault_with(8)

    assert asked(unlocked(qtbot, open_window())) == []


def test_that_high_contrast_switched_on_while_running_is_followed(
    open_window, monkeypatch: pytest.MonkeyPatch
):
    window: MainWindow = open_window()
    dressed = []

    def dress(*_asked: object) -> Look:
        dressed.append(1)
        return window.look

    monkeypatch.setattr("burnout_check.gui.window.main_window.dress", dress)
    hints = QApplication.styleHints().accessibility()

    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)

    assert dressed == [1]


def test_that_the_first_window_is_no_larger_than_the_screen(open_window):
    window = open_window()

    free = window.screen().availableGeometry()
    assert window.width() <= free.width()
    assert window.height() <= free.height()

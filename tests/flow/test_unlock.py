"""Unlock: what stands there after a lock can be read, and what is typed is not left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.gui.vault.secret_timeout import CLEARED
from burnout_check.gui.vault.unlock import UnlockPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window, vault_with, ui_driver):
    vault_with(4)
    window = open_window()
    ui_driver.unlock(window)
    return window


def reason(window):
    page = window.locked_page
    assert isinstance(page, UnlockPage)
    return " ".join(label.text() for label in page.findChildren(QLabel))


def locked(window):
    return lambda: isinstance(window.locked_page, UnlockPage)


def test_that_no_word_of_a_way_on_is_cut_off_when_the_text_shrinks(window, ui_driver, qtbot, qapp):
    apply_theme(qapp, Theme(Scheme.LIGHT, 2.0))
    ui_driver.press(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: locked(window)() and window.locked_page.unlock.isVisible())

    apply_theme(qapp, Theme(Scheme.LIGHT))
    qtbot.waitUntil(lambda: window.locked_page.unlock.height() < 50)  # 40 at 100 %

    buttons = [each for each in window.locked_page.findChildren(QPushButton) if each.isVisible()]

    assert len(buttons) == 5  # Show, Unlock, and the three ways below
    for button in buttons:
        assert button.width() >= button.sizeHint().width(), button.text()


@pytest.mark.parametrize("by_code", [False, True])
def test_that_what_is_left_standing_on_unlock_is_cleared_and_said(
    window, ui_driver, qtbot, by_code
):
    ui_driver.press(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(locked(window))
    page = window.locked_page
    assert page.standing.interval() == 30_000
    if by_code:
        page.other_way.click()
    field = page.code if by_code else page.passphrase
    qtbot.waitUntil(field.line.hasFocus)
    ui_driver.type("half a")
    page.standing.setInterval(1)  # which starts it anew

    qtbot.waitUntil(lambda: field.error.text() == CLEARED)
    assert field.line.text() == ""
    assert not field.line.isUndoAvailable()

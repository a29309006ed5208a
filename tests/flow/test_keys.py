"""F1 lists the keys, and the keys it lists do what it says."""

from PySide6.QtCore import Qt

from burnout_check.gui.settings.settings_page import SettingsPage
from burnout_check.gui.window.keys import KeysDialog, keys
from burnout_check.gui.window.pages import PAGES


def test_that_f1_shows_every_key(open_window, vault_with, ui_driver, qtbot):
    vault_with(0)
    window = open_window()
    ui_driver.unlock(window)

    ui_driver.press(Qt.Key.Key_F1)

    qtbot.waitUntil(lambda: bool(window.findChildren(KeysDialog)))
    window.findChildren(KeysDialog)[0].reject()


def test_that_the_keys_for_pages_are_those_in_the_list(open_window, vault_with, ui_driver):
    vault_with(0)
    shell = ui_driver.unlock(open_window())

    ui_driver.press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)

    assert isinstance(shell.current, SettingsPage)
    words = dict(keys(PAGES))[f"Ctrl+1 to Ctrl+{len(PAGES)}"]
    assert words == "This week, Check-in, Trends, Support, Supervision, Settings, Looking back"


def test_that_ctrl_l_locks_and_says_why(open_window, vault_with, ui_driver, qtbot):
    vault_with(0)
    window = open_window()
    ui_driver.unlock(window)

    ui_driver.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: window.shell is None)
    ui_driver.unlock(window)

"""A private note on the clipboard goes with the lock, however it came there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from burnout_check.gui.check_in.anything_else import NoteField

CTRL = Qt.KeyboardModifier.ControlModifier
NOTE = "She said it in front of all"


@pytest.fixture
def window(open_window, vault_with, ui_driver):
    vault_with(4)
    window = open_window()
    ui_driver.unlock(window)
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_that_a_note_that_was_copied_is_gone_when_locked(window, ui_driver, qtbot, key):
    page = ui_driver.start_check_in(window.shell)
    page.form._go_to("anything_else")
    (note,) = page.findChildren(NoteField)
    note.setPlainText(NOTE)
    note.selectAll()
    qtbot.keyClick(note, key, CTRL)
    assert QApplication.clipboard().text() == NOTE

    window.lock("Locked because you asked.")

    assert QApplication.clipboard().text() == ""


def test_that_what_was_copied_before_there_was_a_session_is_gone_when_the_window_closes(
    open_window,
):
    window = open_window()
    window._clipboard.copy(NOTE)
    window.close()

    assert QApplication.clipboard().text() == ""

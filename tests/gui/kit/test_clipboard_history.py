"""What is copied is for pasting, and for no history of the clipboard."""

import pytest

from burnout_check.gui.kit.clipboard import Clipboard, kept_out

CODE = "ABCDE-12345-FGHJK-67890-MNPQR-STVWX"

# https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats (cloud clipboard and history)
# and https://phabricator.kde.org/D12539 (Klipper).
WINDOWS = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'
KDE = "x-kde-passwordManagerHint"


@pytest.fixture
def clipboard(qapp):
    return Clipboard(qapp.clipboard())


def test_that_a_copied_code_asks_every_clipboard_history_to_leave_it_alone(qapp, clipboard):
    clipboard.copy(CODE)
    held = qapp.clipboard().mimeData()

    assert held.text() == CODE
    assert held.hasFormat(WINDOWS)
    assert bytes(held.data(KDE).data()) == b"secret"


def test_that_what_was_copied_here_is_taken_away_and_what_others_copied_is_not(qapp, clipboard):
    clipboard.copy(CODE)
    clipboard.clear_if_ours()
    assert qapp.clipboard().text() == ""

    clipboard.copy(CODE)
    qapp.clipboard().setText("somebody else's")
    clipboard.clear_if_ours()
    assert qapp.clipboard().text() == "somebody else's"


def test_that_marks_are_those_that_histories_look_for():
    data = kept_out(CODE)

    assert data.hasFormat(WINDOWS)
    assert bytes(data.data(KDE).data()) == b"secret"

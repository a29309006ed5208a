"""Is everything working?: what the dialog shows, what it copies, and where it is opened from."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from burnout_check.diagnostics.system_report import Finding, SystemReport
from burnout_check.domain.messages import WORKING_QUESTION
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.labels import Text
from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.window.keys import KeysDialog
from burnout_check.gui.window.pages import PAGES
from burnout_check.gui.window.working import WAITING, Working

FINE = Finding("Qt", works=True, words="6 with everything")
BROKEN = Finding("typst", works=False, words="ImportError: a DLL is missing")


@pytest.fixture
def opened(qtbot, window):
    dialogs = []

    def show(*parts):
        def check():
            return SystemReport((("System", "a computer"),), parts)

        dialog = Working(check, Clipboard(QApplication.clipboard()), window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialogs.append(dialog)
        dialog.open()
        assert WAITING in texts(dialog)
        qtbot.waitUntil(lambda: dialog.condition is not None)
        return dialog

    yield show
    for dialog in dialogs:
        dialog.done(0)
        dialog.deleteLater()


def texts(dialog) -> list[str]:
    return [label.accessibleName() for label in dialog.findChildren(Text)]


def tables(dialog) -> Iterator[str]:
    return (table.accessibleName() for table in dialog.findChildren(ReadOnlyTable))


def test_that_all_well_is_said_first_and_can_be_copied_whole(opened, qtbot):
    dialog = opened(FINE)
    copy = next(
        button for button in dialog.findChildren(QPushButton) if button.text().startswith("Copy")
    )
    copy.click()

    assert "Everything works. Tried: 1 parts." in texts(dialog)
    assert set(tables(dialog)) == {"This computer", "What works"}
    assert QApplication.clipboard().text() == (
        "Everything works. Tried: 1 parts.\n\nSystem: a computer\n\nok   Qt: 6 with everything"
    )


def test_that_what_does_not_work_comes_first(opened):
    dialog = opened(FINE, BROKEN)
    names = list(tables(dialog))

    assert "What does not work" in names
    assert any(words.startswith("1 part does not work. Copy this list") for words in texts(dialog))
    assert "FAIL typst: ImportError" in dialog.condition.text()


def test_that_it_is_opened_from_the_list_of_keys(qtbot, window):
    dialog = KeysDialog(window, PAGES)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    button = next(
        each for each in dialog.findChildren(QPushButton) if each.text() == WORKING_QUESTION
    )

    with qtbot.waitSignal(dialog.working_asked):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)

    assert not dialog.isVisible()
    dialog.deleteLater()

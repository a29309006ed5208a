"""The PDF from the window: locked in the middle, and saved by key presses."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from burnout_check.gui.supervision.supervision_page import SupervisionPage
from burnout_check.gui.supervision.supervision_pdf import SupervisionPdf
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.report import page as pages
from tests.patience import SECONDS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(vault_with, open_window, ui_driver) -> MainWindow:
    """At the Supervision page, with a line to talk about and the caseload ticked."""
    vault_with(8)
    window: MainWindow = open_window()
    shell = ui_driver.unlock(window)
    ui_driver.press(Qt.Key.Key_5, CTRL)
    page = shell.current
    assert isinstance(page, SupervisionPage)
    ui_driver.has_focus_in(page)
    rows = {name: row for group in page.choice.groups.values() for name, row in group.rows.items()}
    rows["measure:fact_caseload"].tick.box.setFocus()
    ui_driver.press(Qt.Key.Key_Space)
    page.choice.save_button.setFocus()
    return window


def sheet_of(window: MainWindow) -> SupervisionPdf:
    (sheet,) = window.findChildren(SupervisionPdf)
    return sheet


def test_that_it_is_saved_by_key_presses_where_the_person_says(window, ui_driver, qtbot, tmp_path):
    ui_driver.enter()
    sheet = sheet_of(window)
    qtbot.waitUntil(lambda: sheet.preview.maker.printed is not None)
    ui_driver.has_focus_in(sheet)
    ui_driver.enter()
    qtbot.waitUntil(lambda: bool(sheet.findChildren(QFileDialog)))
    (asked,) = sheet.findChildren(QFileDialog)
    with qtbot.waitSignal(sheet.saved):
        asked.fileSelected.emit(str(tmp_path / "for us.pdf"))
    asked.reject()

    assert (tmp_path / "for us.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert "Saved as for us.pdf" in sheet.said.message
    sheet.reject()


def test_that_locking_while_the_pages_are_made_leaves_nothing(
    window, ui_driver, qtbot, tmp_path, monkeypatch
):
    reached, gate = threading.Event(), threading.Event()
    make = pages.make

    def held(value, *, name="", step=None):
        def at_a_step(done: int, total: int) -> None:
            reached.set()
            gate.wait(SECONDS)
            step(done, total)

        return make(value, name=name, step=at_a_step)

    monkeypatch.setattr(pages, "make", held)
    before = {path for path in tmp_path.rglob("*") if path.suffix in (".pdf", ".png", ".svg")}
    ui_driver.enter()
    qtbot.waitUntil(reached.is_set)
    threading.Timer(0.1, gate.set).start()
    window.lock("Locked because you asked.")

    assert isinstance(window.locked_page, UnlockPage)
    assert {p for p in tmp_path.rglob("*") if p.suffix in (".pdf", ".png", ".svg")} == before
    qtbot.waitUntil(lambda: window.findChildren(SupervisionPdf) == [])


def test_that_locking_while_the_place_is_asked_for_closes_both(window, ui_driver, qtbot):
    ui_driver.enter()
    sheet = sheet_of(window)
    qtbot.waitUntil(lambda: sheet.preview.maker.printed is not None)
    ui_driver.enter()
    qtbot.waitUntil(lambda: bool(sheet.findChildren(QFileDialog)))
    window.lock("Locked because you asked.")

    qtbot.waitUntil(lambda: window.findChildren(SupervisionPdf) == [])
    assert window.findChildren(QFileDialog) == []

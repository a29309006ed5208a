"""The recovery code on paper."""

import errno
import os
from datetime import date

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from burnout_check.gui.vault.print_code import NO_PRINTER, CodePrinter, paint

CODE = "ABCDE-10234-FGH1J-K0MNP-QRSTV-WXYZ9"


@pytest.fixture
def over(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def printer(over):
    return CodePrinter(CODE, over, day=date(2026, 11, 20))


@pytest.fixture
def said(printer) -> list[str]:
    sentences: list[str] = []
    printer.done.connect(sentences.append)
    printer.failed.connect(sentences.append)
    return sentences


def test_that_a_pdf_of_one_page_is_written(printer, said, tmp_path):
    printer.save(tmp_path / "code.pdf")

    content = (tmp_path / "code.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    assert said == [
        "Saved as code.pdf. Move it away from this computer, onto a stick or paper, and delete it "
        "here."
    ]


def test_that_the_page_is_filled_inside_its_margins(qtbot):
    page = QImage(1700, 2570, QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    painter = QPainter(page)
    paint(painter, CODE, size=QSizeF(1700, 2570), dots=10, day=date(2026, 11, 20))
    painter.end()
    inked = [
        y
        for y in range(0, 2570, 2)
        if any(page.pixel(x, y) != 0xFFFFFFFF for x in range(0, 1700, 3))
    ]

    assert inked[0] < 100
    assert 800 < inked[-1] < 2000
    assert all(page.pixel(1699, y) == 0xFFFFFFFF for y in range(2570))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")
@pytest.mark.parametrize("there", [True, False])
def test_that_the_code_is_for_its_owner_only(printer, tmp_path, there):
    file = tmp_path / "code.pdf"
    if there:
        file.write_bytes(b"before")
        file.chmod(0o644)
    printer.save(file)

    assert file.stat().st_mode & 0o777 == 0o600


def test_that_where_there_is_no_room_the_older_file_stays_and_nothing_is_said_to_be_saved(
    printer, said, tmp_path, monkeypatch
):
    file = tmp_path / "code.pdf"
    file.write_bytes(b"before")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("burnout_check.paths.os.fsync", full)
    printer.save(file)

    assert said == [
        f"The disk that holds the folder {tmp_path} is full. Free some space, then try again. "
        "What is already saved is safe."
    ]
    assert file.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["code.pdf"]


def test_that_a_folder_that_is_gone_is_said(printer, said, tmp_path):
    printer.save(tmp_path / "gone" / "code.pdf")

    assert "cannot be found" in said[0]


def test_that_the_person_chooses_the_file(printer, over, tmp_path):
    printer.ask_where()
    dialog = over.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "mine.pdf"))
    dialog.reject()

    assert (tmp_path / "mine.pdf").stat().st_size > 0


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="there is a printer here")
def test_that_a_computer_without_a_printer_says_what_else_to_do(printer, said):
    printer.print()

    assert said == [NO_PRINTER]

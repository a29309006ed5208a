"""The sheet that makes a PDF: what it says, what it shows, and what it leaves behind."""

import io
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from burnout_check.domain.measures.measure import Point, Series
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.shared_view_builder import shared_view
from burnout_check.domain.supervision.sharing_choice import SharingChoice
from burnout_check.gui.supervision.supervision_pdf import SupervisionPdf
from burnout_check.report import page
from tests.domain.planted import MATERIAL, WEEKS, unticked
from tests.patience import SECONDS

LINE_ONLY = SharingChoice(WEEKS).tick("measure:gad7")
SOME = LINE_ONLY.tick("measure:fact_caseload", numbers=True).tick("action:1")


@pytest.fixture
def open_sheet(qtbot, light):
    windows: list[QWidget] = []

    def open_sheet(value: SharedView, *, wait: bool = True) -> SupervisionPdf:
        window = QWidget()
        window.resize(1280, 800)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        sheet = SupervisionPdf(value, parent=window)
        sheet.open()
        if wait:
            qtbot.waitUntil(lambda: sheet.preview.maker.printed is not None)
        return sheet

    yield open_sheet
    for window in windows:
        for sheet in window.findChildren(SupervisionPdf):
            sheet.reject()


@pytest.fixture
def gate(monkeypatch):
    """Holds the making of pages up after its first step, until it is opened."""
    gate, reached = threading.Event(), threading.Event()
    make = page.make

    def slow(value, *, name="", step=None):
        def held(done: int, total: int) -> None:
            step(done, total)
            reached.set()
            gate.wait(SECONDS)
            step(done, total)

        return make(value, name=name, step=held)

    monkeypatch.setattr(page, "make", slow)
    gate.reached = reached  # type: ignore[attr-defined]  # told along
    yield gate
    gate.set()


def text_of(file: Path) -> str:
    return " ".join(
        found.extract_text() for found in pypdf.PdfReader(io.BytesIO(file.read_bytes())).pages
    )


def words_in(widget: QWidget) -> str:
    """All that can be seen, pointed at or heard of a widget and what is in it."""
    found = [widget.windowTitle()]
    for each in [widget, *widget.findChildren(QWidget)]:
        found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        found += [each.text()] if isinstance(each, QLabel) else []
    return "\n".join(found)


def test_that_opening_it_imports_neither_typst_nor_matplotlib():
    code = (
        "import sys, burnout_check.gui.supervision.supervision_pdf; "
        "assert not {'matplotlib', 'typst'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_that_it_says_in_counts_what_leaves_the_computer(open_sheet):
    sheet = open_sheet(shared_view(SOME, MATERIAL))

    assert sheet.lines.text().splitlines() == [
        "• 4 weeks of SecretFact_Caseload, with numbers",
        "• 4 weeks of SecretGad7, as a line only",
        "• no things that stand out",
        "• no events",
        "• no notes",
        "• 1 line of the agenda",
        "• 1 action",
        "• no weeks away",
        "• no name",
    ]
    heard = sheet.save_button.accessibleDescription()  # it has the focus at first
    assert "4 weeks of SecretGad7, as a line only; no things that stand out" in heard
    assert "not encrypted" in heard


def test_that_nothing_unticked_can_be_seen_heard_or_pointed_at(open_sheet):
    sheet = open_sheet(shared_view(SOME, MATERIAL))
    text = words_in(sheet)

    assert [each for each in unticked(SOME.ticked, SOME.numbers) if each in text] == []
    assert "SecretGad7" in text


def test_that_the_preview_is_what_is_saved_and_each_page_can_be_heard(open_sheet, qtbot, tmp_path):
    long = replace(shared_view(SOME, MATERIAL), agenda=("a line",) * 60)
    sheet = open_sheet(long)
    with qtbot.waitSignal(sheet.saved) as told:
        sheet.save(tmp_path / "for us.pdf")

    pages = sheet.preview.pages
    reader = pypdf.PdfReader(io.BytesIO((tmp_path / "for us.pdf").read_bytes()))
    assert [each.accessibleName() for each in pages] == ["Page 1 of 2", "Page 2 of 2"]
    assert len(reader.pages) == 2
    assert "Secret first action" in pages[1].accessibleDescription()
    assert "Secret first action" in reader.pages[1].extract_text()
    assert told.args == ["for us.pdf"]
    assert sheet.said.message.startswith("Saved as for us.pdf. The PDF is not encrypted")
    assert [each.name for each in tmp_path.iterdir()] == ["for us.pdf"]


def test_that_a_page_is_as_wide_as_there_is_room_and_keeps_its_shape(open_sheet):
    sheet = open_sheet(shared_view(SOME, MATERIAL))
    QApplication.processEvents()
    (picture,) = sheet.preview.pages

    assert picture.width() > sheet.width() / 2
    # A4 is 297 mm high and 210 mm wide
    assert picture.heightForWidth(picture.width()) == pytest.approx(
        picture.width() * 297 / 210, 0.01
    )


def test_that_a_name_is_on_it_only_once_it_is_typed(open_sheet, qtbot, tmp_path):
    sheet = open_sheet(shared_view(SOME, MATERIAL))
    qtbot.keyClicks(sheet.name.line, "Zo")

    assert "your name, Zo" in sheet.lines.text()
    assert sheet.preview.maker.printed is None  # the page without a name is not saved by mistake
    qtbot.keyClick(sheet.name.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.preview.maker.printed is not None)
    with qtbot.waitSignal(sheet.saved):
        sheet.save(tmp_path / "a.pdf")
    assert "Zo · 20 November 2026" in text_of(tmp_path / "a.pdf")


def test_that_save_waits_for_the_pages_and_then_asks_where(open_sheet, qtbot, gate):
    sheet = open_sheet(shared_view(SOME, MATERIAL), wait=False)
    qtbot.waitUntil(gate.reached.is_set)
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)

    assert sheet.findChildren(QFileDialog) == []
    gate.set()
    qtbot.waitUntil(lambda: bool(sheet.findChildren(QFileDialog)))
    (asked,) = sheet.findChildren(QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == "For supervision 2026-11-20.pdf"
    asked.reject()


def test_that_making_shows_how_far_it_is_and_can_be_stopped_and_begun_again(
    open_sheet, qtbot, gate
):
    sheet = open_sheet(shared_view(SOME, MATERIAL), wait=False)
    preview = sheet.preview
    qtbot.waitUntil(lambda: preview.stop_button.isVisible() and preview.bar.maximum() > 0)
    assert (preview.bar.value(), preview.bar.maximum()) == (1, 4)  # 2 charts, file and preview

    qtbot.mouseClick(preview.stop_button, Qt.MouseButton.LeftButton)
    gate.set()
    qtbot.waitUntil(preview.again.isVisible)
    assert preview.pages == ()
    assert not preview.stop_button.isVisible()
    qtbot.mouseClick(preview.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(preview.pages) == 1)
    assert not preview.again.isVisible()


def test_that_closing_in_the_middle_leaves_no_thread_and_no_file(
    open_sheet, qtbot, gate, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    sheet = open_sheet(shared_view(SOME, MATERIAL), wait=False)
    qtbot.waitUntil(gate.reached.is_set)
    threading.Timer(0.05, gate.set).start()
    sheet.done(0)  # as locking does

    assert not sheet.preview.maker.busy
    assert list(tmp_path.iterdir()) == []


def test_that_a_disk_that_is_full_is_told_and_the_file_stays_as_it_was(
    open_sheet, qtbot, tmp_path, monkeypatch
):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"before")

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    sheet = open_sheet(shared_view(SOME, MATERIAL))
    monkeypatch.setattr("burnout_check.paths.os.fsync", full)
    sheet.save(file)
    qtbot.waitUntil(sheet.said.isVisible)

    assert sheet.said.message.startswith("The disk that holds the folder")
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]
    assert sheet.save_button.isEnabled()


def test_that_there_is_no_file_to_save_when_nothing_is_shown(open_sheet):
    nothing = replace(shared_view(SharingChoice(WEEKS), MATERIAL), agenda=())
    sheet = open_sheet(nothing, wait=False)

    assert nothing.is_empty
    assert not sheet.save_button.isVisible()
    assert not sheet.preview.maker.busy


def test_that_a_line_only_has_the_same_pixels_whatever_its_numbers(open_sheet, qtbot):
    """Numbers ten times as large, in the same proportion, change no pixel of the preview."""
    series = MATERIAL.series["gad7"]
    grown = Series(
        replace(series.measure, high=1_000_000),
        tuple(Point(point.week, 10 * point.value) for point in series.points),
    )
    other = replace(MATERIAL, series={**MATERIAL.series, "gad7": grown})
    pictures = []
    for source in (MATERIAL, other):
        sheet = open_sheet(shared_view(LINE_ONLY, source))
        (picture,) = sheet.preview.pages
        pictures.append(picture.pixmap().toImage().convertToFormat(QImage.Format.Format_RGB32))
        sheet.reject()

    assert pictures[0] == pictures[1]
    assert pictures[0].pixelColor(5, 5).name() == "#ffffff"


def test_that_a_sign_no_typeface_has_is_named_before_and_after_saving(open_sheet, qtbot, tmp_path):
    words = "1 sign could not be printed, and □ stands in the place: 🙂."
    value = replace(shared_view(SOME, MATERIAL), agenda=("less admin → more clients 🙂 ✓",))
    sheet = open_sheet(value)

    assert sheet.said.message == words
    with qtbot.waitSignal(sheet.saved):
        sheet.save(tmp_path / "a.pdf")
    assert sheet.said.message.endswith(words)
    assert "less admin → more clients □ ✓" in text_of(tmp_path / "a.pdf")


def test_that_nothing_is_named_any_more_once_the_name_can_be_printed(open_sheet, qtbot):
    sheet = open_sheet(shared_view(SOME, MATERIAL))
    sheet.name.line.setText("Zoë 🙂")
    sheet._make()
    qtbot.waitUntil(lambda: "🙂" in sheet.said.message)
    sheet.name.line.setText("Zoë")
    sheet._make()

    qtbot.waitUntil(sheet.said.isHidden)

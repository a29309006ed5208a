"""Taking what is on the screen away: said first what a file is, then written, or said why not."""

import csv
import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from burnout_check.domain.event import Event, EventKind
from burnout_check.gui.trends.save_trends import NOT_ENCRYPTED, SaveTrends
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.session.session import Session
from tests.gui.people import words


def asked(qtbot: QtBot, page: TrendsPage) -> SaveTrends:
    qtbot.mouseClick(page.bar.save, Qt.MouseButton.LeftButton)
    (sheet,) = page.findChildren(SaveTrends)
    return sheet


def saved(qtbot: QtBot, page: TrendsPage, file: Path, *, kind: str) -> None:
    sheet = asked(qtbot, page)
    sheet.kinds[kind].setChecked(True)
    qtbot.mouseClick(sheet.go_on, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == kind
    dialog.fileSelected.emit(str(file))
    dialog.close()
    qtbot.waitUntil(page.saver.isVisible)


def test_that_the_person_is_told_what_the_file_is_before_it_is_written(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    sheet = asked(qtbot, page)

    assert NOT_ENCRYPTED in words(sheet)
    assert "Caseload" in words(sheet)
    assert page.findChildren(QFileDialog) == []
    sheet.reject()


def test_that_what_asks_goes_with_the_page_when_it_is_locked(qtbot: QtBot, show, full: Session):
    page = show(full)
    sheet = asked(qtbot, page)
    assert sheet.parentWidget() is page.saver.parentWidget()

    qtbot.mouseClick(sheet.go_on, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.parentWidget() is page.saver.parentWidget()
    dialog.reject()


BEGINS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF-"}
SILENT = (b"creationdate", b"matplotlib v", b"dc:date", b"/producer", b"software")


@pytest.mark.parametrize("kind", BEGINS)
def test_that_a_picture_is_saved_where_the_person_says_and_says_not_when_or_with_what(
    qtbot: QtBot, show, full: Session, tmp_path: Path, kind
):
    page = show(full)
    file = tmp_path / f"what I show – Ärger.{kind}"

    saved(qtbot, page, file, kind=kind)
    content = file.read_bytes()

    assert content.startswith(BEGINS[kind])
    assert page.saver.message.startswith(f"Saved as {file.name}.")
    assert [word for word in SILENT if word in content.lower()] == []


def test_that_the_csv_has_the_numbers_of_the_table(
    qtbot: QtBot, show, full: Session, tmp_path: Path
):
    event = full.events.add(Event(full.ledger.today, EventKind.OTHER, "=1+1"))
    page = show(full)
    page.bar.show_weeks(None)
    file = tmp_path / "trends.csv"

    saved(qtbot, page, file, kind="csv")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))

    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    told = {row["Week of"]: row["Caseload (people)"] for row in rows if row["Caseload (people)"]}
    assert {week: float(value) for week, value in told.items()} == {
        point.week.monday.isoformat(): point.value
        for point in full.ledger.reading.series["fact_caseload"].points
    }
    assert rows[0]["Events"] == f"{event.day.isoformat()} =1+1"


def test_that_a_name_without_an_ending_gets_one(qtbot: QtBot, show, full: Session, tmp_path: Path):
    page = show(full)

    saved(qtbot, page, tmp_path / "November.2026", kind="csv")

    assert [file.name for file in tmp_path.glob("Nov*")] == ["November.2026.csv"]


def test_that_a_picture_that_cannot_be_saved_says_why(
    qtbot: QtBot, show, full: Session, tmp_path: Path
):
    page = show(full)

    saved(qtbot, page, tmp_path / "gone" / "a.svg", kind="svg")

    assert str(tmp_path / "gone") in page.saver.message
    assert list(tmp_path.glob("**/a.svg*")) == []


def test_that_a_full_disk_is_said_and_leaves_nothing(
    qtbot: QtBot, show, full: Session, tmp_path: Path, monkeypatch
):
    page = show(full)

    def no_room(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("burnout_check.paths.os.fsync", no_room)

    saved(qtbot, page, tmp_path / "a.csv", kind="csv")

    assert "is full" in page.saver.message
    assert [file.name for file in tmp_path.glob("*a.csv*")] == []


def test_that_a_sign_no_typeface_has_is_named_and_a_dollar_is_a_dollar(
    qtbot: QtBot, show, full: Session, tmp_path: Path
):
    full.events.add(Event(full.ledger.today, EventKind.OTHER, "$$ 🙂"))
    page = show(full)

    saved(qtbot, page, tmp_path / "a.svg", kind="svg")

    named = "1 sign could not be printed, and □ stands in the place: 🙂."
    assert page.saver.message.endswith(named)

"""Backups in the window: made by themselves and when asked, told quietly, and their place moved."""

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from burnout_check import elsewhere
from burnout_check.domain.backup import BackupFile
from burnout_check.gui.backups import backing_up
from burnout_check.gui.backups.backing_up import BackingUp
from burnout_check.gui.settings.backup_panel import FIRST, LOOKING, BackupPanel
from burnout_check.gui.this_week.this_week_page import ThisWeekPage
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session
from burnout_check.store.files import backups
from tests.gui.people import FRIDAY, Asked, context, person, press, words
from tests.patience import SECONDS


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = person(tmp_path / "vault", burnout=(2, 3))
    yield session
    session.close()


@pytest.fixture
def maker(qapp: QApplication, session: Session) -> Iterator[BackingUp]:
    owner = QObject()  # its timers need an application
    made = BackingUp(session, owner)
    made.begin()
    made._soon.stop()  # each test says when
    yield made
    made.rest()
    made._soon.stop()


@pytest.fixture
def panel(qtbot: QtBot, session: Session, maker: BackingUp) -> BackupPanel:
    panel = BackupPanel(session, maker)
    qtbot.addWidget(panel)
    panel.refresh()
    panel.resize(720, 800)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    qtbot.waitUntil(lambda: maker.look.known is not None)
    return panel


def test_that_a_backup_follows_a_saved_check_in_and_then_is_not_due(
    qtbot, session, maker, monkeypatch
):
    maker._soon.setInterval(1)

    told: list[Changed] = []
    session.ledger.listen(told.append)
    session.ledger.changed(Changed.FINISHED)
    qtbot.waitUntil(lambda: Changed.BACKUPS in told)

    assert [backup.made for backup in session.vault_care.backups()] == [FRIDAY]
    assert not session.vault_care.backup_is_due(session.vault_care.look_at_backups())
    assert backing_up.SOON >= 1_000


def test_that_saving_twice_on_one_day_makes_one_backup(qtbot, session, maker):
    maker._soon.setInterval(1)
    for _time in range(2):
        session.ledger.changed(Changed.FINISHED)
        qtbot.waitUntil(lambda: _at_rest(maker))

    assert len(session.vault_care.backups()) == 1


def _at_rest(maker: BackingUp) -> bool:
    return not (maker._soon.isActive() or maker._if_due or maker.busy)


def test_that_back_up_now_shows_how_far_it_is_and_that_the_file_was_compared(
    qtbot, panel, session, maker
):
    seen: list[tuple[int, int]] = []
    maker.progressed.connect(lambda done, whole: seen.append((done, whole)))
    press(qtbot, panel.now)
    assert panel._progress.isVisible()
    qtbot.waitUntil(lambda: bool(panel.said.isVisible()))

    assert panel.said.message == "Backed up. The file was opened again and compared."
    assert len(session.vault_care.backups()) == 1
    assert panel.now.isEnabled()
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1] > 0
    assert not panel._progress.isVisible()


def test_that_a_cancelled_backup_leaves_no_file(qtbot, panel, session, maker, monkeypatch):
    cancelled = threading.Event()
    really = session.vault_care.back_up_now

    def not_before_it_is_cancelled(*given, **named):
        assert cancelled.wait(SECONDS)
        return really(*given, **named)

    monkeypatch.setattr(session.vault_care, "back_up_now", not_before_it_is_cancelled)
    press(qtbot, panel.now)
    maker.cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: bool(panel.said.isVisible()))

    assert panel.said.message == "Cancelled. No file was left behind."
    assert session.vault_care.backups() == ()


def test_that_closing_in_the_middle_of_a_backup_is_safe(session, maker):
    maker.start()

    maker.rest()

    assert not maker.busy


def test_that_a_page_by_itself_makes_no_backup_unasked(qapp, session):
    owner = QObject()
    maker = BackingUp(session, owner)
    session.ledger.changed(Changed.FINISHED)

    assert not maker._soon.isActive()


def test_that_the_place_can_be_moved_and_new_backups_go_there(
    qtbot, panel, session, maker, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    press(qtbot, panel.move_place)
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(stick))
    dialog.reject()

    with qtbot.waitSignal(maker.ended):
        maker.start()

    assert session.vault_care.backup_place == stick
    assert [backup.path.parent for backup in session.vault_care.backups()] == [stick]


def test_that_a_long_list_is_shown_in_part_until_asked_for(qtbot, panel, session):
    made = session.vault_care.back_up_now()
    for number in range(FIRST + 2):
        shutil.copy(made.path, made.path.with_name(f"copy-{number}.bcbackup"))
    panel.refresh()
    qtbot.waitUntil(lambda: words(panel).count("Made by version") == FIRST)

    more = next(each for each in panel.findChildren(QWidget) if _says(each, f"all {FIRST + 3}"))
    press(qtbot, more)

    qtbot.waitUntil(lambda: words(panel).count("Made by version") == FIRST + 3)


def test_that_a_place_that_is_gone_is_said_quietly_on_this_week(qtbot, qapp, session, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    session.vault_care.set_backup_place(stick)
    asked = Asked()
    page = ThisWeekPage(context(session, asked=asked))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert "Backups are not being made just now" not in words(page)

    stick.rmdir()
    session.ledger.changed(Changed.BACKUPS)

    qtbot.waitUntil(lambda: "Backups are not being made just now" in words(page))
    assert str(stick) in words(page)
    see = next(each for each in page.findChildren(QWidget) if _says(each, "See backups"))
    press(qtbot, see)
    assert asked.commands == [("show_backups",)]


def _says(widget: QWidget, part: str) -> bool:
    text = getattr(widget, "text", None)
    return callable(text) and part in str(text()) and widget.isVisible()


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A place on the network that hangs until it is said to answer."""
    answers = threading.Event()
    real = backups.found_in

    def found_in(*places: Path) -> tuple[BackupFile, ...]:
        assert threading.current_thread() is not threading.main_thread()
        answers.wait(SECONDS)
        return real(*places)

    monkeypatch.setattr(backups, "found_in", found_in)
    yield answers
    answers.set()
    assert not elsewhere.still_under_way(SECONDS)


def test_that_a_place_that_hangs_freezes_nothing_and_what_was_known_stays(
    qtbot, panel, session, maker, hanging
):
    assert panel.last.text() == "There is none yet."

    maker.look.look()
    panel.refresh()

    assert panel.last.text() == "There is none yet."

    hanging.set()
    with qtbot.waitSignal(maker.look.looked):
        panel.refresh()


def test_that_it_is_said_that_backups_are_looked_for(qtbot, session, hanging):
    owner = QObject()
    maker = BackingUp(session, owner)
    panel = BackupPanel(session, maker)
    qtbot.addWidget(panel)
    panel.refresh()

    assert panel.last.text() == LOOKING

    hanging.set()
    qtbot.waitUntil(lambda: panel.last.text() == "There is none yet.")
    maker.rest()


def test_that_locking_waits_for_no_place_that_hangs_and_hears_nothing_from_it(
    qtbot, session, hanging
):
    owner = QObject()
    maker = BackingUp(session, owner)
    maker.look.look()
    with qtbot.assertNotEmitted(maker.look.looked):
        started = time.monotonic()
        maker.rest()
        assert time.monotonic() - started < 5
        session.close()
        hanging.set()
        assert not elsewhere.still_under_way(SECONDS)
        QApplication.processEvents()

    assert maker.look.known is None

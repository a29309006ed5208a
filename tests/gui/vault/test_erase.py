"""Erase everything: the question, the work, and the first start after it."""

import pytest
from PySide6.QtCore import Qt

from burnout_check.gui.vault.erase import EraseDialog
from burnout_check.gui.vault.erasing import ErasingPage
from tests.gui.people import person, words
from tests.vaults import PASSPHRASE


@pytest.fixture
def session(tmp_path):
    session = person(tmp_path / "vault", burnout=(1, 2, 3))
    session.vault_care.back_up_now()
    yield session
    session.close()


@pytest.fixture
def dialog(qtbot, session):
    dialog = EraseDialog(session)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    yield dialog
    dialog.done(0)
    dialog.deleteLater()


@pytest.fixture
def erased_with(dialog) -> list[str]:
    passphrases: list[str] = []
    dialog.confirmed.connect(passphrases.append)
    return passphrases


def test_that_it_says_what_goes_and_what_it_cannot_reach(dialog, session):
    said = words(dialog).replace("\u200b", "")

    assert "3 check-ins, what is half filled in, your actions, supervision and settings." in said
    assert f"Your backups in {session.vault_care.backup_place}" in said
    assert "Copies on other disks or made by your IT team" in said


def test_that_there_is_no_way_on_without_a_passphrase(dialog):
    assert not dialog.on.isEnabled()


def test_that_it_opens_with_the_way_out(dialog):
    assert dialog.first_focus() is dialog.close_button


def test_that_enter_in_the_field_does_not_erase(qtbot, dialog):
    dialog.passphrase.setFocus()
    qtbot.keyClicks(dialog.passphrase.line, PASSPHRASE)
    qtbot.keyClick(dialog.passphrase.line, Qt.Key.Key_Return)

    assert dialog.on.hasFocus()
    assert not dialog.busy


def test_that_a_wrong_passphrase_erases_nothing(qtbot, dialog, erased_with, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    qtbot.keyClicks(dialog.passphrase.line, "not this one")
    dialog.on.click()
    qtbot.waitUntil(lambda: bool(dialog.passphrase.error.text()))

    assert erased_with == []
    assert sorted(tmp_path.rglob("*")) == before


def test_that_the_right_one_is_handed_on_and_the_dialog_closes(qtbot, dialog, erased_with):
    qtbot.keyClicks(dialog.passphrase.line, PASSPHRASE)
    qtbot.keyClick(dialog.on, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: erased_with == [PASSPHRASE])

    assert not dialog.isVisible()


def test_that_the_page_erases_and_says_what_it_did(qtbot, session, tmp_path):
    marker = tmp_path / "marker"
    marker.touch()
    page = ErasingPage(session, PASSPHRASE, also=(marker,))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "Copies on other disks" in words(page))

    said = words(page)
    assert "Everything was erased" in said
    assert "Your data is gone. So is 1 backup." in said
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".lock"]
    assert left == []


def test_that_a_page_that_cannot_erase_says_so_and_leaves_it_locked(qtbot, session):
    page = ErasingPage(session, "not this one", also=())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.on.isVisible)

    assert "Not everything was erased" in words(page)
    assert page.said.isVisible()
    left = []
    page.left.connect(lambda: left.append(1))
    qtbot.keyClick(page.on, Qt.Key.Key_Return)
    assert left == [1]

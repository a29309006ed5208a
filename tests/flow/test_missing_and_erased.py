"""A folder emptied behind our back is recognised; one erased on purpose begins anew."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from burnout_check.errors import FolderError
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.vault.erase import EraseDialog
from burnout_check.gui.vault.erasing import ErasingPage
from burnout_check.gui.vault.first_run import FirstRunPage
from burnout_check.gui.vault.first_steps import AskedStep
from burnout_check.gui.vault.missing_vault_page import MissingVaultPage
from burnout_check.gui.vault.restore_done import DoneStep
from burnout_check.gui.vault.restore_steps import ChooseStep, LookStep, SecretStep
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.location import Concern, Marker, Place
from burnout_check.store.vault import Vault
from tests.flow.test_first_run_and_lock import through_first_run
from tests.vaults import PASSPHRASE

RISKY = "Your data is in a folder on the network."


@pytest.fixture
def marker(tmp_path, locked_vault):
    return Marker(locked_vault.folder, roaming=tmp_path / "roaming")


class Start:
    """Starts the app with what is known of its place."""

    def __init__(self, qtbot, qapp, locked_vault, marker):
        self.locked_vault, self.marker = locked_vault, marker
        self.windows = []
        self._qtbot, self._qapp = qtbot, qapp

    def __call__(self, *concerns):
        self.locked_vault.folder.mkdir(exist_ok=True)
        place = Place(self.marker, concerns)
        window = MainWindow(
            self._qapp, self.locked_vault, ScreenSettings(self.locked_vault.folder), place=place
        )
        self.windows.append(window)
        with self._qtbot.waitActive(window):
            window.show()
        return window


@pytest.fixture
def start(qtbot, qapp, locked_vault, marker):
    start = Start(qtbot, qapp, locked_vault, marker)
    yield start
    for window in start.windows:
        window.close()
        window.deleteLater()


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_that_an_empty_folder_is_a_first_start(start):
    assert isinstance(start().locked_page, FirstRunPage)


def test_that_unlocking_sets_the_marker(start, vault_with, ui_driver, marker):
    vault_with(1)
    ui_driver.unlock(start())

    assert marker.is_set


def test_that_a_folder_emptied_at_sign_out_is_recognised_and_said(
    start, vault_with, ui_driver, locked_vault, marker
):
    vault_with(1)
    window = start()
    ui_driver.unlock(window)
    window.lock("")
    shutil.rmtree(locked_vault.folder)
    page = start().locked_page

    assert isinstance(page, MissingVaultPage)
    assert "It was in this folder, and it is gone." in said(page)
    assert str(locked_vault.folder) in said(page).replace("\u200b", "")


def backed_up_to(stick, locked_vault):
    """Makes a backup elsewhere, and says which weeks are in it."""
    stick.mkdir()
    session = locked_vault.open(locked_vault.key_from_passphrase(PASSPHRASE))
    session.vault_care.set_backup_place(stick)
    backup = session.vault_care.back_up_now()
    weeks = [past.week for past in session.ledger.history.check_ins]
    session.close()
    return backup, weeks


def test_that_a_gone_vault_is_restored_from_a_backup(start, vault_with, ui_driver, tmp_path, qtbot):
    vault_with(3)
    backup, weeks = backed_up_to(tmp_path / "stick", start.locked_vault)
    start.marker.set()
    shutil.rmtree(start.locked_vault.folder)
    window = start()
    page = window.locked_page
    ui_driver.has_focus_in(page)
    ui_driver.enter()
    qtbot.waitUntil(lambda: page.recovery is not None)
    qtbot.waitUntil(lambda: isinstance(page.recovery.step, ChooseStep))
    page.recovery.step.file_chosen.emit(backup.path)
    qtbot.waitUntil(lambda: isinstance(page.recovery.step, SecretStep))
    ui_driver.has_focus_in(page.recovery.step)
    ui_driver.type(PASSPHRASE)
    ui_driver.enter()
    for kind in (LookStep, DoneStep):
        qtbot.waitUntil(lambda kind=kind: isinstance(page.recovery.step, kind))
        page.recovery.step.on.click()
    qtbot.waitUntil(lambda: window.shell is not None)

    assert [past.week for past in window.shell.session.ledger.history.check_ins] == weeks


def test_that_backups_in_a_folder_without_a_vault_are_said_and_offered(start, vault_with):
    """On another computer: the backups were copied there, and nothing else is known."""
    vault_with(3)
    locked_vault = start.locked_vault
    session = locked_vault.open(locked_vault.key_from_passphrase(PASSPHRASE))
    session.vault_care.back_up_now()
    session.close()
    for path in locked_vault.folder.iterdir():
        if path.is_file():
            path.unlink()

    page = start().locked_page

    assert isinstance(page, MissingVaultPage)
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "There are backups here" in said
    assert "it has 1 backup of Burnout Check" in said
    assert page.first_focus() is page.restore_button


def test_that_one_may_begin_anew(start, ui_driver, marker, qtbot):
    marker.set()
    window = start()
    page = window.locked_page
    assert isinstance(page, MissingVaultPage)
    page.anew.setFocus()
    ui_driver.enter()
    qtbot.waitUntil(lambda: isinstance(window.locked_page, FirstRunPage))
    through_first_run(window, ui_driver, qtbot)

    assert window.shell is not None


def test_that_esc_comes_back_from_the_list_of_backups(start, ui_driver, marker, qtbot):
    marker.set()
    page = start().locked_page
    ui_driver.has_focus_in(page)
    ui_driver.enter()
    qtbot.waitUntil(lambda: page.recovery is not None and page.recovery.step is not None)
    ui_driver.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.recovery is None)

    assert page.restore_button.isVisible()


def test_that_a_serious_risk_is_said_on_unlock_and_first_run(start, vault_with):
    first = start(Concern(RISKY)).locked_page
    on_first_run = said(first)
    vault_with(0)
    page = start(Concern(RISKY)).locked_page

    assert RISKY in on_first_run
    assert isinstance(page, UnlockPage)
    assert RISKY in said(page)


def test_that_a_first_run_that_is_closed_leaves_nothing_open(start, ui_driver, qtbot, locked_vault):
    window = start()
    page = window.locked_page
    ui_driver.has_focus_in(page.work)
    page.work.on.click()
    page._on_passphrase_chosen(PASSPHRASE)
    qtbot.waitUntil(lambda: page._keys is not None)
    key = page._keys.data_key
    page._on_code_kept()
    assert isinstance(page.step, AskedStep)
    window.close()

    assert key.wiped
    locked_vault.check_available()  # and no other window is kept out


def test_that_a_vault_made_on_a_disk_that_then_fails_is_said_to_be_there(
    start, qtbot, ui_driver, monkeypatch
):
    page = start().locked_page
    window = start.windows[0]
    page.work.on.click()
    page._on_passphrase_chosen(PASSPHRASE)
    qtbot.waitUntil(lambda: page._keys is not None)
    with monkeypatch.context() as patched:

        def fails(*_):
            raise FolderError("The disk fails.")

        patched.setattr("burnout_check.session.locked_vault.LockedVault._session", fails)
        patched.setattr("burnout_check.store.vault.Vault.create", _made_and_closed)
        page._on_code_kept()

    assert isinstance(window.locked_page, UnlockPage)
    qtbot.waitUntil(lambda: "The disk fails." in said(window.locked_page))
    assert "Your vault is made and opens with the passphrase you chose" in said(window.locked_page)
    ui_driver.unlock(window)


def _made_and_closed(folder, keys):
    new_keys_vault = _create(folder, keys)
    new_keys_vault.close()
    return new_keys_vault


_create = Vault.create


def test_that_everything_is_erased_and_the_first_start_comes(start, vault_with, ui_driver, qtbot):
    vault_with(2)
    window = start()
    shell = ui_driver.unlock(window)
    session = shell.session
    key = session.ledger.vault.data_key
    session.vault_care.back_up_now()
    shell.navigator.erase()
    dialog = window.findChild(EraseDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.passphrase.line.setFocus()
    ui_driver.type(PASSPHRASE)
    ui_driver.enter()  # to the button
    ui_driver.enter()
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), ErasingPage))
    page = window.centralWidget()
    qtbot.waitUntil(page.on.isVisible)
    assert window.shell is None
    assert "Everything was erased" in said(page)
    page.on.click()

    assert isinstance(window.locked_page, FirstRunPage)
    assert key.wiped
    assert not start.marker.is_set
    left = {path.name for path in start.locked_vault.folder.rglob("*") if path.is_file()}
    assert left <= {"vault.lock", "look.json"}

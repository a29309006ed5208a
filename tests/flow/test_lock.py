"""Locking: why it happens, what it takes away, and that nothing keeps it from happening."""

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QMessageBox
from shiboken6 import isValid

from burnout_check.errors import FolderError, VaultError
from burnout_check.gui.settings.settings_page import SettingsPage
from burnout_check.gui.vault.change_passphrase import ChangePassphrase
from burnout_check.gui.vault.new_code import NewCode
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window import session_watch
from burnout_check.gui.window.help_now import HelpNow
from burnout_check.gui.window.main_window import NOT_CLOSED
from burnout_check.store.database import EncryptedDatabase
from burnout_check.tour.ui_driver import settle
from tests.flow.conftest import saved
from tests.vaults import PASSPHRASE

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window, vault_with, ui_driver):
    vault_with(4)
    window = open_window()
    ui_driver.unlock(window)
    return window


@pytest.fixture
def key(window):
    """The data key of the open vault: what must be overwritten."""
    return window.shell.session.ledger.vault.data_key


def reason(window):
    page = window.locked_page
    assert isinstance(page, UnlockPage)
    return " ".join(label.text() for label in page.findChildren(QLabel))


def locked(window):
    return lambda: isinstance(window.locked_page, UnlockPage)


def test_that_ctrl_l_locks_and_says_so(window, key, ui_driver, qtbot):
    ui_driver.press(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(locked(window))

    assert "Locked because you asked." in reason(window)
    assert key.wiped


def test_that_ctrl_l_locks_with_a_dialog_open(window, key, ui_driver, qtbot):
    window.shell.navigator.change_passphrase()
    dialog = window.findChild(ChangePassphrase)
    qtbot.waitUntil(dialog.isActiveWindow)
    ui_driver.type("half a passph")
    ui_driver.press(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(locked(window))
    qtbot.waitUntil(lambda: not isValid(dialog))

    assert key.wiped


def test_that_ctrl_l_in_the_other_dialogs_of_the_app_locks_too(window, ui_driver, qtbot):
    window._window_dialogs._on_sentence_raised("Something could not be saved.")
    box = window.findChild(QMessageBox)
    qtbot.waitUntil(box.isActiveWindow)
    ui_driver.press(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(locked(window))
    qtbot.waitUntil(lambda: not isValid(box))


def test_that_a_list_that_hangs_open_is_closed(window, qtbot):
    window.shell.show_page("settings")
    select = next(each for each in window.findChildren(QComboBox) if each.isVisible())
    select.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    window.lock("Locked because you asked.")

    assert QApplication.activePopupWidget() is None
    qtbot.waitUntil(lambda: not isValid(select))


def test_that_the_draft_is_kept_and_said(window, ui_driver, qtbot):
    page = ui_driver.start_check_in(window.shell)
    qtbot.waitUntil(lambda: page.form.questions is not None)
    ui_driver.type("61")
    ui_driver.enter()
    ui_driver.type("2")  # of 24, when the lock comes
    window.lock("Locked because the window was minimised.")

    assert "Your half-filled check-in is safe." in reason(window)
    shell = ui_driver.unlock(window)
    (draft,) = shell.session.check_ins.drafts()
    assert draft.facts["fact_caseload"] == 61


def test_that_nobody_there_locks(window, key, qtbot):
    window._idle._timer.start(20)  # a minute of it would be long
    qtbot.waitUntil(locked(window))

    assert "Locked because you were away for 5 minutes." in reason(window)
    assert key.wiped


@pytest.mark.parametrize(("choice", "minutes"), [("1", 1), ("60", 60), ("0", None)])
def test_that_the_time_is_as_chosen(window, choice, minutes):
    window.shell.session.preferences.update({"lock_after": choice})

    timer = window._idle._timer
    assert (timer.interval() // 60_000 if timer.isActive() else None) == minutes


def test_that_a_touch_starts_the_time_anew_and_works_with_never(window, ui_driver, qtbot):
    window.shell.session.preferences.update({"lock_after": "0"})
    window.show_help_now()
    dialog = window.findChild(HelpNow)
    qtbot.waitUntil(dialog.isActiveWindow)
    ui_driver.press(Qt.Key.Key_L, CTRL)

    qtbot.waitUntil(locked(window))


@pytest.mark.parametrize("chosen", [True, False])
def test_that_minimising_locks_only_who_chose_it(window, qtbot, chosen):
    window.shell.session.preferences.update({"lock_on_minimise": chosen})
    window.showMinimized()
    if chosen:
        qtbot.waitUntil(locked(window))
        assert "the window was minimised" in reason(window)

    assert (window.shell is None) is chosen


def test_that_sleep_locks(window, key, qtbot):
    window._session_watch._slept -= 60  # as if a minute of sleep had gone by since
    qtbot.waitUntil(locked(window))

    assert session_watch.SLEPT in reason(window)
    assert key.wiped


def test_that_a_locked_screen_locks(window, key):
    sent = wintypes.MSG()
    sent.message, sent.wParam = 0x02B1, 0x7
    watching = session_watch.Messages(window._session_watch)
    watching.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent))

    assert session_watch.SCREEN_LOCKED in reason(window)
    assert key.wiped


def test_that_help_stays_open_over_a_lock(window, qtbot):
    window.show_help_now()
    dialog = window.findChild(HelpNow)
    window.lock("Locked because the computer was asleep.")
    settle()

    assert isValid(dialog)
    assert dialog.isVisible()
    dialog.reject()


def test_that_a_vault_that_does_not_close_is_locked_all_the_same(
    window, key, ui_driver, monkeypatch, qtbot
):
    close = EncryptedDatabase.close

    def fail(database):
        close(database)
        raise FolderError("The drive is gone.")

    monkeypatch.setattr(EncryptedDatabase, "close", fail)
    with pytest.MonkeyPatch.context() as quiet:
        quiet.setattr("burnout_check.gui.window.main_window._log.error", lambda *_, **_named: None)
        window.lock("Locked because you asked.")
        assert window.locked_page is not None  # though it is not closed yet
        qtbot.waitUntil(lambda: f"Locked because you asked. {NOT_CLOSED}" in reason(window))
    monkeypatch.undo()

    assert window.shell is None
    assert key.wiped
    ui_driver.unlock(window)


def test_that_drafts_that_cannot_be_read_keep_nothing_open(window, key, monkeypatch):
    def fail(_session):
        raise VaultError("The drive is gone.")

    monkeypatch.setattr(type(window.shell.session.check_ins), "drafts", fail)
    window.lock("Locked because you asked.")

    assert "Locked because you asked." in reason(window)
    assert key.wiped


def test_that_a_passphrase_change_under_way_is_whole_after_the_lock(
    window, locked_vault, ui_driver, qtbot
):
    window.shell.navigator.change_passphrase()
    dialog = window.findChild(ChangePassphrase)
    for field, words in (
        (dialog.passphrase, PASSPHRASE),
        (dialog.pair.first, "Tea before the next session"),
        (dialog.pair.again, "Tea before the next session"),
    ):
        field.set_text(words)
    dialog.on.click()
    qtbot.waitUntil(lambda: dialog.busy)
    window.lock("Locked because the computer was asleep.")
    window.activateWindow()  # as a desktop does when a dialog goes

    ui_driver.unlock(window, "Tea before the next session")


def test_that_a_backup_under_way_does_not_keep_it_open(window, key, locked_vault, qtbot):
    window.shell._backing_up.start()
    window.lock("Locked because you asked.")

    assert key.wiped
    assert all(backup.readable for backup in locked_vault.backups())


def test_that_a_lock_right_after_a_save_loses_nothing(window, ui_driver, locked_vault, qtbot):
    before = len(saved_now(window))
    page = ui_driver.start_check_in(window.shell)
    form = page.form
    for question in window.shell.session.check_ins.questions(form.draft):
        form._keep(form.draft.skip(question))
    window.shell.session.check_ins.submit(form.draft, leave_blank=True)
    window.lock("Locked because you asked.")

    assert len(saved(locked_vault)) == before + 1


def saved_now(window):
    return window.shell.session.ledger.history.check_ins


def test_that_nothing_can_be_changed_while_locked(window, ui_driver, qtbot):
    window.shell.show_page("settings")
    session = window.shell.session
    window.lock("Locked because you asked.")
    qtbot.waitUntil(lambda: not window.findChildren(SettingsPage))
    ui_driver.has_focus_in(window.locked_page)
    ui_driver.press(Qt.Key.Key_5, CTRL)

    assert window.shell is None
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    with pytest.raises(VaultError, match="locked"):  # a defect would have to try it
        session.preferences.update({"nation": "Wales"})


def test_that_a_copied_code_is_taken_off_the_clipboard(window, qtbot):
    window.shell.navigator.new_code()
    dialog = window.findChild(NewCode)
    dialog.passphrase.set_text(PASSPHRASE)
    dialog.on.click()
    qtbot.waitUntil(lambda: dialog.card is not None)
    dialog.card.copy_button.click()
    copied = QApplication.clipboard().text()
    window.lock("Locked because the screen was locked.")

    assert len(copied) == 35
    assert QApplication.clipboard().text() == ""


def test_that_the_clipboard_of_another_program_is_left_alone(window):
    window._clipboard.copy("999")
    QApplication.clipboard().setText("somebody else's")
    window.lock("")

    assert QApplication.clipboard().text() == "somebody else's"

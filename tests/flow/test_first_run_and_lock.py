"""The first start, the locked vault and what is left on the disk: nothing that can be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from burnout_check.domain.code_groups import groups
from burnout_check.errors import DamagedData
from burnout_check.gui.support.support_page import SupportPage
from burnout_check.gui.vault.first_run import FirstRunPage
from burnout_check.gui.vault.first_steps import AskedStep, CodeStep, ConfirmStep
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.help_now import HelpNow
from tests.vaults import PASSPHRASE

WORDS = "Zwölf ‘kleine’ Ottern \" ' schlafen"
NOTE = "needle in a haystack of weeks"


def through_first_run(window, ui_driver, qtbot) -> str:
    """Does the first run with the keyboard alone, and returns the recovery code shown."""
    page = window.locked_page
    assert isinstance(page, FirstRunPage)
    ui_driver.has_focus_in(page.work)
    page.work.on.setFocus()
    ui_driver.enter()
    ui_driver.has_focus_in(page.passphrase)
    ui_driver.type(WORDS)
    ui_driver.enter()
    ui_driver.type(WORDS)
    ui_driver.enter()
    qtbot.waitUntil(lambda: isinstance(page.step, CodeStep))
    assert isinstance(page.step, CodeStep)
    code = page.step.code
    page.step.on.setFocus()
    ui_driver.enter()
    qtbot.waitUntil(lambda: isinstance(page.step, ConfirmStep))
    assert isinstance(page.step, ConfirmStep)
    ui_driver.has_focus_in(page.step)
    for number in page.step.confirm.numbers:
        ui_driver.type(groups(code)[number - 1].lower())
        ui_driver.enter()
    qtbot.waitUntil(lambda: isinstance(page.step, AskedStep))
    ui_driver.enter()
    qtbot.waitUntil(lambda: window.shell is not None)
    ui_driver.has_focus_in(window.shell)
    return code


def test_that_a_first_run_makes_a_vault_that_the_same_words_open(
    open_window, ui_driver, qtbot, locked_vault
):
    window = open_window()
    through_first_run(window, ui_driver, qtbot)

    window.lock("")
    shell = ui_driver.unlock(window, WORDS)

    assert shell.session.ledger.history.check_ins == ()


def test_that_the_recovery_code_opens_it_too(open_window, ui_driver, qtbot, locked_vault):
    window = open_window()
    code = through_first_run(window, ui_driver, qtbot)
    window.lock("")
    page = window.locked_page
    assert isinstance(page, UnlockPage)
    ui_driver.has_focus_in(page)
    page.other_way.click()

    ui_driver.type(code.lower())
    ui_driver.enter()

    qtbot.waitUntil(lambda: window.shell is not None)


def test_that_nothing_typed_can_be_read_in_any_file(open_window, ui_driver, qtbot, locked_vault):
    window = open_window()
    code = through_first_run(window, ui_driver, qtbot)
    page = ui_driver.start_check_in(window.shell)
    session = window.shell.session
    session.check_ins.update_draft(page.form.draft.answer("burnout_item", 4).with_note(NOTE))
    session.actions.add(NOTE)
    session.preferences.update({"role": "hi_trainee"})

    needles = [WORDS, NOTE, code, code.replace("-", ""), "hi_trainee", "burnout_item"]
    found = [
        (path.name, needle)
        for path in locked_vault.folder.rglob("*")
        if path.is_file()
        for needle in needles
        if needle.encode() in path.read_bytes() or needle.encode("utf-16-le") in path.read_bytes()
    ]

    assert (locked_vault.folder / "vault.db").stat().st_size > 0
    assert found == []


def test_that_two_passphrases_that_differ_are_asked_for_again(
    open_window, ui_driver, qtbot, locked_vault
):
    page = open_window().locked_page
    assert isinstance(page, FirstRunPage)
    page.work.on.click()
    ui_driver.has_focus_in(page.passphrase)

    ui_driver.type("one")
    ui_driver.enter()
    ui_driver.type("two")
    ui_driver.enter()

    assert page.passphrase.again.error.text() == "The two are not the same. Type it again."
    assert locked_vault.is_new


def test_that_a_wrong_passphrase_is_said_and_the_right_one_opens_at_once(
    open_window, vault_with, ui_driver, qtbot
):
    vault_with(0)
    window = open_window()
    page = window.locked_page
    assert isinstance(page, UnlockPage)
    ui_driver.has_focus_in(page)

    ui_driver.type("not this one")
    ui_driver.enter()
    qtbot.waitUntil(lambda: bool(page.passphrase.error.text()))

    said = page.passphrase.error.text()
    assert said == "That passphrase does not open this vault. Check Caps Lock and try again."
    ui_driver.unlock(window, PASSPHRASE)  # what was typed is selected, so typing replaces it


def test_that_locking_destroys_every_personal_widget(open_window, vault_with, ui_driver, qtbot):
    vault_with(8)
    window = open_window()
    shell = ui_driver.unlock(window)
    for page in ("trends", "support", "settings", "check_in", "this_week"):
        shell.show_page(page)
    personal: list[QWidget] = shell.findChildren(QWidget)
    assert len(personal) > 100
    support = shell.page("support")
    assert isinstance(support, SupportPage)
    number = next(row.number for row in support.rows() if row.number is not None)
    number.click()
    assert QApplication.clipboard().text() == "999"

    window.lock("Locked because you asked.")
    qtbot.waitUntil(lambda: not any(isValid(widget) for widget in personal))

    assert window.shell is None
    assert QApplication.clipboard().text() == ""


def test_that_help_is_one_key_away_while_locked(open_window, vault_with, ui_driver, qtbot):
    vault_with(0)
    window = open_window()
    ui_driver.has_focus_in(window.locked_page)

    ui_driver.press(Qt.Key.Key_F2)

    qtbot.waitUntil(lambda: bool(window.findChildren(HelpNow)))
    window.findChildren(HelpNow)[0].reject()


def test_that_locking_closes_the_vault_even_when_its_data_cannot_be_read(
    open_window, vault_with, ui_driver, monkeypatch
):
    vault_with(0)
    window = open_window()
    session = ui_driver.unlock(window).session

    def cannot(_self):
        raise DamagedData("The data file vault.db is damaged.")

    with monkeypatch.context() as broken:
        broken.setattr(type(session.check_ins), "drafts", cannot)
        window.lock("Locked because you asked.")

    assert window.shell is None
    assert isinstance(window.locked_page, UnlockPage)
    ui_driver.unlock(window)  # the lock on the folder was given back too

"""Changing the passphrase and the recovery code, with real vaults and real key files."""

import errno
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from burnout_check.domain.code_groups import groups
from burnout_check.errors import WrongSecret
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.vault.change_passphrase import DONE as CHANGED
from burnout_check.gui.vault.change_passphrase import ChangePassphrase
from burnout_check.gui.vault.new_code import DONE as IN_USE
from burnout_check.gui.vault.new_code import NewCode
from burnout_check.gui.vault.secret_timeout import CLEARED
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session
from burnout_check.store.keys import KeyFile
from tests.gui.people import person, words
from tests.vaults import PASSPHRASE

NEW = "Zwölf Ottern schlafen heute"


@pytest.fixture
def session(tmp_path) -> Iterator[Session]:
    session = person(tmp_path / "vault")
    yield session
    session.close()


@pytest.fixture
def show(qtbot):
    dialogs = []

    def shown(dialog):
        dialogs.append(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        dialog.first_focus().setFocus()
        return dialog

    yield shown
    for dialog in dialogs:
        dialog.done(0)
        dialog.deleteLater()


def opens(folder, passphrase):
    try:
        KeyFile.read(folder).open_with_passphrase(passphrase).wipe()
    except WrongSecret:
        return False
    return True


def fill(dialog, old, new, again=None):
    dialog.passphrase.set_text(old)
    dialog.pair.first.set_text(new)
    dialog.pair.again.set_text(new if again is None else again)


def test_that_the_passphrase_is_changed(qtbot, show, session, tmp_path):
    dialog = show(ChangePassphrase(session))
    fill(dialog, PASSPHRASE, NEW)
    qtbot.keyClick(dialog.pair.again.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: CHANGED in words(dialog))

    assert opens(tmp_path / "vault", NEW)
    assert not opens(tmp_path / "vault", PASSPHRASE)
    assert NEW not in [field.text() for field in dialog.findChildren(type(dialog.code.line))]


def test_that_a_wrong_old_passphrase_is_said_and_nothing_changes(qtbot, show, session, tmp_path):
    dialog = show(ChangePassphrase(session))
    fill(dialog, "not this one", NEW)
    dialog.on.click()
    qtbot.waitUntil(lambda: bool(dialog.passphrase.error.text()))

    assert "does not open this vault" in dialog.passphrase.error.text()
    assert dialog.passphrase.line.hasFocus()
    assert dialog.pair.first.text() == NEW
    assert opens(tmp_path / "vault", PASSPHRASE)


def test_that_who_forgot_the_passphrase_changes_it_by_the_code(qtbot, show, session, tmp_path):
    code = session.vault_care.draw_code()
    session.vault_care.use_code(code)
    dialog = show(ChangePassphrase(session))
    dialog.other_way.click()
    dialog.code.set_text(code.lower().replace("-", " "))
    dialog.pair.first.set_text(NEW)
    dialog.pair.again.set_text(NEW)
    dialog.on.click()
    qtbot.waitUntil(lambda: CHANGED in words(dialog))

    assert opens(tmp_path / "vault", NEW)


def test_that_a_slip_in_the_code_is_said_beside_it(qtbot, show, session):
    dialog = show(ChangePassphrase(session))
    dialog.other_way.click()
    dialog.code.set_text("ABCDE")
    dialog.pair.first.set_text(NEW)
    dialog.pair.again.set_text(NEW)
    dialog.on.click()
    qtbot.waitUntil(lambda: bool(dialog.code.error.text()))

    assert dialog.code.error.text().startswith("A recovery code has 30 letters and digits.")


def test_that_the_old_passphrase_is_asked_for(show, session):
    dialog = show(ChangePassphrase(session))
    dialog.on.click()

    assert dialog.passphrase.error.text() == "Type your passphrase."


def test_that_a_failing_disk_leaves_the_old_passphrase(qtbot, show, session, tmp_path, monkeypatch):
    def fail(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("burnout_check.paths.os.fsync", fail)
    dialog = show(ChangePassphrase(session))
    fill(dialog, PASSPHRASE, NEW)
    dialog.on.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    monkeypatch.undo()

    assert opens(tmp_path / "vault", PASSPHRASE)
    assert dialog.on.isEnabled()


def test_that_every_typed_secret_is_cleared_when_left_standing(qtbot, show, session):
    dialog = show(ChangePassphrase(session))
    for field in (dialog.pair.again, dialog.pair.first, dialog.passphrase):
        qtbot.keyClicks(field.line, "words")
    for standing in (dialog.standing, dialog.pair.standing):
        standing.setInterval(1)  # which starts it anew
    fields = (dialog.passphrase, dialog.pair.first, dialog.pair.again)
    qtbot.waitUntil(lambda: not any(field.text() for field in fields))

    assert dialog.passphrase.error.text() == CLEARED


def test_that_closing_leaves_nothing_typed(show, session):
    dialog = show(ChangePassphrase(session))
    fill(dialog, PASSPHRASE, NEW)
    dialog.reject()

    fields = (dialog.passphrase, dialog.pair.first, dialog.pair.again)
    assert [field.text() for field in fields] == ["", "", ""]


def changed(qtbot, show, session):
    dialog = show(ChangePassphrase(session))
    fill(dialog, PASSPHRASE, NEW)
    dialog.on.click()
    qtbot.waitUntil(lambda: CHANGED in words(dialog))
    return dialog


def test_that_what_the_old_passphrase_opens_can_be_deleted_at_once(qtbot, show, session):
    old = session.vault_care.back_up_now()
    heard: list[Changed] = []
    dialog = changed(qtbot, show, session)
    session.ledger.listen(heard.append)

    assert dialog.on.text() == "Make a new backup and delete the older ones"
    assert dialog.close_button.text() == "Keep them"

    dialog.on.click()
    qtbot.waitUntil(lambda: "A new backup is made. The older one is deleted." in words(dialog))

    assert not old.path.exists()
    assert len(session.vault_care.backups()) == 1
    assert heard == [Changed.BACKUPS]
    assert dialog.close_button.text() == "Close"


def test_that_older_backups_can_be_kept(qtbot, show, session):
    old = session.vault_care.back_up_now()
    dialog = changed(qtbot, show, session)
    dialog.close_button.click()

    assert not dialog.isVisible()
    assert session.vault_care.backups() == (old,)


def test_that_a_failed_renewal_is_said_and_all_is_kept(qtbot, show, session, monkeypatch):
    old = session.vault_care.back_up_now()
    dialog = changed(qtbot, show, session)

    def full(*_arguments, **_named):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("burnout_check.store.files.backups.archive.write", full)
    dialog.on.click()
    qtbot.waitUntil(dialog.trouble.isVisible)

    assert old.path.exists()
    assert dialog.on.isEnabled()


def test_that_a_pasted_passphrase_is_the_one_that_is_typed(qtbot, show, session, tmp_path):
    dialog = show(ChangePassphrase(session))
    fill(dialog, f"{PASSPHRASE}\u00a0", f"{NEW}\u200b", again=f" {NEW}")
    dialog.on.click()
    qtbot.waitUntil(lambda: CHANGED in words(dialog))

    assert opens(tmp_path / "vault", NEW)


@pytest.fixture
def new_code(qapp, show, session):
    return show(NewCode(session, Clipboard(QApplication.clipboard())))


def go_to_code(qtbot, dialog):
    qtbot.keyClicks(dialog.passphrase.line, PASSPHRASE)
    qtbot.keyClick(dialog.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.card is not None)
    shown = [
        label.text() for label in dialog.card.groups.findChildren(object) if hasattr(label, "text")
    ]
    return "-".join(text for text in shown if len(text) == 5)


def confirm(qtbot, dialog, code):
    dialog.on.click()
    for number, field in zip(dialog.confirm.numbers, dialog.confirm.fields, strict=True):
        qtbot.keyClicks(field.line, groups(code)[number - 1].lower())
        qtbot.keyClick(field.line, Qt.Key.Key_Return)


def test_that_a_new_code_opens_the_vault_once_confirmed(qtbot, new_code, tmp_path):
    code = go_to_code(qtbot, new_code)
    with pytest.raises(WrongSecret):
        KeyFile.read(tmp_path / "vault").open_with_code(code)
    confirm(qtbot, new_code, code)
    qtbot.waitUntil(lambda: IN_USE in words(new_code))

    KeyFile.read(tmp_path / "vault").open_with_code(code).wipe()
    assert code not in words(new_code)


def test_that_two_different_groups_are_asked(qtbot, new_code):
    go_to_code(qtbot, new_code)
    new_code.on.click()

    first, second = new_code.confirm.numbers
    assert 1 <= first < second <= 6


def test_that_a_wrong_group_is_said_and_the_old_code_stays(qtbot, new_code, session, tmp_path):
    old = session.vault_care.draw_code()
    session.vault_care.use_code(old)
    code = go_to_code(qtbot, new_code)
    new_code.on.click()
    first, second = new_code.confirm.numbers
    new_code.confirm.fields[0].set_text(groups(code)[second - 1])
    new_code.confirm.fields[1].set_text("")
    new_code.on.click()

    assert new_code.confirm.fields[0].error.text() == f"That is group {second}. Type group {first}."
    assert new_code.confirm.fields[1].error.text() == f"Type group {second} of your code."
    KeyFile.read(tmp_path / "vault").open_with_code(old).wipe()


def test_that_the_code_can_be_seen_again_before_it_is_confirmed(qtbot, new_code):
    code = go_to_code(qtbot, new_code)
    new_code.on.click()
    hidden = new_code.card.isVisible()
    new_code.again.click()

    assert hidden is False
    assert new_code.card.isVisible()
    assert groups(code)[0] in words(new_code)


def test_that_a_wrong_passphrase_shows_no_code(qtbot, new_code):
    qtbot.keyClicks(new_code.passphrase.line, "not this one")
    qtbot.keyClick(new_code.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(new_code.passphrase.error.text()))

    assert new_code.card is None


def test_that_the_code_is_copied_as_it_is_shown(qtbot, new_code):
    code = go_to_code(qtbot, new_code)
    new_code.card.copy_button.click()

    assert QApplication.clipboard().text() == code
    QApplication.clipboard().clear()

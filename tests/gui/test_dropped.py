"""What another thread brings after the page is gone: no key and no open vault is left lying."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from burnout_check.elsewhere import still_under_way
from burnout_check.errors import FolderError, KeptAllTheSame
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.vault.missing_vault_page import MissingVaultPage
from burnout_check.gui.vault.restore_steps import ChooseStep
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.session.locked_vault import LockedVault
from tests.gui.people import again, words
from tests.gui.vault.test_restore import locked_vault, page, to_look
from tests.patience import SECONDS
from tests.vaults import PASSPHRASE

__all__ = ["locked_vault", "page"]  # fixtures


class Gate:
    """Holds a call on the other thread up, just before it ends, until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.reached, self._open = threading.Event(), threading.Event()
        self.results: list[object] = []

    def before(self, owner: type, name: str) -> None:
        real = getattr(owner, name)

        def held(*arguments: object) -> object:
            self.results.append(real(*arguments))
            self.reached.set()
            self._open.wait(SECONDS)
            return self.results[-1]

        self._patch.setattr(owner, name, held)

    def open_now(self) -> None:
        """Now that nobody waits for it any more; and see it to its end."""
        self._open.set()
        assert not still_under_way(20)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


@pytest.fixture
def unlock(qtbot: QtBot, locked_vault: LockedVault) -> Iterator[UnlockPage]:
    page = UnlockPage(locked_vault)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    page.leave()


def test_that_a_vault_restored_as_the_page_goes_is_closed(qtbot, page, locked_vault, gate):
    step = to_look(qtbot, page)
    gate.before(LockedVault, "restore")
    step.on.click()
    assert gate.reached.wait(SECONDS)
    page.forget()
    gate.open_now()
    (session,) = gate.results

    assert session.ledger.vault.closed
    assert session.ledger.vault.data_key.wiped
    again(locked_vault.folder).close()  # and its folder is free


def test_that_a_key_found_as_the_page_goes_is_wiped(qtbot, unlock, gate):
    gate.before(LockedVault, "key_from_passphrase")
    unlock.passphrase.set_text(PASSPHRASE)
    unlock.unlock.click()
    assert gate.reached.wait(SECONDS)
    unlock.leave()
    gate.open_now()
    (key,) = gate.results

    assert key.wiped


def test_that_going_to_the_backups_while_a_key_is_sought_opens_nothing(qtbot, unlock, gate):
    gate.before(LockedVault, "key_from_passphrase")
    unlock.passphrase.set_text(PASSPHRASE)
    unlock.unlock.click()
    assert gate.reached.wait(SECONDS)
    with qtbot.assertNotEmitted(unlock.opened):
        unlock.restore_button.click()
        gate.open_now()
        qtbot.waitUntil(lambda: unlock.recovery.step is not None)
    (key,) = gate.results

    assert key.wiped
    assert unlock.unlock.isEnabled()


def test_that_a_key_of_a_backup_found_as_the_page_goes_is_wiped(qtbot, page, gate):
    gate.before(LockedVault, "backup_key_from_passphrase")
    page.step.on.click()
    page.step.passphrase.set_text(PASSPHRASE)
    page.step.on.click()
    assert gate.reached.wait(SECONDS)
    page.forget()
    gate.open_now()
    (key,) = gate.results

    assert key.wiped


def test_that_a_result_goes_to_whom_it_is_for_or_is_put_away_and_never_both(qtbot):
    owner = QObject()
    got: list[int] = []
    dropped: list[int] = []
    worker = Worker(owner)
    worker.start(lambda: 1, done=got.append, failed=got.append, dropped=dropped.append)
    qtbot.waitUntil(lambda: not worker.busy)
    worker.forget()
    worker.start(lambda: 2, done=got.append, failed=got.append, dropped=dropped.append)
    worker.forget()
    assert not still_under_way(20)

    assert (got, dropped) == ([1], [2])


@pytest.fixture
def opens_badly(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on, what is restored cannot be opened."""

    def fails(*_: object) -> None:
        raise FolderError("The disk fails.")

    return lambda: monkeypatch.setattr(LockedVault, "open", fails)


def test_that_what_is_restored_and_cannot_be_opened_is_told_as_restored(
    qtbot, unlock, locked_vault, opens_badly
):
    unlock.restore()
    qtbot.waitUntil(lambda: isinstance(unlock.recovery.step, ChooseStep))
    step = to_look(qtbot, unlock.recovery)
    opens_badly()
    step.on.click()
    qtbot.waitUntil(lambda: unlock.recovery is None)

    said = words(unlock)
    assert "The backup has been restored, but it cannot be opened yet. The disk fails." in said
    assert len(locked_vault.set_aside()) == 1


def test_that_where_a_vault_was_gone_it_is_told_as_restored_and_asks_to_be_unlocked(
    qtbot, locked_vault, tmp_path, opens_badly
):
    backup = locked_vault.backups()[0].path
    elsewhere = LockedVault(tmp_path / "other", locked_vault.content, cost=locked_vault._cost)
    elsewhere.folder.mkdir()
    page: Any = MissingVaultPage(elsewhere)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.restore_button.click()
    qtbot.waitUntil(lambda: page.recovery.step is not None)
    page.recovery.step.file_chosen.emit(backup)
    qtbot.waitUntil(lambda: not isinstance(page.recovery.step, ChooseStep))
    qtbot.keyClicks(page.recovery.step.passphrase.line, PASSPHRASE)
    before = page.recovery.step
    before.on.click()
    qtbot.waitUntil(lambda: page.recovery.step is not before)
    opens_badly()
    with qtbot.waitSignal(page.made) as made:
        page.recovery.step.on.click()

    assert made.args[0].startswith("The backup has been restored")


def test_that_both_sentences_are_in_what_is_kept_all_the_same():
    error = KeptAllTheSame("It is saved.", FolderError("The disk fails."))

    assert str(error) == "It is saved. The disk fails."

"""Locking and closing while something is under way on another thread."""

import threading

import pytest

from burnout_check import elsewhere
from burnout_check.errors import UserError
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.vault.restore_steps import ChooseStep, LookStep, SecretStep
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session
from burnout_check.session.vault_care import VaultCare
from burnout_check.store.files import backups
from tests.flow.conftest import saved
from tests.patience import SECONDS
from tests.vaults import PASSPHRASE


class Gate:
    """Holds the other thread up at the end of a call, until it is opened."""

    def __init__(self, patch):
        self._patch = patch
        self.reached, self._open = threading.Event(), threading.Event()
        self.results = []

    def after(self, owner, name):
        real = getattr(owner, name)

        def held(*arguments, **named):
            self.results.append(real(*arguments, **named))
            self.reached.set()
            self._open.wait(SECONDS)
            return self.results[-1]

        self._patch.setattr(owner, name, held)

    def open_now(self):
        self._open.set()


@pytest.fixture
def gate(monkeypatch):
    return Gate(monkeypatch)


@pytest.fixture
def window(open_window, vault_with, ui_driver):
    vault_with(3)
    window = open_window()
    ui_driver.unlock(window)
    return window


def test_that_a_lock_in_the_middle_of_a_backup_waits_for_nothing_and_it_is_whole_or_not_at_all(
    window, locked_vault, gate, monkeypatch
):
    copies = []
    copied = VaultCare._copied_key

    def noted(care):
        copies.append(copied(care))
        return copies[-1]

    monkeypatch.setattr(VaultCare, "_copied_key", noted)
    key = window.shell.session.ledger.vault.data_key
    gate.after(backups, "_copied")  # the rows are read and the pages copied, and no file is made
    window.shell._backing_up.start()
    assert gate.reached.wait(SECONDS)
    window.lock("Locked because you asked.")  # and the backup has not gone on

    assert key.wiped
    assert isinstance(window.locked_page, UnlockPage)
    assert [copy.wiped for copy in copies] == [False]

    gate.open_now()
    assert not elsewhere.still_under_way(20)

    assert [copy.wiped for copy in copies] == [True]
    assert all(backup.readable for backup in locked_vault.backups())
    left = {path.suffix for path in (locked_vault.folder / "backups").iterdir()}
    assert left <= {".bcbackup"}


def test_that_work_for_a_page_which_a_lock_takes_away_ends_in_nothing(window, locked_vault, gate):
    """The seam for all that is slow, such as making a PDF: read the vault, then write a file."""
    session = window.shell.session
    told: list[object] = []
    worker = Worker(window.shell)
    locked = threading.Event()

    def work():
        checked = len(session.ledger.history.check_ins)
        gate.results.append(checked)
        gate.reached.set()
        locked.wait(SECONDS)
        return session.check_ins.drafts()  # it may find the vault closed

    worker.start(work, done=told.append, failed=told.append)
    assert gate.reached.wait(SECONDS)
    window.lock("Locked because you asked.")
    locked.set()

    assert session.ledger.vault.closed
    assert told == []
    assert len(saved(locked_vault)) == gate.results[0]


def test_that_a_closed_vault_says_that_it_is_locked_to_whoever_comes_late(window):
    session = window.shell.session
    window.lock("Locked because you asked.")

    for late in (session.check_ins.drafts, session.actions.all, session.vault_care.back_up_now):
        with pytest.raises(UserError, match="locked"):
            late()


def test_that_closing_the_window_in_the_middle_of_a_restore_lets_go_of_the_folder(
    window, locked_vault, gate, qtbot
):
    window.shell.session.vault_care.back_up_now()
    weeks = len(saved_in(window.shell.session))
    window.shell.navigator.restore()
    qtbot.waitUntil(lambda: window.locked_page is not None)
    recovery = window.locked_page.recovery
    for kind in (ChooseStep, SecretStep, LookStep):
        qtbot.waitUntil(lambda kind=kind: isinstance(recovery.step, kind))
        if kind is SecretStep:
            recovery.step.passphrase.set_text(PASSPHRASE)
        if kind is LookStep:
            gate.after(LockedVault, "restore")
        recovery.step.on.click()
    assert gate.reached.wait(SECONDS)
    window.close()  # which waits for nothing
    gate.open_now()
    assert not elsewhere.still_under_way(20)  # as the end of the program does
    (session,) = gate.results

    assert isinstance(session, Session)
    assert session.ledger.vault.closed
    locked_vault.check_available()  # nobody else is kept out
    assert len(saved(locked_vault)) == weeks
    assert len(locked_vault.set_aside()) == 1


def saved_in(session):
    return session.ledger.history.check_ins

"""Locking comes first: each way of locking, with each thing that could keep it from happening."""

import ctypes
import sys
import threading
from collections.abc import Callable
from ctypes import wintypes

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from burnout_check import elsewhere
from burnout_check.gui.bus.page import Page
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.supervision.page_maker import PageMaker
from burnout_check.gui.trends.trend_saver import TrendSaver
from burnout_check.gui.vault.change_passphrase import ChangePassphrase
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.crash import CrashDialog, CrashHook
from burnout_check.gui.window.session_watch import Messages
from burnout_check.gui.window.shell import Shell
from burnout_check.session.check_ins import CheckIns
from burnout_check.session.vault_care import VaultCare
from burnout_check.store.files import backups
from tests.dead_drive import DEAD, DeadDrive
from tests.patience import SECONDS
from tests.vaults import PASSPHRASE

CTRL = Qt.KeyboardModifier.ControlModifier


def _message(number: int, word: int) -> Callable[..., None]:
    """Windows tells of a locked screen, a sign-out or a suspend."""

    def send(window, _qtbot):
        sent = wintypes.MSG()
        sent.message, sent.wParam = number, word
        Messages(window._session_watch).nativeEventFilter(
            b"windows_generic_MSG", ctypes.addressof(sent)
        )

    return send


def _press(window, qtbot):
    qtbot.keyClick(QApplication.activeModalWidget() or window, Qt.Key.Key_L, CTRL)


def _slept(window, _qtbot):
    window._session_watch._slept -= 60
    window._session_watch.look()


WAYS = {
    "Ctrl+L": _press,
    "the button": lambda window, _qtbot: window.shell._sidebar.lock_asked.emit(),
    "nobody there": lambda window, _qtbot: window._idle._timer.start(1),
    "a sleep": _slept,
    "a suspend": _message(0x0218, 0x0004),
    "a locked screen": _message(0x02B1, 0x7),
    "a sign-out": _message(0x02B1, 0x6),
    "minimised": lambda window, _qtbot: window.showMinimized(),
    "closed": lambda window, _qtbot: window.close(),
    "asked to end": lambda window, _qtbot: window._on_ending(),
}


class Trouble:
    """What could keep a lock from happening, and how it ends after the test."""

    def __init__(self, window, drive: DeadDrive, patch: pytest.MonkeyPatch, qtbot):
        self.window, self.drive, self.patch, self.qtbot = window, drive, patch, qtbot
        self.reached, self.go_on = threading.Event(), threading.Event()

    @property
    def session(self):
        return self.window.shell.session

    def hold(self, owner: object, name: str) -> None:
        """A call that does not return before ``end``."""

        self.patch.setattr(owner, name, self.held)

    def held(self, *_arguments: object, **_named: object) -> None:
        self.reached.set()
        self.go_on.wait(SECONDS)

    def until_reached(self) -> None:
        self.qtbot.waitUntil(self.reached.is_set)

    def fail(self, owner: type, name: str) -> None:
        """A call that fails as a defect does, in C code."""
        self.patch.setattr(owner, name, lambda *_arguments: int("x"))

    def end(self) -> None:
        self.go_on.set()
        self.drive.answers()
        assert not elsewhere.still_under_way(60)


def _dies(name: str) -> Callable[[Trouble], None]:
    return lambda trouble: trouble.drive.dies(name, trouble.session)


def _backup_hangs(trouble: Trouble) -> None:
    trouble.hold(backups, "make")
    trouble.window.shell._backing_up.start()
    trouble.until_reached()


def _look_at_backups_hangs(trouble: Trouble) -> None:
    trouble.hold(backups, "found_in")
    trouble.window.shell._backing_up.look.look()
    trouble.until_reached()


def _page_works(trouble: Trouble) -> None:
    """As when charts are painted or saved."""
    trouble.window.shell.show_page("trends")
    worker = Worker(trouble.window.shell.current)
    worker.start(trouble.held, done=print, failed=print)
    trouble.until_reached()


def _pdf_is_made(trouble: Trouble) -> None:
    from burnout_check.report import page

    trouble.hold(page, "make")
    PageMaker(trouble.window.shell.current).make(None, name="")  # type: ignore[arg-type]
    trouble.until_reached()


def _passphrase_is_changed(trouble: Trouble) -> None:
    trouble.hold(VaultCare, "change_passphrase")
    trouble.window.shell.navigator.change_passphrase()
    dialog = trouble.window.findChild(ChangePassphrase)
    dialog.passphrase.set_text(PASSPHRASE)
    for field in (dialog.pair.first, dialog.pair.again):
        field.set_text("Tea before the next session")
    dialog.on.click()
    trouble.until_reached()


def _dialog_is_open(trouble: Trouble) -> None:
    trouble.window.shell.navigator.change_passphrase()


def _question_is_open(trouble: Trouble) -> None:
    trouble.window._window_dialogs._on_sentence_raised("Something could not be saved.")


def _crash_is_shown(trouble: Trouble) -> None:
    """A page that cannot be shown: on Python 3.11 that ended the process."""
    trouble.fail(type(trouble.window.shell.page("support")), "refresh")
    trouble.window.shell.show_page("support")
    trouble.qtbot.waitUntil(lambda: bool(_shown(trouble.window, CrashDialog)))


def _page_does_not_go(trouble: Trouble) -> None:
    trouble.window.shell.show_page("trends")
    trouble.fail(TrendSaver, "rest")  # called as the page is hidden


def _nothing_rests(trouble: Trouble) -> None:
    trouble.fail(Shell, "rest")
    trouble.fail(type(trouble.window._clipboard), "clear_if_ours")
    trouble.fail(type(trouble.window._window_dialogs), "close_personal")
    trouble.fail(type(trouble.window.capture), "exclude")


TROUBLES = {
    "nothing": lambda _trouble: None,
    **{f"the drive is dead: {name}": _dies(name) for name in DEAD},
    "the drive hangs": lambda trouble: trouble.drive.hangs(trouble.session),
    "a backup hangs": _backup_hangs,
    "a look at the backups hangs": _look_at_backups_hangs,
    "a page is at work": _page_works,
    "a PDF is being made": _pdf_is_made,
    "a dialog is at work": _passphrase_is_changed,
    "a dialog is open": _dialog_is_open,
    "a sentence stands there": _question_is_open,
    "a crash dialog stands there": _crash_is_shown,
    "the drafts fail": lambda trouble: trouble.fail(CheckIns, "drafts"),
    "a page fails to go": _page_does_not_go,
    "nothing can be put to rest": _nothing_rests,
}


def _shown(window: QWidget, kind: type[QDialog]) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


@pytest.fixture
def trouble(open_window, qtbot, monkeypatch, locked_vault, qapp):
    session = locked_vault.create(locked_vault.make_keys(PASSPHRASE))
    session.preferences.update({"lock_on_minimise": True})
    window = open_window()
    window.enter(session)
    hook = CrashHook(qapp)
    window.report_crashes(hook)
    monkeypatch.setattr(sys, "excepthook", hook._caught)
    with monkeypatch.context() as patch:
        found = Trouble(window, DeadDrive(locked_vault.folder, patch), patch, qtbot)
        yield found
        found.end()
    for dialog in window.findChildren(QDialog):
        dialog.deleteLater()


@pytest.mark.expects_log
@pytest.mark.parametrize("kind", TROUBLES)
@pytest.mark.parametrize("way", WAYS)
def test_that_it_locks(trouble, qtbot, way, kind):
    window, session = trouble.window, trouble.session
    vault = session.ledger.vault
    TROUBLES[kind](trouble)
    WAYS[way](window, qtbot)
    qtbot.waitUntil(lambda: isinstance(window.locked_page, UnlockPage))

    assert vault.data_key.wiped
    assert vault.closed
    assert window.shell is None
    assert trouble.drive.held_up == []
    assert not trouble.go_on.is_set()  # nothing that hangs was waited for

    qtbot.waitUntil(lambda: not window.findChildren(Page))
    left = [dialog for dialog in _shown(window, QDialog) if not isinstance(dialog, CrashDialog)]
    if kind == "nothing can be put to rest":
        assert all(isinstance(dialog, CrashDialog) for dialog in left)
    else:
        assert left == []

"""A bad day: the passphrase forgotten, files damaged; what was saved comes back by the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from burnout_check.domain.demo.demo_history import demo_history
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.questionnaire.history import History
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.session.locked_vault import LockedVault
from tests.flow.conftest import FRIDAY
from tests.vaults import PASSPHRASE

PAGE = 4096


class Person:
    """Does nothing but read what the screen says and press what it names."""

    def __init__(self, window, ui_driver, qtbot) -> None:
        self.window = window
        self._ui_driver = ui_driver
        self._qtbot = qtbot

    def reads(self) -> str:
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def waits_for(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.reads())

    def presses(self, words: str) -> None:
        shown = [
            button
            for button in self.window.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and button.text() == words
        ]
        assert len(shown) == 1, f"{words!r} is on {len(shown)} buttons"
        shown[0].setFocus(Qt.FocusReason.TabFocusReason)
        self._ui_driver.enter()

    def types(self, words: str) -> None:
        self._ui_driver.type(words)
        self._ui_driver.enter()

    def is_inside(self) -> None:
        self._qtbot.waitUntil(lambda: self.window.shell is not None)

    def has(self) -> tuple[CheckIn, ...]:
        assert self.window.shell is not None
        history: History = self.window.shell.session.ledger.history
        return history.check_ins


@pytest.fixture
def person(locked_vault, open_window, ui_driver, qtbot) -> Callable[[], Person]:
    def arrives() -> Person:
        window = open_window()
        ui_driver.has_focus_in(window.locked_page)
        return Person(window, ui_driver, qtbot)

    return arrives


@pytest.fixture
def year(locked_vault: LockedVault) -> tuple[str, tuple[CheckIn, ...]]:
    """A vault with a year in it and a backup of the same day: its code, and its check-ins."""
    keys = locked_vault.make_keys(PASSPHRASE)
    code = keys.recovery_code
    session = locked_vault.create(keys)
    parts = session.content.questionnaire.parts
    session.check_ins.add_all(
        demo_history(session.ledger.week.plus(-1), session.content.instruments, parts=parts)
    )
    session.vault_care.back_up_now()
    kept = session.ledger.history.check_ins
    session.close()
    return code, kept


def overwrite(file: Path, *, pages: range) -> bytes:
    """Overwrites pages of a file, as a failing disk may; returns what is in it now."""
    content = bytearray(file.read_bytes())
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    file.write_bytes(content)
    return bytes(content)


def middle_of(file: Path, *, pages: int) -> range:
    middle = file.stat().st_size // PAGE // 2
    return range(middle - pages // 2, middle - pages // 2 + pages)


def test_that_the_code_and_a_backup_bring_back_every_check_in_of_a_damaged_vault(
    person, locked_vault, year
):
    code, kept = year
    data = locked_vault.folder / "vault.db"
    damaged = overwrite(data, pages=middle_of(data, pages=5))
    somebody = person()

    somebody.types("was it the dog's name?")
    somebody.waits_for("That passphrase does not open this vault.")
    somebody.presses("Use recovery code")
    somebody.types(code)
    somebody.waits_for("Your data file is damaged")

    assert "Your recovery code is right." in somebody.reads()
    assert f"{len(kept)} check-ins, from the week of 18 November 2024" in somebody.reads()
    assert data.read_bytes() == damaged
    somebody.presses("See what is in the backup")
    somebody.waits_for("What is in this backup")
    assert "Compared with what can still be read here" in somebody.reads()
    assert data.read_bytes() == damaged
    somebody.presses("Restore this backup")
    somebody.waits_for(f"{len(kept)} check-ins are here")
    assert "Have you forgotten your passphrase?" in somebody.reads()
    assert any(
        aside.path.joinpath("vault.db").read_bytes() == damaged
        for aside in locked_vault.set_aside()
    )
    somebody.presses("Open")
    somebody.is_inside()
    assert somebody.has() == kept


def test_that_what_came_after_the_backup_is_read_and_what_is_lost_comes_from_the_backup(
    person, locked_vault, year
):
    code, _ = year
    session = locked_vault.open(locked_vault.key_from_code(code))
    later = Draft.begun(session.ledger.week, FRIDAY, ("burnout",), carried={}).answer(
        "burnout_item", 3
    )
    session.check_ins.submit(later, leave_blank=True)
    kept = session.ledger.history.check_ins
    session.close()
    data = locked_vault.folder / "vault.db"
    overwrite(data, pages=middle_of(data, pages=3))
    somebody = person()

    somebody.types(PASSPHRASE)
    somebody.waits_for("Your data file is damaged")
    somebody.presses("Read what can be read")
    somebody.waits_for(f"{len(kept)} check-ins are here")
    assert "No check-in is known to be missing" in somebody.reads()
    assert "came from the backup" in somebody.reads()
    somebody.presses("Open")
    somebody.is_inside()

    assert somebody.has() == kept


def test_that_a_restore_can_be_undone_at_once(person, locked_vault, year):
    _, kept = year
    somebody = person()

    somebody.presses("Restore a backup")
    somebody.waits_for("Newest first")
    somebody.presses("Go on")
    somebody.waits_for("Open the backup")
    somebody.types(PASSPHRASE)
    somebody.waits_for("It has the same check-ins as you have now.")
    somebody.presses("Restore this backup")
    somebody.waits_for("check-ins are here")
    somebody.presses("Undo the restore")
    somebody.waits_for("The restore was undone.")
    somebody.types(PASSPHRASE)
    somebody.is_inside()

    assert somebody.has() == kept


def test_that_a_restore_can_be_undone_after_the_app_was_used_again(
    person, locked_vault, year, ui_driver
):
    code, _ = year
    session = locked_vault.open(locked_vault.key_from_code(code))
    session.check_ins.remove(session.ledger.history.check_ins[-1].week)
    before = session.ledger.history.check_ins
    session.close()
    somebody = person()
    somebody.presses("Restore a backup")
    somebody.waits_for("Newest first")
    somebody.presses("Go on")
    somebody.waits_for("Open the backup")
    somebody.types(PASSPHRASE)
    somebody.waits_for("It brings back 1 check-in")
    somebody.presses("Restore this backup")
    somebody.waits_for("check-ins are here")
    somebody.presses("Open")
    somebody.is_inside()
    assert len(somebody.has()) == len(before) + 1

    somebody.waits_for("A backup was restored today")
    somebody.presses("Undo the restore")
    somebody.waits_for("The restore was undone.")
    ui_driver.has_focus_in(somebody.window.locked_page)
    somebody.types(PASSPHRASE)
    somebody.is_inside()

    assert somebody.has() == before


def test_that_lost_keys_come_from_a_backup_and_the_data_stays(person, locked_vault, year):
    code, kept = year
    for name in ("keys.json", "keys.copy.json"):
        overwrite(locked_vault.folder / name, pages=range(1))
    somebody = person()

    somebody.types(PASSPHRASE)
    somebody.waits_for("Your key file is damaged")
    assert "This does not mean that your passphrase is wrong." in somebody.reads()
    somebody.presses("Use a backup")
    somebody.waits_for("Newest first")
    somebody.presses("Go on")
    somebody.waits_for("Open the backup")
    somebody.presses("Use recovery code")
    somebody.types(code)
    somebody.waits_for("Your data can be opened")
    somebody.presses("Put the key file back")
    somebody.waits_for("The key file is back")
    somebody.waits_for(f"{len(kept)} check-ins are here")
    somebody.presses("Open")
    somebody.is_inside()

    assert somebody.has() == kept


def test_that_escape_goes_back_screen_by_screen_to_the_door(
    person, locked_vault, year, ui_driver, qtbot
):
    somebody = person()
    page = somebody.window.locked_page
    assert isinstance(page, UnlockPage)
    somebody.presses("Restore a backup")
    somebody.waits_for("Newest first")
    somebody.presses("Go on")
    somebody.waits_for("Open the backup")

    ui_driver.press(Qt.Key.Key_Escape)
    somebody.waits_for("Newest first")
    ui_driver.press(Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: page.recovery is None)
    ui_driver.has_focus_in(page.passphrase)

"""The part of the tour for a bad day: the passphrase forgotten, the data damaged, the code kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from burnout_check.gui.settings.settings_page import SettingsPage
from burnout_check.gui.vault.restore import RestorePage
from burnout_check.gui.vault.restore_steps import RestoreStep
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.tour.screenshots import Screenshots
from burnout_check.tour.ui_driver import press, type_text, wait_for, wait_until

DATA = "vault.db"


def lost_and_damaged(screenshots: Screenshots, code: str) -> None:
    """Back up, lock, damage the data, and get everything back by what the screen says.

    Args:
        screenshots: with the vault unlocked.
        code: its recovery code.
    """
    shell = screenshots.shell()
    shell.navigator.show_backups()
    page = wait_for(SettingsPage, lambda: shell.current)
    screenshots.click(page, "Back up now")
    wait_until(page.backups.said.isVisible)
    screenshots.picture("settings-backups")
    folder = shell.session.vault_care.backup_place.parent
    screenshots.click(shell, "Restore a backup")
    unlock_page = wait_for(UnlockPage, lambda: screenshots.window.locked_page)
    _step(unlock_page, "Restore a backup")
    screenshots.picture("restore-choose")
    screenshots.click(_in_view(unlock_page), "Go on")
    _step(unlock_page, "Open the backup")
    type_text("not this one")
    press(Qt.Key.Key_Return)
    _idle(unlock_page)
    screenshots.picture("restore-open")
    for _back in range(2):
        press(Qt.Key.Key_Escape)
    damage(folder / DATA)
    screenshots.click(unlock_page, "Use recovery code")
    type_text(code)
    press(Qt.Key.Key_Return)
    _step(unlock_page, "Your data file is damaged")
    screenshots.picture("damaged-data")
    press(Qt.Key.Key_Return)
    _step(unlock_page, "What is in this backup")
    screenshots.picture("damaged-data-backup")
    press(Qt.Key.Key_Return)
    _step(unlock_page, "Restored")
    screenshots.picture("damaged-data-restored")
    press(Qt.Key.Key_Return)
    wait_until(lambda: screenshots.window.shell is not None)


def damage(file: Path) -> None:
    """Overwrite pages in the middle of a file, as a failing disk may."""
    content = bytearray(file.read_bytes())
    page = 4096
    middle = len(content) // page // 2 * page
    for start in range(middle - 2 * page, middle + 3 * page, page):
        content[start : start + page] = bytes(page)
    file.write_bytes(content)


def _step(page: UnlockPage, title: str) -> None:
    wait_until(lambda: page.recovery is not None and _title(page.recovery) == title)


def _title(recovery: RestorePage) -> str:
    return "" if recovery.step is None else recovery.step.title


def _idle(page: UnlockPage) -> None:
    wait_until(_in_view(page).on.isEnabled)


def _in_view(page: UnlockPage) -> RestoreStep:
    if page.recovery is None or page.recovery.step is None:
        raise RuntimeError("no screen of a restore is in view")
    return page.recovery.step

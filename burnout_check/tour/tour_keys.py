"""The part of the tour about the keys, and about the end: a new passphrase, erased, gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from burnout_check.gui.vault.change_passphrase import ChangePassphrase
from burnout_check.gui.vault.erase import EraseDialog
from burnout_check.gui.vault.erasing import ErasingPage
from burnout_check.gui.vault.first_run import FirstRunPage
from burnout_check.gui.vault.missing_vault_page import MissingVaultPage
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.location import Marker, Place
from burnout_check.tour.screenshots import Screenshots
from burnout_check.tour.ui_driver import press, settle, type_text, wait_for, wait_until

WEAK = "password1"


def change_passphrase(screenshots: Screenshots, passphrase: str) -> None:
    """Ask for a weak new passphrase, see the warning, and leave it as it was.

    Args:
        screenshots: with the vault unlocked.
        passphrase: what opens it.
    """
    screenshots.shell().navigator.change_passphrase()
    dialog = wait_for(ChangePassphrase, screenshots.dialog)
    screenshots.picture("change-passphrase")
    dialog.passphrase.take_focus()
    type_text(passphrase)
    press(Qt.Key.Key_Return)
    for _field in range(2):
        type_text(WEAK)
        press(Qt.Key.Key_Return)
    wait_until(dialog.pair.warning.isVisible)
    screenshots.picture_of_dialog("weak-passphrase")


def erase(screenshots: Screenshots, passphrase: str) -> None:
    """Erase everything, and go on to the first start.

    Args:
        screenshots: with the vault unlocked.
        passphrase: what opens it.
    """
    screenshots.shell().navigator.erase()
    dialog = wait_for(EraseDialog, screenshots.dialog)
    screenshots.picture("erase")
    dialog.passphrase.take_focus()
    type_text(passphrase)
    dialog.on.click()
    page = wait_for(ErasingPage, screenshots.window.centralWidget)
    wait_until(page.on.isVisible)
    screenshots.picture("erased")
    page.on.click()
    wait_until(lambda: isinstance(screenshots.window.locked_page, FirstRunPage))


def gone(
    screenshots: Screenshots, folder: Path, open_window: Callable[[Place], MainWindow]
) -> None:
    """Come to a folder in which a vault was before.

    Args:
        screenshots: looks at another window meanwhile.
        folder: where the mark lies that says so.
        open_window: the window at an empty folder, and what is known of it.
    """
    marker = Marker(folder, roaming=folder)
    marker.set()
    window = open_window(Place(marker, ()))
    try:
        screenshots.look_at(window)
        wait_until(lambda: isinstance(window.locked_page, MissingVaultPage))
        screenshots.picture("gone")
    finally:
        window.close()
        window.deleteLater()
        settle()

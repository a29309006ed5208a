"""Which page stands before a vault that is not open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.vault.erasing import ErasingPage
from burnout_check.gui.vault.first_run import FirstRunPage
from burnout_check.gui.vault.missing_vault_page import MissingVaultPage
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.broken_content_page import BrokenContentPage
from burnout_check.location import Place
from burnout_check.session.locked_vault import LockedVault

LockedPage = UnlockPage | FirstRunPage | MissingVaultPage | BrokenContentPage


def locked_page(
    locked_vault: LockedVault,
    clipboard: Clipboard,
    *,
    place: Place | None,
    reason: str,
    was_open: bool,
) -> LockedPage:
    """Unlock, the first run, what to do about an emptied folder, or why nothing can be opened.

    Args:
        locked_vault: the vault while it is locked.
        clipboard: where the recovery code is copied to.
        place: what is known of the data folder; None where nothing shall be said or remembered.
        reason: why it is locked, if it is.
        was_open: there is a vault, since it was open: nothing is looked for, as its drive may hang.
    """
    if locked_vault.content.broken:
        return BrokenContentPage(locked_vault.content.broken)
    if not was_open:
        locked_vault.go_on_erasing()
    if was_open or not locked_vault.is_new:
        warning = "" if place is None else place.warning
        said = (reason, warning, *locked_vault.content.troubles)
        return UnlockPage(locked_vault, " ".join(filter(None, said)))
    if place is not None and place.marker.is_set:
        return MissingVaultPage(locked_vault)
    left = sum(backup.readable for backup in locked_vault.backups())
    if left:
        return MissingVaultPage(locked_vault, backups=left)
    return first_run(locked_vault, clipboard, place)


def first_run(locked_vault: LockedVault, clipboard: Clipboard, place: Place | None) -> FirstRunPage:
    """The first run in a folder that has no vault."""
    return FirstRunPage(locked_vault, clipboard, warning="" if place is None else place.warning)


def leave(page: QWidget | None) -> None:
    """Have a page that stood before the vault forget what was typed, and end its work."""
    if isinstance(page, UnlockPage):
        page.leave()
    elif isinstance(page, FirstRunPage | MissingVaultPage):
        page.forget()
    elif isinstance(page, ErasingPage):
        page.rest()

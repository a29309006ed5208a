"""Which page stands before a vault that is not open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.vault.erasing import ErasingPage
from burnout_check.gui.vault.first_run import FirstRunPage
from burnout_check.gui.vault.missing_vault_page import GonePage
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.broken_content_page import BrokenPage
from burnout_check.location import Place
from burnout_check.session.locked_vault import Door

Entrance = UnlockPage | FirstRunPage | GonePage | BrokenPage


def entrance(door: Door, clipboard: Clipboard, *, place: Place | None, reason: str) -> Entrance:
    """Unlock, the first run, what to do about an emptied folder, or why nothing can be opened.

    Args:
        door: the vault while it is locked.
        clipboard: where the recovery code is copied to.
        place: what is known of the data folder; None where nothing shall be said or remembered.
        reason: why it is locked, if it is.
    """
    if door.content.broken:
        return BrokenPage(door.content.broken)
    if not door.is_new:
        warning = "" if place is None else place.warning
        said = (reason, warning, *door.content.troubles)
        return UnlockPage(door, " ".join(filter(None, said)))
    if place is not None and place.marker.is_set:
        return GonePage(door)
    return first_run(door, clipboard, place)


def first_run(door: Door, clipboard: Clipboard, place: Place | None) -> FirstRunPage:
    """The first run in a folder that has no vault."""
    return FirstRunPage(door, clipboard, warning="" if place is None else place.warning)


def leave(page: QWidget | None) -> None:
    """Have a page that stood before the vault forget what was typed, and end its work."""
    if isinstance(page, UnlockPage):
        page.leave()
    elif isinstance(page, FirstRunPage | GonePage):
        page.forget()
    elif isinstance(page, ErasingPage):
        page.rest()

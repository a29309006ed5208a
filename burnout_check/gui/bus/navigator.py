"""Where a person may want to go from a page, and what the window may be asked to do."""

from __future__ import annotations

from typing import Protocol

from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.week import Week


class Navigator(Protocol):
    """Carries out what a page asks for; a page knows no other page, and not the window.

    Commands that take the page away are carried out once its own handler is done.
    """

    def go(self, page: str) -> None:
        """Bring a page into view, by its id."""

    def fill_in(self, week: Week) -> None:
        """Fill in or correct the check-in of a week."""

    def look_at(self, week: Week) -> None:
        """Show what the check-in of a week said; a week without one is filled in."""

    def options_for(self, prompt: Prompt | None) -> None:
        """Show what may help with one prompt, or with all there are for None."""

    def show_backups(self) -> None:
        """Show what there is of backups, and how to make or restore one."""

    def show_joint_view(self, shown: SharedView) -> None:
        """Take the pages away, and show only this, for two people to look at."""

    def after_supervision(self, held: SupervisionSession) -> None:
        """Ask what is asked once a supervision was had and kept."""

    def lock(self) -> None:
        """Lock the vault."""

    def restore(self) -> None:
        """Lock the vault, and go on to restoring a backup."""

    def undo_restore(self) -> None:
        """Lock the vault, and go on to undoing the last restore."""

    def change_passphrase(self) -> None:
        """Open the dialog for another passphrase."""

    def new_code(self) -> None:
        """Open the dialog for another recovery code."""

    def erase(self) -> None:
        """Ask for the passphrase, and then erase everything."""

    def check_everything(self) -> None:
        """Try every part of the program, and show what works."""

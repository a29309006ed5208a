"""The person's own entries, as a card that keeps what is asked of it: add, change, remove, undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.gui.support.local_card import LocalCard
from burnout_check.gui.support.local_form import LocalForm
from burnout_check.session.session import Session


class LocalHelp(QObject):
    """Makes the card anew after each change.

    Args:
        session: where the entries are kept.
        over: the page the card is on.
        changed: draws the page again.
    """

    def __init__(self, session: Session, over: QWidget, changed: Callable[[], None]) -> None:
        super().__init__(over)
        self._session = session
        self._over = over
        self._changed = changed
        self._removed: LocalEntry | None = None

    def card(self) -> LocalCard:
        """The card as things are now."""
        own = self._session.ledger.local_entries
        covered = {entry.kind for entry in own}
        service = self._session.content.site.local
        left = [entry for entry in service if entry.kind not in covered]
        card = LocalCard(own, left, removed=self._removed)
        card.add_asked.connect(lambda: self.ask(LocalEntry(LocalKind.OCCUPATIONAL_HEALTH, "")))
        card.change_asked.connect(self.ask)
        card.remove_asked.connect(self._on_remove_asked)
        card.undo_asked.connect(self._on_undo_asked)
        return card

    def ask(self, entry: LocalEntry) -> None:
        """Open the form for an entry; one of the service's becomes one's own."""
        form = LocalForm(self._session, entry, self._over)
        form.saved.connect(self._on_saved)
        form.open()

    def _on_saved(self, _entry: LocalEntry) -> None:
        self._removed = None
        self._changed()

    def _on_remove_asked(self, entry: LocalEntry) -> None:
        self._session.support.remove_entry(entry)
        self._removed = entry
        self._changed()

    def _on_undo_asked(self) -> None:
        if self._removed is not None:
            self._session.support.put_entry(replace(self._removed, id=0))
            self._removed = None
            self._changed()

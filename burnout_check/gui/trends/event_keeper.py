"""Adding, changing, moving and deleting events of the time line, and taking a deletion back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.week import Week, plain_date
from burnout_check.errors import BadInput, UserError
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.trends.event_dialog import EventDialog
from burnout_check.session.session import Session


class EventKeeper(QObject):
    """What a page does with events.

    Args:
        session: the open vault.
        page: what a dialog opens over.
    """

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._before: Event | None = None
        self.banner = Banner()
        self.banner.hide()
        self.banner.asked.connect(self._on_undo)

    def ask_new(self, week: Week | None = None) -> EventDialog:
        """Open the form for a new event, in the week that is pointed at or today."""
        today = self._session.ledger.today
        day = today if week is None or week == self._session.ledger.week else week.monday
        return self._open(Event(day, EventKind.LEAVE))

    def ask_change(self, event: Event) -> EventDialog:
        """Open the form for an event that is there."""
        return self._open(event)

    def move(self, event: Event, day: date) -> None:
        """Put an event on another day; it can be put back."""
        if self._keep(Event(day, event.kind, event.words, event.id)):
            self._before = event
            words = f"Moved “{event.label}” to {plain_date(day, year=True)}."
            self.banner.say(words, "steady", action="Undo")

    def remove(self, event: Event) -> None:
        """Delete an event; until the next change it can be put back."""
        try:
            self._session.events.remove(event)
        except UserError as error:
            self.banner.say(str(error), "attention")
            return
        self._before = Event(event.day, event.kind, event.words)
        self.banner.say(f"Deleted “{event.label}”.", "info", action="Undo")

    def _open(self, event: Event) -> EventDialog:
        dialog = EventDialog(event, lambda: self._session.ledger.today, self._page)
        dialog.kept.connect(lambda typed: self._on_kept(dialog, typed))
        dialog.remove_asked.connect(self.remove)
        dialog.open()
        return dialog

    def _on_kept(self, dialog: EventDialog, event: Event) -> None:
        try:
            self._save(event)
        except BadInput as error:
            dialog.refuse(error)
            return
        dialog.accept()
        self._before = None
        self.banner.hide()

    def _keep(self, event: Event) -> bool:
        try:
            self._save(event)
        except UserError as error:
            self.banner.say(str(error), "attention")
            return False
        return True

    def _save(self, event: Event) -> None:
        if event.id:
            self._session.events.update(event)
        else:
            self._session.events.add(event)

    def _on_undo(self) -> None:
        before, self._before = self._before, None
        self.banner.hide()
        if before is not None:
            self._keep(before)

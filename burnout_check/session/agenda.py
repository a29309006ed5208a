"""The agenda of a session: what to talk about in the next supervision."""

from __future__ import annotations

from burnout_check.domain.supervision.agenda import AgendaItem, Source, moved, suggested
from burnout_check.domain.supervision.supervision_session import agreed_in
from burnout_check.errors import BadInput
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger


class Agenda:
    """Adds, moves and removes lines, and suggests some."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def lines(self) -> tuple[AgendaItem, ...]:
        """The lines to talk about, in the person's order."""
        return self._ledger.vault.agenda.all()

    def suggested(self) -> tuple[AgendaItem, ...]:
        """Lines worth adding: what was agreed in supervision and is open, and what stands out."""
        agreed = agreed_in(self._ledger.sessions)
        return suggested(
            self._ledger.prompts(),
            [action for action in self._ledger.vault.actions.all() if action.id in agreed],
            agenda=self.lines(),
            today=self._ledger.today,
        )

    def add(self, text: str, *, source: Source = Source.OWN, about: str = "") -> AgendaItem:
        """Put a line at the end of the agenda.

        Raises:
            BadInput: if there are no words.
        """
        if not text.strip():
            raise BadInput("Say in a few words what you want to talk about.", field="agenda")
        line = AgendaItem(text.strip(), self._ledger.today, source, about)
        added = self._ledger.vault.agenda.add(line)
        self._ledger.changed(Changed.AGENDA)
        return added

    def about(self, option: str) -> AgendaItem | None:
        """The line on the agenda that a support option was taken to, None if there is none."""
        lines = (line for line in self.lines() if line.source is Source.OPTION)
        return next((line for line in lines if line.about == option), None)

    def accept(self, item: AgendaItem) -> AgendaItem:
        """Put a suggested line at the end of the agenda."""
        return self.add(item.text, source=item.source, about=item.about)

    def move(self, item: AgendaItem, *, to: int) -> None:
        """Put a line at another place, counted from 0."""
        ids = [each.id for each in self.lines()]
        self._ledger.vault.agenda.reorder(moved(ids, item.id, to=to))
        self._ledger.changed(Changed.AGENDA)

    def remove(self, item: AgendaItem) -> None:
        """Take a line off the agenda."""
        self._ledger.vault.agenda.remove(item.id)
        self._ledger.changed(Changed.AGENDA)

"""What is asked after a supervision, once the person is alone with the screen."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.gui.kit.column import Column
from burnout_check.gui.supervision.for_you_alone import ForYouAlone
from burnout_check.gui.supervision.supervision_alone import (
    AskCard,
    counted_words,
    rating_words,
    unfinished_words,
)
from burnout_check.session.session import Session

_ASKED_FOR = timedelta(days=14)
"""How long a session is worth a question."""


class After(Column):
    """One card for each question that is open, and none where there is none.

    Signals:

    Args:
        room: the sessions and what they count as.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(gap=12)
        self._supervision = session.supervision
        self._ledger = session.ledger
        self._put_off: set[int] = set()
        self.unfinished = AskCard("A session that was cut short", "Keep it", "Do not keep it")
        self.counted = AskCard("Count it once", "It was among them", "Add it")
        self.alone = AskCard("For you alone", "Answer now", "Not now")
        self.unfinished.yes.connect(self._on_kept)
        self.unfinished.no.connect(self._on_not_kept)
        self.counted.yes.connect(self._fold)
        self.counted.no.connect(self._on_add)
        self.alone.yes.connect(self._on_rate)
        self.alone.no.connect(self._on_later)
        for card in (self.unfinished, self.counted, self.alone):
            self.add(card)
        self.hide()

    @property
    def first(self) -> QWidget | None:
        """The first answer to what is asked; None if nothing is."""
        cards = (self.unfinished, self.counted, self.alone)
        return next((card.yes_button for card in cards if not card.isHidden()), None)

    def look(self, *, today: date) -> None:
        """Ask what is open now."""
        unfinished = self._supervision.unfinished()
        self.unfinished.ask(unfinished, unfinished_words(unfinished) if unfinished else "")
        sessions = self._ledger.sessions
        asked = self.counted.session
        if asked is not None and asked.id not in {each.id for each in sessions}:
            self.counted.ask(None)  # it was deleted since
        last = max(sessions, key=lambda each: (each.held, each.id), default=None)
        if last is not None and not self._is_open(last, today):
            last = None
        self.alone.ask(last, rating_words(last) if last else "")
        self._fold()

    def ask_counted(self, session: SupervisionSession) -> None:
        """Ask whether its minutes are in that week's check-in, if there is one with minutes."""
        minutes = self._supervision.in_check_in(session)
        if minutes is not None:
            self.counted.ask(session, counted_words(*minutes))
        self._fold()

    def _is_open(self, session: SupervisionSession, today: date) -> bool:
        unrated = session.enough is None and session.could_say is None
        recent = today - session.held <= _ASKED_FOR
        return unrated and recent and session.id not in self._put_off

    def _fold(self) -> None:
        """Take no room while nothing is asked."""
        asked = any(not card.isHidden() for card in (self.unfinished, self.counted, self.alone))
        self.setVisible(asked)

    def _on_kept(self) -> None:
        session = self.unfinished.session
        if session is not None:
            kept = self._supervision.add(session)
            self.ask_counted(kept)

    def _on_not_kept(self) -> None:
        self._supervision.update_unfinished(None)
        self._fold()

    def _on_add(self) -> None:
        if self.counted.session is not None:
            self._supervision.add_to_check_in(self.counted.session)
        self._fold()

    def _on_rate(self) -> None:
        if self.alone.session is not None:
            dialog = ForYouAlone(self.alone.session, self)
            dialog.rated.connect(self._on_rated)
            dialog.open()
        self._fold()

    def _on_rated(self, session: SupervisionSession) -> None:
        self._supervision.update(session)

    def _on_later(self) -> None:
        if self.alone.session is not None:
            self._put_off.add(self.alone.session.id)
        self._fold()

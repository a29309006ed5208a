"""Cards of support options that do what they offer: how to, my actions, supervision."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from burnout_check.domain.supervision.agenda import Source
from burnout_check.domain.support.option import Option
from burnout_check.gui.bus.news import News
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.options.how_to import HowTo
from burnout_check.gui.options.option_card import OptionCard
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session


class OptionCards(QObject):
    """Makes cards, and keeps them true to the actions and the agenda there are.

    Args:
        session: for the actions and the agenda.
        news: tells when they change.
        clipboard: where words and numbers are copied to.
        over: the page or dialog the cards are on; dialogs open over it.
    """

    def __init__(self, session: Session, news: News, clipboard: Clipboard, over: QWidget) -> None:
        super().__init__(over)
        self._session = session
        self._clipboard = clipboard
        self._over = over
        self._cards: list[OptionCard] = []
        news.changed.connect(self._on_changed)

    def card(self, option: Option) -> OptionCard:
        """A card of an option."""
        card = OptionCard(
            option,
            is_added=self._session.actions.made_of(option.id) is not None,
            is_taken=self._session.agenda.about(option.id) is not None,
        )
        card.how_asked.connect(self.show_how)
        card.add_asked.connect(self._on_add_asked)
        card.undo_asked.connect(self._on_undo_asked)
        card.agenda_asked.connect(self._on_agenda_asked)
        self._cards = [each for each in self._cards if isValid(each)]
        self._cards.append(card)
        return card

    def show_how(self, option: Option) -> None:
        """Open all there is on an option."""
        today = self._session.ledger.today
        dialog = HowTo(option, self._clipboard, today=today, parent=self._over)
        dialog.open()

    def _on_add_asked(self, option: Option) -> None:
        self._session.actions.add(option.name, origin=option.id)

    def _on_undo_asked(self, option: Option) -> None:
        action = self._session.actions.made_of(option.id)
        if action is not None:
            self._session.actions.remove(action)

    def _on_agenda_asked(self, option: Option) -> None:
        agenda = self._session.agenda
        line = agenda.about(option.id)
        if line is None:
            agenda.add(option.message or option.name, source=Source.OPTION, about=option.id)
        else:
            agenda.remove(line)

    def _on_changed(self, what: Changed) -> None:
        # The cards are changed in place: new ones would take the focus from the button pressed.
        for card in filter(isValid, self._cards):
            if what & Changed.ACTIONS:
                is_added = self._session.actions.made_of(card.option.id) is not None
                card.show_added(is_added=is_added)
            if what & Changed.AGENDA:
                is_taken = self._session.agenda.about(card.option.id) is not None
                card.show_taken(is_taken=is_taken)

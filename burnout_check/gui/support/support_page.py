"""Support: what may help with what stands out, and every line of help, whether or not it does."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.domain.support.option import Option, Origin, Shelf
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Small
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.options.option_cards import OptionCards
from burnout_check.gui.options.option_row import OptionRow, confirmed_words
from burnout_check.gui.prompts.why import WhyDialog
from burnout_check.gui.support.local_card import LocalCard
from burnout_check.gui.support.local_help import LocalHelp
from burnout_check.gui.support.shelf_card import ShelfCard
from burnout_check.gui.support.suggestions import Suggestions
from burnout_check.session.changed import Changed

_NARROW = (Shelf.NOW, Shelf.STAFF, Shelf.SPEAKING_UP)
_AT_FIRST = {Shelf.STAFF: 4, Shelf.SPEAKING_UP: 4, Shelf.EVERYDAY: 6}
_AT_ONCE = 3


class SupportPage(Page):
    """Suggestions on top, with their reason, and the shelves below.

    The cards follow the actions and the agenda by themselves.
    """

    shows = (
        Changed.CHECK_INS
        | Changed.HARD_EVENTS
        | Changed.SESSIONS
        | Changed.SETTINGS
        | Changed.THRESHOLDS
        | Changed.SNOOZED
        | Changed.LOCAL_HELP
        | Changed.LOOK
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session, self._clipboard = context.session, context.tools.clipboard
        self._asked: Prompt | None = None
        self._suggestions: Suggestions | None = None
        self._left: list[Option] = []
        self._shelves: list[ShelfCard] = []
        self._cards = OptionCards(session, context.news, self._clipboard, self)
        self._local = LocalHelp(session, self, self.mark_stale)
        self.local_card: LocalCard | None = None
        self._scroll = PageScroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    @property
    def title(self) -> str:
        """The page's name."""
        return "Support"

    def first_focus(self) -> QWidget | None:
        """The first suggestion; with none, the first number."""
        suggested = None if self._suggestions is None else self._suggestions.first
        return suggested or next((row.number for row in self.rows() if row.number), None)

    def rows(self) -> list[OptionRow]:
        """Every option on the shelves, in order."""
        return [row for shelf in self._shelves for row in shelf.rows]

    def hear(self, what: Changed) -> None:
        """Take in that something changed; a new check-in ends what was asked for before it."""
        if what & Changed.FINISHED:
            self._asked = None
        super().hear(what)

    def show_for(self, prompt: Prompt | None) -> None:
        """Suggest what may help with one prompt, or with all of them for None."""
        self._asked = prompt
        self._scroll.verticalScrollBar().setValue(0)
        self.mark_stale()

    def refresh(self) -> None:
        """Draw the suggestions and the shelves as they are now, and keep the focus on the page."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        from_local = self.local_card is not None and self.local_card.isAncestorOf(focus)
        self._scroll.clear()
        self._suggestions = self._suggest()
        self._scroll.add(self._suggestions)
        shelves = FlowGrid(columns=(3, 2, 1), least=280)
        options = self.session.support.options()
        self._shelves = [self._shelf(shelf, options) for shelf in (*_NARROW, Shelf.EVERYDAY)]
        *narrow, everyday = self._shelves
        for shelf in narrow:
            shelves.add(shelf)
        self._scroll.add(shelves)
        self.local_card = self._local.card()
        self._scroll.add(self.local_card)
        self._scroll.add(everyday)
        self._scroll.add(Small(confirmed_words(options)))
        self._scroll.column.addStretch()
        first = self.local_card.new if from_local else self.first_focus()
        if had_focus and first is not None:
            give_focus(first)

    def _suggest(self) -> Suggestions:
        found = self.session.ledger.prompts()
        asked = self._asked
        prompts = found if asked is None else (asked,)
        suggestions = Suggestions(prompts, has_history=bool(self.session.ledger.history.check_ins))
        suggestions.why_asked.connect(self._on_why_asked)
        suggestions.all_asked.connect(lambda: self.show_for(None))
        suggestions.more_asked.connect(lambda: self._on_more_suggested(suggestions))
        suggestions.show_way_back(asked is not None and len(found) > 1)
        self._left = list(self.session.support.suggested(prompts, more=True)) if prompts else []
        self._add_cards(suggestions)
        return suggestions

    def _add_cards(self, suggestions: Suggestions) -> None:
        """Put the next few on the page, with what is left to be asked for."""
        now, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        for option in now:
            suggestions.add_card(self._cards.card(option))
        suggestions.show_more(len(self._left))

    def _shelf(self, shelf: Shelf, options: tuple[Option, ...]) -> ShelfCard:
        nation = self.session.ledger.settings.text("nation")
        rows = [
            OptionRow(
                option, self._clipboard, today=self.session.ledger.today, with_nations=not nation
            )
            for option in sorted(options, key=lambda each: each.origin is not Origin.OWN)
            if option.shelf is shelf
        ]
        for row in rows:
            row.more_asked.connect(self._cards.show_how)
            row.own_asked.connect(self._on_own_asked)
        # What may be needed at once is never folded away.
        at_first = len(rows) if shelf is Shelf.NOW else _AT_FIRST[shelf]
        return ShelfCard(shelf.label, rows, at_first=at_first, wide=shelf is Shelf.EVERYDAY)

    def _on_more_suggested(self, suggestions: Suggestions) -> None:
        at = len(suggestions.cards)
        self._add_cards(suggestions)
        if at < len(suggestions.cards):
            give_focus(suggestions.cards[at].how)

    def _on_own_asked(self, kind: LocalKind) -> None:
        self._local.ask(LocalEntry(kind, ""))

    def _on_why_asked(self, prompt: Prompt) -> None:
        WhyDialog(prompt, self.session, self.navigator, self).open()

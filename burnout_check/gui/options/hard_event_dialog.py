"""Something hard happened: what may help today, who to call, and no score."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from burnout_check.domain.support.hard_event import OTHER
from burnout_check.domain.support.option import AT_ONCE, Family, Option, Tier
from burnout_check.errors import UserError
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, SectionTitle
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.options.option_cards import OptionCards
from burnout_check.gui.options.somebody_now import SomebodyNow

TITLE = "Something hard happened"
KEPT = (
    "Only if you want to. A tick is kept at once, in this week. It has no score, and you can "
    "take it out again."
)
IN_CHECK_IN = "in your check-in"
_RIGHTS = (Tier.ORGANISATION, Tier.MANAGER)
_MORE = 3


class HardEventDialog(Sheet):
    """What there is to do today, with the crisis lines in sight; nothing needs to be said for it.

    Args:
        context: of the page it opens over.
        parent: that page.
        about: the ids of what happened, where a check-in has asked already; else it is asked here.
    """

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        *,
        about: Collection[str] | None = None,
    ) -> None:
        super().__init__(TITLE, parent, size=(880, 720))
        self.ticks: dict[str, CheckRow] = {}
        self._session = session = context.session
        self._navigator = context.navigator
        self._cards = OptionCards(session, context.news, context.tools.clipboard, self)
        self._gentle = Body("")
        self.body.add(self._gentle)
        self.body.add(SomebodyNow(session.ledger.settings.text("nation")))
        self._about = about
        if about is None:
            self.body.add(self._telling())
        self._first, self._rights = Column(gap=8), Column(gap=8)
        self.body.add(self._first)
        self.body.add(self._rights)
        self._show_help()
        self.more = PlainButton("See all options")
        self.more.clicked.connect(self._on_more)
        self.foot.insertWidget(0, self.more)
        self.fill()
        first = next((tick.box for tick in self.ticks.values() if tick.isEnabled()), self.more)
        focus_soon(first)

    def _telling(self) -> Card:
        card = Card("sunk", padding=16, gap=6)
        card.add(CardTitle("What happened?"))
        card.add(Muted(KEPT))
        happened = {each.event: each for each in self._session.hard_events.this_week()}
        grid = FlowGrid(columns=(2, 1), least=300, gap=8)
        for event in self._session.content.questionnaire.hard_events:
            known = happened.get(event.id)
            is_saved = known is not None and known.in_check_in
            tick = CheckRow(event.label, note=IN_CHECK_IN if is_saved else "")
            tick.set_on(known is not None)
            tick.setEnabled(not is_saved)
            tick.toggled.connect(lambda on, event=event.id: self._on_ticked(event, is_on=on))
            self.ticks[event.id] = tick
            grid.add(tick)
        card.add(grid)
        return card

    def _show_help(self) -> None:
        """Say what fits what happened, and whom to turn to first."""
        told = {each.event for each in self._session.hard_events.this_week()}
        happened = told if self._about is None else self._about
        known = self._session.content.questionnaire.hard_events
        kinds = [kind for kind in known if kind.id in happened]
        self._gentle.setText(" ".join(kind.text for kind in kinds) or OTHER)
        found = self._session.support.after(kinds)
        self._offer(self._first, "Whom to turn to first", found[:AT_ONCE])
        rights = [each for each in found[AT_ONCE:] if each.tier in _RIGHTS]
        self._offer(self._rights, "Your rights, and practical help", rights[:_MORE])

    def _offer(self, column: Column, title: str, options: Iterable[Option]) -> None:
        column.clear()
        column.add(SectionTitle(title))
        grid = FlowGrid(columns=(3, 2, 1), least=250)
        for option in options:
            grid.add(self._cards.card(option))
        column.add(grid)

    def _on_ticked(self, event: str, *, is_on: bool) -> None:
        room = self._session.hard_events
        try:
            (room.tell if is_on else room.take_back)(event)
        except UserError:
            box = self.ticks[event].box
            with QSignalBlocker(box):  # the tick says what is kept; the window says what went wrong
                box.setChecked(not is_on)
            raise
        self._show_help()

    def _on_more(self) -> None:
        found = self._session.ledger.prompts()
        about = (prompt for prompt in found if prompt.family is Family.HARD_EVENT)
        self._navigator.options_for(next(about, None))
        self.accept()

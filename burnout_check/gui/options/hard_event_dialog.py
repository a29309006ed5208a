"""Something hard happened: what may help today, who to call, and no score."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from burnout_check.domain.support.option import Aim, Family, Option, Tier
from burnout_check.errors import UserError
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, SectionTitle
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.options.option_cards import OptionCards
from burnout_check.gui.options.somebody_now import SomebodyNow
from burnout_check.session.session import Session

TITLE = "Something hard happened"
KEPT = (
    "Only if you want to. A tick is kept at once, in this week. It has no score, and you can "
    "take it out again."
)
IN_CHECK_IN = "in your check-in"
_EACH = 2


class HardEventDialog(Sheet):
    """What there is to do today, with the crisis lines in sight; nothing needs to be said for it.

    Args:
        context: of the page it opens over.
        parent: that page.
        telling: ask what happened, too; not after a check-in, which has asked already.
    """

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        *,
        telling: bool = True,
    ) -> None:
        super().__init__(TITLE, parent, size=(880, 720))
        self.ticks: dict[str, CheckRow] = {}
        self._session = session = context.session
        self._navigator = context.navigator
        self._cards = OptionCards(session, context.news, context.tools.clipboard, self)
        self.body.add(Body(_gentle(session)))
        self.body.add(SomebodyNow(""))
        if telling:
            self.body.add(self._telling())
        fitting = [each for each in session.support.options() if Family.HARD_EVENT in each.helps]
        today = (each for each in fitting if _is_for_today(each))
        rights = [each for each in fitting if each.tier is Tier.ORGANISATION]
        rights += [each for each in fitting if each.tier is Tier.MANAGER]
        self._offer("Today", today)
        self._offer("Your rights, and practical help", rights)
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

    def _offer(self, title: str, options: Iterable[Option]) -> None:
        self.body.add(SectionTitle(title))
        grid = FlowGrid(columns=(2, 1), least=300)
        for option in list(options)[:_EACH]:
            grid.add(self._cards.card(option))
        self.body.add(grid)

    def _on_ticked(self, event: str, *, is_on: bool) -> None:
        room = self._session.hard_events
        try:
            (room.tell if is_on else room.take_back)(event)
        except UserError:
            box = self.ticks[event].box
            with QSignalBlocker(box):  # the tick says what is kept; the window says what went wrong
                box.setChecked(not is_on)
            raise

    def _on_more(self) -> None:
        found = self._session.ledger.prompts()
        about = (prompt for prompt in found if prompt.family is Family.HARD_EVENT)
        self._navigator.options_for(next(about, None))
        self.accept()


def _gentle(session: Session) -> str:
    """What the rule about hard events says, whether it has fired or not."""
    rules = (rule for rule in session.content.rules if rule.is_about_hard_events)
    return next((rule.whens[0].words.text for rule in rules), "")


def _is_for_today(option: Option) -> bool:
    return option.aim is Aim.PERSON and option.tier in (Tier.SUPERVISOR, Tier.PEER)

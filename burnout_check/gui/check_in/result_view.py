"""What a saved check-in says: a sentence, who to call, the reason, what may help, then numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.insights.outcome import Outcome
from burnout_check.domain.support.crisis import not_asked
from burnout_check.domain.support.option import Aim, Option
from burnout_check.gui.kit.buttons import (
    Button,
    PlainButton,
    PrimaryButton,
    QuietButton,
    ask_for_help,
)
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import Body, CardTitle, SectionTitle
from burnout_check.gui.kit.measure_tile import measure_tile
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.options.somebody_now import SomebodyNow
from burnout_check.gui.prompts.prompt_list import PromptList, soft_tone
from burnout_check.session.session import Session


class ResultView(QWidget):
    """The end of a check-in.

    Signals:
        trends_asked(), done_asked(), edit_asked(): where the person wants to go.
        options_asked(prompt): to see the options for one prompt, or for all (None).
        why_asked(prompt): to see what made it fire.

    Args:
        session: for the tiles.
        outcome: what the check-in says.
        make_card: the card of an option that may help.
        is_new: it was saved just now.
    """

    trends_asked = Signal()
    done_asked = Signal()
    edit_asked = Signal()
    options_asked = Signal(object)
    why_asked = Signal(object)

    def __init__(
        self,
        session: Session,
        outcome: Outcome,
        make_card: Callable[[Option], QWidget],
        *,
        is_new: bool,
    ) -> None:
        super().__init__()
        self._make_card = make_card
        self.outcome = outcome
        self.is_new = is_new
        self.page_scroll = scroll = PageScroll()
        opening = "Saved. Here is what this week says." if is_new else "What this week said."
        said = Card()
        said.add(SectionTitle(opening))
        said.add(Body(outcome.sentence))
        scroll.add(said)
        self.calls_for_help = any(prompt.rule.crisis for prompt in outcome.prompts)
        if self.calls_for_help:
            scroll.add(self._somebody_now(session, outcome))
        if outcome.prompts:
            listed = PromptList("What stands out", outcome.prompts)
            listed.options_asked.connect(self.options_asked)
            listed.why_asked.connect(self.why_asked)
            scroll.add(listed)
        if outcome.options:
            scroll.add(self._options(outcome))
        tiles = FlowGrid()
        for tile in session.ledger.reading.result_tiles(outcome.check_in.week):
            tiles.add(measure_tile(tile))
        scroll.add(tiles)
        scroll.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(self._buttons())

    def first_focus(self) -> QWidget:
        """Who to call, where that is needed; else the trends."""
        return self._first

    def _somebody_now(self, session: Session, outcome: Outcome) -> SomebodyNow:
        nation = session.ledger.settings.text("nation")
        says = any(prompt.rule.says_not_asked for prompt in outcome.prompts)
        return SomebodyNow(nation, also=not_asked(nation) if says else "")

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(32, 8, 32, 16)
        buttons.setSpacing(12)
        self.trends = (
            PlainButton("See trends") if self.calls_for_help else PrimaryButton("See trends")
        )
        self.trends.clicked.connect(self.trends_asked)
        self._first: Button = self.trends
        if self.calls_for_help:
            self._first = PrimaryButton("See who to call", symbol="phone")
            self._first.clicked.connect(lambda: ask_for_help(self._first))
            buttons.addWidget(self._first)
        done = PlainButton("Done")
        done.clicked.connect(self.done_asked)
        edit = QuietButton("Correct this check-in")
        edit.clicked.connect(self.edit_asked)
        for button in (self.trends, done, edit):
            buttons.addWidget(button)
        buttons.addStretch()
        return buttons

    def _options(self, outcome: Outcome) -> Card:
        ground = Card(soft_tone(outcome.prompts), gap=12)
        ground.add(CardTitle("One thing for you, one thing that changes the work"))
        grid = FlowGrid(columns=(2, 1), least=280)
        for aim in (Aim.PERSON, Aim.WORK):
            for option in [each for each in outcome.options if each.aim is aim][:1]:
                grid.add(self._make_card(option))
        ground.add(grid)
        return ground

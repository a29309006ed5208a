"""What a saved check-in says: the week in a sentence, four tiles, and what may help."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.insights.outcome import Outcome
from burnout_check.domain.support.option import Aim, Option
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton, QuietButton, ask_for_help
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
        scroll = PageScroll()
        opening = "Saved. Here is what this week says." if is_new else "What this week said."
        said = Card()
        said.add(SectionTitle(opening))
        said.add(Body(outcome.sentence))
        scroll.add(said)
        tiles = FlowGrid()
        for tile in session.ledger.reading.result_tiles(outcome.check_in.week):
            tiles.add(measure_tile(tile))
        scroll.add(tiles)
        if any(prompt.rule.crisis for prompt in outcome.prompts):
            now = SomebodyNow()
            now.asked.connect(lambda: ask_for_help(now))
            scroll.add(now)
        if outcome.options:
            scroll.add(self._options(outcome))
        if outcome.prompts:
            listed = PromptList("What stands out", outcome.prompts)
            listed.options_asked.connect(self.options_asked)
            listed.why_asked.connect(self.why_asked)
            scroll.add(listed)
        scroll.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.trends = PrimaryButton("See trends")
        self.trends.clicked.connect(self.trends_asked)
        done = PlainButton("Done")
        done.clicked.connect(self.done_asked)
        edit = QuietButton("Correct this check-in")
        edit.clicked.connect(self.edit_asked)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(32, 8, 32, 16)
        buttons.setSpacing(12)
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

"""What a saved check-in says: the week in a sentence, four tiles, and what may help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.crisis import AT_ANY_TIME
from burnout_check.domain.messages import SOMEBODY_NOW
from burnout_check.domain.support import Aim, Option
from burnout_check.gui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.widgets.card import Card
from burnout_check.gui.widgets.flow_grid import FlowGrid
from burnout_check.gui.widgets.labels import Body, CardTitle, Muted, SectionTitle, Strong
from burnout_check.gui.widgets.measure_tile import measure_tile
from burnout_check.gui.widgets.page_scroll import PageScroll
from burnout_check.gui.widgets.prompts import PromptList, soft_tone
from burnout_check.gui.widgets.spread import Spread
from burnout_check.gui.widgets.stack import Stack
from burnout_check.session import Outcome, Session

_FOR = {Aim.PERSON: "For you", Aim.WORK: "For the work"}


class ResultView(QWidget):
    """The end of a check-in.

    Signals:
        trends_asked(), done_asked(), edit_asked(): where the person wants to go.
        options_asked(prompt): to see the options for one prompt, or for all (None).
        why_asked(prompt): to see what made it fire.
        help_asked(): to see who to call now.
        action_asked(option): to keep an option as something to do.
    """

    trends_asked = Signal()
    done_asked = Signal()
    edit_asked = Signal()
    options_asked = Signal(object)
    why_asked = Signal(object)
    action_asked = Signal(object)
    help_asked = Signal()

    def __init__(self, session: Session, outcome: Outcome, *, is_new: bool) -> None:
        super().__init__()
        self.outcome = outcome
        self.is_new = is_new
        scroll = PageScroll()
        opening = "Saved. Here is what this week says." if is_new else "What this week said."
        said = Card()
        said.add(SectionTitle(opening))
        said.add(Body(outcome.sentence))
        scroll.add(said)
        tiles = FlowGrid()
        for tile in session.result_tiles(outcome.check_in.week):
            tiles.add(measure_tile(tile))
        scroll.add(tiles)
        if any(prompt.rule.crisis for prompt in outcome.prompts):
            scroll.add(self._somebody_now())
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

    def _somebody_now(self) -> Card:
        card = Card()
        help_now = PlainButton("See who to call", symbol="phone")
        help_now.clicked.connect(self.help_asked)
        lines = " ".join(f"{line.name}: {_lower(line.call)} {line.number}." for line in AT_ANY_TIME)
        card.add(Spread(Stack(Strong(SOMEBODY_NOW), Body(lines)), help_now))
        return card

    def _options(self, outcome: Outcome) -> Card:
        ground = Card(soft_tone(outcome.prompts), gap=12)
        ground.add(CardTitle("One thing for you, one thing that changes the work"))
        grid = FlowGrid(columns=(2, 1), least=280)
        for aim, words in _FOR.items():
            for option in [each for each in outcome.options if each.aim is aim][:1]:
                grid.add(self._option(words, option))
        ground.add(grid)
        return ground

    def _option(self, words: str, option: Option) -> Card:
        card = Card(padding=14, gap=6)
        card.add(Muted(words))
        card.add(Strong(option.name))
        card.add(Body(option.text))
        add = PlainButton("Add to my actions")
        add.setAccessibleName(f"Add to my actions: {option.name}")
        add.clicked.connect(lambda: self._on_add(add, option))
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch()
        card.column.addStretch()
        card.add(row)
        return card

    def _on_add(self, button: PlainButton, option: Option) -> None:
        button.setEnabled(False)
        button.setText("Added")
        self.action_asked.emit(option)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]

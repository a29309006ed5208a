"""The ground of what is suggested now: the reason in one sentence, and at most three cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.rules.prompt import Prompt
from burnout_check.gui.kit.buttons import PlainButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import Body, CardTitle, Small
from burnout_check.gui.options.option_card import OptionCard
from burnout_check.gui.prompts.prompt_list import AT_MOST, soft_tone

NOTHING = "Nothing stands out right now"
NOTHING_YET = "Suggestions will be here after your first check-in"
_ALWAYS = "Everything below is open to you at any time. You need no score to use it."
_CRISIS = (
    "If you do not feel safe, call 999. The lines under “Right now” are there for you too, "
    "and so is the button “I need help now”."
)


class Suggestions(Card):
    """Says why something is suggested, and holds the suggestions.

    Three cards at a time: more of them come when they are asked for.

    Signals:
        why_asked(prompt): to see what made it fire.
        all_asked(): to see the suggestions for everything that stands out.
        more_asked(): to see the next few.

    Args:
        prompts: what stands out, worst first; none is fine.
        has_history: there is a check-in to go by.
    """

    why_asked = Signal(object)
    all_asked = Signal()
    more_asked = Signal()

    def __init__(self, prompts: Sequence[Prompt], *, has_history: bool) -> None:
        super().__init__(soft_tone(prompts) if prompts else "primary-soft", gap=12)
        self.cards: list[OptionCard] = []
        self._grid = FlowGrid(columns=(3, 1), least=250)
        self._why = QuietButton("Why?")
        self._way_back = QuietButton("See everything that stands out")
        self._way_back.clicked.connect(self.all_asked)
        self._way_back.hide()
        self.more = PlainButton("More options", symbol="plus")
        self.more.clicked.connect(self.more_asked)
        self.more.hide()
        if not prompts:
            self.add(CardTitle(NOTHING if has_history else NOTHING_YET))
            self.add(Body(_ALWAYS))
            for spare in (self._grid, self._why, self._way_back, self.more):
                spare.setParent(self)
                spare.hide()
            return
        self.add(CardTitle(reason(prompts)))
        if len(prompts) > AT_MOST:
            rest = "; ".join(lowered(prompt.title) for prompt in prompts[AT_MOST:])
            self.add(Small(f"Also: {rest}."))
        if any(prompt.rule.crisis for prompt in prompts):
            self.add(Body(_CRISIS))
        self.add(self._grid)
        self.add(self._foot())
        self._why.clicked.connect(lambda: self.why_asked.emit(prompts[0]))
        if len(prompts) > 1:
            self._why.hide()

    @property
    def first(self) -> QWidget | None:
        """What may be wanted first: how to do the first thing."""
        return self.cards[0].how if self.cards else None

    def add_card(self, card: OptionCard) -> None:
        """Put a suggestion after the last."""
        self.cards.append(card)
        self._grid.add(card)

    def show_more(self, count: int) -> None:
        """Say how many more there are; with none, nothing is offered."""
        self.more.setVisible(count > 0)
        self.more.setAccessibleDescription(f"{count} more" if count > 0 else "")

    def show_way_back(self, shown: bool) -> None:
        """Offer to look at everything that stands out, after looking at one thing."""
        self._way_back.setVisible(shown)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.more)
        foot.addWidget(self._why)
        foot.addWidget(self._way_back)
        foot.addStretch()
        return foot


def reason(prompts: Sequence[Prompt]) -> str:
    """Why something is suggested, from the titles of the worst prompts."""
    titles = [lowered(prompt.title) for prompt in prompts[:AT_MOST]]
    joined = titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"
    return f"Suggested now, because {joined}"


def lowered(title: str) -> str:
    """A title as it reads inside a sentence: abbreviations such as GAD-7 keep their capitals."""
    first = title.split(" ", 1)[0]
    keeps = any(letter.isupper() or letter.isdigit() for letter in first[1:])
    return title if keeps else title[:1].lower() + title[1:]

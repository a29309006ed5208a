"""What stands out, as a list: how serious, what, and the two ways on from there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Severity
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.buttons import PlainButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider, Tone
from burnout_check.gui.kit.chip import ChipLabel, Kind
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow

AT_MOST = 3
"""More prompts than this at once are a wall; the worst are shown."""

STILL = "Still there from before"
ONLY_STILL = "Nothing new this week. Still there from before:"

KINDS: dict[Severity, Kind] = {
    Severity.NOW: "attention",
    Severity.ACT: "attention",
    Severity.WATCH: "watch",
}
"""The chip of each severity."""


def soft_tone(prompts: Sequence[Prompt]) -> Tone:
    """The ground behind options: the colour of the worst prompt."""
    worst = max((prompt.severity for prompt in prompts), default=Severity.WATCH)
    return "watch-soft" if worst is Severity.WATCH else "attention-soft"


class PromptList(Card):
    """The worst prompts, at most three; ``nothing`` is said where there are none.

    What is new this week comes first and in full. What was said within the last month and is no
    worse follows in one quiet line each.

    Signals:
        why_asked(prompt): to see what made it fire.
        options_asked(prompt): to see what may help.

    Args:
        title: the words at the top.
        prompts: worst first.
        nothing: what is said where there are none.
        also: stands at the end of the last line.
    """

    why_asked = Signal(object)
    options_asked = Signal(object)

    def __init__(
        self,
        title: str,
        prompts: Sequence[Prompt],
        *,
        nothing: str = "Nothing stands out.",
        also: QWidget | None = None,
    ) -> None:
        super().__init__(gap=8)
        self.add(CardTitle(title))
        ordered = sorted(prompts, key=lambda prompt: prompt.said_in is not None)
        heads = {place: words for place, words in [_still(ordered)] if place < AT_MOST}
        for place, prompt in enumerate(ordered[:AT_MOST]):
            self.add(Divider())
            if place in heads:
                self.add(Muted(heads[place]))
            self.add(self._row(prompt))
        if not prompts:
            self.add(Muted(nothing))
        left = len(prompts) - AT_MOST
        more = Small(f"And {left} more on Support, after these." if left > 0 else "")
        self.column.addStretch()
        if also is not None:
            self.add(ResponsiveRow(more, also, least=180))
        elif left > 0:
            self.add(more)

    def _row(self, prompt: Prompt) -> QWidget:
        chip = ChipLabel(prompt.severity.word, KINDS[prompt.severity], even=74)
        words = QWidget()
        line = QHBoxLayout(words)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(_words(prompt), 1)
        why = QuietButton("Why?")
        why.setAccessibleName(f"Why? {prompt.title}")
        why.clicked.connect(lambda: self.why_asked.emit(prompt))
        options = PlainButton("See options")
        options.setAccessibleName(f"See options: {prompt.title}")
        options.clicked.connect(lambda: self.options_asked.emit(prompt))
        return ResponsiveRow(words, why, options, least=300)


def _still(ordered: Sequence[Prompt]) -> tuple[int, str]:
    """Where those begin that say nothing new, and the words above them."""
    new = sum(prompt.said_in is None for prompt in ordered)
    return (new if new < len(ordered) else AT_MOST, STILL if new else ONLY_STILL)


def _words(prompt: Prompt) -> Column:
    if prompt.said_in is None:
        return Column(Strong(prompt.title), Small(prompt.text), gap=2)
    said = f"We said so in the week of {plain_date(prompt.said_in.monday)}."
    return Column(Body(prompt.title), Small(said), gap=2)

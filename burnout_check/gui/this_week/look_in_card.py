"""One question, a week after something hard happened; each answer has no score."""

from __future__ import annotations

from PySide6.QtCore import Signal

from burnout_check.domain.support.hard_event import LookIn, look_in_question
from burnout_check.domain.week import Week
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import CardTitle, Muted

ANSWERS = {
    LookIn.SUPPORTED: "I have the support I need",
    LookIn.MORE: "I would like more support",
    LookIn.UNSAID: "I would rather not say",
}
_HOW = "Asked once. It has no score, and you can leave it."


class LookInCard(Card):
    """The question about one week, and three ways to answer.

    Signals:
        answered(week, answer): the person chose one.

    Args:
        about: the week of the event.
        week: the week it is.
    """

    answered = Signal(object, object)

    def __init__(self, about: Week, week: Week) -> None:
        super().__init__(gap=6)
        self.buttons: dict[LookIn, PlainButton] = {}
        question = look_in_question(about, week)
        self.setAccessibleName(question)
        self.add(CardTitle(question))
        self.add(Muted(_HOW))
        row = FlowGrid(columns=(3, 1), least=215, gap=12)
        for answer, words in ANSWERS.items():
            self.buttons[answer] = self._button(words, about, answer)
            row.add(self.buttons[answer])
        self.add(row)

    def _button(self, words: str, about: Week, answer: LookIn) -> PlainButton:
        button = PlainButton(words)
        button.clicked.connect(lambda: self.answered.emit(about, answer))
        return button

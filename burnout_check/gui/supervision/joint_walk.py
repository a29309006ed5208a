"""The walk through a supervision: five steps and a quiet timer that only counts up."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from burnout_check.domain.numbers import number_of
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.labels import Body, CardTitle, Small
from burnout_check.gui.kit.restyle import restyle

STEPS = (
    "How was the week?",
    "What drove it: demands, control, support, relationships, role, change",
    "One thing to change, who, by when",
    "What do I need to learn?",
    "What leaves this room?",
)
"""Restorative; the six areas of the HSE's Management Standards; normative; formative; the end."""


class WalkStep(Body):
    """The words of one step; bold while it is the current one."""


class WalkCard(Card):
    """The steps, one of which is current, and how long it has been."""

    def __init__(self) -> None:
        super().__init__(gap=6)
        self._step = 0
        self.add(CardTitle("Walk through"))
        self._steps = [WalkStep(f"{at}. {words}") for at, words in enumerate(STEPS, 1)]
        for step in self._steps:
            self.add(step)
        self.back, self.next = PlainButton("&Back"), PlainButton("&Next")
        self.back.setAccessibleName("Step before")
        self.next.setAccessibleName("Next step")
        self.back.clicked.connect(lambda: self.go(self._step - 1))
        self.next.clicked.connect(lambda: self.go(self._step + 1))
        self.timer = Small("", wrap=False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.next)
        row.addStretch()
        row.addWidget(self.timer)
        self.add(row)
        self._show_step()

    @property
    def step(self) -> int:
        """The current step, counted from 0."""
        return self._step

    def go(self, step: int) -> None:
        """Make another step the current one."""
        self._step = min(max(0, step), len(STEPS) - 1)
        self._show_step()
        announce(self, self._steps[self._step].text())

    def show_minutes(self, minutes: int) -> None:
        """Say how long it has been; nothing rings."""
        self.timer.setText(number_of(minutes, "minute"))

    def _show_step(self) -> None:
        for at, label in enumerate(self._steps):
            restyle(label, current=at == self._step)
            label.setAccessibleDescription("You are here" if at == self._step else "")

"""The last screen of a supervision: time for the other person to look away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from burnout_check.domain.numbers import number_of
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.labels import Body, SectionTitle


class OverCard(Card):
    """``left()``: the person is alone with the screen again."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(padding=28, gap=12)
        self._title = SectionTitle()
        self._words = Body()
        self.button = PrimaryButton("Back to Burnout Check")
        self.button.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.button)
        row.addStretch()
        self.add(self._title)
        self.add(self._words)
        self.add(Body("Stop sharing your screen first. What comes next is for you."))
        self.add(row)

    def say_kept(self, session: SupervisionSession) -> None:
        """The session is saved."""
        minutes = number_of(session.minutes, "minute")
        self._title.setText("The session is kept")
        self._words.setText(f"{minutes}, {number_of(len(session.actions), 'action', none='no')}.")

    def say_left(self, *, actions: int) -> None:
        """The session is not saved; its actions were."""
        self._title.setText("The session is not kept")
        words = "Nothing is saved." if not actions else "The actions stay in your list."
        self._words.setText(words)

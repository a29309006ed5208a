"""Two ratings of a supervision, by the person alone and for nobody else."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.supervision.supervision_session import (
    COULD_SAY,
    ENOUGH,
    SupervisionSession,
)
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.answer_list import AnswerList
from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.choice_row import RatingRow
from burnout_check.gui.kit.labels import Body, Muted
from burnout_check.gui.kit.sheet import Sheet

_ENDS = ("Not at all", "Completely")


class ForYouAlone(Sheet):
    """``rated(session)`` carries the session with what was answered; either may stay open."""

    rated = Signal(object)

    def __init__(self, session: SupervisionSession, parent: QWidget) -> None:
        super().__init__("For you alone", parent, size=(760, 480))
        self._session = session
        day = plain_date(session.held, weekday=True)
        self.body.add(Body(f"About your supervision on {day}."))
        self.body.add(
            Muted("Only you see this. It is never shown in supervision and is in no PDF.")
        )
        self.answers = AnswerList()
        for name, question in (("enough", ENOUGH), ("could_say", COULD_SAY)):
            self.answers.add(RatingRow(name, question, low=_ENDS[0], high=_ENDS[1]))
        self.answers.chosen.connect(self._on_chosen)
        self.body.add(self.answers)
        self.save = PrimaryButton("Save")
        self.save.clicked.connect(self._on_save)
        self.answers.finished.connect(self.save.setFocus)
        self.close_button.setText("Not now")
        self.foot.addWidget(self.save)
        self.fill()
        self.answers.take_focus()

    def _on_chosen(self, name: object, value: int) -> None:
        if name == "enough":
            self._session = replace(self._session, enough=value)
        else:
            self._session = replace(self._session, could_say=value)

    def _on_save(self) -> None:
        self.rated.emit(self._session)
        self.accept()

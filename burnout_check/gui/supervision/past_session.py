"""One supervision that was had: what it was, what was agreed, and what became of that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.numbers import plain_number
from burnout_check.domain.supervision.supervision_history import PastSession
from burnout_check.domain.supervision.supervision_session import (
    COULD_SAY,
    ENOUGH,
    KIND_NAMES,
    RATING_HIGH,
    SupervisionSession,
)
from burnout_check.domain.support.action import Action
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.buttons import QuietButton
from burnout_check.gui.kit.chip import ChipLabel
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, Muted, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.supervision.supervision_agreed import KINDS, who_and_when

_SHOW, _HIDE = "Show my ratings", "Put my ratings away"


class PastSessionRow(Column):
    """The words of a session, with buttons to change and to delete it.

    The person's own ratings are not there until they are asked for, and go when it is left.

    Signals:
        change_asked(session), delete_asked(session): what the person pressed.
    """

    change_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, past: PastSession) -> None:
        super().__init__(gap=6)
        self.session = session = past.session
        self.title = f"{plain_date(session.held, year=True)} · {KIND_NAMES[session.kind]}"
        self.setAccessibleName(self.title)
        self.change = self._button("Change", past)
        self.change.clicked.connect(lambda: self.change_asked.emit(session))
        self.delete = self._button("Delete", past)
        self.delete.clicked.connect(lambda: self.delete_asked.emit(session))
        head = Column(Strong(self.title), Muted(long_words(session)), gap=0)
        self.add(ResponsiveRow(head, self.change, self.delete, gap=4))
        for action in past.agreed:
            words = Column(Body(action.text), Small(who_and_when(action)), gap=0)
            chip = ChipLabel(action.status.label, KINDS[action.status], even=86)
            self.add(ResponsiveRow(words, chip, least=180))
        if session.note:
            self.add(Body(f"Note: {session.note}"))
        if session.agenda:
            self.add(Small(f"Talked about: {'; '.join(session.agenda)}"))
        self.ratings = Body()
        self.ratings.hide()
        self._rated = rating_words(session)
        self.show_ratings = QuietButton(_SHOW)
        self.show_ratings.setAccessibleName(f"{_SHOW}, {self.title}")
        self.show_ratings.clicked.connect(self._on_ratings)
        row = QHBoxLayout()
        row.addWidget(self.show_ratings)
        row.addStretch()
        self.column.addLayout(row)
        self.add(self.ratings)
        self.show_ratings.setVisible(bool(self._rated))

    def _button(self, words: str, past: PastSession) -> QuietButton:
        button = QuietButton(words)
        button.setAccessibleName(f"{words} {self.title}")
        button.setAccessibleDescription(spoken(past))
        return button

    def _on_ratings(self) -> None:
        self._let_see(self.ratings.isHidden())

    def _let_see(self, seen: bool) -> None:
        words = _HIDE if seen else _SHOW
        self.ratings.setText(self._rated if seen else "")  # nothing is left of them to be heard
        self.ratings.setVisible(seen)
        self.show_ratings.setText(words)
        self.show_ratings.setAccessibleName(f"{words}, {self.title}")

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the ratings away: the next to look at the page may be two people."""
        super().hideEvent(event)
        if not self.ratings.isHidden():
            self._let_see(seen=False)


def long_words(session: SupervisionSession) -> str:
    """How long, with whom, and what of a group counts."""
    minutes = _minutes(session.minutes)
    if session.people is None:
        return f"{minutes} · {session.who}"
    counted = _minutes(session.credited)
    return f"{minutes} · {session.who} · group of {session.people}, {counted} for each by BACP"


def rating_words(session: SupervisionSession) -> str:
    """The person's own two ratings, those that were given."""
    given = ((ENOUGH, session.enough), (COULD_SAY, session.could_say))
    return " ".join(
        f"{question} {rating} of {RATING_HIGH}." for question, rating in given if rating is not None
    )


def spoken(past: PastSession) -> str:
    """All of it but the ratings, for whoever comes by with the keyboard."""
    session = past.session
    parts = [long_words(session), *(_agreed(action) for action in past.agreed)]
    parts += [f"Note: {session.note}"] if session.note else []
    return ". ".join(parts)


def _agreed(action: Action) -> str:
    return f"{action.text}, {who_and_when(action)}, {action.status.label.lower()}"


def _minutes(minutes: float) -> str:
    return "1 minute" if minutes == 1 else f"{plain_number(minutes, 0)} minutes"


def gap_widget(past: PastSession) -> QWidget | None:
    """The words between a session and the one before, where more than a week lay between."""
    if past.weeks_since is None or past.weeks_since < 2:
        return None
    return Small(f"{past.weeks_since} weeks between")

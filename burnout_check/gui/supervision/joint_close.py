"""The end of a supervision: what is kept of it, in fields that are filled in as far as known."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.numbers import number_of
from burnout_check.domain.supervision.supervision_session import (
    KIND_NAMES,
    SessionKind,
    SupervisionSession,
)
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field, NumberField
from burnout_check.gui.kit.labels import FieldLabel, Muted, SectionTitle
from burnout_check.gui.kit.select import Select

_DAYS_BACK = 14


class CloseCard(Card):
    """The form. What cannot be used is said beside its field.

    Signals:
        keep_asked(session): with what stands in the fields.
        back_asked(): the view is wanted again.
        leave_asked(): nothing shall be kept.
    """

    keep_asked = Signal(object)
    back_asked = Signal()
    leave_asked = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(padding=28, gap=14)
        self._actions: tuple[int, ...] = ()
        self.add(SectionTitle("Keep this session"))
        self.add(Muted("It counts as supervision of its week. Nobody else gets it."))
        self.problem = Banner(kind="attention")
        self.problem.hide()
        self.add(self.problem)
        self.held = Select("Day", _days(today))
        self.minutes = NumberField("Minutes", "minutes")
        self.kind = Select("Kind", [(kind, KIND_NAMES[kind]) for kind in SessionKind])
        self.kind.picked.connect(self._on_kind)
        self.people = NumberField("People in the group, with you", "people")
        self.people.hide()
        self.who = Field("With whom", hint="A role, not a name.")
        self.who.set_text("Supervisor")
        self.note = Field("What we agreed, in short")
        self._agreed = Muted()
        self.add(Column(FieldLabel("Day", buddy=self.held), self.held, gap=6))
        self.add(self.minutes)
        self.add(Column(FieldLabel("Kind", buddy=self.kind), self.kind, gap=6))
        for field in (self.people, self.who, self.note, self._agreed):
            self.add(field)
        self.add(self._buttons())

    def fill(self, session: SupervisionSession, *, minutes: float | None) -> None:
        """Show what is known: the note, how many actions there are, and the minutes agreed.

        How long the view was open says nothing about how long they talked, so it is not taken.
        """
        self._actions = session.actions
        self.minutes.set_value(minutes)
        self.note.set_text(session.note)
        count = len(session.actions)
        self._agreed.setText(f"{number_of(count, 'action', none='No')} agreed.")
        self.problem.hide()

    def say(self, field: str, sentence: str) -> None:
        """Say what is wrong, beside the field if it is about one of them."""
        fields = {"minutes": self.minutes, "people": self.people}
        if field in fields:
            fields[field].set_error(sentence)
            fields[field].take_focus()
        else:
            self.problem.say(sentence, "attention")

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        self.keep_button = PrimaryButton("Keep session")
        self.keep_button.clicked.connect(self._on_keep)
        back = PlainButton("Go back")
        back.clicked.connect(self.back_asked)
        leave = QuietButton("End without keeping")
        leave.clicked.connect(self.leave_asked)
        for button in (self.keep_button, back, leave):
            row.addWidget(button)
        row.addStretch()
        return holder

    def _on_kind(self, kind: object) -> None:
        self.people.setVisible(kind is SessionKind.GROUP)

    def _on_keep(self) -> None:
        held, kind = self.held.value, self.kind.value
        minutes, people = self.minutes.value(), self.people.value()
        if not isinstance(held, date) or not isinstance(kind, SessionKind):
            return
        in_group = kind is SessionKind.GROUP and people is not None
        self.keep_asked.emit(
            SupervisionSession(
                held,
                round(minutes or 0),
                kind,
                self.who.text() or "Supervisor",
                people=round(people) if in_group and people is not None else None,
                note=self.note.text(),
                actions=self._actions,
            )
        )


def _days(today: date) -> list[tuple[date, str]]:
    days = [today - timedelta(days=back) for back in range(_DAYS_BACK + 1)]
    return [
        (day, f"{'Today, ' if day == today else ''}{plain_date(day, weekday=True)}") for day in days
    ]

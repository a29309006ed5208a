"""A supervision that was had elsewhere, to be added, or one to be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.supervision.supervision_session import (
    KIND_NAMES,
    SMALL_GROUP,
    SessionKind,
    SupervisionSession,
)
from burnout_check.domain.week import plain_date
from burnout_check.errors import BadInput
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field, NumberField
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import FieldLabel, Muted
from burnout_check.gui.kit.select import Select
from burnout_check.gui.kit.sheet import Sheet

_DAYS_AROUND = 60
_USUAL_MINUTES = 60


class PastSessionSheet(Sheet):
    """The facts of one session. It stays open until ``accept``, so that nothing typed is lost.

    Signals:
        save_asked(session): with what stands in the fields; ``refuse`` if it cannot be used.

    Args:
        session: the one to change; None to add one.
        today: no session is later.
        parent: the page it opens over.
    """

    save_asked = Signal(object)

    def __init__(
        self, session: SupervisionSession | None, *, today: date, parent: QWidget | None
    ) -> None:
        title = "Add a session" if session is None else "Change this session"
        super().__init__(title, parent, size=(600, 640))
        self._session = session or SupervisionSession(today, _USUAL_MINUTES)
        self.problem = Banner(kind="attention", dismissable=False)
        self.problem.hide()
        self.held = Select("Day", _days(self._session.held, today=today))
        self.minutes = NumberField("Minutes", "minutes")
        self.kind = Select("Kind", [(kind, KIND_NAMES[kind]) for kind in SessionKind])
        self.people = NumberField("People in the group, with you", "people")
        self.who = Field("With whom", hint="A role, not a name.")
        self.note = Field("What was agreed, in short")
        self.save = PrimaryButton("Save")
        self._lay_out(is_new=session is None)
        self._fill_in()
        self.kind.picked.connect(self._on_kind)
        self.save.clicked.connect(self._on_save)
        self.fill()  # with room for the size of a group, which may be asked for later
        self._on_kind(self._session.kind)
        give_focus(self.held)

    def refuse(self, error: BadInput) -> None:
        """Say what cannot be used, beside its field if it is about one that is typed in."""
        fields = {"minutes": self.minutes, "people": self.people}
        field = fields.get(error.field)
        if field is None:
            self.problem.say(str(error), "attention")
        else:
            field.set_error(str(error))
            field.take_focus()

    def _lay_out(self, *, is_new: bool) -> None:
        self.body.add(self.problem)
        if is_new:
            self.body.add(Muted("It counts as supervision of its week."))
        grid = FlowGrid(columns=(2, 1), least=220)
        for name, select in (("Day", self.held), ("Kind", self.kind)):
            column = Column(FieldLabel(name, buddy=select), select, gap=6)
            column.column.addStretch()
            grid.add(column)
        for field in (self.minutes, self.people, self.who):
            grid.add(field)
        self.body.add(grid)
        self.body.add(self.note)
        self.close_button.setText("Cancel")
        self.foot.addWidget(self.save)

    def _fill_in(self) -> None:
        session = self._session
        self.held.set_value(session.held)
        self.kind.set_value(session.kind)
        self.minutes.set_value(session.minutes)
        self.people.set_value(session.people or SMALL_GROUP)
        self.who.set_text(session.who)
        self.note.set_text(session.note)

    def _on_kind(self, kind: object) -> None:
        self.people.setVisible(kind is SessionKind.GROUP)

    def _on_save(self) -> None:
        held, kind = self.held.value, self.kind.value
        if not isinstance(held, date) or not isinstance(kind, SessionKind):
            return
        people = self.people.value() if kind is SessionKind.GROUP else None
        self.problem.hide()
        self.save_asked.emit(
            replace(
                self._session,
                held=held,
                kind=kind,
                minutes=round(self.minutes.value() or 0),
                people=None if people is None else round(people),
                who=self.who.text() or "Supervisor",
                note=self.note.text(),
            )
        )


def _days(held: date, *, today: date) -> list[tuple[date, str]]:
    """The days around the session, newest first, none to come."""
    last = min(today, held + timedelta(days=_DAYS_AROUND))
    count = (last - held).days + _DAYS_AROUND + 1
    days = [last - timedelta(days=back) for back in range(count)]
    return [
        (
            day,
            f"{'Today, ' if day == today else ''}"
            f"{plain_date(day, weekday=True, year=day.year != today.year)}",
        )
        for day in days
    ]

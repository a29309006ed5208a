"""One event on the time line: what happened and when; to add or to change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.event import Event, EventKind
from burnout_check.errors import BadInput
from burnout_check.gui.kit.buttons import PrimaryButton, QuietButton
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import FieldLabel, Muted
from burnout_check.gui.kit.select import Select
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.trends.day_field import DayField

_LEAD = (
    "It stands on every chart. Only you see it, unless you show or save a chart. "
    "No names of clients, please."
)


class EventDialog(Sheet):
    """Asks for kind, words and day.

    Signals:
        kept(event): the person pressed Save; answer with ``refuse`` or ``accept``.
        remove_asked(event): the person pressed Delete.

    Args:
        event: what stands there at first; a new one if its id is 0.
        today: tells the day it is.
        parent: the page it opens over.
    """

    kept = Signal(object)
    remove_asked = Signal(object)

    def __init__(
        self, event: Event, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        title = "Change an event" if event.id else "Add an event"
        super().__init__(title, parent, size=(560, 520))
        self._event = event
        self.kind = Select("What happened", [(kind, kind.label) for kind in EventKind])
        self.kind.set_value(event.kind)
        self.kind.picked.connect(self._on_kind_picked)
        self.words = Field("In your own words")
        self.words.set_text(event.words)
        self.words.accepted.connect(self._on_save)
        self.day = DayField("When", today)
        self.day.show_day(event.day)
        self.day.accepted.connect(self._on_save)
        kind = Column(FieldLabel("What happened", buddy=self.kind), self.kind, gap=6)
        for part in (Muted(_LEAD), kind, self.words, self.day):
            self.body.add(part)
        self.save = PrimaryButton("Save")
        self.save.clicked.connect(self._on_save)
        self.delete = QuietButton("Delete")
        if not event.id:
            self.delete.hide()
        self.delete.clicked.connect(self._on_delete)
        self.close_button.setText("Cancel")
        self.foot.insertWidget(0, self.delete)
        self.foot.addWidget(self.save)
        self._hint()
        self.fill()
        QTimer.singleShot(0, self, self._take_focus)

    @property
    def event_typed(self) -> Event | None:
        """The event as it stands in the form; None while its day is no date."""
        day = self.day.day
        if day is None:
            return None
        kind = self.kind.value
        assert isinstance(kind, EventKind)  # noqa: S101 - the list has nothing else
        return Event(day, kind, self.words.text(), self._event.id)

    def refuse(self, error: BadInput) -> None:
        """Say beside the field why it was not saved; what was typed stays."""
        at_day = error.field == "day"
        self.day.set_error(str(error) if at_day else None)
        self.words.set_error(None if at_day else str(error))
        give_focus(self.day if at_day else self.words)

    def _take_focus(self) -> None:
        give_focus(self.kind)

    def _hint(self) -> None:
        needs = self.kind.value is EventKind.OTHER
        self.words.set_hint("A few words." if needs else "You can leave this empty.")

    def _on_kind_picked(self, _kind: object) -> None:
        self.words.set_error(None)
        self._hint()

    def _on_save(self) -> None:
        typed = self.event_typed
        if typed is not None:
            self.kept.emit(typed)
            return
        self.day.show_error_now()
        self.day.take_focus()

    def _on_delete(self) -> None:
        self.remove_asked.emit(self._event)
        self.accept()

"""The last section of the check-in: hard events, and a private note."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.support.hard_event import HardEvent
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.clipboard import TextEdit
from burnout_check.gui.kit.labels import FieldLabel, Muted, SectionTitle
from burnout_check.gui.options.somebody_now import SomebodyNow


class NoteField(TextEdit):
    """The note: Tab goes on, Ctrl+Enter is left to the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName("Private note")
        self.setPlaceholderText("Optional. Only you see it. No names or details of patients.")


class AnythingElse(QWidget):
    """Hard events to tick, with no score, and the note.

    Signals:
        events_changed(ids): the tuple of ids ticked now.
        note_changed(text): the note as it stands.
        support_asked(): to see what may help, before the check-in is saved.
    """

    events_changed = Signal(object)
    note_changed = Signal(str)
    support_asked = Signal()

    def __init__(self, events: Iterable[HardEvent], draft: Draft, *, nation: str) -> None:
        super().__init__()
        self.boxes: dict[str, CheckRow] = {}
        self.note = NoteField()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 4)
        column.setSpacing(8)
        column.addWidget(SectionTitle("Did anything hard happen this week?"))
        column.addWidget(Muted("It has no score. If you tick something, we point to support."))
        self.now = SomebodyNow(nation, "See what may help", symbol="support")
        self.now.asked.connect(self.support_asked)
        for event in events:
            box = CheckRow(event.label)
            box.set_on(event.id in draft.hard_events)
            box.toggled.connect(self._on_toggled)
            self.boxes[event.id] = box
            column.addWidget(box)
        column.addWidget(self.now)
        if not draft.hard_events:  # and never show what has no parent yet
            self.now.hide()
        self.note.setPlainText(draft.note)
        self.note.textChanged.connect(lambda: self.note_changed.emit(self.note.toPlainText()))
        column.addSpacing(8)
        column.addWidget(FieldLabel("Private note", buddy=self.note))
        column.addWidget(self.note, 1)

    def first_focus(self) -> QWidget:
        """The first thing to tick."""
        return next(iter(self.boxes.values()), self.note)

    def _on_toggled(self) -> None:
        ticked = tuple(event for event, box in self.boxes.items() if box.is_on)
        self.now.setVisible(bool(ticked))
        self.events_changed.emit(ticked)

"""The person's own entry for help near them: what it is, who, the number, when, and a note."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.errors import BadInput
from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import FieldLabel, Muted
from burnout_check.gui.kit.select import Select
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.session.session import Session

_ABOUT = "Kept encrypted on this computer, and shown on Support as your own."


class LocalForm(Sheet):
    """Adds an entry, or changes one; Enter in any field saves.

    Signals:
        saved(entry): it was kept.

    Args:
        session: where it is kept.
        entry: the one to change, or what a new one starts with.
        parent: the page it opens over.
    """

    saved = Signal(object)

    def __init__(self, session: Session, entry: LocalEntry, parent: QWidget | None = None) -> None:
        title = "Change this entry" if entry.id else "Add help near you"
        super().__init__(title, parent, size=(600, 680))
        self._session = session
        self._entry = entry
        self.kind = Select("What it is", [(kind, kind.label) for kind in LocalKind])
        self.kind.set_value(entry.kind)
        self.name = Field("Name", hint="A person’s role or a place, such as Staff support team")
        self.number = Field("Number or extension", hint="Shown and copied just as you type it")
        self.hours = Field("When")
        self.note = Field("Note to yourself")
        self.body.add(Muted(_ABOUT))
        self.body.add(Column(FieldLabel("What it is", buddy=self.kind), self.kind, gap=6))
        for field, text in zip(self.fields, _texts(entry), strict=True):
            field.set_text(text)
            field.accepted.connect(self._on_save)
            self.body.add(field)
        self.save = PrimaryButton("Save")
        self.save.clicked.connect(self._on_save)
        self.foot.addWidget(self.save)
        self.close_button.setText("Cancel")
        self.fill()
        first = self.name.line if entry.id else self.kind
        focus_soon(first)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The lines to type in, from the top."""
        return self.name, self.number, self.hours, self.note

    def _on_save(self) -> None:
        entry = replace(
            self._entry,
            kind=LocalKind(str(self.kind.value)),
            name=self.name.text(),
            number=self.number.text(),
            hours=self.hours.text(),
            note=self.note.text(),
        )
        try:
            kept = self._session.support.put_entry(entry)
        except BadInput as error:
            self.name.set_error(str(error))
            self.name.take_focus()
            return
        self.saved.emit(kept)
        self.accept()


def _texts(entry: LocalEntry) -> tuple[str, ...]:
    return entry.name, entry.number, entry.hours, entry.note

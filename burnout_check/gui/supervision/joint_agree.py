"""What two people agree while they look at the view: actions, and a short note."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from burnout_check.domain.support.action import Action
from burnout_check.gui.actions.action_form import ActionForm
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.labels import Body, CardTitle, Small
from burnout_check.gui.supervision.supervision_agreed import who_and_when


class AgreeCard(Card):
    """Starts empty, and knows only what is typed into it.

    Signals:
        added(text, who, due): an action is to be noted.
        note_changed(text): the note is another.
    """

    added = Signal(str, str, object)
    note_changed = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__(gap=8)
        self.add(CardTitle("What we agree"))
        self._rows = Column(gap=6)
        self.add(self._rows)
        self.form = ActionForm(today)
        self.form.added.connect(self.added)
        self.add(self.form)
        self.note = Field("A short note of what we agree")
        self.note.edited.connect(self.note_changed)
        self.add(self.note)
        self.column.addStretch()

    def show_added(self, action: Action) -> None:
        """List one that was just noted."""
        self._rows.add(Column(Body(action.text), Small(who_and_when(action)), Divider(), gap=2))
        self.form.clear()
        announce(self, f"Added: {action.text}")

"""What two people agree while they look at the view: actions, and a short note."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from burnout_check.domain.support.action import Action
from burnout_check.gui.actions.action_dialog import ActionDialog
from burnout_check.gui.actions.action_form import ActionForm
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.labels import Body, CardTitle, Small
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.supervision.supervision_agreed import who_and_when


class AgreeCard(Card):
    """Starts empty, and knows only what is typed into it.

    Signals:
        added(text, who, due): an action is to be noted.
        changed(action): one that was noted is another now.
        dropped(action): one that was noted shall not be.
        note_changed(text): the note is another.
    """

    added = Signal(str, str, object)
    changed = Signal(object)
    dropped = Signal(object)
    note_changed = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__(gap=8)
        self._today = today
        self._agreed: list[Action] = []
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
        self._show([*self._agreed, action])
        self.form.clear()
        announce(self, f"Added: {action.text}")

    def show_changed(self, action: Action) -> None:
        """List one as it is now."""
        self._show([action if each.id == action.id else each for each in self._agreed])
        announce(self, f"Changed: {action.text}")

    def show_dropped(self, action: Action) -> None:
        """Take one off the list."""
        self._show([each for each in self._agreed if each.id != action.id])
        announce(self, f"Dropped: {action.text}")

    def _show(self, agreed: list[Action]) -> None:
        self._agreed = agreed
        self._rows.clear()
        for action in agreed:
            words = Column(Body(action.text), Small(who_and_when(action)), gap=2)
            change = QuietButton("Change")
            change.setAccessibleName(f"Change: {action.text}")
            change.clicked.connect(lambda _=False, action=action: self._on_change(action))
            self._rows.add(ResponsiveRow(words, change, least=120))
            self._rows.add(Divider())

    def _on_change(self, action: Action) -> None:
        dialog = ActionDialog(action, today=self._today, parent=self)
        dialog.saved.connect(self.changed)
        dialog.dropped.connect(self.dropped)
        dialog.open()

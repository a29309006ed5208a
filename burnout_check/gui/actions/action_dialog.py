"""One action to change: its words, who does it and by when; or to drop."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.support.action import Action
from burnout_check.gui.actions.action_fields import ActionFields
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import Muted
from burnout_check.gui.kit.sheet import Sheet

NO_WORDS = "Say in a few words what you want to do."


class ActionDialog(Sheet):
    """A small form; Enter saves, Esc leaves everything as it was.

    Signals:
        saved(action): with what stands in the fields.
        dropped(action): it shall not be done after all.

    Args:
        action: the one to change.
        today: the day it is.
        parent: the page it opens over.
    """

    saved = Signal(object)
    dropped = Signal(object)

    def __init__(self, action: Action, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Change this action", parent, size=(560, 480))
        self._action = action
        self.fields = ActionFields("What", today=today, action=action)
        self.fields.accepted.connect(self._on_save)
        self.body.add(self.fields)
        self.body.add(Muted("Moving the day or dropping it is fine. Plans change."))
        self.drop = PlainButton("Drop it")
        self.drop.clicked.connect(self._on_drop)
        self.save = PrimaryButton("Save")
        self.save.clicked.connect(self._on_save)
        self.foot.insertWidget(0, self.drop)
        self.foot.addWidget(self.save)
        self.close_button.setText("Cancel")
        self.fill()
        line = self.fields.what.line
        focus_soon(line)

    def _on_save(self) -> None:
        if not self.fields.text:
            self.fields.what.set_error(NO_WORDS)
            self.fields.what.take_focus()
            return
        self.saved.emit(self.fields.put_into(self._action))
        self.accept()

    def _on_drop(self) -> None:
        self.dropped.emit(self._action)
        self.accept()

"""Something to do that two people agree on: what, who, and by when, with the button to add it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.gui.actions.action_fields import ActionFields
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.focus import give_focus

SAY_WHO = "Choose who does this."
_AT_FIRST = timedelta(weeks=2)
_AS_NARROW_AS_NEED_BE = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ActionForm(QWidget):
    """``added(text, who, due)``: the person wants this noted; ``due`` is a date or None.

    Args:
        today: the day it is; by when is two weeks from it at first.
    """

    added = Signal(str, str, object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.fields = ActionFields("What will change", today=today, owner="")
        self.fields.by_when.set_value(today + _AT_FIRST)
        self.fields.accepted.connect(self._on_added)
        self.text = self.fields.what
        for select in (self.fields.who, self.fields.by_when):  # beside each other if they can be
            select.setSizeAdjustPolicy(_AS_NARROW_AS_NEED_BE)
            select.setMinimumContentsLength(8)
            select.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        add = PlainButton("Add")
        add.setAccessibleName("Add this action")
        add.clicked.connect(self._on_added)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.fields)
        column.addLayout(row)
        self.setFocusProxy(self.text)

    def clear(self) -> None:
        """It is noted; the next one can be typed, for the same day and for nobody yet."""
        self.text.set_text("")
        self.fields.who.set_value("")
        give_focus(self.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds from any of the fields."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._on_added()
        else:
            super().keyPressEvent(event)

    def _on_added(self) -> None:
        if self.fields.text and not self.fields.role:
            self.text.set_error(SAY_WHO)
            give_focus(self.fields.who)
            return
        self.added.emit(self.fields.text, self.fields.role, self.fields.due)

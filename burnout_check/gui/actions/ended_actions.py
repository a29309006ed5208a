"""What was done or dropped, the latest first, to look at, open again or delete."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import IconButton, PlainButton
from burnout_check.gui.kit.card import Divider
from burnout_check.gui.kit.column import Column, clear_layout
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import Muted, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.session.session import Session

NOTHING = "Nothing is done or dropped yet. What is will be kept here until you delete it."


class EndedActions(Sheet):
    """The history of the actions.

    Args:
        session: for the actions.
        parent: the page it opens over.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Done and dropped", parent, size=(640, 600))
        self._session = session
        self._deleted: Action | None = None
        self.banner = Banner(dismissable=False)
        self.banner.asked.connect(self._on_undo)
        self.banner.hide()
        self._rows = Column(gap=8)
        self.body.add(self.banner)
        self.body.add(self._rows)
        self._draw()
        self.fill()

    def _draw(self) -> None:
        column = self._rows.column
        clear_layout(column)
        ended = self._session.actions.ended()
        if not ended:
            column.addWidget(Muted(NOTHING))
        for place, action in enumerate(ended):
            if place:
                column.addWidget(Divider())
            column.addWidget(self._row(action))

    def _row(self, action: Action) -> QWidget:
        said = action.who_and_when(self._session.ledger.today)
        again = PlainButton("Open again")
        again.setAccessibleName(f"Open again: {action.text}")
        again.clicked.connect(lambda: self._on_again(action))
        delete = IconButton(f"Delete: {action.text}", symbol="delete")
        delete.clicked.connect(lambda: self._on_delete(action))
        return ResponsiveRow(Column(Strong(action.text), Small(said)), again, delete, least=220)

    def _on_again(self, action: Action) -> None:
        self._session.actions.put(action, ActionStatus.OPEN)
        self._deleted = None
        self._changed(f"Open again: {action.text}")

    def _on_delete(self, action: Action) -> None:
        self._session.actions.remove(action)
        self._deleted = action
        self._changed(f"Deleted: {action.text}", undo="Undo")

    def _on_undo(self) -> None:
        if self._deleted is not None:
            self._session.actions.restore(self._deleted)
            self._deleted = None
            self._changed("It is back.")

    def _changed(self, sentence: str, *, undo: str = "") -> None:
        self.banner.say(sentence, "steady", action=undo)
        self._draw()
        close = self.close_button
        focus_soon(close)

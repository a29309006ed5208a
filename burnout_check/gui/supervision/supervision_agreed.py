"""What was agreed in supervision: what became of it, and something to add."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.week import short_date
from burnout_check.gui.actions.action_form import ActionForm
from burnout_check.gui.kit.buttons import PlainButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.chip import ChipLabel, Kind
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow

WHAT_HAPPENED = "What happened?"
KINDS: dict[ActionStatus, Kind] = {
    ActionStatus.OPEN: "watch",
    ActionStatus.DONE: "steady",
    ActionStatus.DROPPED: "neutral",
}


class AgreedCard(Card):
    """Actions with who, by when and how they stand, and the form to add one.

    Signals:
        added(text, who, due): the person wants this noted.
        status_asked(action, status): the person says what became of one.

    Args:
        today: what "in 2 weeks" is counted from.
    """

    added = Signal(str, str, object)
    status_asked = Signal(object, object)

    def __init__(self, today: date) -> None:
        super().__init__(gap=8)
        self.add(CardTitle("What we agreed"))
        self._empty = Muted(
            "What you agree in supervision will be here, and is asked about next time."
        )
        self._asks = Column(
            Strong(WHAT_HAPPENED), Muted("You agreed this last time. Open is an answer too."), gap=0
        )
        self._rows = Column(gap=8)
        for part in (self._empty, self._asks, self._rows):
            self.add(part)
        self.add_button = PlainButton("Add an action")
        self.add_button.clicked.connect(self._on_add)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch()
        self.add(row)
        self.form = ActionForm(today)
        self.form.added.connect(self.added)
        self.form.hide()
        self.add(self.form)
        self.column.addStretch()

    def show_actions(self, happened: Iterable[Action], others: Iterable[Action]) -> None:
        """List what is asked about first, then the others; keep the focus in the list."""
        focus = self.window().focusWidget()
        was_here = focus is not None and self._rows.isAncestorOf(focus)
        open_ones, rest = tuple(happened), tuple(others)
        self._rows.clear()
        for action in (*open_ones, *rest):
            self._rows.add(Divider())
            self._rows.add(self._row(action))
        self._asks.setVisible(bool(open_ones))
        self._empty.setVisible(not open_ones and not rest)
        if was_here:
            shown = (each for each in self._rows.findChildren(PlainButton) if not each.isHidden())
            focus_soon(next(shown, self.add_button))

    def allow_more(self, *, can: bool) -> None:
        """Offer to add an action: there was a session that can have agreed it."""
        self.add_button.setVisible(can and self.form.isHidden())

    def _row(self, action: Action) -> QWidget:
        words = Column(Body(action.text), Small(who_and_when(action)), gap=0)
        chip = ChipLabel(action.status.label, KINDS[action.status], even=86)
        if action.status is ActionStatus.OPEN:
            done = self._button("Done", action, ActionStatus.DONE)
            dropped = self._button("Dropped", action, ActionStatus.DROPPED)
            return ResponsiveRow(words, done, dropped, chip, least=180, gap=6)
        return ResponsiveRow(
            words, self._button("Undo", action, ActionStatus.OPEN), chip, least=180
        )

    def _button(self, name: str, action: Action, status: ActionStatus) -> PlainButton | QuietButton:
        button = PlainButton(name) if status is ActionStatus.DONE else QuietButton(name)
        button.setAccessibleName(f"{name}: {action.text}")
        button.clicked.connect(lambda: self.status_asked.emit(action, status))
        return button

    def _on_add(self) -> None:
        self.add_button.hide()
        self.form.show()
        self.form.text.take_focus()


def who_and_when(action: Action) -> str:
    """Who does it, and by when if that was said."""
    return action.who if action.due is None else f"{action.who} · by {short_date(action.due)}"

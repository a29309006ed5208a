"""What the person means to do, or agreed: what is due first, ticked when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.support.action import (
    ME,
    Action,
    ActionStatus,
    latest_first,
    soonest_first,
)
from burnout_check.gui.actions.action_fields import ActionFields
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import IconButton, PlainButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.column import clear_layout
from burnout_check.gui.kit.focus import focus_soon, give_focus
from burnout_check.gui.kit.labels import CardTitle, Muted, Small
from burnout_check.gui.kit.responsive_row import ResponsiveRow

_AT_FIRST = 5
NOTHING = "No actions yet. Add your own here, or add an option on Support."


class ActionList(Card):
    """Open actions with a box to tick, those done today, and a line to add one.

    Signals:
        status_asked(action, status): the person ticked or cleared one.
        change_asked(action): the person wants to change or drop one.
        added(text, who, due): the person typed a new one.
        undo_asked(): the last change shall be as if it had not been.
        ended_asked(): to see what is done or dropped.

    Args:
        actions: every one.
        today: the day it is.
        typed: what stands in the line for a new one, not kept yet.
    """

    status_asked = Signal(object, object)
    change_asked = Signal(object)
    added = Signal(str, str, object)
    undo_asked = Signal()
    ended_asked = Signal()

    def __init__(
        self, actions: Sequence[Action], today: date, *, typed: Action | None = None
    ) -> None:
        super().__init__(gap=10)
        self.ticks: dict[int, CheckRow] = {}
        self.changes: dict[int, IconButton] = {}
        self._today = today
        self._actions = tuple(actions)
        self._shows_all = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._said = Small()
        self.undo = QuietButton("Undo", symbol="undo")
        self.undo.clicked.connect(self.undo_asked)
        self._last = ResponsiveRow(self._said, self.undo, least=120)
        self._last.hide()
        self.new = ActionFields("Add an action", today=today, action=typed)
        if not self.new.text:
            self.new.details.hide()
        self.new.what.edited.connect(lambda text: self.new.details.setVisible(bool(text)))
        self.new.accepted.connect(self._on_added)
        self.new.what.beside.addWidget(self._add_button())
        self.ended = QuietButton("Done and dropped")
        self.ended.set_flush()
        self.ended.clicked.connect(self.ended_asked)
        foot = QHBoxLayout()
        foot.addWidget(self.ended)
        foot.addStretch()
        self.add(CardTitle("My actions"))
        self.add(self._rows)
        self.add(self._last)
        self.column.addStretch()
        self.add(self.new)
        self.add(foot)
        self._draw()

    @property
    def typed(self) -> Action | None:
        """What is typed for a new one, as it would be kept; None if nothing is."""
        new = Action("", ME, self._today)
        return self.new.put_into(new) if self.new.text else None

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Draw them as they are now; what is being typed stays, and the focus where it was."""
        at = self._focused()
        self._actions = tuple(actions)
        self._draw()
        if at is not None:
            QTimer.singleShot(0, self, lambda: self._focus_on(at))

    def say(self, sentence: str) -> None:
        """Say what was just done, with a way back that has the keyboard; "" says nothing."""
        self._said.setText(sentence)
        self._last.setVisible(bool(sentence))
        announce(self, sentence)
        if sentence:
            undo = self.undo
            focus_soon(undo)

    def clear_new(self) -> None:
        """Make room for the next one, once this one is kept."""
        self.new.clear()
        self.new.details.hide()

    def take_focus(self) -> None:
        """Give the keyboard to the first action, or to the line for a new one."""
        first = next((tick.box for tick in self.ticks.values()), self.new.what.line)
        give_focus(first)

    def _draw(self) -> None:
        self.ticks.clear()
        self.changes.clear()
        clear_layout(self._rows)
        still_open = soonest_first(self._actions)
        shown = still_open if self._shows_all else still_open[:_AT_FIRST]
        just_done = [
            action
            for action in latest_first(self._actions)
            if action.status is ActionStatus.DONE and action.ended == self._today
        ]
        for action in (*shown, *just_done):
            self._rows.addWidget(self._row(action))
        if not still_open:
            self._rows.addWidget(Muted(NOTHING))
        if len(still_open) > len(shown):
            self._rows.addWidget(self._more(len(still_open) - len(shown)))
        self.ended.setVisible(any(not action.is_open for action in self._actions))

    def _row(self, action: Action) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        tick = CheckRow(action.text, below=action.who_and_when(self._today))
        tick.set_on(action.status is ActionStatus.DONE)
        tick.toggled.connect(lambda on: self._on_ticked(action, is_done=on))
        line.addWidget(tick, 1)
        self.ticks[action.id] = tick
        if action.is_open:
            change = IconButton(f"Change: {action.text}", symbol="note")
            change.clicked.connect(lambda: self.change_asked.emit(action))
            self.changes[action.id] = change
            line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _more(self, count: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        more = QuietButton(f"Show {count} more", symbol="plus")
        more.clicked.connect(self._on_more_asked)
        row.addWidget(more)
        row.addStretch()
        return holder

    def _add_button(self) -> PlainButton:
        button = PlainButton("Add")
        button.setAccessibleName("Add this action")
        button.clicked.connect(self._on_added)
        return button

    def _focused(self) -> int | None:
        """The action whose row has the keyboard."""
        for places in (self.ticks, self.changes):
            for number, widget in places.items():
                focus = widget.focusProxy() or widget
                if focus.hasFocus():
                    return number
        return None

    def _focus_on(self, number: int) -> None:
        """Give the keyboard back to a row that was drawn anew."""
        tick = self.ticks.get(number)
        if tick is not None:
            give_focus(tick.box)

    def _on_ticked(self, action: Action, *, is_done: bool) -> None:
        status = ActionStatus.DONE if is_done else ActionStatus.OPEN
        self.status_asked.emit(action, status)

    def _on_more_asked(self) -> None:
        self._shows_all = True
        self._draw()

    def _on_added(self) -> None:
        if self.new.text:
            self.added.emit(self.new.text, self.new.role, self.new.due)
        else:
            self.new.what.take_focus()

"""My actions, as a card that keeps what is asked of it: add, tick, change, drop, undo."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.gui.actions.action_dialog import ActionForm
from burnout_check.gui.actions.action_list import ActionList
from burnout_check.gui.actions.ended_actions import EndedActions
from burnout_check.gui.bus.signals import Signals
from burnout_check.session.session import Session


class MyActions(QObject):
    """The card and the session's actions.

    Args:
        session: for the actions.
        signals: told when they change.
        over: the page that the card is on; dialogs open over it.
        typed: what stands in the line for a new one, not kept yet.
    """

    def __init__(
        self, session: Session, signals: Signals, over: QWidget, *, typed: Action | None = None
    ) -> None:
        self.card = ActionList(session.actions.all(), session.today, typed=typed)
        super().__init__(self.card)
        self._session = session
        self._signals = signals
        self._over = over
        self._before: Action | None = None
        self.card.status_asked.connect(self._on_status_asked)
        self.card.change_asked.connect(self._on_change_asked)
        self.card.added.connect(self._on_added)
        self.card.undo_asked.connect(self._on_undo_asked)
        self.card.ended_asked.connect(self._on_ended_asked)
        signals.actions_changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.card.show_actions(self._session.actions.all())

    def _on_status_asked(self, action: Action, status: ActionStatus) -> None:
        self._session.actions.put(action, status)
        if status is ActionStatus.DROPPED:
            self._tell("Dropped", action)
        else:  # the tick itself is the way back
            self._before = None
            self.card.say("")
            self._signals.actions_changed.emit()

    def _on_change_asked(self, action: Action) -> None:
        form = ActionForm(action, today=self._session.today, parent=self._over)
        form.saved.connect(lambda changed: self._on_saved(action, changed))
        form.dropped.connect(lambda each: self._on_status_asked(each, ActionStatus.DROPPED))
        form.open()

    def _on_saved(self, before: Action, changed: Action) -> None:
        if changed != before:
            self._session.actions.change(changed)
            is_move = changed.due != before.due and changed.text == before.text
            self._tell("Moved" if is_move else "Changed", before, now=changed)

    def _on_added(self, text: str, who: str, due: date | None) -> None:
        self._session.actions.add(text, who=who, due=due)
        self.card.clear_new()
        self._before = None
        self.card.say("")
        self._signals.actions_changed.emit()
        self.card.new.what.take_focus()

    def _on_undo_asked(self) -> None:
        if self._before is not None:
            self._session.actions.change(self._before)
            self._before = None
        self.card.say("")
        self._signals.actions_changed.emit()
        self.card.take_focus()

    def _on_ended_asked(self) -> None:
        self._before = None
        self.card.say("")
        EndedActions(self._session, self._signals, self._over).open()

    def _tell(self, what: str, before: Action, *, now: Action | None = None) -> None:
        self._before = before
        self.card.say(f"{what}: {(now or before).text}")
        self._signals.actions_changed.emit()

"""My actions, as a card that keeps what is asked of it: add, tick, change, drop, undo."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.gui.actions.action_dialog import ActionDialog
from burnout_check.gui.actions.action_list import ActionList
from burnout_check.gui.actions.ended_actions import EndedActions
from burnout_check.gui.bus.news import News
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session


class MyActions(QObject):
    """The card and the session's actions.

    Args:
        session: for the actions.
        news: tells when they change.
        over: the page that the card is on; dialogs open over it.
        typed: what stands in the line for a new one, not kept yet.
    """

    def __init__(
        self, session: Session, news: News, over: QWidget, *, typed: Action | None = None
    ) -> None:
        self.card = ActionList(session.actions.all(), session.ledger.today, typed=typed)
        super().__init__(self.card)
        self._session = session
        self._over = over
        self._last: tuple[Action, Action] | None = None  # before and after what can be undone
        self.card.status_asked.connect(self._on_status_asked)
        self.card.change_asked.connect(self._on_change_asked)
        self.card.added.connect(self._on_added)
        self.card.undo_asked.connect(self._on_undo_asked)
        self.card.ended_asked.connect(self._on_ended_asked)
        news.changed.connect(self._on_changed)

    def _on_changed(self, what: Changed) -> None:
        if not what & Changed.ACTIONS:
            return
        actions = self._session.actions.all()
        if self._last is not None and self._last[1] not in actions:
            self._forget()  # it was changed again elsewhere: this undo would take back that, too
        self.card.show_actions(actions)

    def _forget(self) -> None:
        self._last = None
        self.card.say("")

    def _on_status_asked(self, action: Action, status: ActionStatus) -> None:
        now = self._session.actions.put(action, status)
        if status is ActionStatus.DROPPED:
            self._tell("Dropped", action, now)
        else:  # the tick itself is the way back
            self._forget()

    def _on_change_asked(self, action: Action) -> None:
        form = ActionDialog(action, today=self._session.ledger.today, parent=self._over)
        form.saved.connect(lambda changed: self._on_saved(action, changed))
        form.dropped.connect(lambda each: self._on_status_asked(each, ActionStatus.DROPPED))
        form.open()

    def _on_saved(self, before: Action, changed: Action) -> None:
        if changed != before:
            now = self._session.actions.update(changed)
            is_move = changed.due != before.due and changed.text == before.text
            self._tell("Moved" if is_move else "Changed", before, now)

    def _on_added(self, text: str, who: str, due: date | None) -> None:
        self._session.actions.add(text, who=who, due=due)
        self.card.clear_new()
        self._forget()
        self.card.new.what.take_focus()

    def _on_undo_asked(self) -> None:
        if self._last is not None:
            self._session.actions.restore(self._last[0])
        self._forget()
        self.card.take_focus()

    def _on_ended_asked(self) -> None:
        self._forget()
        EndedActions(self._session, self._over).open()

    def _tell(self, what: str, before: Action, now: Action) -> None:
        self._last = before, now
        self.card.say(f"{what}: {now.text}")

"""The actions of a session: what the person means to do, or agreed with somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burnout_check.domain.support.action import (
    ME,
    Action,
    ActionStatus,
    latest_first,
    soonest_first,
)
from burnout_check.errors import BadInput
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger

_NO_WORDS = "Say in a few words what you want to do."


class Actions:
    """Adds, updates and removes actions.

    One that is done or dropped has its day, and one that is open has none: ``put`` alone says what
    became of an action, and ``restore`` alone brings back what was.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> tuple[Action, ...]:
        """Every action, in the order they were added."""
        return self._ledger.vault.actions.all()

    def open(self) -> tuple[Action, ...]:
        """Those still open: first those with a day, the earliest first."""
        return soonest_first(self.all())

    def ended(self) -> tuple[Action, ...]:
        """Those done or dropped, the latest first."""
        return latest_first(self.all())

    def made_of(self, origin: str) -> Action | None:
        """The open action that was made of a support option, None if there is none."""
        return next((action for action in self.open() if action.origin == origin), None)

    def add(self, text: str, *, who: str = ME, due: date | None = None, origin: str = "") -> Action:
        """Note something to do.

        Args:
            text: what.
            who: the role of whoever does it.
            due: by when, if there is a day.
            origin: the id of the support option it is made of.

        Raises:
            BadInput: if there are no words.
        """
        if not text.strip():
            raise BadInput(_NO_WORDS, field="action")
        return self.add_made(Action(text.strip(), who, self._ledger.today, due, origin=origin))

    def add_made(self, action: Action) -> Action:
        """Save a new action as it is, and return it with its number.

        One that has ended, and does not say when, ended today.
        """
        if not action.is_open and action.ended is None:
            action = action.put(action.status, self._ledger.today)
        added = self._ledger.vault.actions.add(action)
        self._ledger.changed(Changed.ACTIONS)
        return added

    def update(self, action: Action) -> Action:
        """Save an action with other words, another role or day to be done by, and return it.

        What became of it stays as it was: that is for ``put`` to say.

        Raises:
            BadInput: if there are no words; then it stays as it was.
            KeyError: there is no such action.
        """
        text = action.text.strip()
        if not text:
            raise BadInput(_NO_WORDS, field="action")
        kept = self._kept(action.id)
        return self._replace(replace(kept, text=text, who=action.who, due=action.due))

    def put(self, action: Action, status: ActionStatus) -> Action:
        """Say that an action is done, dropped, or open again, as of today, and return it.

        Raises:
            KeyError: there is no such action.
        """
        return self._replace(self._kept(action.id).put(status, self._ledger.today))

    def remove(self, action: Action) -> None:
        """Delete an action."""
        self._ledger.vault.actions.remove(action.id)
        self._ledger.changed(Changed.ACTIONS)

    def restore(self, action: Action) -> None:
        """Undo a change or a deletion: the action is what it was, also where it was agreed."""
        self._ledger.vault.actions.restore(action)
        self._ledger.changed(Changed.ACTIONS)

    def _replace(self, action: Action) -> Action:
        self._ledger.vault.actions.update(action)
        self._ledger.changed(Changed.ACTIONS)
        return self._kept(action.id)  # as any reader can take its words

    def _kept(self, number: int) -> Action:
        """The action with an id, as it is in the vault."""
        for action in self.all():
            if action.id == number:
                return action
        raise KeyError(number)

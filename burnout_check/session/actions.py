"""The actions of a session: what the person means to do, or agreed with somebody."""

from __future__ import annotations

from collections.abc import Callable
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
from burnout_check.store.vault import Vault

_NO_WORDS = "Say in a few words what you want to do."


class Actions:
    """Adds, changes and removes actions; ``today`` says what day it is in London."""

    def __init__(self, vault: Vault, *, today: Callable[[], date]) -> None:
        self._vault = vault
        self._today = today

    def all(self) -> tuple[Action, ...]:
        """Every action, in the order they were added."""
        return self._vault.actions.all()

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
        return self.keep(Action(text.strip(), who, self._today(), due, origin=origin))

    def keep(self, action: Action) -> Action:
        """Save a new action as it is, and return it with its number."""
        return self._vault.actions.add(action)

    def change(self, action: Action) -> None:
        """Save an action with other words, another role, day or status.

        Raises:
            BadInput: if there are no words; then it stays as it was.
        """
        if not action.text.strip():
            raise BadInput(_NO_WORDS, field="action")
        self._vault.actions.replace(replace(action, text=action.text.strip()))

    def put(self, action: Action, status: ActionStatus) -> Action:
        """Say that an action is done, dropped, or open again, as of today."""
        changed = action.put(status, self._today())
        self._vault.actions.replace(changed)
        return changed

    def remove(self, action: Action) -> None:
        """Delete an action."""
        self._vault.actions.remove(action.id)

    def put_back(self, action: Action) -> None:
        """Undo the deletion of an action: it is the same one again, also where it was agreed."""
        self._vault.actions.put_back(action)

"""The actions of a session: what the person means to do, or agreed with somebody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from burnout_check.domain.action import Action
from burnout_check.errors import BadInput
from burnout_check.store.vault import Vault


class Actions:
    """Adds, changes and removes actions; ``today`` says what day it is in London."""

    def __init__(self, vault: Vault, *, today: Callable[[], date]) -> None:
        self._vault = vault
        self._today = today

    def all(self) -> tuple[Action, ...]:
        """Every action, in the order they were added."""
        return self._vault.actions.all()

    def add(self, text: str, *, who: str = "Me", due: date | None = None) -> Action:
        """Note something to do.

        Raises:
            BadInput: if there are no words.
        """
        if not text.strip():
            raise BadInput("Say in a few words what you want to do.", field="action")
        return self.keep(Action(text.strip(), who, self._today(), due))

    def keep(self, action: Action) -> Action:
        """Save a new action as it is, and return it with its number."""
        return self._vault.actions.add(action)

    def change(self, action: Action) -> None:
        """Save an action with another status, text or day."""
        self._vault.actions.replace(action)

    def remove(self, action: Action) -> None:
        """Delete an action."""
        self._vault.actions.remove(action.id)

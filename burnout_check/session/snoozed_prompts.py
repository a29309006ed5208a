"""What a session keeps quiet: prompts the person put aside for a while."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from burnout_check.domain.rules.evaluate import QUIET_WEEKS
from burnout_check.domain.rules.rule import Prompt, Rule
from burnout_check.store.vault import Vault


class SnoozedPrompts:
    """Puts prompts aside and brings them back; read once, until something is changed."""

    def __init__(self, vault: Vault, rules: Iterable[Rule], *, today: Callable[[], date]) -> None:
        self._vault = vault
        self._hard = tuple(rule.id for rule in rules if rule.is_about_hard_events)
        self._today = today
        self._known: Mapping[str, tuple[date, str]] | None = None

    def all(self) -> Mapping[str, tuple[date, str]]:
        """By rule: the day it may come back, and how severe it was when it was put aside."""
        if self._known is None:
            self._known = self._vault.put_aside.all()
        return self._known

    def put(self, prompt: Prompt) -> None:
        """Keep a prompt quiet for four weeks, unless it gets worse."""
        until = self._today() + timedelta(weeks=QUIET_WEEKS)
        self._vault.put_aside.add(prompt.covers, until, prompt.severity.name)
        self.forget()

    def bring_back(self, rules: Iterable[str]) -> None:
        """Take back that the prompts of these rules were put aside."""
        found = [rule for rule in rules if rule in self.all()]
        if found:  # most saves have nothing to bring back, and write nothing here
            self._vault.put_aside.remove(found)
            self.forget()

    def unsnooze_hard_events(self) -> None:
        """Have the rules about hard events speak: what happened now is not what was put aside."""
        self.bring_back(self._hard)

    def forget(self) -> None:
        """Read it again the next time."""
        self._known = None

"""What a session keeps quiet: prompts the person put aside for a while."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from burnout_check.domain.rules.evaluate import QUIET_WEEKS
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger


class SnoozedPrompts:
    """Puts prompts aside and brings them back; which are put aside is in the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, prompt: Prompt) -> None:
        """Keep a prompt quiet for four weeks, unless it gets worse."""
        until = self._ledger.today + timedelta(weeks=QUIET_WEEKS)
        self._ledger.vault.snoozed.add(prompt.covers, until, prompt.severity.name)
        self._ledger.changed(Changed.SNOOZED)

    def remove(self, rules: Iterable[str]) -> None:
        """Take back that the prompts of these rules were put aside."""
        found = [rule for rule in rules if rule in self._ledger.snoozed]
        if found:  # most saves have nothing to bring back, and write nothing here
            self._ledger.vault.snoozed.remove(found)
            self._ledger.changed(Changed.SNOOZED)

    def unsnooze_hard_events(self) -> None:
        """Have the rules about hard events speak: what happened now is not what was put aside."""
        self.remove(rule.id for rule in self._ledger.content.rules if rule.is_about_hard_events)

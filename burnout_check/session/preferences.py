"""The settings of a session: what the person chose, kept in the vault."""

from __future__ import annotations

from collections.abc import Mapping

from burnout_check.domain.settings.setting import Value
from burnout_check.session.changed import NOTHING
from burnout_check.session.ledger import Ledger


class Preferences:
    """Saves settings; what they are now is in the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def update(self, values: Mapping[str, Value]) -> None:
        """Save settings, by key.

        Raises:
            BadInput: naming the first setting whose value cannot be used; then none is saved.
        """
        self._ledger.update_settings(values, NOTHING)

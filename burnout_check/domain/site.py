"""What a service or its IT says for everybody: defaults that each person can override."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from burnout_check.domain.local import LocalEntry
from burnout_check.domain.settings import Setting, Value


@dataclass(frozen=True, slots=True)
class Site:
    """The content of a site file, as far as it can be used.

    ``defaults`` are values of settings about the work, by key; ``local`` is help near the people
    of the service. ``troubles`` are sentences on what in the file was ignored and why; nothing in
    a file can stop the program from starting.
    """

    defaults: Mapping[str, Value] = field(default_factory=dict)
    local: tuple[LocalEntry, ...] = ()
    troubles: tuple[str, ...] = ()

    def over(self, declared: tuple[Setting, ...]) -> tuple[Setting, ...]:
        """The settings, with the service's figures as the defaults of those it has figures for."""
        return tuple(
            setting.by_service(self.defaults[setting.key])
            if setting.key in self.defaults
            else setting
            for setting in declared
        )

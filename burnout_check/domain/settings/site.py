"""What a service or its IT says for everybody: defaults that each person can override."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from burnout_check.domain.settings.plan import OWN_FIGURE
from burnout_check.domain.settings.setting import Setting, Value
from burnout_check.domain.support.local_help import LocalEntry

MAY_SAY = frozenset(
    {
        "nation",
        "supervision_rule",
        "supervision_minutes",
        "supervision_span",
        "full_time_hours",
        "caseload_plan",
        "contacts_plan",
        "phone_plan",
        "back_to_back_plan",
    }
)
"""The only settings a service may have a default for: the others are the person's alone."""
_SAYS: Mapping[tuple[str, Value], str] = {
    ("supervision_rule", OWN_FIGURE): "Your service has a figure of its own, below"
}


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
            setting.by_service(
                self.defaults[setting.key],
                says=_SAYS.get((setting.key, self.defaults[setting.key]), ""),
            )
            if setting.key in MAY_SAY & self.defaults.keys()
            else setting
            for setting in declared
        )

    def also(self, ignored: str) -> Site:
        """With what else of the file was ignored, unless that is known already."""
        said = f"{ignored}, so it is ignored."
        known = not ignored or said in self.troubles
        return self if known else replace(self, troubles=(*self.troubles, said))

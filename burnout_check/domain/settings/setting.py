"""Every setting, declared once: the settings page is drawn from this list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

Value = str | float | bool | None


class Kind(StrEnum):
    """How a setting is asked for; a week is kept as the ISO date of its Monday, or as ""."""

    CHOICE = "choice"
    NUMBER = "number"
    SWITCH = "switch"
    TEXT = "text"
    WEEK = "week"


class Group(StrEnum):
    """The part of the settings page a setting stands in."""

    WORK = "work"
    ASKED = "asked"
    THRESHOLDS = "thresholds"
    PRIVACY = "privacy"
    LOOK = "look"

    @property
    def label(self) -> str:
        """Its title."""
        return _GROUPS[self]


_GROUPS = {
    Group.WORK: "My work",
    Group.ASKED: "What is asked and when",
    Group.THRESHOLDS: "Thresholds",
    Group.PRIVACY: "Privacy and lock",
    Group.LOOK: "How it looks",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, how it is asked for, its default, its words and its limits.

    ``choices`` are pairs of stored value and label; ``low`` and ``high`` limit a number, which may
    be empty (None) where ``may_be_empty``. ``on_device`` settings are about this screen, not the
    person, and are kept outside the vault so that the Unlock page can follow them. The default of
    a setting that is ``from_service`` is what the site file says.
    """

    key: str
    group: Group
    kind: Kind
    default: Value
    label: str
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    low: float = 0
    high: float = 0
    unit: str = ""
    may_be_empty: bool = False
    on_device: bool = False
    from_service: bool = False

    def by_service(self, value: Value, *, says: str = "") -> Setting:
        """With what the service says as the default, and said in the help.

        Args:
            value: the service's.
            says: a sentence without its full stop, where the value by itself tells nothing.
        """
        if self.kind is Kind.NUMBER:
            says = says or f"Your service says {value:g} {self.unit}".rstrip()
            words = f"{says}. Change it if yours differs."
        else:
            says = says or f"Your service says: {dict(self.choices).get(str(value), value)}"
            words = f"{says}. {self.help}".rstrip()
        return replace(self, default=value, help=words, from_service=True)

    def problem(self, value: Value) -> str | None:
        """One sentence that says why ``value`` cannot be used, None if it can."""
        match self.kind:
            case Kind.CHOICE:
                known = any(value == choice for choice, _label in self.choices)
                return None if known else f"{self.label}: choose one of the list."
            case Kind.SWITCH:
                return None if isinstance(value, bool) else f"{self.label}: on or off."
            case Kind.TEXT:
                return None if isinstance(value, str) else f"{self.label}: type some words."
            case Kind.WEEK:
                known = isinstance(value, str) and (not value or _is_monday(value))
                return None if known else f"{self.label}: choose a week."
            case Kind.NUMBER:
                return self._number_problem(value)

    def _number_problem(self, value: Value) -> str | None:
        if value is None:
            return None if self.may_be_empty else f"{self.label}: type a number."
        if isinstance(value, str | bool):
            return f"{self.label}: type a number."
        if not self.low <= value <= self.high:
            return f"{self.label}: type a number from {self.low:g} to {self.high:g}."
        return None


def _is_monday(text: str) -> bool:
    try:
        return date.fromisoformat(text).weekday() == 0
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Settings:
    """The person's choices; what they never touched has its default."""

    declared: tuple[Setting, ...]
    chosen: Mapping[str, Value] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Value:
        setting = self.setting(key)
        value = self.chosen.get(key, setting.default)
        return value if setting.problem(value) is None else setting.default

    def setting(self, key: str) -> Setting:
        """The declaration of ``key``.

        Raises:
            KeyError: if there is none.
        """
        for setting in self.declared:
            if setting.key == key:
                return setting
        raise KeyError(key)

    def text(self, key: str) -> str:
        """The value of a choice or text setting."""
        return str(self[key])

    def number(self, key: str) -> float | None:
        """The value of a number setting, None where the person gave none."""
        value = self[key]
        return None if value is None else float(value)

    def flag(self, key: str) -> bool:
        """The value of a switch."""
        return bool(self[key])

    def including(self, values: Mapping[str, Value]) -> Settings:
        """With ``values`` chosen."""
        return Settings(self.declared, {**self.chosen, **values})

    def of(self, group: Group) -> Iterable[Setting]:
        """The settings of one group, in the order they are shown."""
        return (setting for setting in self.declared if setting.group is group)

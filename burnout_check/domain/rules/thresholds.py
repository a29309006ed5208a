"""The rules as the person has them: numbers changed, rules switched off, kept as settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from burnout_check.domain.measures.measure import Measure
from burnout_check.domain.rules.overrides import (
    AdjustableNumber,
    adjustable_numbers,
    apply_overrides,
)
from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.settings.setting import Group, Kind, Setting, Settings

_ON = "on"
_PREFIX = "rule."


@dataclass(frozen=True, slots=True)
class Threshold:
    """One rule as it ships, with the person's choices about it.

    ``values`` are the person's numbers by the id of the knob; one that they left alone is not in
    it. ``rule`` is what the app judges by where it is ``on``.
    """

    shipped: Rule
    rule: Rule
    adjustable_numbers: tuple[AdjustableNumber, ...]
    values: Mapping[str, float]
    on: bool = True

    @property
    def may_be_off(self) -> bool:
        """Whether the rule can be switched off: not if it leads to crisis help."""
        return not self.shipped.crisis

    @property
    def is_yours(self) -> bool:
        """Whether the person changed anything."""
        return bool(self.rule.yours) or not self.on

    def value(self, number: AdjustableNumber) -> float:
        """The number that is used."""
        return self.values.get(number.id, number.default)


def threshold_settings(
    rules: Iterable[Rule], measures: Mapping[str, Measure]
) -> tuple[Setting, ...]:
    """The settings that the rules themselves ask for: their numbers, and whether they are on.

    A number left empty is the app's own, whatever a later version makes of it.
    """
    found = []
    for rule in rules:
        found += [
            _of_number(rule, number)
            for number in adjustable_numbers(rule, measures.get(rule.measure))
        ]
        if not rule.crisis:
            key = threshold_key(rule.id, _ON)
            found.append(Setting(key, Group.THRESHOLDS, Kind.SWITCH, default=True, label=rule.name))
    return tuple(found)


def threshold_key(rule_id: str, name: str = _ON) -> str:
    """The key of a rule's setting: a knob's by the knob's id, by default the switch's."""
    return f"{_PREFIX}{rule_id}.{name}"


def threshold_of(rule: Rule, measures: Mapping[str, Measure], settings: Settings) -> Threshold:
    """A rule with what the person chose about it; what cannot be used is as if not chosen."""
    found = adjustable_numbers(rule, measures.get(rule.measure))
    values = {}
    for number in found:
        key = threshold_key(rule.id, number.id)
        value = settings.number(key) if key in settings.chosen else None
        if value is not None and value != number.default:
            values[number.id] = value
    key = threshold_key(rule.id)
    on = rule.crisis or key not in settings.chosen or settings.flag(key)
    return Threshold(rule, apply_overrides(rule, found, values), found, values, on)


def own_rules(
    rules: Iterable[Rule], measures: Mapping[str, Measure], settings: Settings
) -> tuple[Rule, ...]:
    """The rules the app judges by: those that are on, with the person's numbers."""
    found = (threshold_of(rule, measures, settings) for rule in rules)
    return tuple(each.rule for each in found if each.on)


def _of_number(rule: Rule, number: AdjustableNumber) -> Setting:
    return Setting(
        threshold_key(rule.id, number.id),
        Group.THRESHOLDS,
        Kind.NUMBER,
        None,
        f"{rule.name}: {number.label[:1].lower()}{number.label[1:]}",
        low=number.low,
        high=number.high,
        unit=number.unit,
        may_be_empty=True,
    )

"""The thresholds of a session: every rule as the person has it, and how to change one."""

from __future__ import annotations

from collections.abc import Mapping

from burnout_check.domain.reading import Reading
from burnout_check.domain.rules.firing_counts import Fired
from burnout_check.domain.rules.overrides import AdjustableNumber
from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.rules.rule_words import rule_words
from burnout_check.domain.rules.thresholds import (
    Threshold,
    threshold_key,
    threshold_of,
)
from burnout_check.domain.settings.setting import Value
from burnout_check.domain.supervision.windows import chosen
from burnout_check.domain.week import Week
from burnout_check.errors import BadInput
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger

NO_FIGURE = "Off until you give the figure in My work."
OTHER_STANDARD = "Not used now. Choose what to compare with in My work."


class Thresholds:
    """What the rules are for this person; changes are saved as their settings."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._counted: tuple[Reading, Week, Mapping[str, Fired]] | None = None

    def all(self) -> tuple[Threshold, ...]:
        """Every rule with what the person chose about it, in the order of the content file."""
        return tuple(self._of(rule) for rule in self._ledger.content.rules)

    def get(self, rule_id: str) -> Threshold:
        """One rule with what the person chose about it.

        Raises:
            KeyError: if there is no such rule.
        """
        found = {rule.id: rule for rule in self._ledger.content.rules}
        return self._of(found[rule_id])

    def sentence(self, threshold: Threshold) -> str:
        """When the rule speaks, in words, with the numbers that are used."""
        rule = threshold.rule
        measure = self._ledger.measures.get(rule.measure)
        plan = self._ledger.plan
        return rule_words(rule, measure, plan, labels=self.labels(rule.measure))

    def labels(self, measure: str) -> Mapping[int, str]:
        """The words of the answers to a question, by their number; none for a rating."""
        for instrument in self._ledger.content.instruments.values():
            for item in instrument.items:
                if item.id == measure:
                    labels = {choice.value: choice.label for choice in item.choices}
                    return {value: words for value, words in labels.items() if not words.isdigit()}
        return {}

    def idle(self, threshold: Threshold) -> str:
        """Why a rule says nothing for this person, whether on or off; empty if it may speak."""
        rule, plan = threshold.rule, self._ledger.plan
        if rule.standard is not None:
            used = chosen(self._ledger.rules, plan)
            if threshold.on and (used is None or used.id != rule.id):
                return OTHER_STANDARD
        needed = rule.figures_needed
        return NO_FIGURE if needed and all(plan.figure(name) is None for name in needed) else ""

    def update(self, threshold: Threshold, number: AdjustableNumber, value: float | None) -> None:
        """Change one number; None or the app's own takes it back to the app's own.

        Raises:
            BadInput: if the number is outside its limits.
        """
        if value is not None and number.whole and value != int(value):
            raise BadInput("Type a whole number.", field=number.id)
        kept = None if value == number.default else value
        self._update({threshold_key(threshold.shipped.id, number.id): kept})

    def switch(self, threshold: Threshold, *, on: bool) -> None:
        """Switch a rule on or off.

        Raises:
            BadInput: if it leads to crisis help, which is never off.
        """
        if not on and not threshold.may_be_off:
            raise BadInput("This one cannot be switched off: it leads to help in a crisis.")
        if threshold.may_be_off:
            self._update({threshold_key(threshold.shipped.id): on})

    def reset(self, threshold: Threshold) -> None:
        """Take every number of a rule back to the app's own, and switch it on."""
        keys = [
            threshold_key(threshold.shipped.id, number.id)
            for number in threshold.adjustable_numbers
        ]
        values: dict[str, Value] = dict.fromkeys(keys)
        if threshold.may_be_off:
            values[threshold_key(threshold.shipped.id)] = True
        self._update(values)

    def fired(self) -> Mapping[str, Fired]:
        """How often each rule that may speak would have spoken in the last year, by its id."""
        reading, week = self._ledger.reading, self._ledger.week
        kept = self._counted
        if kept is None or kept[0] is not reading or kept[1] != week:
            rules = [each.rule for each in self.all() if not self.idle(each)]
            kept = self._counted = (reading, week, reading.fired(rules, week))
        return kept[2]

    def clear_counted(self) -> None:
        """Drop what was counted: the vault is being locked."""
        self._counted = None

    def _update(self, values: Mapping[str, Value]) -> None:
        self._ledger.update_settings(values, Changed.THRESHOLDS)

    def _of(self, rule: Rule) -> Threshold:
        return threshold_of(rule, self._ledger.measures, self._ledger.settings)

"""Reads the whole resources folder, and checks its files against each other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from burnout_check.content.check_in import load_questionnaire
from burnout_check.content.instruments import load_instruments
from burnout_check.content.reading import need
from burnout_check.content.rules import load_rules
from burnout_check.content.support import load_options
from burnout_check.domain.content import Content
from burnout_check.domain.instrument import Instrument
from burnout_check.domain.measures import measures
from burnout_check.domain.rules import Rule

_RULES = "rules.toml"


def load(folder: Path) -> Content:
    """The content of the resources folder.

    Raises:
        ContentError: naming the file, the field and the reason, if any of it is malformed.
    """
    instruments = load_instruments(folder)
    rules = load_rules(folder)
    _check_measures(rules, instruments)
    return Content(
        instruments=instruments,
        questionnaire=load_questionnaire(folder, instruments),
        rules=rules,
        options=load_options(folder),
    )


def _check_measures(rules: tuple[Rule, ...], instruments: Mapping[str, Instrument]) -> None:
    """Every measure that a rule or one of its examples names is there."""
    known = {measure.id for measure in measures(instruments)}
    for rule in rules:
        at = f"rule {rule.id!r}"
        for measure in rule.measures_used:
            need(measure in known, _RULES, f"{at}.measure", f"there is no measure {measure!r}")
        for place, example in enumerate(rule.examples):
            for measure in example.values:
                field = f"{at}.example[{place}].values"
                need(measure in known, _RULES, field, f"there is no measure {measure!r}")

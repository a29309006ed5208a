"""Reads the whole resources folder, and checks its files against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from burnout_check.content.check_in import load_questionnaire
from burnout_check.content.hard_events import check_hard_events, load_hard_events
from burnout_check.content.help import load_help
from burnout_check.content.instruments import load_instruments
from burnout_check.content.reading import need
from burnout_check.content.rules import load_rules
from burnout_check.content.support import load_options
from burnout_check.domain.content import Content
from burnout_check.domain.measures.measure import measures
from burnout_check.domain.questionnaire.instrument import Instrument
from burnout_check.domain.questionnaire.schedule import Questionnaire
from burnout_check.domain.rules.evaluate import Rule
from burnout_check.domain.settings.site import Site
from burnout_check.domain.support.crisis import MINIMUM
from burnout_check.errors import ContentError

_RULES = "rules.toml"
_AGAIN = "The crisis lines are there. For the rest, install Burnout Check again."


def load(folder: Path) -> Content:
    """The content of the resources folder.

    Raises:
        ContentError: naming the file, the field and the reason, if any of it is malformed.
    """
    content, options = _load_questions(folder), load_options(folder)
    check_hard_events(content.questionnaire.hard_events, options)
    return replace(content, options=options)


def load_for_start(folder: Path, site: Site | None = None) -> Content:
    """As much of the content as can be read, and in words what cannot; raises nothing.

    A damaged file must not keep anybody from crisis help: the lines that are built in take the
    place of support options that cannot be read.

    Args:
        folder: the resources folder.
        site: what the service says.
    """
    troubles: tuple[str, ...] = ()
    try:
        options = load_options(folder)
    except ContentError as error:
        options, troubles = MINIMUM, (f"The support options cannot be read ({error}). {_AGAIN}",)
    try:
        content = _load_questions(folder)
    except ContentError as error:
        content = Content({}, Questionnaire((), (), ()), (), (), broken=str(error))
    return replace(content, options=options, site=site or Site(), troubles=troubles)


def _load_questions(folder: Path) -> Content:
    instruments = load_instruments(folder)
    rules = load_rules(folder)
    _check_measures(rules, instruments)
    questionnaire = load_questionnaire(folder, instruments, load_hard_events(folder))
    rules = tuple(rule.with_hard_events(questionnaire.hard_events) for rule in rules)
    pages = load_help(folder)
    return Content(instruments, questionnaire, rules, options=(), help_pages=pages)


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

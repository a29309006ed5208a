"""Everything that ships as data: what is asked, the rules, the support, and the site's file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from burnout_check.domain.questionnaire.instrument import Fact, Instrument, Item
from burnout_check.domain.questionnaire.schedule import Questionnaire
from burnout_check.domain.rules.evaluate import Rule
from burnout_check.domain.settings.site import Site
from burnout_check.domain.support.option import Option


@dataclass(frozen=True, slots=True)
class Content:
    """The checked content of the resources folder; instruments by id, in file order.

    ``troubles`` are sentences on what is damaged and can be done without. With ``broken``, the
    sentence on what cannot, there is nothing but crisis help. ``help_pages`` are in Markdown, by
    the names of their files.
    """

    instruments: Mapping[str, Instrument]
    questionnaire: Questionnaire
    rules: tuple[Rule, ...]
    options: tuple[Option, ...]
    site: Site = field(default_factory=Site)
    troubles: tuple[str, ...] = ()
    broken: str = ""
    help_pages: Mapping[str, str] = field(default_factory=dict)

    def allowed(self) -> Callable[[str, float], bool]:
        """Tells whether the form could have given a value; of a question it does not know, any.

        Made once for many values: it looks nothing up but in two tables.
        """
        asked = self.instruments.values()
        choices = {
            item.id: frozenset(choice.value for choice in item.choices)
            for instrument in asked
            for item in instrument.items
        }
        highest = {fact.id: fact.high for instrument in asked for fact in instrument.facts}

        def allows(question: str, value: float) -> bool:
            if question in choices:
                return value in choices[question]
            return question not in highest or 0 <= value <= highest[question]

        return allows

    def item(self, item_id: str) -> Item:
        """The item with this id; ids are unique over all instruments."""
        for instrument in self.instruments.values():
            for item in instrument.items:
                if item.id == item_id:
                    return item
        raise KeyError(item_id)

    def fact(self, fact_id: str) -> Fact:
        """The fact with this id."""
        for instrument in self.instruments.values():
            for fact in instrument.facts:
                if fact.id == fact_id:
                    return fact
        raise KeyError(fact_id)

"""How often patterns are said to be there: in made-up people, with a relation or without."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import comb

from burnout_check.content.instruments import load_instruments
from burnout_check.content.rules import load_rules
from burnout_check.domain.insights.patterns import DRIVERS, OUTCOMES, Patterns, patterns
from burnout_check.domain.measures.measure import Measure, Point, Series, measures
from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.week import Week
from burnout_check.paths import resources_dir

_FIRST = Week.parse("2024-01-01")
_MISSED, _SKIPPED = 0.1, 0.05
# Mean, spread and step of what is noted, as in the demo's story.
_NUMBERS = {
    "fact_overtime_hours": (3.0, 2.0, 0.5),
    "fact_caseload": (60.0, 8.0, 1.0),
    "fact_contact_hours": (20.0, 2.5, 0.5),
    "fact_phone_hours": (9.0, 2.0, 0.5),
    "fact_back_to_back": (4.0, 1.0, 1.0),
    "fact_supervision_minutes": (45.0, 25.0, 15.0),
    "burnout": (2.4, 0.8, 1.0),
    "gad2": (1.6, 1.3, 1.0),
    "own_workload_manageable": (5.5, 2.0, 1.0),
    "own_values_gap": (4.0, 2.2, 1.0),
}
PLAN = Plan(contracted_hours=37.5, caseload_plan=60.0)


@dataclass(frozen=True, slots=True)
class Person:
    """What a made-up person's weeks are like.

    ``weeks`` they have used the program for; ``alike`` is how much of a week's height goes over to
    the next (0: nothing, below 1); ``relation`` is how much of the overtime's height the burnout
    rating of the same week takes on (0: no relation).
    """

    weeks: int
    alike: float
    relation: float = 0.0

    def patterns(self, seed: int) -> Patterns:
        """What is said to a person of this kind; the same for the same seed."""
        _, rules = _shipped()
        return patterns(self.series(seed), plan=PLAN, rules=rules)

    def series(self, seed: int) -> dict[str, Series]:
        """Every driver and outcome over their weeks, with weeks missed and numbers skipped."""
        dice = random.Random(f"{self} {seed}")  # noqa: S311 - made-up people, no secret
        heights = {name: list(self._heights(dice)) for name in (*DRIVERS, *OUTCOMES)}
        mine = (1 - self.relation**2) ** 0.5
        heights["burnout"] = [
            self.relation * work + mine * own
            for work, own in zip(heights["fact_overtime_hours"], heights["burnout"], strict=True)
        ]
        there = [place for place in range(self.weeks) if dice.random() >= _MISSED]
        known, _ = _shipped()
        return {
            name: Series(
                known[name],
                tuple(
                    Point(_FIRST.plus(place), _noted(known[name], height[place]))
                    for place in there
                    if dice.random() >= _SKIPPED
                ),
            )
            for name, height in heights.items()
        }

    def _heights(self, dice: random.Random) -> Iterator[float]:
        """A first-order autoregressive series with mean 0 and spread 1."""
        height = dice.gauss(0, 1)
        for _week in range(self.weeks):
            yield height
            height = self.alike * height + (1 - self.alike**2) ** 0.5 * dice.gauss(0, 1)


UNRELATED = tuple(
    Person(weeks, alike) for weeks in (52, 104, 208) for alike in (0.0, 0.5, 0.8, 0.95)
)
"""People with no relation at all between their work and their ratings, of every kind."""


def speaks_in(person: Person, people: int, *, first_seed: int = 0) -> int:
    """To how many of so many made-up people of a kind any pattern is said."""
    seeds = range(first_seed, first_seed + people)
    return sum(bool(person.patterns(seed).found) for seed in seeds)


def most_of(spoken: int, people: int, *, sure: float = 0.95) -> float:
    """The largest share that ``spoken`` of ``people`` may come of (Clopper and Pearson 1934)."""
    low, high = spoken / people, 1.0
    for _half in range(40):
        share = (low + high) / 2
        here = sum(
            comb(people, count) * share**count * (1 - share) ** (people - count)
            for count in range(spoken + 1)
        )
        low, high = (share, high) if here > 1 - sure else (low, share)
    return high


def _noted(measure: Measure, height: float) -> float:
    mean, spread, step = _NUMBERS[measure.id]
    value = max(measure.low, round((mean + spread * height) / step) * step)
    return value if measure.high is None else min(measure.high, value)


@cache
def _shipped() -> tuple[dict[str, Measure], tuple[Rule, ...]]:
    instruments = load_instruments(resources_dir())
    return {each.id: each for each in measures(instruments)}, load_rules(resources_dir())

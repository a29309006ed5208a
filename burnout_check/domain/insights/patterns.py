"""What goes together in the same week: said only where chance is a poor explanation."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from burnout_check.domain.insights.permutation_test import Pair, chances, rank_difference, worth
from burnout_check.domain.measures import ids
from burnout_check.domain.measures.measure import Measure, Series
from burnout_check.domain.numbers import TINY, number_of
from burnout_check.domain.rules.rule import Crossing, Line, LineKind, Rule
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.week import Week

DRIVERS = {
    ids.OVERTIME: "overtime",
    ids.CASELOAD: "a caseload",
    ids.CONTACT: "client contact",
    ids.PHONE: "telephone contact",
    ids.BACK_TO_BACK: "clients back to back",
    ids.SUPERVISION: "supervision",
}
"""Numbers about the work, and how a sentence names the weeks where there was more of it."""

OUTCOMES = {
    ids.BURNOUT: "burnout rating",
    ids.GAD2: "anxiety score (GAD-2)",
    ids.MANAGEABLE: "rating of a manageable workload",
    ids.VALUES_GAP: "rating of care you could not give",
}
"""What is compared between those weeks and the others, and how a sentence names it."""

NEEDS = 12
"""How many weeks each side needs."""

WORTH = 30
"""How many weeks with nothing in common they must be worth together."""

MOST = 3
"""How many patterns are shown."""


CHANCE = 1 / 40
"""The largest chance that is spoken of, all pairs together: 1 in 20 is what is promised, and the
rest is kept for what sliding does not allow for. tests/simulation says how often it speaks."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A number about the work and a rating that go together in the same week.

    ``over_weeks`` have more than ``cut`` of the driver (or as much, if it is ``included``);
    ``rest_weeks`` do not. ``difference`` is how much higher the middle rating is in the former.
    ``chance`` is how often chance alone would bring any such pattern, all pairs considered.
    """

    driver: Measure
    outcome: Measure
    cut: float
    included: bool
    over_weeks: int
    rest_weeks: int
    difference: float
    chance: float

    @property
    def sentence(self) -> str:
        """The pattern in words, with how much it rests on."""
        shown = self.outcome.show(abs(self.difference))
        points = "1 point" if shown == "1" else f"{shown} points"
        return (
            f"In weeks with {self._driver} your {OUTCOMES[self.outcome.id]} was {points} "
            f"{'higher' if self.difference > 0 else 'lower'} in the same week "
            f"({self.over_weeks} weeks against {self.rest_weeks}; "
            f"could be chance: 1 in {int(1 / self.chance + TINY)})."
        )

    @property
    def _driver(self) -> str:
        name, amount = DRIVERS[self.driver.id], self.driver.amount(self.cut)
        if self.included:
            return f"{name} of {amount} or more"
        return f"{name} over {amount}" if self.cut else f"any {name}"


@dataclass(frozen=True, slots=True)
class Patterns:
    """At most three patterns, the least likely to be chance first; ``looked_at`` counts pairs."""

    found: tuple[Pattern, ...] = ()
    looked_at: int = 0

    @property
    def note(self) -> str:
        """What to know before reading them; empty where there are none."""
        if not self.found:
            return ""
        pairs = number_of(self.looked_at, "pair")
        return (
            f"We looked at {pairs} of a number about work and a rating. Only what chance alone "
            f"would bring at most 1 time in {round(1 / CHANCE)} is shown here. The chance allows "
            "for all the pairs, and for weeks being like the weeks beside them. Pairs that change "
            "too slowly to tell were left out. That two things go together does not say what "
            "brings about what."
        )


@dataclass(frozen=True, slots=True)
class _Try:
    """A driver split in two, with an outcome that has enough weeks on both sides."""

    driver: Measure
    outcome: Series
    cut: float
    included: bool
    pair: Pair


def patterns(
    series: Mapping[str, Series],
    *,
    plan: Plan,
    rules: Sequence[Rule],
    away: Container[Week] = frozenset(),
) -> Patterns:
    """The patterns worth saying in everything that was noted, at most ``MOST`` of them.

    Args:
        series: every measure by id.
        plan: the person's figures, which the lines of some rules are made of.
        rules: at whose lines a driver is split first; the middle of the driver comes last.
        away: weeks of leave or sickness, which are left out.
    """
    drivers = [series[name] for name in DRIVERS if name in series]
    outcomes = [series[name] for name in OUTCOMES if name in series]
    noted = {point.week for each in (*drivers, *outcomes) for point in each.points}
    places = {
        week: place for place, week in enumerate(sorted(week for week in noted if week not in away))
    }
    tried: list[_Try] = []
    for driver in drivers:
        cuts = tuple(_cuts(driver, plan, rules))
        splits = [(*cut, *_split(driver, cut, places)) for cut in cuts]
        tried += filter(None, (_try(driver.measure, splits, each, places) for each in outcomes))
    odds = chances([each.pair for each in tried], len(places), limit=CHANCE)
    found = [
        pattern
        for each, chance in zip(tried, odds, strict=True)
        if chance <= CHANCE + TINY
        for pattern in _patterns(each, chance, places)
    ]
    found.sort(key=lambda each: each.chance)
    return Patterns(tuple(found[:MOST]), len(tried))


def _cuts(driver: Series, plan: Plan, rules: Sequence[Rule]) -> Iterator[tuple[float, bool]]:
    """Where to split a driver, best first, and whether the value itself is on the upper side."""
    for rule in rules:
        for when in rule.whens if rule.measure == driver.measure.id else ():
            if isinstance(when, Crossing):
                yield from _cut_at(when.line, plan)
    if driver.points:
        middle = float(median(point.value for point in driver.points))
        yield from ((middle, False), (middle, True))


def _cut_at(line: Line, plan: Plan) -> Iterator[tuple[float, bool]]:
    if line.kind in {LineKind.OVER, LineKind.AT_LEAST}:
        yield line.x, line.kind is LineKind.AT_LEAST
    elif line.kind is LineKind.OVER_PLAN and (figure := plan.figure(line.figure)):
        yield figure * line.x, False


def _split(driver: Series, cut: tuple[float, bool], places: Mapping[Week, int]) -> tuple[int, int]:
    over = rest = 0
    for point in driver.points:
        if point.week in places:
            week = 1 << places[point.week]
            if point.value > cut[0] or (cut[1] and point.value == cut[0]):
                over |= week
            else:
                rest |= week
    return over, rest


def _try(
    driver: Measure,
    splits: Iterable[tuple[float, bool, int, int]],
    outcome: Series,
    places: Mapping[Week, int],
) -> _Try | None:
    """The first split with enough weeks of the outcome on both sides, None if there is none."""
    levels: dict[float, int] = {}
    for point in outcome.points:
        if point.week in places:
            levels[point.value] = levels.get(point.value, 0) | 1 << places[point.week]
    if len(levels) < 2:
        return None
    known = sum(levels.values())  # no week is in two of them
    rising = tuple(levels[value] for value in sorted(levels))
    for cut, included, over, rest in splits:
        pair = Pair(over, rest, rising)
        smaller = min((over & known).bit_count(), (rest & known).bit_count())
        if smaller >= NEEDS and worth(pair) >= WORTH:
            return _Try(driver, outcome, cut, included, pair)
    return None


def _patterns(tried: _Try, chance: float, places: Mapping[Week, int]) -> Iterator[Pattern]:
    """The pattern, unless the middle ratings do not show what the ranks say."""
    sides: tuple[list[float], list[float]] = ([], [])
    for point in tried.outcome.points:
        week = 1 << places[point.week] if point.week in places else 0
        for values, side in zip(sides, (tried.pair.over, tried.pair.rest), strict=True):
            if week & side:
                values.append(point.value)
    outcome, pair = tried.outcome.measure, tried.pair
    difference = outcome.difference(median(sides[0]), median(sides[1]))
    if difference * rank_difference(pair.over, pair.rest, pair.levels) > 0:
        yield Pattern(
            driver=tried.driver,
            outcome=outcome,
            cut=tried.cut,
            included=tried.included,
            over_weeks=len(sides[0]),
            rest_weeks=len(sides[1]),
            difference=difference,
            chance=chance,
        )

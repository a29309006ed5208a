"""The rules put to people whose answers move by chance alone, and to people who are burning out.

What is taken for granted, and stands in the help page too: a score moves around a person's true
level by its standard error, which follows from the noise the instrument's file states (a change
beyond 1.96 x √2 standard errors is more than noise). Where no file states it, it is ours. "Did not
earn" means that the true level lies clear of the line: by at least as much as the score moves by
itself. A whole answer is then the usual answer of that person, rounded away from the line. Numbers
that are counted, like caseload or minutes, are taken as they are: they have no such noise.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import ceil, floor, sqrt

from burnout_check.content.instruments import load_instruments
from burnout_check.content.rules import load_rules
from burnout_check.domain.measures import ids
from burnout_check.domain.measures.measure import Measure, Point, Series, measures
from burnout_check.domain.measures.view import View
from burnout_check.domain.questionnaire.instrument import Worse
from burnout_check.domain.rules.conditions import fire
from burnout_check.domain.rules.rule import Rule, Severity
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.week import Week
from burnout_check.paths import resources_dir

UNEARNED_COLUMNS = ("What", "Years with an Act by chance", "The same, half as far from the line")
CLIMB_COLUMNS = ("It starts at", "Told in time", "Told to act in time")

_START = Week.parse("2026-01-05")
_RUN_IN, _YEAR, _FOUR = 12, 52, 4
_BEYOND = 1.96 * sqrt(2)
_ITEM_ERROR, _RATING_ERROR = 0.5, 1.0  # ours: no test-retest figures are known for these
_RISE, _CLIMB = 25, 12
_LINE = 50
_OPENS = 3
_STARTS = (30, 35, 40, 45)

Values = Mapping[str, list[Point]]


@dataclass(frozen=True)
class Family:
    """Measures that speak of one thing: how a week of answers comes about, by the true level.

    ``answer`` takes the chance, how far the true level is from the line as a share of what counts
    as clear of it, and the number of the week; it gives the measures answered in that week.
    """

    name: str
    answer: Callable[[random.Random, float, int], Mapping[str, float]]


@dataclass(frozen=True)
class _Asked:
    """A score whose first two questions are asked every week, and the line of the whole."""

    short: str
    full: str
    line: float


def unearned(years: int, seed: int) -> Iterator[tuple[str, ...]]:
    """For each family the share of years with an Act that chance alone made."""
    for family in FAMILIES:
        shares = [_share(family, years, seed, clear=clear) for clear in (1.0, 0.5)]
        yield (family.name, *map(_percent, shares))


def share(name: str, years: int, seed: int, *, clear: float = 1.0) -> float:
    """The share of years with an Act in one family.

    Args:
        name: of the family.
        years: how many people, each followed for a year.
        seed: of the chance.
        clear: how far the true level is from the line, as a share of what counts as clear of it;
            below 0 it is on the far side.
    """
    family = next(each for each in FAMILIES if each.name == name)
    return _share(family, years, seed, clear=clear)


def climbs(people: int, seed: int) -> Iterator[tuple[str, ...]]:
    """For each start the share of people who are told within 4 weeks of passing 50."""
    for start in _STARTS:
        watched, acted = told(people, seed, start=start)
        yield (f"{start} of 100", _percent(watched), _percent(acted))


def told(people: int, seed: int, *, start: float) -> tuple[float, float]:
    """Shares of people told anything, and told to act, within 4 weeks of passing 50 points.

    All three scales climb by 25 points in 12 weeks from ``start`` and stay. They are asked every 4
    weeks, as shipped, beginning in any of them, and had been 3 times before. What was said before
    the climb does not count as told.
    """
    chance = random.Random(seed)  # noqa: S311 - a simulation, no key
    found = [_climb(chance, start) for _ in range(people)]
    watched = sum(worst >= Severity.WATCH for worst in found)
    acted = sum(worst >= Severity.ACT for worst in found)
    return watched / people, acted / people


def _share(family: Family, years: int, seed: int, *, clear: float) -> float:
    chance = random.Random(seed)  # noqa: S311 - a simulation, no key
    return sum(_year(family, chance, clear) for _ in range(years)) / years


def _year(family: Family, chance: random.Random, clear: float) -> bool:
    """Whether a year after the first 12 weeks has an Act."""
    values: dict[str, list[Point]] = {}
    for place in range(_RUN_IN + _YEAR):
        answered = family.answer(chance, clear, place)
        _note(values, answered, place)
        if place >= _RUN_IN and _worst(values, answered, place) >= Severity.ACT:
            return True
    return False


def _climb(chance: random.Random, start: float) -> int:
    """The worst that is said between the beginning of a climb and 4 weeks after passing 50."""
    values: dict[str, list[Point]] = {}
    worst = 0
    begins = _RUN_IN - chance.randrange(_FOUR)  # they are asked in one week of every four
    passes = (_LINE - start) / _RISE * _CLIMB
    for place in range(0, _RUN_IN + _CLIMB + _FOUR + 1, _FOUR):
        since = place - begins
        level = start + _RISE * min(max(since, 0), _CLIMB) / _CLIMB
        answered = {name: _cbi(chance, name, level) for name in _CBI}
        _note(values, answered, place)
        if 0 < since <= passes + _FOUR:
            worst = max(worst, _worst(values, answered, place))
    return worst


def _note(values: dict[str, list[Point]], answered: Mapping[str, float], place: int) -> None:
    for name, value in answered.items():
        values.setdefault(name, []).append(Point(_START.plus(place), value))


def _worst(values: Values, answered: Mapping[str, float], place: int) -> int:
    """The worst that the rules on what was just answered say; 0 if nothing."""
    known = {name: Series(_measure(name), tuple(points)) for name, points in values.items()}
    view = View(known, Plan(), _START.plus(place))
    said = (fire(rule, view) for name in answered for rule in _rules_on(name))
    return max((firing.when.severity for firing in said if firing is not None), default=0)


def _burnout(chance: random.Random, clear: float, place: int) -> Mapping[str, float]:
    found = {ids.BURNOUT: _whole(chance, ids.BURNOUT, 3, error=_ITEM_ERROR, clear=clear)}
    if place % _FOUR == 0:
        for name in _CBI:
            found[name] = _cbi(chance, name, _LINE - clear * _noise(name))
    return found


def _cbi(chance: random.Random, name: str, level: float) -> float:
    """A score: the level and its error, to the nearest score that the items can make."""
    step = 25 / _CBI[name]
    near = round((level + chance.gauss(0, _noise(name) / _BEYOND)) / step) * step
    return min(100.0, max(0.0, near))


def _anxiety(chance: random.Random, clear: float, place: int) -> Mapping[str, float]:
    return _in_short(_Asked(ids.GAD2, ids.GAD7, 8), chance, clear, place)


def _mood(chance: random.Random, clear: float, place: int) -> Mapping[str, float]:
    # Weekly PHQ-2, as for someone who switched it on; the rest is asked only from 3 on.
    found = dict(_in_short(_Asked(ids.PHQ2, ids.PHQ8, 10), chance, clear, place))
    if found[ids.PHQ2] < _OPENS:
        found.pop(ids.PHQ8, None)
    return found


def _in_short(of: _Asked, chance: random.Random, clear: float, place: int) -> Mapping[str, float]:
    """Two questions a week, and all of them every fourth week or from 3 on."""
    count, noise = _QUESTIONS[of.full], _noise(of.full)
    level = (of.line - clear * noise) / count
    error = noise / _BEYOND / sqrt(count)
    items = [level + chance.gauss(0, error) for _ in range(count)]
    two = float(min(6, max(0, round(sum(items[:2])))))
    found = {of.short: two}
    if place % _FOUR == 0 or two >= _OPENS:
        found[of.full] = float(min(3 * count, max(0, round(sum(items)))))
    return found


def _rating(name: str, line: float) -> Callable[[random.Random, float, int], Mapping[str, float]]:
    def answer(chance: random.Random, clear: float, _place: int) -> Mapping[str, float]:
        return {name: _whole(chance, name, line, error=_RATING_ERROR, clear=clear)}

    return answer


def _supervision(chance: random.Random, clear: float, _place: int) -> Mapping[str, float]:
    return {
        ids.ENOUGH: _whole(chance, ids.ENOUGH, 4, error=_RATING_ERROR, clear=clear),
        ids.HARD_WORK_SUPPORT: _whole(
            chance, ids.HARD_WORK_SUPPORT, 2, error=_ITEM_ERROR, clear=clear
        ),
    }


def _whole(chance: random.Random, name: str, line: float, *, error: float, clear: float) -> float:
    """A whole answer around the usual one, which lies clear of the line on its good side."""
    measure, margin = _measure(name), clear * error * _BEYOND
    usual = floor(line - margin) if measure.worse is Worse.UP else ceil(line + margin)
    most = measure.low if measure.high is None else measure.high
    kept = min(most, max(measure.low, usual))
    return float(min(most, max(measure.low, round(kept + chance.gauss(0, error)))))


def _noise(name: str) -> float:
    """How far a score moves by itself: as its file says; for the PHQ-8 the share of GAD-7's."""
    noise = _measure(name).noise
    if noise is not None:
        return noise.points
    return _noise(ids.GAD7) / _QUESTIONS[ids.GAD7] * _QUESTIONS[name]


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"


@cache
def _measure(name: str) -> Measure:
    return next(each for each in _measures() if each.id == name)


@cache
def _measures() -> tuple[Measure, ...]:
    return measures(load_instruments(resources_dir()))


@cache
def _rules_on(name: str) -> tuple[Rule, ...]:
    """The rules on one measure."""
    return tuple(rule for rule in load_rules(resources_dir()) if rule.measure == name)


_CBI = {ids.CBI_PERSONAL: 6, ids.CBI_WORK: 7, ids.CBI_CLIENT: 6}
_QUESTIONS = {ids.GAD7: 7, ids.PHQ8: 8}
FAMILIES = (
    Family("Burnout", _burnout),
    Family("Anxiety", _anxiety),
    Family("Low mood, if switched on", _mood),
    Family("Workload", _rating(ids.MANAGEABLE, 3)),
    Family("Supervision", _supervision),
    Family("Values, if switched on", _rating(ids.VALUES_GAP, 7)),
)

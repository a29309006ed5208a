"""A made-up person who answers everything a check-in asks, week after week, as whole numbers.

What is taken for granted, and stands in the help page too. Each thing that is asked has a usual
answer and a spread around it. A week resembles the one before as far as `alike` says. A fifth of
the spread is shared by all that is asked: a heavy week is heavy in more than one way. Over a year
the usual answer moves with a season and drifts a little. It never passes the line while it is
meant to stay on the good side. Some weeks are missed and some are leave. Every answer is one that
can be chosen, and scores are worked out from the answers as the app does it.

The spread of a questionnaire's score follows from its file (a change beyond 1.96 x √2 spreads is
more than noise). Where no file states it, it is our own choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from math import sqrt

import numpy as np

from burnout_check.content.check_in import load_questionnaire
from burnout_check.content.instruments import load_instruments
from burnout_check.domain.measures import ids
from burnout_check.domain.measures.measure import all_series
from burnout_check.domain.measures.view import View
from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.questionnaire.instrument import Instrument, Item, Scale
from burnout_check.domain.questionnaire.schedule import Part
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.week import LONDON, Week
from burnout_check.paths import resources_dir

RUN_IN, YEAR, FOUR = 36, 52, 4
"""Weeks before anything is counted, weeks that are, and how often the long parts are asked."""

_START = Week.parse("2025-01-06")
_MISSED, _LEAVE_WEEKS, _CANCELLED = 0.08, (2, 2, 1), 0.05
_SHARED, _SEASON, _DRIFT = 0.2, 0.3, 0.25
_BEYOND = 1.96 * sqrt(2)
_STEPS = 0.5  # of an answer: what lies nearer to it than this is that answer
_CASELOAD_ALIKE = 0.8  # the people of one week are mostly those of the week before

PLAN = Plan(role="high_intensity", contracted_hours=37.5, caseload_plan=60, supervision_minutes=60)


@dataclass(frozen=True)
class Asked:
    """One thing that is asked: its usual answer, how far answers spread, and where the line is.

    ``edge`` is the last place on the good side of the line: half an answer away from it where
    there is one question, half a point where there are several. ``worse`` is 1 if more is worse,
    else -1. ``every`` is in weeks.
    """

    usual: float
    spread: float
    edge: float
    worse: int
    every: int = 1

    def is_past(self, usual: float) -> bool:
        """Whether a usual answer is past the line."""
        return usual * self.worse > self.edge * self.worse

    def beside(self, spreads: float) -> float:
        """The usual answer that is so many spreads on the good side of the line."""
        return self.edge - self.worse * spreads * self.spread


@dataclass(frozen=True)
class Person:
    """What a made-up person's weeks are like.

    ``alike`` is how much of a week's height goes over to the next. ``usual`` is where their usual
    answers are not the ordinary ones. ``moved`` is by how much the usual answer has moved, from the
    week ``RUN_IN`` on, over ``climb`` weeks; only then may it pass the line.
    """

    alike: float
    usual: Mapping[str, float] = field(default_factory=dict)
    moved: Mapping[str, float] = field(default_factory=dict)
    climb: int = 0


def view_of(person: Person, seed: int, *, phase: int = 0) -> View:
    """Everything a person answered in their first weeks and a year, as the rules see it."""
    dice = np.random.default_rng(seed)
    history = History(*_lived(person, dice, phase))
    known, _parts = _shipped()
    return View.of(history, all_series(history, known), plan=PLAN, week=week(RUN_IN + YEAR - 1))


def week(place: int) -> Week:
    """The week at a place; the year begins at ``RUN_IN``."""
    return _START.plus(place)


def _lived(
    person: Person, dice: np.random.Generator, phase: int
) -> tuple[tuple[CheckIn, ...], tuple[Away, ...]]:
    weeks = RUN_IN + YEAR
    leave = _leave(dice, weeks)
    if person.moved:
        leave -= set(range(RUN_IN, RUN_IN + 2 * FOUR))
    missed = {place for place in range(weeks) if dice.random() < _MISSED}
    levels = {name: _levels(person, name, asked, dice) for name, asked in ASKED.items()}
    noise = _noise(person.alike, len(ASKED), weeks, dice)
    heights = {
        name: levels[name] + asked.worse * asked.spread * noise[place]
        for place, (name, asked) in enumerate(ASKED.items())
    }
    facts = _facts(person.alike, dice, weeks)
    there = [place for place in range(weeks) if place not in leave | missed]
    found, last = [], phase - FOUR
    for place in there:
        long = place - last >= FOUR
        last = place if long else last
        found.append(_check_in(place, heights, facts, dice, long=long))
    return tuple(found), tuple(Away(week(place), Reason.LEAVE) for place in sorted(leave))


def _leave(dice: np.random.Generator, weeks: int) -> set[int]:
    """Leave of two weeks, two weeks and one week in each half of the time."""
    found: set[int] = set()
    for first in range(0, weeks, YEAR):
        for long in _LEAVE_WEEKS:
            start = first + int(dice.integers(YEAR - long))
            found |= set(range(start, min(start + long, weeks)))
    return found


def _levels(person: Person, name: str, asked: Asked, dice: np.random.Generator) -> np.ndarray:
    """The true level in every week: the usual answer, a season, a drift, and what has changed."""
    place = np.arange(RUN_IN + YEAR)
    turn = 2 * np.pi * (place / YEAR + dice.random())
    drift = _DRIFT * dice.uniform(-1, 1) * (place - RUN_IN) / YEAR
    usual = person.usual.get(name, asked.usual)
    level = usual + asked.spread * (_SEASON * np.sin(turn) + drift)
    most = asked.worse * (usual if asked.is_past(usual) else asked.edge)
    level = asked.worse * np.minimum(asked.worse * level, most)
    since = np.clip(place - RUN_IN, 0, None) / person.climb if person.climb else 1.0
    return level + person.moved.get(name, 0.0) * np.minimum(since, 1) * (place >= RUN_IN)


def _noise(alike: float, count: int, weeks: int, dice: np.random.Generator) -> np.ndarray:
    """Rows of a spread of 1 that share a fifth of it, each week alike the one before."""
    shared = _alike(alike, 1, weeks, dice)
    return sqrt(_SHARED) * shared + sqrt(1 - _SHARED) * _alike(alike, count, weeks, dice)


def _alike(alike: float, count: int, weeks: int, dice: np.random.Generator) -> np.ndarray:
    found = dice.standard_normal((count, weeks))
    for place in range(1, weeks):
        new = sqrt(1 - alike**2) * found[:, place]
        found[:, place] = alike * found[:, place - 1] + new
    return found


def _facts(alike: float, dice: np.random.Generator, weeks: int) -> Mapping[str, np.ndarray]:
    """What is counted, for somebody whose work is usually within their plan."""
    (caseload,) = _alike(_CASELOAD_ALIKE, 1, weeks, dice)
    contact, overtime = _alike(alike, 2, weeks, dice)
    held = dice.random(weeks) >= _CANCELLED
    return {
        ids.CASELOAD: np.round(56 + 2 * caseload),
        ids.CONTACT: np.round(20 + 2 * contact),
        ids.OVERTIME: np.maximum(0, np.round(2 * (2 + 1.5 * overtime)) / 2),
        ids.SUPERVISION: np.where(held, 60.0, 0.0),
    }


def _check_in(
    place: int,
    heights: Mapping[str, np.ndarray],
    facts: Mapping[str, np.ndarray],
    dice: np.random.Generator,
    *,
    long: bool,
) -> CheckIn:
    _known, parts = _shipped()
    answers: dict[str, int] = {}
    for name, asked in ASKED.items():
        if asked.every == 1 or long or name == ids.GAD7:
            answers |= dict(_answers(name, heights[name][place], dice))
    for part in (parts["gad7_rest"], parts["phq8_rest"]):
        trigger = part.at_once or part.only_after
        opened = trigger is not None and trigger.met(answers)
        if not opened and (part.only_after is not None or not long):
            answers = {each: kept for each, kept in answers.items() if each not in part.questions}
    noted = {name: float(values[place]) for name, values in facts.items()}
    monday = week(place).monday
    finished = datetime(monday.year, monday.month, monday.day, 17, tzinfo=LONDON)
    return CheckIn(week(place), finished, answers, noted)


def _answers(name: str, height: float, dice: np.random.Generator) -> Iterator[tuple[str, int]]:
    """Answers whose score is as near to a height as they can make it."""
    items, is_mean = _items(name)
    low, step = items[0].low, items[0].choices[1].value - items[0].choices[0].value
    step, most = abs(step), (items[0].high - items[0].low) // abs(step)
    whole = (height - low if is_mean else height - low * len(items)) / step
    steps = round(float(whole) * (len(items) if is_mean else 1))
    steps = min(most * len(items), max(0, steps))
    for item, count in zip(items, _shared_out(steps, len(items), most, dice), strict=True):
        value = low + step * int(count)
        yield item.id, item.low + item.high - value if item.reverse else value


def _shared_out(steps: int, items: int, most: int, dice: np.random.Generator) -> np.ndarray:
    """So many steps given to items by chance, none beyond its highest answer."""
    if items == 1:
        return np.array([steps])
    return dice.multivariate_hypergeometric([most] * items, steps)


@cache
def _items(name: str) -> tuple[tuple[Item, ...], bool]:
    """The questions behind a measure, and whether its score is their mean."""
    known, _parts = _shipped()
    for instrument in known.values():
        by_id = {item.id: item for item in instrument.items}
        if name in by_id:
            return (by_id[name],), False
        for scale in instrument.scales:
            if scale.id == name:
                return tuple(by_id[each] for each in scale.items), scale.method == "mean"
    raise KeyError(name)


@cache
def _shipped() -> tuple[dict[str, Instrument], dict[str, Part]]:
    """The instruments that are answered here, and the parts of the check-in by id."""
    shipped = load_instruments(resources_dir())
    known = {name: each for name, each in shipped.items() if name != "hse_msit_six_months"}
    parts = load_questionnaire(resources_dir(), shipped).parts
    return known, {part.id: part for part in parts}


def _scale(name: str) -> Scale:
    shipped = load_instruments(resources_dir())
    return next(each for one in shipped.values() for each in one.scales if each.id == name)


def _error(name: str) -> float:
    noise = _scale(name).noise
    return 0.0 if noise is None else noise.points / _BEYOND


_GAD7_ERROR = _error(ids.GAD7)

ASKED: Mapping[str, Asked] = {
    ids.BURNOUT: Asked(2, 0.35, 3 - _STEPS, 1),
    ids.TASKS_UNDONE: Asked(3, 0.5, 4 - _STEPS, 1),
    ids.TOO_FEW_BREAKS: Asked(3, 0.5, 4 - _STEPS, 1),
    ids.HARD_WORK_SUPPORT: Asked(3, 0.5, 2 + _STEPS, -1),
    ids.MANAGEABLE: Asked(6, 1.5, 3 + _STEPS, -1),
    ids.ENOUGH: Asked(7, 1.5, 4 + _STEPS, -1),
    ids.VALUES_GAP: Asked(4, 1.5, 7 - _STEPS, 1),
    ids.GAD7: Asked(3, _GAD7_ERROR, 8 - _STEPS, 1, FOUR),
    ids.PHQ8: Asked(3, _GAD7_ERROR * 8 / 7, 10 - _STEPS, 1, FOUR),
    ids.CBI_PERSONAL: Asked(36, _error(ids.CBI_PERSONAL), 50, 1, FOUR),
    ids.CBI_WORK: Asked(33, _error(ids.CBI_WORK), 50, 1, FOUR),
    ids.CBI_CLIENT: Asked(31, _error(ids.CBI_CLIENT), 50, 1, FOUR),
}
"""What is asked, with the answers of an ordinary person. The first weekly ones follow the audit."""

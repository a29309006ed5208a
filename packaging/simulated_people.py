"""All rules together put to whole made-up people: what nothing had earned, and who is told in time.

"Nothing had earned" is an Act while the person's usual answer lies on the good side of the line and
is no other than it was. Numbers that are counted, such as overtime or minutes of supervision, have
no chance in them: what they say has happened. They have a row of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

import whole_person
from burnout_check.content.rules import load_rules
from burnout_check.domain.measures import ids
from burnout_check.domain.measures.view import View
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Rule, Severity
from burnout_check.paths import resources_dir
from whole_person import ASKED, FOUR, RUN_IN, YEAR, Person, week

ALIKE = (0.0, 0.3, 0.6)
UNEARNED_COLUMNS = ("Who", "Weeks not alike", "Weeks somewhat alike", "Weeks much alike")
BESIDE_COLUMNS = ("What lies just beside its line", *UNEARNED_COLUMNS[2:])
TOLD_COLUMNS = ("What changes", "Told in time", "Told to act in time")
QUARTER_COLUMNS = ("Weeks", "None", "1 or 2", "3 to 5", "6 or more", "Any Act")

_QUARTER = 13
_STARTS = (30, 35, 40, 45)
_RISE, _CLIMB, _LINE = 25, 12, 50
_MOST = 3.0
_CBI = (ids.CBI_PERSONAL, ids.CBI_WORK, ids.CBI_CLIENT)


@dataclass(frozen=True)
class Change:
    """A true change, who it happens to, and by when they should be told of it."""

    name: str
    moved: Mapping[str, float]
    within: int
    usual: Mapping[str, float] | None = None
    climb: int = 0


def unearned(people: int, seed: int) -> Iterator[tuple[str, ...]]:
    """The share of years with an Act that nothing had earned, by who it is."""
    ordinary = [[acts(Person(a), each) for each in _seeds(people, seed)] for a in ALIKE]
    near = [[acts(_anywhere(a, each), each) for each in _seeds(people, seed)] for a in ALIKE]
    yield ("Ordinary answers", *(_share(rated(found)) for found in ordinary))
    yield ("Any answers on the good side", *(_share(rated(found)) for found in near))
    yield ("Ordinary answers, and what is counted", *(_share(map(bool, one)) for one in ordinary))


def beside(people: int, seed: int) -> Iterator[tuple[str, ...]]:
    """The same for ordinary people with one answer just on the good side of its line."""
    for name, label in _LABELS.items():
        row = []
        for alike in ALIKE[1:]:
            person = Person(alike, {name: ASKED[name].beside(_BESIDE)})
            row.append(_share(rated(acts(person, each) for each in _seeds(people, seed))))
        yield (label, *row)


def told(people: int, seed: int) -> Iterator[tuple[str, ...]]:
    """The shares of those who are told of a true change in time, and who are told to act."""
    for change in CHANGES:
        watched, acted = told_of(change, people, seed)
        yield (change.name, _percent(watched), _percent(acted))


def told_of(change: Change, people: int, seed: int) -> tuple[float, float]:
    """Shares of people told anything new, and told to act, within the weeks of a change."""
    worst = [_worst(change, each) for each in _seeds(people, seed)]
    watched = sum(each >= Severity.WATCH for each in worst)
    acted = sum(each >= Severity.ACT for each in worst)
    return watched / people, acted / people


def quarters(people: int, seed: int) -> Iterator[tuple[str, ...]]:
    """How many prompts begin in a quarter of an ordinary person's year, as shares of people."""
    for alike, label in zip(ALIKE, UNEARNED_COLUMNS[1:], strict=True):
        found = [_begun(Person(alike), each) for each in _seeds(people, seed)]
        counts = [watches + acted for watches, acted in found]
        yield (
            label.removeprefix("Weeks ").capitalize(),
            _share(count == 0 for count in counts),
            _share(1 <= count <= 2 for count in counts),
            _share(3 <= count <= 5 for count in counts),
            _share(count > 5 for count in counts),
            _share(acted > 0 for _watches, acted in found),
        )


def acts(person: Person, seed: int) -> frozenset[str]:
    """The rules that told a person to act in their year, at the end of any week checked in."""
    view = whole_person.view_of(person, seed)
    return frozenset(
        prompt.rule.id
        for place in range(RUN_IN, RUN_IN + YEAR)
        for prompt in _said(view, place, _acting())
        if prompt.severity >= Severity.ACT
    )


def rated(found: Iterator[frozenset[str]] | list[frozenset[str]]) -> Iterator[bool]:
    """For each person whether any rule about what they rated or answered is among them."""
    return (any(name in _on_ratings() for name in names) for names in found)


def _anywhere(alike: float, seed: int) -> Person:
    """Each usual answer anywhere from the line to three spreads on its good side."""
    dice = np.random.default_rng((seed, 1))
    places = {name: asked.beside(dice.uniform(0, _MOST)) for name, asked in ASKED.items()}
    return Person(alike, places)


def _worst(change: Change, seed: int) -> int:
    """The worst that is said in time about what has changed, on the strength of a new answer."""
    phase = seed % FOUR
    person = Person(0.3, change.usual or {}, change.moved, change.climb)
    view = whole_person.view_of(person, seed, phase=phase)
    rules = tuple(rule for rule in _rules() if rule.measure in change.moved)
    said = (
        prompt.severity
        for place in range(RUN_IN, RUN_IN + change.within)
        for prompt in _said(view, place, rules)
        if prompt.evidence[-1].week >= week(RUN_IN)
    )
    return max(said, default=0)


def _begun(person: Person, seed: int) -> tuple[int, int]:
    """How many prompts begin, or get worse, in the first quarter: Watches, and Acts."""
    view = whole_person.view_of(person, seed)
    last: dict[str, int] = {
        prompt.rule.id: prompt.severity for prompt in _said(view, RUN_IN - 1, _rules())
    }
    watches = acted = 0
    for place in range(RUN_IN, RUN_IN + _QUARTER):
        now = {prompt.rule.id: prompt.severity for prompt in _said(view, place, _rules())}
        new = [severity for name, severity in now.items() if severity > last.get(name, 0)]
        watches += sum(severity == Severity.WATCH for severity in new)
        acted += sum(severity >= Severity.ACT for severity in new)
        last = dict(now)
    return watches, acted


def _said(view: View, place: int, rules: Collection[Rule]) -> tuple[Prompt, ...]:
    return prompts_of(tuple(rules), replace(view, week=week(place)))


def _seeds(people: int, seed: int) -> range:
    return range(seed * 1_000_000, seed * 1_000_000 + people)


def _share(found: Iterator[bool]) -> str:
    every = list(found)
    return _percent(sum(every) / len(every))


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"


@cache
def _rules() -> tuple[Rule, ...]:
    return load_rules(resources_dir())


@cache
def _acting() -> tuple[Rule, ...]:
    """The rules that can ask to act."""
    return tuple(
        rule for rule in _rules() if any(when.severity >= Severity.ACT for when in rule.whens)
    )


@cache
def _on_ratings() -> frozenset[str]:
    """The rules about what is rated or answered, not counted."""
    return frozenset(
        rule.id for rule in _rules() if rule.measure and not rule.measure.startswith("fact_")
    )


_BESIDE = 0.25
_LABELS = {
    ids.BURNOUT: "The burnout question",
    ids.MANAGEABLE: "Workload",
    ids.ENOUGH: "Supervision enough",
    ids.HARD_WORK_SUPPORT: "Support through hard work",
    ids.VALUES_GAP: "Care you could not give",
    ids.GAD7: "Anxiety",
    ids.PHQ8: "Low mood",
    ids.CBI_WORK: "Work burnout",
}
CHANGES = (
    Change("The burnout question goes from 2 to 4, within 4 weeks", {ids.BURNOUT: 2}, FOUR + 1),
    Change("Workload goes from 6 to 3 of 10, within 8 weeks", {ids.MANAGEABLE: -3}, 2 * FOUR + 1),
    Change(
        "Workload goes from 8 to 5 of 10, within 8 weeks",
        {ids.MANAGEABLE: -3},
        2 * FOUR + 1,
        {ids.MANAGEABLE: 8},
    ),
    *(
        Change(
            f"The CBI climbs by 25 from {start}, within 4 weeks of passing 50",
            dict.fromkeys(_CBI, float(_RISE)),
            round((_LINE - start) / _RISE * _CLIMB) + FOUR + 1,
            dict.fromkeys(_CBI, float(start)),
            _CLIMB,
        )
        for start in _STARTS
    ),
)

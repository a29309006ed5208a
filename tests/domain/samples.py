"""Measures, series, rules and histories for the tests of the domain, made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from burnout_check.domain.measures.measure import Measure, Point, Series, Source
from burnout_check.domain.measures.view import View
from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.questionnaire.instrument import (
    About,
    Band,
    MeasureSection,
    Noise,
    Topic,
    Worse,
)
from burnout_check.domain.rules.rule import (
    Basis,
    Crossing,
    Gap,
    HardEvents,
    Line,
    LineKind,
    Rule,
    Severity,
    Short,
    When,
    Words,
)
from burnout_check.domain.rules.standard import Standard
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.support.option import Family
from burnout_check.domain.week import LONDON, Week

START = Week.parse("2026-01-05")
WORDS = Words("title", "text", "clears")
WATCH, ACT, NOW = Severity.WATCH, Severity.ACT, Severity.NOW
WORK = Topic(About.WORK, MeasureSection.WORK, 1)
PERSON = Topic(About.PERSON, MeasureSection.PERSON, 1)
_WORSE_DOWN = ("own_workload_manageable", "own_supervision_enough", "hse_33")
_HIGH = {"cbi": 100, "gad": 21, "phq": 24, "bur": 5, "hse": 5, "own": 10}


def measure(name: str, **other) -> Measure:
    """A measure of the app by its id, with its range."""
    is_fact = name.startswith("fact_")
    unit = "people" if name == "fact_caseload" else "hours"
    fields: dict[str, Any] = {
        "id": name,
        "name": name,
        "short": name,
        "source": Source.FACT if is_fact else Source.SCALE,
        "instrument": "any",
        "unit": unit if is_fact else "",
        "low": 0,
        "high": None if is_fact else _HIGH[name[:3]],
        "worse": Worse.DOWN if name in _WORSE_DOWN else Worse.UP,
        "whole": is_fact,
        "topic": WORK if is_fact else PERSON,
    }
    return Measure(**(fields | other))


CBI_WORK = measure(
    "cbi_work",
    bands=(Band(0, "low"), Band(50, "moderate"), Band(75, "high")),
    noise=Noise(17.7, "computed", published=False),
)
GAD7 = measure("gad7", noise=Noise(4, "reliable change", published=True))


def weekly(
    name: str | Measure,
    values: Iterable[float | None],
    *,
    first: Week = START,
    every: int = 1,
) -> Series:
    """One value every so many weeks from the first; None is a week without one."""
    of = measure(name) if isinstance(name, str) else name
    return Series(
        of,
        tuple(
            Point(first.plus(place * every), value)
            for place, value in enumerate(values)
            if value is not None
        ),
    )


def view(
    *series: Series,
    week: Week | None = None,
    plan: Plan | None = None,
    away: Iterable[Week] = (),
    events: Mapping[Week, tuple[str, ...]] | None = None,
) -> View:
    """What is known; the week is the newest of any series unless said otherwise."""
    newest = max(each.points[-1].week for each in series) if series else START
    return View(
        {each.measure.id: each for each in series},
        plan or Plan(),
        week or newest,
        frozenset(away),
        events or {},
    )


def rule(name: str, *whens: When, of: str = "burnout", **other) -> Rule:
    """A rule of the given conditions."""
    fields = {
        "name": name,
        "family": Family.BURNOUT,
        "basis": Basis.OURS,
        "why": "Because.",
        "source": "Nobody",
    }
    return Rule(id=name, measure=of, whens=whens, **(fields | other))


def crossing(
    kind: LineKind,
    x: float,
    *,
    of: tuple[int, int] = (1, 1),
    severity: Severity = WATCH,
    figure: str = "",
) -> Crossing:
    """A condition on one measure; ``of`` is how many of the last how many."""
    return Crossing(severity, WORDS, Line(kind, x, figure), *of)


def short(standard: Standard, **other) -> Rule:
    """A supervision rule: short once to watch, twice running to act."""
    whens = (Short(WATCH, WORDS, 1), Short(ACT, WORDS, 2))
    name = other.pop("name", "sup-own")
    fields = {"family": Family.SUPERVISION, "phrase": "supervision is short"}
    return rule(name, *whens, of="fact_supervision_minutes", standard=standard, **(fields | other))


def gap() -> Rule:
    """More than 2 weeks without supervision to watch, more than 4 to act."""
    return rule("gap", Gap(WATCH, WORDS, 2), Gap(ACT, WORDS, 4), of="fact_supervision_minutes")


def hard_event() -> Rule:
    """Any hard event."""
    return rule("event", HardEvents(NOW, WORDS), of="", family=Family.HARD_EVENT)


def check_in(
    week: Week,
    *,
    facts: Mapping[str, float] | None = None,
    answers: Mapping[str, int] | None = None,
    hard_events: tuple[str, ...] = (),
) -> CheckIn:
    """A check-in finished on the Friday of its week."""
    friday = week.monday + timedelta(days=4)
    return CheckIn(
        week,
        datetime.combine(friday, time(16, 50), tzinfo=LONDON),
        answers=dict(answers or {}),
        facts=dict(facts or {}),
        hard_events=hard_events,
    )


def history(
    facts: Mapping[str, Iterable[float | None]],
    *,
    first: Week = START,
    away: Mapping[int, Reason] | None = None,
) -> History:
    """Weeks of facts from the first; None is a number that was skipped."""
    rows = zip(*facts.values(), strict=True)
    return History(
        tuple(
            check_in(
                first.plus(place),
                facts={
                    name: value for name, value in zip(facts, row, strict=True) if value is not None
                },
            )
            for place, row in enumerate(rows)
            if place not in (away or {})
        ),
        tuple(Away(first.plus(place), reason) for place, reason in (away or {}).items()),
    )


def series_of(past: History, *names: str) -> dict[str, Series]:
    """The facts of a history as series, without going through the code under test."""
    return {
        name: Series(
            measure(name),
            tuple(
                Point(each.week, each.facts[name]) for each in past.check_ins if name in each.facts
            ),
        )
        for name in names
    }

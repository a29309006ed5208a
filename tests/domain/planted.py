"""Everything that could be shown in supervision, each with a secret to be looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.measures.measure import Point, Series
from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Basis, Severity
from burnout_check.domain.supervision import shareable_items
from burnout_check.domain.supervision.agenda import AgendaItem
from burnout_check.domain.supervision.sharing_choice import SharingSource
from burnout_check.domain.support.action import Action
from burnout_check.domain.support.option import Family
from burnout_check.domain.week import LONDON, Week
from tests.domain.samples import measure, rule

TODAY = date(2026, 11, 20)
WEEK = Week.of(TODAY)
WEEKS = 4
_MEASURES = ("fact_caseload", "fact_supervision_minutes", "cbi_work", "gad7")
_FAMILIES = (Family.WORKLOAD, Family.ANXIETY)


def _series(place: int, name: str) -> Series:
    """Values such as 20311.25 of a range as wide, which come up nowhere by chance."""
    other: dict[str, Any] = {} if name.startswith("fact_") else {"high": 100_000}
    of = replace(measure(name), name=f"Secret{name.title()}", **other)
    values = (10_000 * (place + 1) + 311.25 + 7.5 * week for week in range(WEEKS + 1))
    first = WEEK.plus(-WEEKS)  # one week before the range
    return Series(of, tuple(Point(first.plus(at), value) for at, value in enumerate(values)))


def _prompt(family: Family) -> Prompt:
    title, text = f"Secret title of {family}", f"Secret text of {family}"
    of = replace(rule(f"rule-{family}"), family=family)
    return Prompt(of, Severity.ACT, title, text, Basis.OURS, (), "", family)


def _check_in(back: int) -> CheckIn:
    week = WEEK.plus(-back)
    friday = datetime.combine(week.monday + timedelta(days=4), datetime.min.time(), LONDON)
    return CheckIn(
        week, friday, hard_events=(f"event{back}",), note=f"Secret note {back} weeks ago"
    )


MATERIAL = SharingSource(
    TODAY,
    {name: _series(place, name) for place, name in enumerate(_MEASURES)},
    History(
        tuple(_check_in(back) for back in (WEEKS + 3, 3, 1)), (Away(WEEK.plus(-2), Reason.SICK),)
    ),
    prompts=tuple(_prompt(family) for family in _FAMILIES),
    actions=(
        Action("Secret first action", "Secretwho1", TODAY, id=1),
        Action("Secret second action", "Secretwho2", TODAY, id=2),
    ),
    agreed=frozenset({1}),
    agenda=(AgendaItem("What felt heaviest", TODAY, id=1),),
    event_names={f"event{back}": f"Secret event {back}" for back in range(9)},
    timeline=(
        Event(TODAY - timedelta(weeks=WEEKS + 3), EventKind.OTHER, "Secret event 7", id=6),
        Event(TODAY - timedelta(weeks=2), EventKind.OTHER, "Secret event 5", id=5),
    ),
    lines={
        name: ((99_000.5 + place, f"Secret line {place}"),) for place, name in enumerate(_MEASURES)
    },
    plan={"fact_caseload": 98_000.5},
)
OFFERS = shareable_items.shareable_items(MATERIAL, WEEKS)


def secrets(offer: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What must be there if an offer is ticked, and what besides if it is not a line only."""
    kind, _, name = offer.partition(":")
    match kind:
        case "measure":
            series = MATERIAL.series[name]
            shown = series.points[1:]
            ends = tuple(series.measure.show(point.value) for point in (shown[-1],))
            return (series.measure.name,), ends
        case "prompt":
            return (f"Secret title of {name.removeprefix('rule-')}",), ()
        case "event":
            return (f"Secret event {name[-1]}",), ()
        case "note":
            back = WEEK.since(Week.parse(name))
            return (f"Secret note {back} weeks ago",), ()
        case "action":
            word = "first" if name == "1" else "second"
            return (f"Secret {word} action", f"Secretwho{name}"), ()
        case _:
            return ("sick",), ()


def numbers_of(offer: str) -> tuple[str, ...]:
    """Every number a measure has, in each way it may be written, its lines and plan too."""
    name = offer.partition(":")[2]
    series = MATERIAL.series[name]
    values = [point.value for point in series.points]
    values += [value for value, _words in MATERIAL.lines[name]]
    values += [MATERIAL.plan[name]] if name in MATERIAL.plan else []
    written = {f"{value:.2f}".rstrip("0").rstrip(".") for value in values}
    written |= {series.measure.show(value) for value in values} | {MATERIAL.lines[name][0][1]}
    return tuple(sorted(written))


def unticked(ticked: Iterable[str], numbers: Iterable[str]) -> list[str]:
    """All that must not be found anywhere."""
    ticked, numbers = frozenset(ticked), frozenset(numbers)
    found = ["Secret note 7 weeks ago", "Secret event 7", "Secret text", "hidden", "rivate"]
    # The value of the week before the range is never to be found.
    found += [f"{series.points[0].value}" for series in MATERIAL.series.values()]
    for offer in OFFERS:
        is_measure = offer.id.startswith("measure:")
        if offer.id not in ticked:
            found += secrets(offer.id)[0]
        if is_measure and offer.id not in frozenset(ticked) & numbers:
            found += numbers_of(offer.id)
    return found


def leaves(value: Any) -> Iterator[str]:
    """Every word and number in a value, as text."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from leaves(key)
            yield from leaves(each)
    elif isinstance(value, str):
        yield str(value)
    elif isinstance(value, Iterable):
        for each in value:
            yield from leaves(each)
    else:
        yield str(value)

"""Which measures can be put on the screen together, under which name, and how each looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from burnout_check.domain.measures import Series


@dataclass(frozen=True, slots=True)
class Group:
    """A name on a button and the measures it shows."""

    name: str
    measures: tuple[str, ...]


GROUPS = (
    Group("Burnout", ("burnout", "cbi_work")),
    Group("Anxiety", ("gad7", "gad2")),
    Group("Caseload", ("fact_caseload",)),
    Group("Contacts", ("fact_contact_hours",)),
    Group("Supervision", ("fact_supervision_minutes", "own_supervision_enough")),
    Group("Overtime", ("fact_overtime_hours",)),
    Group("Workload", ("own_workload_manageable",)),
)
"""The groups with a button of their own. Every other measure is offered by its own name."""

AT_FIRST = ("Burnout", "Caseload")
"""The groups that are on when the page is opened."""


def groups(series: Mapping[str, Series]) -> tuple[Group, ...]:
    """The groups above, then one for each further measure that has values, in file order."""
    named = {measure for group in GROUPS for measure in group.measures}
    others = (
        Group(each.measure.name, (measure,))
        for measure, each in series.items()
        if measure not in named and each.points
    )
    return (*GROUPS, *others)


def shown(chosen: Iterable[Group], series: Mapping[str, Series]) -> tuple[str, ...]:
    """Ids of the measures to draw: those with values, and of each group at least the first."""
    found: list[str] = []
    for group in chosen:
        known = [measure for measure in group.measures if measure in series]
        filled = [measure for measure in known if series[measure].points]
        found += filled or known[:1]
    return tuple(dict.fromkeys(found))


def look(measure: str, series: Mapping[str, Series]) -> int:
    """The number of a measure's own colour and marker, the same whatever else is shown."""
    named = [each for group in GROUPS for each in group.measures]
    order = [*_BY_COLOUR, *(each for each in named if each not in _BY_COLOUR)]
    return [*order, *(each for each in series if each not in order)].index(measure)


# Those most often seen together come first, so that their colours and markers differ most.
_BY_COLOUR = ("burnout", "fact_caseload", "gad7", "fact_supervision_minutes", "cbi_work")

"""Which measures can be put on the screen together, under which name, and how each looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from burnout_check.domain.measures import ids
from burnout_check.domain.measures.measure import Measure, Series

MOST = 6
"""Charts on one screen; more would be too low to read."""


@dataclass(frozen=True, slots=True)
class Group:
    """A name and the measures it stands for, in order."""

    name: str
    measures: tuple[str, ...]


PRESETS = (
    Group(
        "How I am",
        (ids.BURNOUT, ids.CBI_WORK, ids.CBI_PERSONAL, ids.CBI_CLIENT, ids.GAD7, ids.PHQ8),
    ),
    Group(
        "My work",
        (
            ids.CASELOAD,
            ids.CONTACT,
            ids.OVERTIME,
            ids.MANAGEABLE,
            ids.DEMANDS,
            ids.PHONE,
        ),
    ),
    Group("Both", (ids.BURNOUT, ids.GAD7, ids.CASELOAD, ids.SUPERVISION)),
    Group(
        "Supervision",
        (
            ids.SUPERVISION,
            ids.MET,
            ids.WITHOUT,
            ids.ENOUGH,
            ids.MANAGERIAL_SUPPORT,
        ),
    ),
)
"""The names with a button. What has no value yet is left out, but for the first."""

AT_FIRST = "Both"
"""What is shown when the page is opened: the work beside the person, as on This week."""

SECTIONS = (
    Group("How I am", (*PRESETS[0].measures, ids.GAD2, ids.PHQ2)),
    Group("Supervision", (*PRESETS[3].measures, ids.HARD_WORK_SUPPORT, "hse_peer_support")),
    Group("My work", PRESETS[1].measures),
)
"""Under which heading a measure is offered by itself; all others are under the last."""


def preset(name: str) -> Group:
    """The preset of this name.

    Raises:
        KeyError: if there is none.
    """
    found = next((each for each in PRESETS if each.name == name), None)
    if found is None:
        raise KeyError(name)
    return found


def shown(chosen: Iterable[str], series: Mapping[str, Series]) -> tuple[str, ...]:
    """Ids of the measures to draw: those with values, at least the first, at most six."""
    known = [measure for measure in dict.fromkeys(chosen) if measure in series]
    filled = [measure for measure in known if series[measure].points]
    return tuple(filled or known[:1])[:MOST]


def offered(series: Mapping[str, Series]) -> tuple[tuple[str, tuple[Measure, ...]], ...]:
    """Every measure with values, under its heading; headings with none are left out."""
    filled = {name: each.measure for name, each in series.items() if each.points}
    placed = {measure for section in SECTIONS for measure in section.measures}
    rest = Group(SECTIONS[-1].name, tuple(name for name in filled if name not in placed))
    sections = (*SECTIONS[:-1], Group(rest.name, SECTIONS[-1].measures + rest.measures))
    found = (
        (each.name, tuple(filled[name] for name in each.measures if name in filled))
        for each in sections
    )
    return tuple((name, measures) for name, measures in found if measures)


def look(measure: str, series: Mapping[str, Series]) -> int:
    """The number of a measure's own colour and marker, the same whatever else is shown."""
    named = [each for group in PRESETS for each in group.measures]
    order = dict.fromkeys((*_BY_COLOUR, *named, *series))
    return list(order).index(measure)


# Those most often seen together come first, so that their colours and markers differ most.
_BY_COLOUR = (ids.BURNOUT, ids.CASELOAD, ids.GAD7, ids.SUPERVISION, ids.CBI_WORK)

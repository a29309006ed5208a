"""Which measures can be put on the screen together, under which name, and how each looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from burnout_check.domain.measures import ids
from burnout_check.domain.measures.measure import Measure, Series
from burnout_check.domain.questionnaire.instrument import MeasureSection

MOST = 6
"""Charts on one screen; more would be too low to read."""


@dataclass(frozen=True, slots=True)
class Group:
    """A name and the measures it stands for, in order."""

    name: str
    measures: tuple[str, ...]


BOTH = "Both"
NAMES = (
    MeasureSection.PERSON.label,
    MeasureSection.WORK.label,
    BOTH,
    MeasureSection.SUPERVISION.label,
)
"""The names with a button."""

AT_FIRST = Group(BOTH, (ids.BURNOUT, ids.GAD7, ids.CASELOAD, ids.SUPERVISION))
"""What is shown when the page is opened: the work beside the person, as on This week."""

_OFFERED = (MeasureSection.PERSON, MeasureSection.SUPERVISION, MeasureSection.WORK)


def presets(series: Mapping[str, Series]) -> tuple[Group, ...]:
    """What each name shows: the measures that come first in its section, or some of the two."""
    first = {
        section.label: tuple(each.id for each in found if each.topic.order <= MOST)
        for section, found in _by_section(series).items()
    }
    return tuple(Group(name, first.get(name, AT_FIRST.measures)) for name in NAMES)


def preset(name: str, series: Mapping[str, Series]) -> Group:
    """The preset of this name.

    Raises:
        KeyError: if there is none.
    """
    found = next((each for each in presets(series) if each.name == name), None)
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
    filled = _by_section({name: each for name, each in series.items() if each.points})
    return tuple((each.label, filled[each]) for each in _OFFERED if filled[each])


def look(measure: Measure) -> int:
    """The number of a measure's own colour and marker, the same on every page and beside any other.

    Those that come first in their sections have numbers that lie close, and so differ.
    """
    if measure.id in _BY_COLOUR:
        return _BY_COLOUR.index(measure.id)
    section, order = measure.topic.place
    return len(_BY_COLOUR) + (order - 1) * len(MeasureSection) + section


# Those most often seen together come first, so that their colours and markers differ most.
_BY_COLOUR = (ids.BURNOUT, ids.CASELOAD, ids.GAD7, ids.SUPERVISION, ids.CBI_WORK)


def _by_section(series: Mapping[str, Series]) -> dict[MeasureSection, tuple[Measure, ...]]:
    """The measures of each section in their order."""
    ordered = sorted((each.measure for each in series.values()), key=lambda each: each.topic.place)
    return {
        section: tuple(each for each in ordered if each.topic.section is section)
        for section in MeasureSection
    }

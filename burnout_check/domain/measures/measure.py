"""Everything that can be plotted or judged over time: scales, named items and facts, as series."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from burnout_check.domain.numbers import plain_number
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.questionnaire.instrument import (
    Band,
    Instrument,
    Item,
    Noise,
    Scale,
    Topic,
    Unit,
    Worse,
)
from burnout_check.domain.questionnaire.scoring import score
from burnout_check.domain.week import Week

_UNITS = {Unit.PEOPLE: "people", Unit.HOURS: "hours", Unit.MINUTES: "min"}
_WHOLE_WORDS = {"min": "minutes"}
_ONE = {"people": "person", "hours": "hour", "minutes": "minute", "weeks": "week"}
_WIDE = 50


class Source(StrEnum):
    """What a measure is made from."""

    SCALE = "scale"
    ITEM = "item"
    FACT = "fact"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Measure:
    """Something with one number a week.

    ``unit`` is the word after a value ("people", "hours", "min"), empty for scores and ratings.
    ``low`` and ``high`` are the possible range; ``high`` is None where a count is open. ``whole``
    measures take whole numbers only. ``instrument`` is the id of the instrument it comes from,
    empty for a derived one, whose ``made`` says how it is worked out. ``due`` is the value that was
    due, where there is such a thing. ``topic`` says what it is about and where it is offered.
    """

    id: str
    name: str
    short: str
    source: Source
    instrument: str
    unit: str
    low: float
    high: float | None
    worse: Worse
    whole: bool
    topic: Topic
    bands: tuple[Band, ...] = ()
    band_basis: str = ""
    noise: Noise | None = None
    made: str = ""
    due: float | None = None

    def show(self, value: float) -> str:
        """``value`` as it is read: no needless digits, no unit.

        Scores on a wide range are rounded to whole points, other scores and ratings to one
        decimal, facts to two, what is derived to whole numbers.
        """
        if self.source is Source.DERIVED:
            return plain_number(value, 0)
        if self.source is Source.FACT:
            return plain_number(value, 2)
        wide = self.high is not None and self.high - self.low >= _WIDE
        return plain_number(value, 0 if wide else 1)

    def difference(self, value: float, other: float) -> float:
        """``value`` less ``other``, both as they are shown."""
        return float(self.show(value)) - float(self.show(other))

    def amount(self, value: float) -> str:
        """``value`` with its unit as whole words: "71 people", "1 hour", "45 minutes", "3"."""
        shown = self.show(value)
        words = _WHOLE_WORDS.get(self.unit, self.unit)
        if shown == "1":
            words = _ONE.get(words, words)
        return f"{shown} {words}".rstrip()


@dataclass(frozen=True, slots=True)
class Point:
    """The value of a measure in one week."""

    week: Week
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """A measure over time, oldest first; weeks without a value are not in it."""

    measure: Measure
    points: tuple[Point, ...] = ()

    @property
    def last(self) -> Point | None:
        """The newest point, None if there is none."""
        return self.points[-1] if self.points else None

    def until(self, week: Week) -> Series:
        """The part of the series up to and including ``week``."""
        end = bisect_right(self.points, week.monday, key=lambda point: point.week.monday)
        return self if end == len(self.points) else Series(self.measure, self.points[:end])

    def before(self, week: Week) -> Series:
        """The part of the series earlier than ``week``."""
        return self.until(week.plus(-1))

    def at(self, week: Week) -> float | None:
        """The value in ``week``, None if there is none."""
        last = self.until(week).last
        return last.value if last is not None and last.week == week else None


def measures(instruments: Mapping[str, Instrument]) -> tuple[Measure, ...]:
    """Every measure the instruments give: each scale, each item with a topic, each fact."""
    found: list[Measure] = []
    for instrument in instruments.values():
        found += [_of_scale(instrument, scale) for scale in instrument.scales]
        found += [
            _of_item(instrument, item, item.topic)
            for item in instrument.items
            if item.topic is not None
        ]
        found += [
            Measure(
                id=fact.id,
                name=fact.name,
                short=fact.name,
                source=Source.FACT,
                instrument=instrument.id,
                unit=_UNITS[fact.unit],
                low=0,
                high=None,
                worse=fact.worse,
                whole=fact.whole,
                topic=fact.topic,
            )
            for fact in instrument.facts
        ]
    return tuple(found)


def series(measure: Measure, history: History, instruments: Mapping[str, Instrument]) -> Series:
    """One measure over the whole history."""
    return _series(measure, history.check_ins, instruments[measure.instrument])


def all_series(history: History, instruments: Mapping[str, Instrument]) -> dict[str, Series]:
    """Every measure over the whole history, by the measure's id."""
    return {
        measure.id: _series(measure, history.check_ins, instruments[measure.instrument])
        for measure in measures(instruments)
    }


def _series(measure: Measure, check_ins: Iterable[CheckIn], instrument: Instrument) -> Series:
    match measure.source:
        case Source.FACT:
            found = ((past.week, past.facts.get(measure.id)) for past in check_ins)
        case Source.ITEM:
            found = ((past.week, past.answers.get(measure.id)) for past in check_ins)
        case Source.SCALE:
            scale = next(scale for scale in instrument.scales if scale.id == measure.id)
            items = {item.id: item for item in instrument.items}
            found = (
                (past.week, score(scale, items, past.answers))
                for past in check_ins
                if not past.answers.keys().isdisjoint(scale.items)
            )
    return Series(
        measure, tuple(Point(week, float(value)) for week, value in found if value is not None)
    )


def _of_scale(instrument: Instrument, scale: Scale) -> Measure:
    return Measure(
        id=scale.id,
        name=scale.name,
        short=scale.short,
        source=Source.SCALE,
        instrument=instrument.id,
        unit="",
        low=scale.low,
        high=scale.high,
        worse=scale.worse,
        whole=False,
        topic=scale.topic,
        bands=scale.bands,
        band_basis=scale.band_basis,
        noise=scale.noise,
    )


def _of_item(instrument: Instrument, item: Item, topic: Topic) -> Measure:
    return Measure(
        id=item.id,
        name=item.name,
        short=item.name,
        source=Source.ITEM,
        instrument=instrument.id,
        unit="",
        low=item.low,
        high=item.high,
        worse=item.worse,
        whole=True,
        topic=topic,
    )

"""A chart for someone who cannot see it: a spoken summary, one value in words, and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from burnout_check.charts.model.labels import band_words
from burnout_check.charts.model.months import by_month
from burnout_check.charts.model.panel import AwaySpan, Panel, Span
from burnout_check.domain.event import Event
from burnout_check.domain.measures.measure import Measure
from burnout_check.domain.measures.reliable_change import noise_words
from burnout_check.domain.numbers import number_of
from burnout_check.domain.week import Week, plain_date

_FEW = 4
_UNITS = {"min": "minutes", "%": "per cent"}


@dataclass(frozen=True, slots=True)
class Row:
    """One week of the table: a value or None for each panel, and what happened besides.

    ``away`` is why the person was away, ``events`` what they put on the time line.
    """

    week: Week
    values: tuple[float | None, ...]
    away: str = ""
    events: tuple[Event, ...] = ()

    @property
    def noted(self) -> str:
        """What happened in that week, in words."""
        return "; ".join((*filter(None, (self.away,)), *map(event_words, self.events)))


def rows(panels: Sequence[Panel], span: Span) -> tuple[Row, ...]:
    """The numbers behind the panels, newest week first; weeks with nothing known are left out."""
    found = []
    happened: dict[Week, list[Event]] = {}
    for event in panels[0].events_in(span) if panels else ():
        happened.setdefault(event.week, []).append(event)
    for week in reversed(span.weeks):
        values = tuple(panel.series.at(week) for panel in panels)
        away = panels[0].reason(week) if panels else ""
        events = happened.get(week, ())
        if away or events or any(value is not None for value in values):
            found.append(Row(week, values, away, tuple(events)))
    return tuple(found)


def event_words(event: Event) -> str:
    """An event with its day: "Complaint, 18 November"."""
    return f"{event.label}, {plain_date(event.day)}"


def unit_words(measure: Measure) -> str:
    """What a count counts, as a whole word."""
    return _UNITS.get(measure.unit, measure.unit)


def value_words(panel: Panel, value: float) -> str:
    """A value with its unit, or out of the highest possible; nothing for a line only."""
    if not panel.numbers:
        return ""
    measure = panel.measure
    shown = measure.show(value)
    if measure.high is not None:
        return f"{shown} of {measure.show(measure.high)}"
    return measure.amount(value)


def point_words(panel: Panel, week: Week) -> str:
    """What there is to say about one week: "Week of 16 November 2026: 72 people, leave".

    What happened stands after it: "… 72 people. Complaint, 18 November".
    """
    when = f"Week of {plain_date(week.monday, year=True)}"
    value = panel.series.at(week)
    said = [value_words(panel, value)] if value is not None else []
    said += [reason.lower() for reason in (panel.reason(week),) if reason]
    happened = [event_words(event) for event in panel.events if event.week == week]
    if not panel.numbers and value is not None:
        return ". ".join((", ".join([when, *said[1:]]), *happened))
    return ". ".join((f"{when}: {', '.join(said) if said else 'no value'}", *happened))


def made_words(measure: Measure) -> str:
    """How a measure is worked out and how much of a change is noise; empty for plain numbers."""
    noise = "" if measure.noise is None else noise_words(measure.noise)
    return " ".join(words for words in (measure.made, noise) if words)


def describe(panel: Panel, span: Span) -> str:
    """The whole chart as sentences for a screen reader."""
    if not panel.numbers:
        return _line_only(panel, span)
    sentences = [f"{panel.title}: {panel.sentence}", _range(panel), *_values(panel, span)]
    if by_month(span):
        sentences.append(
            "Drawn by month: a bar from the lowest to the highest, a point at the middle"
        )
    sentences += [words for _value, words in band_words(panel)]
    sentences += [line.label for line in panel.lines]
    usual = [point for point in panel.usual if point.week in span]
    if usual:
        sentences.append(f"Your usual is {panel.measure.show(usual[-1].value)}{_mostly(panel)}")
    middle = [point for point in panel.middle if point.week in span]
    if middle:
        sentences.append(f"The four-week middle is {panel.measure.show(middle[-1].value)}")
    sentences += _away(panel.away_in(span), span)
    sentences.append(made_words(panel.measure).rstrip("."))
    sentences += _events(panel.events_in(span))
    return " ".join(f"{words[0].upper()}{words[1:]}." for words in sentences if words)


def _mostly(panel: Panel) -> str:
    """From where to where the values behind the usual lay, where that was not all one value."""
    show, ends = panel.measure.show, panel.usual_range[-1:]
    spread = [(show(each.low), show(each.high)) for each in ends]
    return "".join(f", mostly {low} to {high}" for low, high in spread if low != high)


def _line_only(panel: Panel, span: Span) -> str:
    reach = f"from {_day(span.first, span)} to {plain_date(span.last.monday, year=True)}"
    sentences = [f"{panel.title}: {panel.sentence}", f"A line without numbers, {reach}"]
    sentences += _away(panel.away_in(span), span)
    return " ".join(f"{words[0].upper()}{words[1:]}." for words in sentences)


def _range(panel: Panel) -> str:
    measure = panel.measure
    if measure.high is None:
        return f"Counted in {unit_words(measure)}" if measure.unit else ""
    return f"Goes from {measure.show(measure.low)} to {measure.show(measure.high)}"


def _values(panel: Panel, span: Span) -> Iterator[str]:
    points, show = panel.points(span), panel.measure.show
    count = number_of(len(points), "value")
    yield f"{count} from {_day(span.first, span)} to {plain_date(span.last.monday, year=True)}"
    if len(points) > 1:
        lowest = min(points, key=lambda point: point.value)
        highest = max(points, key=lambda point: point.value)
        yield (
            f"Lowest {show(lowest.value)} in the week of {_day(lowest.week, span)}, "
            f"highest {show(highest.value)} in the week of {_day(highest.week, span)}"
        )


def _away(spans: Sequence[AwaySpan], span: Span) -> Iterator[str]:
    if len(spans) > _FEW:
        weeks = Counter[str]()
        for each in spans:
            weeks[each.name] += len(Span(each.first, each.last))
        for name, count in weeks.items():
            yield f"{name} in {number_of(count, 'week')}"
        return
    for each in spans:
        if each.first == each.last:
            yield f"{each.name} in the week of {_day(each.first, span)}"
        else:
            yield f"{each.name} from {_day(each.first, span)} to {plain_date(each.last.sunday)}"


def _events(events: Sequence[Event]) -> Iterator[str]:
    if len(events) > _FEW:
        yield f"{len(events)} events, which are listed below the charts"
        return
    for event in events:
        yield f"{event.label} on {plain_date(event.day, year=True)}"


def _day(week: Week, span: Span) -> str:
    """A week's Monday, with its year where the chart shows more than one."""
    years = span.first.monday.year != span.last.monday.year
    return plain_date(week.monday, year=years)

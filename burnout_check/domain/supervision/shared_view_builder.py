"""From what was ticked to what is shown, and nothing else with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.measures.measure import Measure, Point, Series, Source
from burnout_check.domain.numbers import plain_number
from burnout_check.domain.questionnaire.instrument import Worse
from burnout_check.domain.supervision import shareable_items
from burnout_check.domain.supervision.shared_view import (
    SharedAction,
    SharedAway,
    SharedMeasure,
    SharedView,
    SharedWeek,
)
from burnout_check.domain.supervision.sharing_choice import SharingChoice, SharingSource
from burnout_check.domain.week import Week, plain_date

_LEAST_SPREAD = 1 / 3  # of the range of a score, or of the largest count
_NOTABLE = 0.1  # of how far a line goes, where the measure's own noise is not known


def shared_view(choice: SharingChoice, source: SharingSource) -> SharedView:
    """What was ticked of the material, over the weeks that were chosen.

    The agenda is shown whole: each of its lines was put there to be talked about.
    """
    first, ticked = source.first(choice.weeks), choice.ticked
    return SharedView(
        source.today,
        first,
        source.week,
        measures=tuple(_measures(choice, source)),
        prompts=tuple(
            prompt.title for prompt in source.prompts if shareable_items.prompt_id(prompt) in ticked
        ),
        events=tuple(_events(choice, source)),
        away=tuple(_away(choice, source)),
        actions=tuple(
            SharedAction(action.text, action.who, action.due, action.status)
            for action in source.actions
            if shareable_items.action_id(action) in ticked
        ),
        notes=tuple(
            SharedWeek(past.week, past.note)
            for past in source.history.check_ins
            if past.note
            and shareable_items.note_id(past.week) in ticked
            and source.within(past.week, choice.weeks)
        ),
        agenda=tuple(item.text for item in source.agenda),
    )


def _measures(choice: SharingChoice, source: SharingSource) -> Iterable[SharedMeasure]:
    for name in shareable_items.in_order(source.series):
        series = source.series[name]
        offer = shareable_items.measure_id(name)
        points = tuple(point for point in series.points if source.within(point.week, choice.weeks))
        if offer not in choice.ticked or not points:
            continue
        if offer in choice.numbers:
            yield _with_numbers(Series(series.measure, points), source)
        else:
            yield only_line(Series(series.measure, points))


def _events(choice: SharingChoice, source: SharingSource) -> Iterable[SharedWeek]:
    """Hard events and those of the time line, oldest week first."""
    ticked = choice.ticked
    found = [
        SharedWeek(week, source.event_names.get(event, event))
        for week, events in source.history.events_by_week.items()
        for event in events
        if shareable_items.event_id(week, event) in ticked
    ]
    found += [
        SharedWeek(event.week, event.label)
        for event in source.timeline
        if shareable_items.timeline_id(event) in ticked
    ]
    shown_weeks = (each for each in found if source.within(each.week, choice.weeks))
    return sorted(shown_weeks, key=lambda each: each.week)


def _away(choice: SharingChoice, source: SharingSource) -> Iterable[SharedAway]:
    if shareable_items.AWAY_ID in choice.ticked:
        for away in source.history.away:
            if source.within(away.week, choice.weeks):
                yield SharedAway(away.week, away.reason)


def _with_numbers(series: Series, source: SharingSource) -> SharedMeasure:
    measure = series.measure
    return SharedMeasure(
        measure.name,
        number_sentence(series, now=source.week, plan=source.plan.get(measure.id)),
        measure,
        series.points,
        with_numbers=True,
        lines=source.lines.get(measure.id, ()),
    )


def number_sentence(series: Series, *, now: Week, plan: float | None = None) -> str:
    """The last value and the change over the points there are, such as "last 72 people, up 11 ...".

    Unlike the sentence on Trends it looks at nothing before the first point.
    """
    measure, points = series.measure, series.points
    first, last = points[0], points[-1]
    said = f"last {measure.show(last.value)} {measure.unit}".strip()
    if measure.high is not None:
        said = f"{said} of {measure.show(measure.high)}"
    if last.week != now:
        said = f"{said} in the week of {plain_date(last.week.monday)}"
    parts = [said]
    if len(points) > 1:
        since = f"since the week of {plain_date(first.week.monday)}"
        parts.append(f"{_moved(measure, last.value - first.value)} {since}")
    if measure.id == SUPERVISION:
        total = sum(point.value for point in points)
        parts.append(f"{plain_number(total, 0)} min in all")
    if plan is not None:
        parts.append(f"job plan {measure.show(plan)}")
    return ", ".join(parts)


def only_line(series: Series) -> SharedMeasure:
    """How a measure moved, on its whole scale, with no number left.

    The foot of the chart is the least a score can be, or no count at all; the top is the most a
    score can be, or the largest count of the weeks shown. So a small change looks small.
    """
    measure, values = series.measure, [point.value for point in series.points]
    reach = max(values) if measure.high is None else measure.high - measure.low
    points = tuple(
        Point(point.week, round((point.value - measure.low) / (reach or 1.0), 2))
        for point in series.points
    )
    spread = max(max(values) - min(values), reach * _LEAST_SPREAD)
    noise = _NOTABLE * spread if measure.noise is None else measure.noise.points
    return SharedMeasure(
        measure.name,
        _direction(series, noise),
        Measure(
            id=measure.id,
            name=measure.name,
            short=measure.short,
            source=Source.ITEM,
            instrument="",
            unit="",
            low=0,
            high=1,
            worse=measure.worse,
            whole=False,
            topic=measure.topic,
        ),
        points,
        with_numbers=False,
    )


def _direction(series: Series, noise: float) -> str:
    """The middle of the last third beside that of the first, and the hardest week between."""
    points = series.points
    if len(points) == 1:
        return "one week only"
    third = max(1, len(points) // 3)
    start, end = _middle(points[:third]), _middle(points[-third:])
    change = end - start
    if abs(change) < noise or not change:
        said = "about the same at the end as at the start"
    else:
        said = f"{'higher' if change > 0 else 'lower'} at the end than at the start"
    down = series.measure.worse is Worse.DOWN
    hardest = (min if down else max)(points, key=lambda point: point.value)
    beyond = min(start, end) - hardest.value if down else hardest.value - max(start, end)
    if beyond < noise or not beyond:
        return said
    return f"{said}, {'lowest' if down else 'highest'} in the week of {_day(hardest.week)}"


def _middle(points: Sequence[Point]) -> float:
    return float(median(point.value for point in points))


def _day(week: Week) -> str:
    return plain_date(week.monday)


def _moved(measure: Measure, change: float) -> str:
    size = measure.show(abs(change))
    if size == "0":
        return "no change"
    return f"{'up' if change > 0 else 'down'} {size}"

"""All that could be ticked to be shown in supervision, and how private each of it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from burnout_check.domain.event import Event
from burnout_check.domain.measures.measure import Series
from burnout_check.domain.numbers import number_of
from burnout_check.domain.questionnaire.instrument import About
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.supervision.agenda import WORK_FAMILIES
from burnout_check.domain.supervision.sharing_choice import (
    Kind,
    Privacy,
    ShareableItem,
    SharingSource,
)
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.week import Week, plain_date, short_date

AWAY_ID = f"{Kind.AWAY}:weeks"


def shareable_items(source: SharingSource, weeks: int) -> tuple[ShareableItem, ...]:
    """All that could be ticked for a range of weeks, work before personal within each kind."""
    found = [
        *_measures(source, weeks),
        *_prompts(source),
        *_actions(source, weeks),
        *_of_weeks(source, weeks),
    ]
    kinds = list(Kind)
    return tuple(sorted(found, key=lambda offer: (kinds.index(offer.kind), offer.privacy)))


def in_order(series: Mapping[str, Series]) -> list[str]:
    """Ids of measures as they are offered and shown, those about work first."""

    def place(name: str) -> tuple[bool, tuple[int, int]]:
        topic = series[name].measure.topic
        return topic.about is About.PERSON, topic.place

    return sorted(series, key=place)


def measure_id(measure: str) -> str:
    """The id of the offer of a measure."""
    return f"{Kind.MEASURE}:{measure}"


def prompt_id(prompt: Prompt) -> str:
    """The id of the offer of a prompt."""
    return f"{Kind.PROMPT}:{prompt.rule.id}"


def action_id(action: Action) -> str:
    """The id of the offer of an action."""
    return f"{Kind.ACTION}:{action.id}"


def event_id(week: Week, event: str) -> str:
    """The id of the offer of a hard event."""
    return f"{Kind.EVENT}:{week}:{event}"


def timeline_id(event: Event) -> str:
    """The id of the offer of an event on the time line."""
    return f"{Kind.EVENT}:timeline:{event.id}"


def note_id(week: Week) -> str:
    """The id of the offer of the note of a check-in."""
    return f"{Kind.NOTE}:{week}"


def _privacy(is_work: bool) -> Privacy:
    return Privacy.WORK if is_work else Privacy.PERSONAL


def _measures(source: SharingSource, weeks: int) -> Iterable[ShareableItem]:
    for name in in_order(source.series):
        series = source.series[name]
        count = sum(source.within(point.week, weeks) for point in series.points)
        if count:
            said = f"{number_of(count, 'week')} of the last {weeks}"
            privacy = _privacy(series.measure.topic.about is About.WORK)
            yield ShareableItem(measure_id(name), Kind.MEASURE, series.measure.name, said, privacy)


def _prompts(source: SharingSource) -> Iterable[ShareableItem]:
    for prompt in source.prompts:
        privacy = _privacy(prompt.family in WORK_FAMILIES)
        yield ShareableItem(prompt_id(prompt), Kind.PROMPT, prompt.title, "now", privacy)


def _actions(source: SharingSource, weeks: int) -> Iterable[ShareableItem]:
    for action in source.actions:
        is_open = action.status is ActionStatus.OPEN
        if is_open or source.within(Week.of(action.made), weeks):
            said = f"{action.who}, {short_date(action.made)}"
            privacy = _privacy(action.id in source.agreed)
            yield ShareableItem(action_id(action), Kind.ACTION, action.text, said, privacy)


def _of_weeks(source: SharingSource, weeks: int) -> Iterable[ShareableItem]:
    """Hard events, events on the time line, notes and weeks away, each newest first."""
    history = source.history
    for week, events in reversed(history.events_by_week.items()):
        if source.within(week, weeks):
            for event in events:
                name = source.event_names.get(event, event)
                yield ShareableItem(
                    event_id(week, event), Kind.EVENT, name, _said(week), Privacy.PERSONAL
                )
    for mark in reversed(source.timeline):
        if source.within(mark.week, weeks):
            said = plain_date(mark.day)
            yield ShareableItem(timeline_id(mark), Kind.EVENT, mark.label, said, Privacy.PERSONAL)
    for past in reversed(history.check_ins):
        if past.note and source.within(past.week, weeks):
            yield ShareableItem(
                note_id(past.week), Kind.NOTE, "Note", _said(past.week), Privacy.PERSONAL
            )
    if any(source.within(away.week, weeks) for away in history.away):
        said = f"in the last {weeks} weeks"
        yield ShareableItem(
            AWAY_ID, Kind.AWAY, "Leave and other weeks away", said, Privacy.PERSONAL
        )


def _said(week: Week) -> str:
    return f"Week of {plain_date(week.monday)}"

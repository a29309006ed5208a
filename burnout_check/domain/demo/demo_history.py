"""Two years of believable made-up weeks, to show what the app is for. Nobody real is in them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from burnout_check.domain.demo.demo_story import (
    AWAY,
    EVENTS,
    FIGURES,
    LEANINGS,
    MISSED,
    NOTES,
    OTHER_SHAPE,
    SHAPES,
    STILL_FROM,
    STRAIN,
    WEEKS,
    level,
    supervision,
)
from burnout_check.domain.event import Event
from burnout_check.domain.measures import ids
from burnout_check.domain.questionnaire.check_in import Away, CheckIn
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.questionnaire.instrument import Instrument, Item, Worse
from burnout_check.domain.questionnaire.schedule import Part
from burnout_check.domain.settings.setting import Value
from burnout_check.domain.supervision.supervision_session import SessionKind, SupervisionSession
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.week import LONDON, Week

_WEEKLY = (
    ids.TASKS_UNDONE,
    ids.TOO_FEW_BREAKS,
    ids.HARD_WORK_SUPPORT,
    ids.MANAGEABLE,
    ids.VALUES_GAP,
)
_EVERY_FOUR = (ids.CBI_PERSONAL, ids.CBI_WORK, ids.CBI_CLIENT, ids.DEMANDS, ids.MANAGERIAL_SUPPORT)
_FOUR_WEEKS = 4
_GAD2_LINE = 3
_CHANCE = 0.06
_SESSIONS = 10
_KINDS = (SessionKind.CASE_MANAGEMENT, SessionKind.CASE_MANAGEMENT, SessionKind.CLINICAL_SKILLS)
_AGREED = "New allocations wait until the caseload is below 60."


def demo_history(
    until: Week,
    instruments: Mapping[str, Instrument],
    *,
    seed: int = 1,
    parts: Iterable[Part] = (),
) -> History:
    """104 weeks: settled, creeping caseload, supervision dropping away, leave, a recovery begun.

    Args:
        until: the last week, which has a check-in.
        instruments: every instrument by id; only what is among them is answered.
        seed: the same seed and week give the same history.
        parts: the parts of the check-in, so that each week says which were asked.
    """
    return _told(until, _Teller(instruments, tuple(parts), _dice(seed)))


def demo_years(
    until: Week,
    instruments: Mapping[str, Instrument],
    *,
    stories: int = 5,
    parts: Iterable[Part] = (),
) -> History:
    """The story told again and again, each time with other chances: ten years of every measure.

    Args:
        until: the last week, which has a check-in.
        instruments: every instrument by id; every fourth week or so all of them are answered.
        stories: how many times 104 weeks.
        parts: as for ``demo_history``.
    """
    known = tuple(parts)
    told = [
        _told(until.plus(-WEEKS * back), _Teller(instruments, known, _dice(back), whole=True))
        for back in reversed(range(stories))
    ]
    return History(
        tuple(check_in for story in told for check_in in story.check_ins),
        tuple(away for story in told for away in story.away),
    )


def demo_events(until: Week) -> tuple[Event, ...]:
    """What the made-up person put on the time line of the story that ends with ``until``."""
    first = until.plus(1 - WEEKS)
    return tuple(
        Event(first.plus(place).monday + timedelta(days=2), kind, words)
        for place, (kind, words) in EVENTS.items()
    )


def demo_settings() -> dict[str, Value]:
    """The made-up person's work: a full-time PWP whose job plan says 60 people."""
    return {
        "role": "pwp",
        "nation": "England",
        "contracted_hours": 37.5,
        "full_time_hours": 37.5,
        "caseload_plan": 60.0,
        "supervision_rule": "sup-own",
        "supervision_minutes": 60.0,
        "supervision_span": "week",
    }


def demo_actions(today: date) -> tuple[Action, ...]:
    """What the made-up person and their supervisor agreed last week."""
    week = Week.of(today)
    made = week.plus(-1).monday + timedelta(days=2)
    friday = week.monday + timedelta(days=4)
    risk_calls = "Protected 30 minutes after risk calls"
    return (
        Action("Pause new allocations until below 60", "My supervisor", made, friday),
        Action("Move two reviews off Thursday", "Me", made, week.plus(1).monday),
        Action(risk_calls, "Me", made, week.monday, ActionStatus.DONE, ended=week.monday),
    )


def demo_sessions(history: History, actions: Sequence[Action]) -> tuple[SupervisionSession, ...]:
    """Supervision of the last weeks, in the minutes that the check-ins have anyway.

    The last one agreed ``actions``, which are saved.
    """
    had = [past for past in history.check_ins if past.facts.get(ids.SUPERVISION)][-_SESSIONS:]
    sessions = [
        SupervisionSession(
            past.week.monday + timedelta(days=2),
            int(past.facts[ids.SUPERVISION]),
            _KINDS[place % len(_KINDS)],
        )
        for place, past in enumerate(had)
    ]
    agreed = tuple(action.id for action in actions)
    last = [
        replace(session, actions=agreed, note=_AGREED, enough=5, could_say=8)
        for session in sessions[-1:]
    ]
    return (*sessions[:-1], *last)


def _told(until: Week, teller: _Teller) -> History:
    first = until.plus(1 - WEEKS)
    told = [place for place in range(WEEKS) if place not in AWAY and place not in MISSED]
    return History(
        tuple(teller.check_in(first.plus(place), place) for place in told),
        tuple(Away(first.plus(place), reason) for place, reason in AWAY.items()),
    )


def _dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a story, no key


class _Teller:
    """Tells the story week by week; when the long parts were last asked is its only state.

    ``whole`` answers every item there is whenever the long parts are asked.
    """

    def __init__(
        self,
        instruments: Mapping[str, Instrument],
        parts: tuple[Part, ...],
        chance: random.Random,
        *,
        whole: bool = False,
    ) -> None:
        every = tuple(instruments.values())
        self._parts = parts
        self._chance = chance
        self._whole = whole
        self._items = {item.id: item for each in every for item in each.items}
        self._scales = {scale.id: scale for each in every for scale in each.scales}
        self._versions = {
            question: (each.id, each.version)
            for each in every
            for question in (
                *(item.id for item in each.items),
                *(fact.id for fact in each.facts),
            )
        }
        self._last_long = 0

    def check_in(self, week: Week, place: int) -> CheckIn:
        """The check-in of the week at a place of the story."""
        minutes = supervision(place, self._chance)
        facts = self._facts(place, minutes)
        answers = self._answers(place, minutes)
        known = answers.keys() | facts.keys()
        minute = self._chance.randrange(40, 59)
        return CheckIn(
            week=week,
            finished=datetime.combine(
                week.monday + timedelta(days=4), time(16, minute), tzinfo=LONDON
            ),
            answers=answers,
            facts=facts,
            note=NOTES.get(place, ""),
            asked=tuple(part.id for part in self._parts if not known.isdisjoint(part.questions)),
            instruments=dict(sorted({self._versions[question] for question in known})),
        )

    def _facts(self, place: int, minutes: int) -> dict[str, float]:
        facts = {ids.SUPERVISION: float(minutes)}
        for name, (curve, spread, step) in FIGURES.items():
            value = level(curve, place) + spread * self._noise(place)
            facts[name] = max(0.0, round(value / step) * step)
        if self._whole and minutes and place % _FOUR_WEEKS == 0:
            facts |= {ids.GROUP_MINUTES: minutes / 2, ids.GROUP_SIZE: 4.0}
        return {name: value for name, value in facts.items() if name in self._versions}

    def _answers(self, place: int, minutes: int) -> dict[str, int]:
        is_long = place - self._last_long >= _FOUR_WEEKS
        names = [*_WEEKLY, *self._of_scale(ids.BURNOUT), *self._of_scale(ids.GAD7)]
        if is_long:
            self._last_long = place
            names += [name for scale in _EVERY_FOUR for name in self._of_scale(scale)]
            names += self._items if self._whole else ()
        answers = {
            name: self._answer(self._items[name], place)
            for name in dict.fromkeys(names)
            if name in self._items
        }
        if ids.ENOUGH in self._items:
            bad = 0.8 - 0.6 * minutes / 60 + _CHANCE * self._noise(place)
            answers[ids.ENOUGH] = _nearest(self._items[ids.ENOUGH], 1 - bad)
        short = self._of_scale(ids.GAD2)
        if not is_long and sum(answers[name] for name in short) < _GAD2_LINE:
            for name in set(self._of_scale(ids.GAD7)) - set(short):
                del answers[name]
        return answers

    def _answer(self, item: Item, place: int) -> int:
        """An answer close to how hard things were, from easy to hard the way the item asks it."""
        homes = (*SHAPES, *self._scales) if self._whole else SHAPES
        home = next((name for name in homes if item.id in self._of_scale(name)), item.id)
        at_rest, slope = SHAPES.get(home, OTHER_SHAPE)
        bad = at_rest + slope * level(STRAIN, place) + _CHANCE * self._noise(place)
        if home == item.id:
            return _nearest(item, bad if item.worse is Worse.UP else 1 - bad)
        scale = self._scales[home]
        if len(scale.items) > 1:
            bad += LEANINGS[scale.items.index(item.id) % len(LEANINGS)]
        up_is_bad = (scale.worse is Worse.UP) != item.reverse
        return _nearest(item, bad if up_is_bad else 1 - bad)

    def _of_scale(self, name: str) -> tuple[str, ...]:
        return self._scales[name].items if name in self._scales else ()

    def _noise(self, place: int) -> float:
        value = self._chance.gauss(0, 1)
        return 0.0 if place >= STILL_FROM else value


def _nearest(item: Item, share: float) -> int:
    """The choice nearest to a share (0 to 1) of the item's range."""
    target = item.low + (item.high - item.low) * share
    return min((choice.value for choice in item.choices), key=lambda value: abs(value - target))

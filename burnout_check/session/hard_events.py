"""The hard events of a session: told at any time, counted in their week, looked in on later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.support.hard_event import LookIn, Told, look_in_on
from burnout_check.domain.week import Week
from burnout_check.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Happened:
    """A hard event of this week; ``in_check_in`` where the saved check-in holds it."""

    event: str
    in_check_in: bool


class HardEvents:
    """Tells hard events of this week and takes them back; asks one question a week later.

    Args:
        vault: where they are kept.
        history: everything saved, with what was told.
        speak_again: has the rules about hard events speak, though they were put aside: what
            happened now is not what did.
        today: the day it is in London.
        changed: told after each change, so that what was read is read anew.
    """

    def __init__(
        self,
        vault: Vault,
        *,
        history: Callable[[], History],
        speak_again: Callable[[], None],
        today: Callable[[], date],
        changed: Callable[[], None],
    ) -> None:
        self._vault = vault
        self._history = history
        self._speak_again = speak_again
        self._today = today
        self._changed = changed

    @property
    def _week(self) -> Week:
        return Week.of(self._today())

    def this_week(self) -> tuple[Happened, ...]:
        """The hard events of this week so far."""
        history = self._history()
        saved = history.get(self._week)
        ticked = () if saved is None else saved.hard_events
        return tuple(Happened(each, each in ticked) for each in history.hard_events(self._week))

    def tell(self, event: str) -> None:
        """Note at once that something hard happened this week; its draft is ticked too."""
        draft = self._vault.drafts.get(self._week)
        if draft is not None:
            ticked = dict.fromkeys((*draft.hard_events, event))
            draft = draft.with_events(tuple(ticked))
        self._speak_again()  # first: a failure after the event is kept would be told as its loss
        self._vault.hard_events.add(Told(self._week, event, self._today()), draft=draft)
        self._changed()

    def take_back(self, event: str) -> None:
        """Take back what was told this week; a saved check-in is not touched."""
        draft = self._vault.drafts.get(self._week)
        if draft is not None:
            draft = draft.with_events(tuple(each for each in draft.hard_events if each != event))
        self._vault.hard_events.remove(self._week, event, draft=draft)
        self._changed()

    def ticked_in(self, draft: Draft) -> Draft:
        """A draft that begins, with what was told of its week ticked."""
        told = self._history().hard_events(draft.week)
        return draft.with_events(tuple(dict.fromkeys((*draft.hard_events, *told))))

    def to_look_in_on(self) -> Week | None:
        """The week to ask about now, None if there is nothing to ask."""
        by_week = self._history().events_by_week
        events = {week: found for week, found in by_week.items() if found}
        return look_in_on(events, self._vault.hard_events.answers(), self._week)

    def answer(self, week: Week, answer: LookIn) -> None:
        """Keep the answer about the events of a week; it is not asked again."""
        self._vault.hard_events.answer(week, answer, day=self._today())

    def take_back_answer(self, week: Week) -> None:
        """Ask again about the events of a week."""
        self._vault.hard_events.take_back_answer(week)

"""The hard events of a session: told at any time, counted in their week, looked in on later."""

from __future__ import annotations

from dataclasses import dataclass

from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.support.hard_event import LookIn, Told, look_in_on
from burnout_check.domain.week import Week
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger
from burnout_check.session.snoozed_prompts import SnoozedPrompts


@dataclass(frozen=True, slots=True)
class Happened:
    """A hard event of this week; ``in_check_in`` where the saved check-in holds it."""

    event: str
    in_check_in: bool


class HardEvents:
    """Tells hard events of this week and takes them back; asks one question a week later.

    Args:
        ledger: of the session.
        snoozed_prompts: those about hard events speak again, though they were put aside: what
            happened now is not what did.
    """

    def __init__(self, ledger: Ledger, snoozed_prompts: SnoozedPrompts) -> None:
        self._ledger = ledger
        self._snoozed_prompts = snoozed_prompts

    def this_week(self) -> tuple[Happened, ...]:
        """The hard events of this week so far."""
        history = self._ledger.history
        saved = history.get(self._ledger.week)
        ticked = () if saved is None else saved.hard_events
        return tuple(
            Happened(each, each in ticked) for each in history.hard_events(self._ledger.week)
        )

    def tell(self, event: str) -> None:
        """Note at once that something hard happened this week; its draft is ticked too."""
        draft = self._ledger.vault.drafts.get(self._ledger.week)
        if draft is not None:
            ticked = dict.fromkeys((*draft.hard_events, event))
            draft = draft.with_events(tuple(ticked))
        # First: a failure after the event is kept would be told as its loss.
        self._snoozed_prompts.unsnooze_hard_events()
        self._ledger.vault.hard_events.add(
            Told(self._ledger.week, event, self._ledger.today), draft=draft
        )
        self._ledger.changed(Changed.HARD_EVENTS | Changed.DRAFTS)

    def take_back(self, event: str) -> None:
        """Take back what was told this week; a saved check-in is not touched."""
        draft = self._ledger.vault.drafts.get(self._ledger.week)
        if draft is not None:
            draft = draft.with_events(tuple(each for each in draft.hard_events if each != event))
        self._ledger.vault.hard_events.remove(self._ledger.week, event, draft=draft)
        self._ledger.changed(Changed.HARD_EVENTS | Changed.DRAFTS)

    def ticked_in(self, draft: Draft) -> Draft:
        """A draft that begins, with what was told of its week ticked."""
        told = self._ledger.history.hard_events(draft.week)
        return draft.with_events(tuple(dict.fromkeys((*draft.hard_events, *told))))

    def to_look_in_on(self) -> Week | None:
        """The week to ask about now, None if there is nothing to ask."""
        by_week = self._ledger.history.events_by_week
        events = {week: found for week, found in by_week.items() if found}
        return look_in_on(events, self._ledger.vault.hard_events.answers(), self._ledger.week)

    def answer(self, week: Week, answer: LookIn) -> None:
        """Keep the answer about the events of a week; it is not asked again."""
        self._ledger.vault.hard_events.answer(week, answer, day=self._ledger.today)
        self._ledger.changed(Changed.HARD_EVENTS)

    def take_back_answer(self, week: Week) -> None:
        """Ask again about the events of a week."""
        self._ledger.vault.hard_events.take_back_answer(week)
        self._ledger.changed(Changed.HARD_EVENTS)

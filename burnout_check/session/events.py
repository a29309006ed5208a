"""The events of a session: what the person put on the time line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.week import plain_date
from burnout_check.errors import BadInput
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger

LONGEST = 120
"""How many letters an event's own words may have."""

YEARS_BACK, YEARS_ON = 60, 2


class Events:
    """Adds, updates and removes events."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> tuple[Event, ...]:
        """Every event, oldest first."""
        return self._ledger.vault.events.all()

    def add(self, event: Event) -> Event:
        """Save a new event, and return it with its number.

        Raises:
            BadInput: if "something else" has no words, the words are too long, or the day is
                further away than a working life.
        """
        added = self._ledger.vault.events.add(self._checked(event))
        self._ledger.changed(Changed.EVENTS)
        return added

    def update(self, event: Event) -> None:
        """Save an event with another day, kind or words.

        Raises:
            BadInput: as for ``add``; or it is no longer there.
        """
        try:
            self._ledger.vault.events.update(self._checked(event))
        except KeyError as error:
            raise BadInput("That event is no longer there. Add it again.") from error
        self._ledger.changed(Changed.EVENTS)

    def remove(self, event: Event) -> None:
        """Delete an event; ``add`` puts it back."""
        self._ledger.vault.events.remove(event.id)
        self._ledger.changed(Changed.EVENTS)

    def _checked(self, event: Event) -> Event:
        words = " ".join(event.words.split())
        if event.kind is EventKind.OTHER and not words:
            raise BadInput("Say in a few words what happened.", field="words")
        if len(words) > LONGEST:
            raise BadInput(f"Use {LONGEST} letters or fewer.", field="words")
        first, last = _years(self._ledger.today, -YEARS_BACK), _years(self._ledger.today, YEARS_ON)
        if not first <= event.day <= last:
            span = f"{plain_date(first, year=True)} and {plain_date(last, year=True)}"
            raise BadInput(f"Choose a day between {span}.", field="day")
        return replace(event, words=words)


def _years(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)

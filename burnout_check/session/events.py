"""The time line of a session: the events the person put on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.insights.comparison import Comparison
from burnout_check.domain.insights.patterns import Patterns
from burnout_check.domain.reading import Reading
from burnout_check.domain.week import plain_date
from burnout_check.errors import BadInput
from burnout_check.store.vault import Vault

LONGEST = 120
"""How many letters an event's own words may have."""

YEARS_BACK, YEARS_ON = 60, 2


class Timeline:
    """Adds, changes and removes events, and compares the weeks around one.

    ``reading`` gives what the history says; ``today`` says what day it is in London.
    """

    def __init__(
        self, vault: Vault, *, reading: Callable[[], Reading], today: Callable[[], date]
    ) -> None:
        self._vault = vault
        self._reading = reading
        self._today = today

    def events(self) -> tuple[Event, ...]:
        """Every event, oldest first."""
        return self._vault.events.all()

    def add(self, event: Event) -> Event:
        """Save a new event, and return it with its number.

        Raises:
            BadInput: if "something else" has no words, the words are too long, or the day is
                further away than a working life.
        """
        return self._vault.events.add(self._checked(event))

    def change(self, event: Event) -> None:
        """Save an event with another day, kind or words.

        Raises:
            BadInput: as for ``add``; or it is no longer there.
        """
        try:
            self._vault.events.replace(self._checked(event))
        except KeyError as error:
            raise BadInput("That event is no longer there. Add it again.") from error

    def remove(self, event: Event) -> None:
        """Delete an event; ``add`` puts it back."""
        self._vault.events.remove(event.id)

    def compare(self, event: Event, measures: Iterable[str]) -> tuple[Comparison, ...]:
        """Each of the measures, by id, in the eight weeks before an event and from its week on."""
        return self._reading().compare(event, measures)

    def patterns(self) -> Patterns:
        """What goes together in the same week; nothing where there is nothing to say."""
        return self._reading().patterns

    def _checked(self, event: Event) -> Event:
        words = " ".join(event.words.split())
        if event.kind is EventKind.OTHER and not words:
            raise BadInput("Say in a few words what happened.", field="words")
        if len(words) > LONGEST:
            raise BadInput(f"Use {LONGEST} letters or fewer.", field="words")
        first, last = _years(self._today(), -YEARS_BACK), _years(self._today(), YEARS_ON)
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

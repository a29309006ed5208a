"""The help there is for this person, with what they wrote down about help near them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.support.hard_event import HardEvent
from burnout_check.domain.support.local_help import LocalEntry
from burnout_check.domain.support.option import (
    AT_ONCE,
    Circumstances,
    Family,
    Option,
    Tier,
    ranked,
)
from burnout_check.domain.support.options_for_person import options_for
from burnout_check.errors import BadInput
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger


class Support:
    """Local entries, and the options as they hold for the person."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def put_entry(self, entry: LocalEntry) -> LocalEntry:
        """Save a local entry: a new one if its id is 0, else in place of the one with its id.

        Raises:
            BadInput: if it has no name.
        """
        entry = entry.trimmed()
        if not entry.name:
            raise BadInput("Type a name, so that you know later whose it is.", field="name")
        table = self._ledger.vault.local_entries
        if entry.id:
            table.restore(entry)
        else:
            entry = table.add(entry)
        self._ledger.changed(Changed.LOCAL_HELP)
        return entry

    def remove_entry(self, entry: LocalEntry) -> None:
        """Delete a local entry."""
        self._ledger.vault.local_entries.remove(entry.id)
        self._ledger.changed(Changed.LOCAL_HELP)

    def options(self) -> tuple[Option, ...]:
        """Every option as it holds for this person, the nearest help first.

        Local ones are filled from the person's own entries, or else from the service's; ``origin``
        says whose they are.
        """
        settings = self._ledger.settings
        who = Circumstances(
            nation=settings.text("nation"),
            role=settings.text("role"),
            union=settings.text("union"),
        )
        content, now = self._ledger.content, self._ledger.now
        own, service = self._ledger.local_entries, content.site.local
        found = options_for(who, content.options, own=own, service=service)
        return tuple(option.at(now) for option in found)

    def suggested(self, prompts: Iterable[Prompt], *, more: bool = False) -> tuple[Option, ...]:
        """Options for these prompts, worst first: at most three, or all that fit with ``more``.

        The first is for the person, the second changes the work; with ``more`` the same three
        come first.
        """
        found = tuple(prompts)
        fitting = self._ranked(
            [prompt.family for prompt in found],
            found[0].leads if found else (),
            found[0].events if found else (),
        )
        return fitting if more else fitting[:AT_ONCE]

    def after(self, events: Sequence[HardEvent]) -> tuple[Option, ...]:
        """Every option after these kinds of hard event, in the order to turn to them.

        With none, those that help after any of them.
        """
        unknown = (self._ledger.content.questionnaire.hard_events[-1],)
        return self._ranked([Family.HARD_EVENT], (), events or unknown)

    def _ranked(
        self, families: Iterable[Family], leads: Container[Tier], events: Sequence[HardEvent]
    ) -> tuple[Option, ...]:
        is_manager = self._ledger.settings.flag("supervisor_is_manager")
        return ranked(
            families, self.options(), leads, events=events, supervisor_is_manager=is_manager
        )

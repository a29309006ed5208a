"""The help there is for this person, with what they wrote down about help near them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from burnout_check.domain.content import Content
from burnout_check.domain.rules.rule import Prompt
from burnout_check.domain.settings.setting import Settings
from burnout_check.domain.support.local_help import LocalEntry
from burnout_check.domain.support.option import AT_ONCE, Circumstances, Option, ranked
from burnout_check.domain.support.options_for_person import options_for
from burnout_check.errors import BadInput
from burnout_check.store.vault import Vault


class Help:
    """Local entries, and the options as they hold for the person.

    Args:
        vault: where the person's own entries are kept.
        content: the options that ship, and what the service says.
        settings: gives the settings as they are now.
    """

    def __init__(self, vault: Vault, content: Content, *, settings: Callable[[], Settings]) -> None:
        self._vault = vault
        self._content = content
        self._settings = settings
        self._known: tuple[LocalEntry, ...] | None = None

    def entries(self) -> tuple[LocalEntry, ...]:
        """The person's own local entries, in the order they were added; read once."""
        if self._known is None:
            self._known = self._vault.local_entries.all()
        return self._known

    def keep(self, entry: LocalEntry) -> LocalEntry:
        """Save a local entry: a new one if its id is 0, else in place of the one with its id.

        Raises:
            BadInput: if it has no name.
        """
        entry = entry.trimmed()
        if not entry.name:
            raise BadInput("Type a name, so that you know later whose it is.", field="name")
        self._known = None
        return self._vault.local_entries.keep(entry)

    def remove(self, entry: LocalEntry) -> None:
        """Delete a local entry."""
        self._known = None
        self._vault.local_entries.remove(entry.id)

    def forget(self) -> None:
        """Read the entries again the next time."""
        self._known = None

    def options(self) -> tuple[Option, ...]:
        """Every option as it holds for this person, the nearest help first.

        Local ones are filled from the person's own entries, or else from the service's; ``origin``
        says whose they are.
        """
        settings = self._settings()
        who = Circumstances(
            nation=settings.text("nation"),
            role=settings.text("role"),
            union=settings.text("union"),
        )
        own, service = self.entries(), self._content.site.local
        return options_for(who, self._content.options, own=own, service=service)

    def suggested(self, prompts: Iterable[Prompt], *, more: bool = False) -> tuple[Option, ...]:
        """Options for these prompts, worst first: at most three, or all that fit with ``more``.

        The first is for the person, the second changes the work; with ``more`` the same three
        come first.
        """
        found = tuple(prompts)
        fitting = ranked(
            (prompt.family for prompt in found),
            self.options(),
            found[0].rule.leads if found else (),
        )
        return fitting if more else fitting[:AT_ONCE]

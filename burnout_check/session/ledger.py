"""What every part of a session works with: vault, content, clock, and what was read from them.

What was read is kept until something it follows from changes. A write goes to ``vault`` and is
told with ``changed``; that is what keeps the two in step, and what tells the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Generic, TypeVar

from burnout_check.domain.content import Content
from burnout_check.domain.measures.measure import Measure, measures
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.reading import Reading
from burnout_check.domain.rules import evaluate
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.rules.thresholds import own_rules, threshold_settings
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.settings.setting import Settings, Value
from burnout_check.domain.settings.setting_declarations import setting_declarations
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.local_help import LocalEntry
from burnout_check.domain.week import LONDON, Week
from burnout_check.errors import BadInput
from burnout_check.session.changed import EVERYTHING, HISTORY, READING, Changed
from burnout_check.store.clock import Clock
from burnout_check.store.vault import Vault

_T = TypeVar("_T")


class _Cached(Generic[_T]):
    """Something read once, until one of the things it follows from changes."""

    def __init__(self, read: Callable[[], _T], follows: Changed) -> None:
        self._read = read
        self._follows = follows
        self._value: _T | None = None

    def get(self) -> _T:
        if self._value is None:
            self._value = self._read()
        return self._value

    def put(self, value: _T) -> None:
        self._value = value

    def invalidate(self, what: Changed) -> None:
        if what & self._follows:
            self._value = None


class Ledger:
    """One open vault with the content and the clock.

    Args:
        vault: open; for the modules of this package and nobody else.
        content: what is asked, judged by and offered.
        clock: says what time it is; may be set to another at any time.
    """

    def __init__(self, vault: Vault, content: Content, *, clock: Clock) -> None:
        self.vault = vault
        self.content = content
        self.clock = clock
        self._listeners: list[Callable[[Changed], None]] = []
        self.measures: Mapping[str, Measure] = {
            each.id: each for each in measures(content.instruments)
        }
        declared = content.site.over(setting_declarations(content.questionnaire))
        self._declared = declared + threshold_settings(content.rules, self.measures)
        self._history = _Cached(self._read_history, HISTORY)
        self._sessions = _Cached(vault.supervision.all, Changed.SESSIONS)
        self._snoozed = _Cached(vault.snoozed.all, Changed.SNOOZED)
        self._local_entries = _Cached(vault.local_entries.all, Changed.LOCAL_HELP)
        self._settings = _Cached(self._read_settings, Changed.SETTINGS)
        self._rules = _Cached(self._read_rules, Changed.SETTINGS)
        self._reading = _Cached(self._read, READING)
        self._stored = (self._history, self._sessions, self._snoozed, self._local_entries)
        self._derived = (self._rules, self._reading)
        self._settings.get()  # a vault that cannot be read is refused at once

    @property
    def today(self) -> date:
        """The day it is in London."""
        return self.now.astimezone(LONDON).date()

    @property
    def now(self) -> datetime:
        """The moment it is, with its time zone."""
        return self.clock()

    @property
    def week(self) -> Week:
        """The week it is in London."""
        return Week.of(self.today)

    @property
    def history(self) -> History:
        """Every check-in, week away and hard event told, oldest first."""
        return self._history.get()

    @property
    def sessions(self) -> tuple[SupervisionSession, ...]:
        """Every supervision session kept, oldest first."""
        return self._sessions.get()

    @property
    def snoozed(self) -> Mapping[str, tuple[date, str]]:
        """By rule: the day its prompt may come back, and how severe it was when put aside."""
        return self._snoozed.get()

    @property
    def local_entries(self) -> tuple[LocalEntry, ...]:
        """The person's own entries for help near them, in the order they were added."""
        return self._local_entries.get()

    @property
    def settings(self) -> Settings:
        """The person's choices that live in the vault."""
        return self._settings.get()

    @property
    def plan(self) -> Plan:
        """The figures of the person's work that rules compare with."""
        return Plan.of(self.settings)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules the app judges by: those that are on, with the person's numbers."""
        return self._rules.get()

    @property
    def reading(self) -> Reading:
        """What everything saved says: series, prompts, tiles and sentences."""
        return self._reading.get()

    def prompts(self, week: Week | None = None) -> tuple[Prompt, ...]:
        """What stands out at the end of ``week`` (this one by default), worst first.

        What was put aside is not among it.
        """
        found = self.reading.prompts(week or self.week)
        return evaluate.quiet(found, self.snoozed, self.today)

    def update_settings(self, values: Mapping[str, Value], what: Changed) -> None:
        """Save settings, and tell of ``what`` beside them.

        Raises:
            BadInput: naming the first setting whose value cannot be used; then none is saved.
        """
        for key, value in values.items():
            problem = self.settings.setting(key).problem(value)
            if problem is not None:
                raise BadInput(problem, field=key)
        after = self.settings.including(values)
        self.vault.settings.update(values)
        self.changed(Changed.SETTINGS | what, settings=after)

    def load(self) -> None:
        """Read everything that a saved check-in is judged with.

        Done before a save, so that no failing disk after it can make a kept check-in look lost.
        """
        for each in (*self._stored, self._settings):
            each.get()

    def changed(
        self,
        what: Changed,
        *,
        history: History | None = None,
        settings: Settings | None = None,
    ) -> None:
        """Tell that something was written: what was read of it is read anew, and all hear of it.

        Args:
            what: was written.
            history: as it is now, where that is known without reading it.
            settings: the same.
        """
        self._invalidate(what)
        if history is not None:
            self._history.put(history)
        if settings is not None:
            self._settings.put(settings)
        for listener in tuple(self._listeners):
            listener(what)

    def listen(self, listener: Callable[[Changed], None]) -> None:
        """Have ``listener`` called after each write, on the thread that wrote."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Close the vault, overwrite its key, and drop everything read from it."""
        self._listeners.clear()
        try:
            self.vault.close()
        finally:
            self._invalidate(EVERYTHING & ~Changed.SETTINGS)

    def begin_lock(self) -> None:
        """Overwrite the key; where the drive does not answer, nothing is read or written after."""
        self.vault.begin_lock()

    def lock(self, ended: Callable[[Exception | None], None]) -> None:
        """Drop everything read, and have the vault closed on another thread, which tells of it."""
        self._listeners.clear()
        self._invalidate(EVERYTHING & ~Changed.SETTINGS)
        self.vault.lock(ended)

    def _invalidate(self, what: Changed) -> None:
        for each in (*self._stored, self._settings, *self._derived):
            each.invalidate(what)

    def _read_history(self) -> History:
        vault = self.vault
        told = vault.hard_events.all()
        return History(vault.check_ins.all(), vault.away.all(), told)

    def _read_settings(self) -> Settings:
        return Settings(self._declared, self.vault.settings.all())

    def _read_rules(self) -> tuple[Rule, ...]:
        return own_rules(self.content.rules, self.measures, self.settings)

    def _read(self) -> Reading:
        return Reading(self.history, self.content, self.plan, self.rules, self.sessions)

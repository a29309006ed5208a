"""An unlocked vault and the content: every question or command the window may put."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from burnout_check.domain.content import Content
from burnout_check.domain.insights.outcome import Outcome
from burnout_check.domain.insights.tiles import Tile
from burnout_check.domain.measures.measure import Series
from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.draft import Draft, Incomplete
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.questionnaire.schedule import Cadence, Part
from burnout_check.domain.reading import Reading
from burnout_check.domain.rules import evaluate
from burnout_check.domain.rules.rule import Prompt
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.settings.setting import Settings, Value
from burnout_check.domain.settings.setting_declarations import cadence_key, setting_declarations
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.option import Option
from burnout_check.domain.week import LONDON, Week
from burnout_check.errors import BadInput
from burnout_check.session.actions import Actions
from burnout_check.session.events import Timeline
from burnout_check.session.hard_events import HardEvents
from burnout_check.session.snoozed_prompts import SnoozedPrompts
from burnout_check.session.supervision import Asked, Supervision
from burnout_check.session.support import Help
from burnout_check.session.thresholds import Thresholds
from burnout_check.session.vault_care import Safekeeping
from burnout_check.store.clock import Clock
from burnout_check.store.vault import Vault

__all__ = ["Clock", "Outcome", "Session"]

QUIET_WEEKS = evaluate.QUIET_WEEKS


class Session(Safekeeping):
    """One person's unlocked vault together with the content, until it is locked.

    The clock is an argument, so that a test or the demo can say what day it is. What is not about
    check-ins has a room of its own: ``actions``, ``aside``, ``hard_events``, ``help``,
    ``supervision``, ``thresholds``, ``timeline``.
    """

    def __init__(
        self, vault: Vault, content: Content, *, clock: Clock, is_demo: bool = False
    ) -> None:
        super().__init__(vault, clock=clock)
        self.content = content
        self.is_demo = is_demo
        self.actions = Actions(vault, today=lambda: self.today)
        self.aside = SnoozedPrompts(vault, content.rules, today=lambda: self.today)
        self.timeline = Timeline(vault, reading=self._read, today=lambda: self.today)
        self.supervision = Supervision(vault, self._asked())
        self.hard_events = HardEvents(
            vault,
            history=lambda: self.history,
            speak_again=self.aside.unsnooze_hard_events,
            today=lambda: self.today,
            changed=self._forget,
        )
        self._removed: dict[Week, CheckIn] = {}
        self._reading: Reading | None = None
        self.help = Help(vault, content, settings=lambda: self._settings)
        self.thresholds = Thresholds(
            content,
            settings=lambda: self._settings,
            change=self.change,
            reading=self._read,
            week=lambda: self.week,
        )
        self._declared = content.site.over(setting_declarations(content.questionnaire))
        self._declared += self.thresholds.declared
        self._settings = Settings(self._declared, vault.settings.all())

    @property
    def today(self) -> date:
        """The day it is in London."""
        return self._clock().astimezone(LONDON).date()

    @property
    def week(self) -> Week:
        """The week it is in London."""
        return Week.of(self.today)

    @property
    def history(self) -> History:
        """Everything saved so far, oldest first."""
        return self._read().history

    @property
    def series(self) -> Mapping[str, Series]:
        """The values of every measure over time, by measure id, oldest first."""
        return self._read().series

    @property
    def settings(self) -> Settings:
        """The person's choices that live in the vault."""
        return self._settings

    @property
    def plan(self) -> Plan:
        """The figures of the person's work that rules compare with."""
        return Plan.of(self._settings)

    def trend_sentence(self, measure: str, until: Week | None = None) -> str:
        """The sentence under a chart's title: last value (up to a week), change, its worth."""
        return self._read().trend(measure, self.week, until)

    def tiles(self) -> tuple[Tile, ...]:
        """Burnout, anxiety, caseload and supervision as last known."""
        return self._read().tiles(self.week)

    def result_tiles(self, week: Week) -> tuple[Tile, ...]:
        """Burnout, anxiety, workload and supervision in the check-in of one week."""
        return self._read().result_tiles(week)

    def parts(self, draft: Draft) -> tuple[Part, ...]:
        """The parts the draft asks now, with those that its answers open."""
        questionnaire = self.content.questionnaire
        opened = questionnaire.opened(draft.asked, draft.answers, self._cadences())
        return tuple(questionnaire.part(part_id) for part_id in opened)

    def questions(self, draft: Draft) -> tuple[str, ...]:
        """Ids of every item and fact the draft asks now, in order."""
        return self.content.questionnaire.questions(part.id for part in self.parts(draft))

    def drafts(self) -> tuple[Draft, ...]:
        """Half-filled check-ins, newest first."""
        return self._vault.drafts.all()

    def draft_for(self, week: Week) -> Draft:
        """The draft of a week: the one kept, the saved check-in to correct, or a new one.

        A new one starts with the numbers of the check-in before, marked as carried over; where
        supervision was kept that week, with its minutes.

        Raises:
            BadInput: if the week has not begun.
        """
        if week > self.week:
            raise BadInput("That week has not begun. Choose this week or an earlier one.")
        kept = self._vault.drafts.get(week)
        if kept is not None:
            return self.supervision.refilled(kept)
        saved = self.history.get(week)
        if saved is not None:
            return self.hard_events.ticked_in(Draft.reopened(saved, self._clock()))
        asked = self.content.questionnaire.due(week, self.history.check_ins, self._cadences())
        before = self.history.before(week)
        questions = self.content.questionnaire.questions(asked)
        known = {} if before is None else before.facts
        known = self.supervision.prefilled(week, known)
        carried = {fact: value for fact, value in known.items() if fact in questions}
        return self.hard_events.ticked_in(Draft.begun(week, self._clock(), asked, carried=carried))

    def keep(self, draft: Draft) -> None:
        """Save the draft, encrypted, as it is now."""
        self._vault.drafts.keep(draft)

    def submit(self, draft: Draft, *, leave_blank: bool = False) -> Outcome | Incomplete:
        """Save the draft as the check-in of its week, in one step, and say what it means.

        Returns:
            What the week says, or which questions are still open; then nothing was saved.
        """
        parts = self.parts(draft)
        finished = draft.with_parts(tuple(part.id for part in parts)).finish(
            self._clock(),
            self.questions(draft),
            instruments={
                part.instrument: self.content.instruments[part.instrument].version for part in parts
            },
            leave_blank=leave_blank,
        )
        if isinstance(finished, Incomplete):
            return finished
        known = self._read()  # first, so that a saved check-in needs no more reading
        self.aside.all()
        self.help.entries()
        if not set(finished.hard_events) <= set(known.history.hard_events(finished.week)):
            self.aside.unsnooze_hard_events()
            self.aside.all()
        saved = self._vault.check_ins.add(finished)
        self._reading = self._read_anew(known.history.including(saved), known.sessions)
        return self.outcome(saved)

    def outcome(self, check_in: CheckIn) -> Outcome:
        """What a saved check-in says, with what was known at the end of its week."""
        prompts = self.prompts(check_in.week)
        sentence = self._read().sentence(check_in)
        return Outcome(check_in, sentence, prompts, self.suggested(prompts))

    def discard(self, week: Week) -> None:
        """Throw the draft of a week away; a saved check-in stays."""
        self._vault.drafts.drop(week)

    def not_this_week(self, week: Week, reason: Reason) -> None:
        """Note that there is no check-in for a week, and why."""
        self._vault.away.add(Away(week, reason))
        self._forget()

    def this_week_after_all(self, week: Week) -> None:
        """Take "not this week" back."""
        self._vault.away.remove(week)
        self._forget()

    def remove(self, week: Week) -> None:
        """Delete the check-in of a week; until the vault is locked it can be put back."""
        removed = self.history.get(week)
        if removed is None:
            raise BadInput("There is no check-in for that week.")
        self._vault.check_ins.remove(week)
        self._removed[week] = removed
        self._forget()

    @property
    def removed(self) -> frozenset[Week]:
        """The weeks whose check-in was deleted since unlocking; each can be put back."""
        return frozenset(self._removed) - {past.week for past in self.history.check_ins}

    def put_back(self, week: Week) -> None:
        """Save the deleted check-in of a week again; what was begun or told since then stays."""
        self._vault.check_ins.put_back([self._removed[week]])
        del self._removed[week]
        self._forget()

    def fill(self, history: History) -> None:
        """Save a whole history at once, as the demo does."""
        for away in history.away:
            self._vault.away.add(away)
        self._vault.check_ins.add_all(history.check_ins)
        self._forget()

    def prompts(self, week: Week | None = None) -> tuple[Prompt, ...]:
        """What stands out at the end of ``week`` (this one by default), worst first."""
        found = self._read().prompts(week or self.week)
        return evaluate.quiet(found, self.aside.all(), self.today)

    def suggested(self, prompts: Iterable[Prompt]) -> tuple[Option, ...]:
        """At most three options for these prompts, with one for the person and one for work."""
        return self.help.suggested(prompts)

    def change(self, values: Mapping[str, Value]) -> None:
        """Save settings.

        Raises:
            BadInput: naming the first setting whose value cannot be used; then none is saved.
        """
        for key, value in values.items():
            problem = self._settings.setting(key).problem(value)
            if problem is not None:
                raise BadInput(problem, field=key)
        self._vault.settings.put(values)
        self._settings = self._settings.including(values)
        self._forget()

    def close(self) -> None:
        """Lock: close the vault and forget its key and everything read from it."""
        super().close()
        self._removed.clear()
        self.thresholds.forget()
        self.help.forget()
        self._forget()

    def _cadences(self) -> dict[str, Cadence]:
        return {
            part.id: Cadence(int(self._settings.text(cadence_key(part.id))))
            for part in self.content.questionnaire.parts
            if part.only_after is None
        }

    def _read(self) -> Reading:
        if self._reading is None:
            vault = self._vault
            told = vault.hard_events.all()
            history = History(vault.check_ins.all(), vault.away.all(), told)
            self._reading = self._read_anew(history, self.supervision.sessions())
        return self._reading

    def _read_anew(self, history: History, sessions: tuple[SupervisionSession, ...]) -> Reading:
        return Reading(history, self.content, self.plan, self.thresholds.rules, sessions)

    def _asked(self) -> Asked:
        return Asked(
            reading=self._read,
            prompts=self.prompts,
            settings=lambda: self._settings,
            today=lambda: self.today,
            changed=self._forget,
            content=self.content,
        )

    def _forget(self) -> None:
        self._reading = None
        self.aside.forget()

"""The check-ins of a session: begun, filled in as a draft, saved, corrected, deleted, undone."""

from __future__ import annotations

from burnout_check.domain.insights.outcome import Outcome
from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.draft import Draft, Incomplete
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.questionnaire.schedule import Cadence, Part
from burnout_check.domain.settings.setting_declarations import cadence_key
from burnout_check.domain.week import Week
from burnout_check.errors import BadInput, ReplacedData
from burnout_check.session.changed import Changed
from burnout_check.session.hard_events import HardEvents
from burnout_check.session.ledger import Ledger
from burnout_check.session.snoozed_prompts import SnoozedPrompts
from burnout_check.session.supervision import Supervision
from burnout_check.session.support import Support


class CheckIns:
    """One check-in a week, from its first answer to what it says.

    Args:
        ledger: of the session.
        hard_events: what was told of a week is ticked in its draft.
        snoozed_prompts: speak again when something hard happened anew.
        supervision: its minutes stand in the draft of their week.
        support: suggests what may help with what a check-in says.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        hard_events: HardEvents,
        snoozed_prompts: SnoozedPrompts,
        supervision: Supervision,
        support: Support,
    ) -> None:
        self._ledger = ledger
        self._hard_events = hard_events
        self._snoozed_prompts = snoozed_prompts
        self._supervision = supervision
        self._support = support
        self._removed: dict[Week, CheckIn] = {}

    def parts(self, draft: Draft) -> tuple[Part, ...]:
        """The parts the draft asks now, with those that its answers open."""
        questionnaire = self._ledger.content.questionnaire
        opened = questionnaire.opened(draft.asked, draft.answers, self._cadences())
        return tuple(questionnaire.part(part_id) for part_id in opened)

    def questions(self, draft: Draft) -> tuple[str, ...]:
        """Ids of every item and fact the draft asks now, in order."""
        questionnaire = self._ledger.content.questionnaire
        return questionnaire.questions(part.id for part in self.parts(draft))

    def drafts(self) -> tuple[Draft, ...]:
        """Half-filled check-ins, newest first."""
        return self._ledger.vault.drafts.all()

    def draft_for(self, week: Week) -> Draft:
        """The draft of a week: the one kept, the saved check-in to correct, or a new one.

        A new one starts with the numbers of the check-in before, marked as carried over; where
        supervision was kept that week, with its minutes.

        Raises:
            BadInput: if the week has not begun.
        """
        ledger = self._ledger
        if week > ledger.week:
            raise BadInput("That week has not begun. Choose this week or an earlier one.")
        kept = ledger.vault.drafts.get(week)
        if kept is not None:
            return self._supervision.refilled(kept)
        history, questionnaire = ledger.history, ledger.content.questionnaire
        saved = history.get(week)
        if saved is not None:
            return self._hard_events.ticked_in(Draft.reopened(saved, ledger.now))
        asked = questionnaire.due(week, history.check_ins, self._cadences())
        before = history.before(week)
        questions = questionnaire.questions(asked)
        known = self._supervision.prefilled(week, {} if before is None else before.facts)
        carried = {fact: value for fact, value in known.items() if fact in questions}
        return self._hard_events.ticked_in(Draft.begun(week, ledger.now, asked, carried=carried))

    def update_draft(self, draft: Draft) -> None:
        """Save the draft, encrypted, as it is now.

        Raises:
            ReplacedData: another program has replaced the data file; the draft is kept beside it.
        """
        try:
            self._ledger.vault.drafts.update(draft)
        except ReplacedData:
            self._ledger.vault.keep_draft(draft)
            raise
        self._ledger.changed(Changed.DRAFTS)

    def remove_draft(self, week: Week) -> None:
        """Throw the draft of a week away; a saved check-in stays."""
        self._ledger.vault.drafts.remove(week)
        self._ledger.changed(Changed.DRAFTS)

    def submit(self, draft: Draft, *, leave_blank: bool = False) -> Outcome | Incomplete:
        """Save the draft as the check-in of its week, in one step, and say what it means.

        Returns:
            What the week says, or which questions are still open; then nothing was saved.
        """
        ledger, parts = self._ledger, self.parts(draft)
        instruments = ledger.content.instruments
        finished = draft.with_parts(tuple(part.id for part in parts)).finish(
            ledger.now,
            self.questions(draft),
            instruments={part.instrument: instruments[part.instrument].version for part in parts},
            leave_blank=leave_blank,
        )
        if isinstance(finished, Incomplete):
            return finished
        before = ledger.history
        if not set(finished.hard_events) <= set(before.hard_events(finished.week)):
            self._snoozed_prompts.unsnooze_hard_events()
        ledger.load()
        saved = ledger.vault.check_ins.add(finished)
        what = Changed.CHECK_INS | Changed.FINISHED | Changed.DRAFTS
        ledger.changed(what, history=before.including(saved))
        return self.outcome(saved)

    def outcome(self, check_in: CheckIn) -> Outcome:
        """What a saved check-in says, with what was known at the end of its week."""
        prompts = self._ledger.prompts(check_in.week)
        sentence = self._ledger.reading.sentence(check_in)
        return Outcome(check_in, sentence, prompts, self._support.suggested(prompts))

    def not_this_week(self, week: Week, reason: Reason) -> None:
        """Note that there is no check-in for a week, and why."""
        self._ledger.vault.away.add(Away(week, reason))
        self._ledger.changed(Changed.CHECK_INS | Changed.DRAFTS)

    def this_week_after_all(self, week: Week) -> None:
        """Take "not this week" back."""
        self._ledger.vault.away.remove(week)
        self._ledger.changed(Changed.CHECK_INS)

    def remove(self, week: Week) -> None:
        """Delete the check-in of a week; until the vault is locked it can be restored."""
        removed = self._ledger.history.get(week)
        if removed is None:
            raise BadInput("There is no check-in for that week.")
        self._ledger.vault.check_ins.remove(week)
        self._removed[week] = removed
        self._ledger.changed(Changed.CHECK_INS)

    @property
    def removed(self) -> frozenset[Week]:
        """The weeks whose check-in was deleted since unlocking; each can be restored."""
        return frozenset(self._removed) - {past.week for past in self._ledger.history.check_ins}

    def restore(self, week: Week) -> None:
        """Save the deleted check-in of a week again; what was begun or told since then stays."""
        self._ledger.vault.check_ins.restore([self._removed[week]])
        del self._removed[week]
        self._ledger.changed(Changed.CHECK_INS)

    def add_all(self, history: History) -> None:
        """Save a whole history at once, as the demo does."""
        for away in history.away:
            self._ledger.vault.away.add(away)
        self._ledger.vault.check_ins.add_all(history.check_ins)
        self._ledger.changed(Changed.CHECK_INS)

    def clear_removed(self) -> None:
        """Drop what was deleted for good: the vault is being locked."""
        self._removed.clear()

    def _cadences(self) -> dict[str, Cadence]:
        settings = self._ledger.settings
        return {
            part.id: Cadence(int(settings.text(cadence_key(part.id))))
            for part in self._ledger.content.questionnaire.parts
            if part.only_after is None
        }

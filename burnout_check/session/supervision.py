"""The supervision of a session: what was had, its minutes, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.measures.view import View
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.supervision import supervision_history
from burnout_check.domain.supervision.supervision_history import SupervisionHistory
from burnout_check.domain.supervision.supervision_session import SupervisionSession, minutes_by_week
from burnout_check.domain.support.action import Action
from burnout_check.domain.week import Week
from burnout_check.errors import BadInput
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger

_UNFINISHED = "supervision.unfinished"


class Supervision:
    """Adds, updates and removes supervision sessions, and looks back on them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, session: SupervisionSession) -> SupervisionSession:
        """Save a session that was had, with the agenda as it was, which is then empty.

        Its minutes count for its week at once; see ``in_check_in`` for when that week's check-in
        is done already.

        Raises:
            BadInput: naming the field that cannot be used; then nothing is saved.
        """
        self._check(session)
        lines = tuple(item.text for item in self._ledger.vault.agenda.all())
        tidy = replace(session, note=session.note.strip(), agenda=session.agenda or lines)
        kept = self._ledger.vault.supervision.add(tidy, instead_of=_UNFINISHED)
        self._ledger.changed(Changed.SESSIONS | Changed.AGENDA)
        return kept

    def update_unfinished(self, session: SupervisionSession | None) -> None:
        """Remember what was agreed so far, in case the session is cut short; None forgets it."""
        text = "" if session is None else session.to_text()
        self._ledger.vault.settings.update({_UNFINISHED: text})
        self._ledger.changed(Changed.SESSIONS)

    def unfinished(self) -> SupervisionSession | None:
        """A session that was begun and not kept, with what was agreed until then."""
        return SupervisionSession.from_text(
            str(self._ledger.vault.settings.all().get(_UNFINISHED, ""))
        )

    def update(self, session: SupervisionSession) -> None:
        """Save a session with something changed, such as the ratings after it.

        Raises:
            BadInput: naming the field that cannot be used, or it was deleted; then nothing is
                saved.
        """
        self._check(session)
        try:
            self._ledger.vault.supervision.update(session)
        except KeyError as error:
            raise BadInput("That session is no longer there. Add it again.") from error
        self._ledger.changed(Changed.SESSIONS)

    def remove(self, session: SupervisionSession) -> None:
        """Delete a session; its actions stay."""
        self._ledger.vault.supervision.remove(session.id)
        self._ledger.changed(Changed.SESSIONS)

    def restore(self, session: SupervisionSession) -> None:
        """Undo the deletion of a session; the agenda of the next one stays as it is."""
        self._ledger.vault.supervision.restore(session)
        self._ledger.changed(Changed.SESSIONS)

    def minutes(self) -> dict[Week, float]:
        """Minutes of the sessions kept, by week."""
        return minutes_by_week(self._ledger.sessions)

    def prefilled(self, week: Week, facts: Mapping[str, float]) -> dict[str, float]:
        """Facts for a new check-in to start with: supervision as that week's sessions have it."""
        kept = self.minutes().get(week)
        return dict(facts) if kept is None else {**facts, SUPERVISION: kept}

    def refilled(self, draft: Draft) -> Draft:
        """A draft with the minutes of its week's sessions, unless the person said their own.

        If they are gone since, it has those of the check-in before, as if there had been none.
        """
        if SUPERVISION not in draft.carried:
            return draft
        facts = {fact: value for fact, value in draft.facts.items() if fact != SUPERVISION}
        before = self._ledger.reading.history.before(draft.week)
        if before is not None and SUPERVISION in before.facts:
            facts[SUPERVISION] = before.facts[SUPERVISION]
        facts = self.prefilled(draft.week, facts)
        return replace(draft, facts=facts, carried=draft.carried & frozenset(facts))

    def in_check_in(self, session: SupervisionSession) -> tuple[float, float] | None:
        """The minutes its week's check-in has, and what they would be with the session added.

        None if that check-in is not done or has none: then the session counts by itself.
        """
        check_in = self._ledger.reading.history.get(session.week)
        noted = None if check_in is None else check_in.facts.get(SUPERVISION)
        return None if noted is None else (noted, noted + session.minutes)

    def add_to_check_in(self, session: SupervisionSession) -> None:
        """Add the session to the minutes its week's check-in has: it was not among them."""
        minutes = self.in_check_in(session)
        if minutes is not None:
            self._ledger.vault.check_ins.restate(session.week, SUPERVISION, minutes[1])
            self._ledger.changed(Changed.CHECK_INS | Changed.DRAFTS)

    def agree(self, action: Action) -> None:
        """Count an action, noted afterwards, among what the last session agreed."""
        last = max(self._ledger.sessions, key=lambda each: (each.held, each.id), default=None)
        if last is not None:
            self.update(replace(last, actions=(*last.actions, action.id)))

    def what_happened(self) -> tuple[Action, ...]:
        """The open actions of the last session, which the next one begins with."""
        return supervision_history.what_happened(
            self._ledger.sessions, self._ledger.vault.actions.all()
        )

    def history(self) -> SupervisionHistory:
        """The sessions, the gaps, the minutes by month, and what became of what was agreed."""
        reading, week = self._ledger.reading, Week.of(self._ledger.today)
        view = View.of(reading.history, reading.series, plan=reading.plan, week=week)
        return supervision_history.look_back(
            self._ledger.sessions,
            self._ledger.vault.actions.all(),
            view=view,
            rules=reading.rules,
        )

    def _check(self, session: SupervisionSession) -> None:
        problem = session.problem(self._ledger.today)
        if problem is not None:
            raise BadInput(problem[1], field=problem[0])

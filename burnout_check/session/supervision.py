"""The supervision of a session: what to talk about, what to show, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from burnout_check.charts.model.reference_lines import reference_lines
from burnout_check.domain.content import Content
from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.measures.view import View
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.reading import Reading
from burnout_check.domain.rules.rule import Prompt
from burnout_check.domain.settings.setting import Settings
from burnout_check.domain.supervision import agenda as agendas
from burnout_check.domain.supervision import sharing_choice, supervision_history
from burnout_check.domain.supervision.agenda import AgendaItem, Source
from burnout_check.domain.supervision.shareable_items import shareable_items
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.shared_view_builder import shared_view
from burnout_check.domain.supervision.sharing_choice import (
    ShareableItem,
    SharingChoice,
    SharingSource,
)
from burnout_check.domain.supervision.supervision_history import SupervisionHistory
from burnout_check.domain.supervision.supervision_session import SupervisionSession, minutes_by_week
from burnout_check.domain.support.action import Action
from burnout_check.domain.week import Week
from burnout_check.errors import BadInput
from burnout_check.store.vault import Vault

_CHOICE = "supervision.choice"
_UNFINISHED = "supervision.unfinished"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the room may ask of its session."""

    reading: Callable[[], Reading]
    prompts: Callable[[], tuple[Prompt, ...]]
    settings: Callable[[], Settings]
    today: Callable[[], date]
    changed: Callable[[], None]
    content: Content


class Supervision:
    """Prepares a supervision, shows what was ticked, and keeps what came of it."""

    def __init__(self, vault: Vault, asked: Asked) -> None:
        self._vault = vault
        self._asked = asked

    def agenda(self) -> tuple[AgendaItem, ...]:
        """The lines to talk about, in the person's order."""
        return self._vault.agenda.all()

    def suggested(self) -> tuple[AgendaItem, ...]:
        """Lines worth adding: what was agreed in supervision and is open, and what stands out."""
        agreed = _agreed(self.sessions())
        return agendas.suggested(
            self._asked.prompts(),
            [action for action in self._vault.actions.all() if action.id in agreed],
            agenda=self.agenda(),
            today=self._asked.today(),
        )

    def add(self, text: str, *, source: Source = Source.OWN, about: str = "") -> AgendaItem:
        """Put a line at the end of the agenda.

        Raises:
            BadInput: if there are no words.
        """
        if not text.strip():
            raise BadInput("Say in a few words what you want to talk about.", field="agenda")
        return self._vault.agenda.add(AgendaItem(text.strip(), self._asked.today(), source, about))

    def about(self, option: str) -> AgendaItem | None:
        """The line on the agenda that a support option was taken to, None if there is none."""
        lines = (line for line in self.agenda() if line.source is Source.OPTION)
        return next((line for line in lines if line.about == option), None)

    def accept(self, item: AgendaItem) -> AgendaItem:
        """Put a suggested line at the end of the agenda."""
        return self.add(item.text, source=item.source, about=item.about)

    def move(self, item: AgendaItem, *, to: int) -> None:
        """Put a line at another place, counted from 0."""
        ids = [each.id for each in self.agenda()]
        self._vault.agenda.reorder(agendas.moved(ids, item.id, to=to))

    def remove(self, item: AgendaItem) -> None:
        """Take a line off the agenda."""
        self._vault.agenda.remove(item.id)

    def shareable_items(self, weeks: int = SharingChoice().weeks) -> tuple[ShareableItem, ...]:
        """All that could be ticked for a range of weeks; the private log is never among it."""
        return shareable_items(self._sharing_source(), weeks)

    def choice(self) -> SharingChoice:
        """What was ticked last time, without anything personal; nothing the first time."""
        last = self._last()
        return sharing_choice.unasked(last, self.shareable_items(last.weeks))

    def asks_again(self) -> tuple[ShareableItem, ...]:
        """The personal things that were ticked last time, to be asked about anew."""
        last = self._last()
        return sharing_choice.asks_again(last, self.shareable_items(last.weeks))

    def again(self, asked: Iterable[ShareableItem]) -> SharingChoice:
        """The choice, with these of ``asks_again`` ticked as they were."""
        last, choice = self._last(), self.choice()
        for offer in asked:
            choice = choice.tick(offer.id, numbers=offer.id in last.numbers)
        return choice

    def remember(self, choice: SharingChoice) -> None:
        """Keep the choice for the next time."""
        self._vault.settings.put({_CHOICE: choice.to_text()})

    def shared_view(self, choice: SharingChoice) -> SharedView:
        """Only what is ticked: all that the view, the preview and the PDF may know."""
        return shared_view(choice, self._sharing_source())

    @property
    def reminder(self) -> str:
        """What to say before anything is shown, "" if the supervisor is not the line manager."""
        flag = self._asked.settings().flag("supervisor_is_manager")
        return sharing_choice.MANAGER_REMINDER if flag else ""

    def sessions(self) -> tuple[SupervisionSession, ...]:
        """Every session kept, oldest first."""
        return self._vault.supervision.all()

    def keep(self, session: SupervisionSession) -> SupervisionSession:
        """Save a session that was had, with the agenda as it was, which is then empty.

        Its minutes count for its week at once; see ``in_check_in`` for when that week's check-in
        is done already.

        Raises:
            BadInput: naming the field that cannot be used; then nothing is saved.
        """
        self._check(session)
        lines = tuple(item.text for item in self.agenda())
        tidy = replace(session, note=session.note.strip(), agenda=session.agenda or lines)
        kept = self._vault.supervision.add(tidy, instead_of=_UNFINISHED)
        self._asked.changed()
        return kept

    def keep_unfinished(self, session: SupervisionSession | None) -> None:
        """Remember what was agreed so far, in case the session is cut short; None forgets it."""
        text = "" if session is None else session.to_text()
        self._vault.settings.put({_UNFINISHED: text})

    def unfinished(self) -> SupervisionSession | None:
        """A session that was begun and not kept, with what was agreed until then."""
        return SupervisionSession.from_text(str(self._vault.settings.all().get(_UNFINISHED, "")))

    def change(self, session: SupervisionSession) -> None:
        """Save a session with something changed, such as the ratings after it.

        Raises:
            BadInput: naming the field that cannot be used, or it was deleted; then nothing is
                saved.
        """
        self._check(session)
        try:
            self._vault.supervision.replace(session)
        except KeyError as error:
            raise BadInput("That session is no longer there. Add it again.") from error
        self._asked.changed()

    def delete(self, session: SupervisionSession) -> None:
        """Delete a session; its actions stay."""
        self._vault.supervision.remove(session.id)
        self._asked.changed()

    def put_back(self, session: SupervisionSession) -> None:
        """Undo the deletion of a session; the agenda of the next one stays as it is."""
        self._vault.supervision.put_back(session)
        self._asked.changed()

    def minutes(self) -> dict[Week, float]:
        """Minutes of the sessions kept, by week."""
        return minutes_by_week(self.sessions())

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
        before = self._asked.reading().history.before(draft.week)
        if before is not None and SUPERVISION in before.facts:
            facts[SUPERVISION] = before.facts[SUPERVISION]
        facts = self.prefilled(draft.week, facts)
        return replace(draft, facts=facts, carried=draft.carried & frozenset(facts))

    def in_check_in(self, session: SupervisionSession) -> tuple[float, float] | None:
        """The minutes its week's check-in has, and what they would be with the session added.

        None if that check-in is not done or has none: then the session counts by itself.
        """
        check_in = self._asked.reading().history.get(session.week)
        noted = None if check_in is None else check_in.facts.get(SUPERVISION)
        return None if noted is None else (noted, noted + session.minutes)

    def add_to_check_in(self, session: SupervisionSession) -> None:
        """Add the session to the minutes its week's check-in has: it was not among them."""
        minutes = self.in_check_in(session)
        if minutes is not None:
            self._vault.check_ins.restate(session.week, SUPERVISION, minutes[1])
            self._asked.changed()

    def agree(self, action: Action) -> None:
        """Count an action, noted afterwards, among what the last session agreed."""
        last = max(self.sessions(), key=lambda each: (each.held, each.id), default=None)
        if last is not None:
            self.change(replace(last, actions=(*last.actions, action.id)))

    def what_happened(self) -> tuple[Action, ...]:
        """The open actions of the last session, which the next one begins with."""
        return supervision_history.what_happened(self.sessions(), self._vault.actions.all())

    def history(self) -> SupervisionHistory:
        """The sessions, the gaps, the minutes by month, and what became of what was agreed."""
        reading, week = self._asked.reading(), Week.of(self._asked.today())
        view = View.of(reading.history, reading.series, plan=reading.plan, week=week)
        return supervision_history.look_back(
            self.sessions(),
            self._vault.actions.all(),
            view=view,
            rules=reading.rules,
        )

    def _check(self, session: SupervisionSession) -> None:
        problem = session.problem(self._asked.today())
        if problem is not None:
            raise BadInput(problem[1], field=problem[0])

    def _last(self) -> SharingChoice:
        return SharingChoice.from_text(str(self._vault.settings.all().get(_CHOICE, "")))

    def _sharing_source(self) -> SharingSource:
        reading, content = self._asked.reading(), self._asked.content
        figures = {name: reading.plan.figure_of(name) for name in reading.series}
        return SharingSource(
            self._asked.today(),
            reading.series,
            reading.history,
            prompts=self._asked.prompts(),
            actions=self._vault.actions.all(),
            agreed=_agreed(self.sessions()),
            agenda=self.agenda(),
            event_names={event.id: event.label for event in content.questionnaire.hard_events},
            timeline=self._vault.events.all(),
            lines={
                name: tuple(
                    (line.value, line.label)
                    for line in reference_lines(series.measure, reading.rules, reading.plan)
                )
                for name, series in reading.series.items()
            },
            plan={name: figure for name, figure in figures.items() if figure is not None},
        )


def _agreed(sessions: Sequence[SupervisionSession]) -> frozenset[int]:
    return frozenset(action for session in sessions for action in session.actions)

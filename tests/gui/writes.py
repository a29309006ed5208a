"""How to do each write of a session, by the name of its part and method: all but the later ones."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.settings.setting import Value
from burnout_check.domain.supervision.agenda import AgendaItem
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.support.hard_event import LookIn
from burnout_check.domain.week import Week
from burnout_check.session.session import Session

Write = Callable[[], object]

WRITES: dict[str, Callable[[Session], Write]] = {}
"""Each prepares what it needs, and gives back the write. Those of the check-in that is shown are
last: after them its page shows something else. The later ones are in ``later_writes``."""


def write(name: str) -> Callable[[Callable[[Session], Write]], Callable[[Session], Write]]:
    def note(prepare: Callable[[Session], Write]) -> Callable[[Session], Write]:
        WRITES[name] = prepare
        return prepare

    return note


def an_action(session: Session, text: str = "Ask for a review") -> Action:
    return session.actions.add(text)


def a_line(session: Session, text: str = "My caseload") -> AgendaItem:
    return session.agenda.add(text)


def held(session: Session, *, days_ago: int = 0) -> SupervisionSession:
    return SupervisionSession(session.ledger.today - timedelta(days=days_ago), 35)


def last_week(session: Session) -> Week:
    return session.ledger.week.plus(-1)


@write("actions.add")
def _(session: Session) -> Write:
    return lambda: an_action(session)


@write("actions.add_made")
def _(session: Session) -> Write:
    action = Action("Pause new allocations", "My supervisor", session.ledger.today)
    return lambda: session.actions.add_made(action)


@write("actions.update")
def _(session: Session) -> Write:
    action = an_action(session)
    return lambda: session.actions.update(replace(action, text="Ask for another review"))


@write("actions.put")
def _(session: Session) -> Write:
    action = an_action(session)
    return lambda: session.actions.put(action, ActionStatus.DONE)


@write("actions.remove")
def _(session: Session) -> Write:
    action = an_action(session)
    return lambda: session.actions.remove(action)


@write("actions.restore")
def _(session: Session) -> Write:
    action = an_action(session)
    session.actions.remove(action)
    return lambda: session.actions.restore(action)


@write("agenda.add")
def _(session: Session) -> Write:
    return lambda: a_line(session)


@write("agenda.accept")
def _(session: Session) -> Write:
    suggested = session.agenda.suggested()[0]
    return lambda: session.agenda.accept(suggested)


@write("agenda.move")
def _(session: Session) -> Write:
    line = a_line(session, "My leave")
    return lambda: session.agenda.move(line, to=0)


@write("agenda.remove")
def _(session: Session) -> Write:
    line = a_line(session, "My room")
    return lambda: session.agenda.remove(line)


@write("events.add")
def _(session: Session) -> Write:
    return lambda: session.events.add(Event(session.ledger.today, EventKind.NEW_POST))


@write("events.update")
def _(session: Session) -> Write:
    event = session.events.add(Event(session.ledger.today, EventKind.LEAVE))
    return lambda: session.events.update(Event(event.day, EventKind.OTHER, "A new room", event.id))


@write("events.remove")
def _(session: Session) -> Write:
    event = session.events.add(Event(session.ledger.today, EventKind.LEAVE, "A day off"))
    return lambda: session.events.remove(event)


@write("hard_events.tell")
def _(session: Session) -> Write:
    return lambda: session.hard_events.tell("complaint")


@write("hard_events.take_back")
def _(session: Session) -> Write:
    session.hard_events.tell("complaint")
    return lambda: session.hard_events.take_back("complaint")


def _with_events_last_week(session: Session) -> None:
    draft = session.check_ins.draft_for(last_week(session)).with_events(("assault",))
    session.check_ins.submit(draft, leave_blank=True)
    assert session.hard_events.to_look_in_on() == last_week(session)


@write("hard_events.answer")
def _(session: Session) -> Write:
    _with_events_last_week(session)
    return lambda: session.hard_events.answer(last_week(session), LookIn.SUPPORTED)


@write("hard_events.take_back_answer")
def _(session: Session) -> Write:
    session.hard_events.answer(last_week(session), LookIn.SUPPORTED)
    return lambda: session.hard_events.take_back_answer(last_week(session))


@write("preferences.update")
def _(session: Session) -> Write:
    values: dict[str, Value] = {
        "nation": "Wales",
        "caseload_plan": 12,
        "supervisor_is_manager": True,
    }
    return lambda: session.preferences.update(values)


@write("sharing.remember")
def _(session: Session) -> Write:
    return lambda: session.sharing.remember(session.sharing.choice())


@write("snoozed_prompts.add")
def _(session: Session) -> Write:
    prompt = session.ledger.prompts()[0]
    return lambda: session.snoozed_prompts.add(prompt)


@write("snoozed_prompts.remove")
def _(session: Session) -> Write:
    prompt = session.ledger.prompts()[0]
    session.snoozed_prompts.add(prompt)
    return lambda: session.snoozed_prompts.remove(prompt.covers)


@write("snoozed_prompts.unsnooze_hard_events")
def _(session: Session) -> Write:
    session.hard_events.tell("complaint")
    about = next(each for each in session.ledger.prompts() if each.rule.is_about_hard_events)
    session.snoozed_prompts.add(about)
    return session.snoozed_prompts.unsnooze_hard_events

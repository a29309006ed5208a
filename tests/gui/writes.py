"""Every write a session has, by the name of its part and method, and how to do each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.questionnaire.check_in import CheckIn, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.settings.setting import Value
from burnout_check.domain.supervision.agenda import AgendaItem
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.support.hard_event import LookIn
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.domain.week import Week
from burnout_check.session.session import Session

Write = Callable[[], object]

READS = {
    "actions": "all ended made_of open",
    "agenda": "about lines suggested",
    "check_ins": "draft_for drafts outcome parts questions removed",
    "events": "all",
    "hard_events": "this_week ticked_in to_look_in_on",
    "ledger": "history local_entries now plan prompts reading rules sessions settings snoozed "
    "today week",
    "sharing": "again asks_again choice items reminder shared_view",
    "supervision": "history in_check_in minutes prefilled refilled unfinished what_happened",
    "support": "options suggested",
    "thresholds": "all fired get idle labels sentence",
    "vault_care": "backup_is_behind backup_is_due backup_place backup_trouble backups "
    "check_passphrase difference draw_code look_at_backups undoable",
}
"""What only tells, by part."""

APART = {
    "check_ins": "clear_removed",  # as the vault is locked
    "ledger": "changed close listen load update_settings",  # for the parts of the session
    "thresholds": "clear_counted",  # as the vault is locked
    # Of the keys nothing is shown; a backup is told of by who had it made, see tests/gui/backups.
    "vault_care": "back_up_now change_passphrase erase new_code use_code",
}
"""What is neither: it changes nothing that a page of the same session shows by itself."""

WRITES: dict[str, Callable[[Session], Write]] = {}
"""Each prepares what it needs, and gives back the write. Those of the check-in that is shown are
last: after them its page shows something else."""


def _write(name: str) -> Callable[[Callable[[Session], Write]], Callable[[Session], Write]]:
    def note(prepare: Callable[[Session], Write]) -> Callable[[Session], Write]:
        WRITES[name] = prepare
        return prepare

    return note


def _action(session: Session, text: str = "Ask for a review") -> Action:
    return session.actions.add(text)


def _line(session: Session, text: str = "My caseload") -> AgendaItem:
    return session.agenda.add(text)


def _held(session: Session, *, days_ago: int = 0) -> SupervisionSession:
    return SupervisionSession(session.ledger.today - timedelta(days=days_ago), 35)


def _last_week(session: Session) -> Week:
    return session.ledger.week.plus(-1)


@_write("actions.add")
def _(session: Session) -> Write:
    return lambda: _action(session)


@_write("actions.add_made")
def _(session: Session) -> Write:
    action = Action("Pause new allocations", "My supervisor", session.ledger.today)
    return lambda: session.actions.add_made(action)


@_write("actions.update")
def _(session: Session) -> Write:
    action = _action(session)
    return lambda: session.actions.update(replace(action, text="Ask for another review"))


@_write("actions.put")
def _(session: Session) -> Write:
    action = _action(session)
    return lambda: session.actions.put(action, ActionStatus.DONE)


@_write("actions.remove")
def _(session: Session) -> Write:
    action = _action(session)
    return lambda: session.actions.remove(action)


@_write("actions.restore")
def _(session: Session) -> Write:
    action = _action(session)
    session.actions.remove(action)
    return lambda: session.actions.restore(action)


@_write("agenda.add")
def _(session: Session) -> Write:
    return lambda: _line(session)


@_write("agenda.accept")
def _(session: Session) -> Write:
    suggested = session.agenda.suggested()[0]
    return lambda: session.agenda.accept(suggested)


@_write("agenda.move")
def _(session: Session) -> Write:
    line = _line(session, "My leave")
    return lambda: session.agenda.move(line, to=0)


@_write("agenda.remove")
def _(session: Session) -> Write:
    line = _line(session, "My room")
    return lambda: session.agenda.remove(line)


@_write("events.add")
def _(session: Session) -> Write:
    return lambda: session.events.add(Event(session.ledger.today, EventKind.NEW_POST))


@_write("events.update")
def _(session: Session) -> Write:
    event = session.events.add(Event(session.ledger.today, EventKind.LEAVE))
    return lambda: session.events.update(Event(event.day, EventKind.OTHER, "A new room", event.id))


@_write("events.remove")
def _(session: Session) -> Write:
    event = session.events.add(Event(session.ledger.today, EventKind.LEAVE, "A day off"))
    return lambda: session.events.remove(event)


@_write("hard_events.tell")
def _(session: Session) -> Write:
    return lambda: session.hard_events.tell("complaint")


@_write("hard_events.take_back")
def _(session: Session) -> Write:
    session.hard_events.tell("complaint")
    return lambda: session.hard_events.take_back("complaint")


def _with_events_last_week(session: Session) -> None:
    draft = session.check_ins.draft_for(_last_week(session)).with_events(("assault",))
    session.check_ins.submit(draft, leave_blank=True)
    assert session.hard_events.to_look_in_on() == _last_week(session)


@_write("hard_events.answer")
def _(session: Session) -> Write:
    _with_events_last_week(session)
    return lambda: session.hard_events.answer(_last_week(session), LookIn.SUPPORTED)


@_write("hard_events.take_back_answer")
def _(session: Session) -> Write:
    session.hard_events.answer(_last_week(session), LookIn.SUPPORTED)
    return lambda: session.hard_events.take_back_answer(_last_week(session))


@_write("preferences.update")
def _(session: Session) -> Write:
    values: dict[str, Value] = {
        "nation": "Wales",
        "caseload_plan": 12,
        "supervisor_is_manager": True,
    }
    return lambda: session.preferences.update(values)


@_write("sharing.remember")
def _(session: Session) -> Write:
    return lambda: session.sharing.remember(session.sharing.choice())


@_write("snoozed_prompts.add")
def _(session: Session) -> Write:
    prompt = session.ledger.prompts()[0]
    return lambda: session.snoozed_prompts.add(prompt)


@_write("snoozed_prompts.remove")
def _(session: Session) -> Write:
    prompt = session.ledger.prompts()[0]
    session.snoozed_prompts.add(prompt)
    return lambda: session.snoozed_prompts.remove(prompt.covers)


@_write("snoozed_prompts.unsnooze_hard_events")
def _(session: Session) -> Write:
    session.hard_events.tell("complaint")
    about = next(each for each in session.ledger.prompts() if each.rule.is_about_hard_events)
    session.snoozed_prompts.add(about)
    return session.snoozed_prompts.unsnooze_hard_events


@_write("supervision.add")
def _(session: Session) -> Write:
    return lambda: session.supervision.add(_held(session))


@_write("supervision.update")
def _(session: Session) -> Write:
    kept = session.supervision.add(_held(session))
    return lambda: session.supervision.update(replace(kept, minutes=55, note="Fewer groups"))


@_write("supervision.remove")
def _(session: Session) -> Write:
    kept = session.supervision.add(_held(session, days_ago=1))
    return lambda: session.supervision.remove(kept)


@_write("supervision.restore")
def _(session: Session) -> Write:
    kept = session.supervision.add(_held(session, days_ago=2))
    session.supervision.remove(kept)
    return lambda: session.supervision.restore(kept)


@_write("supervision.update_unfinished")
def _(session: Session) -> Write:
    return lambda: session.supervision.update_unfinished(_held(session))


@_write("supervision.add_to_check_in")
def _(session: Session) -> Write:
    kept = session.supervision.add(_held(session, days_ago=7))
    assert session.supervision.in_check_in(kept) is not None
    return lambda: session.supervision.add_to_check_in(kept)


@_write("supervision.agree")
def _(session: Session) -> Write:
    action = _action(session, "Protect an hour")
    return lambda: session.supervision.agree(action)


@_write("support.put_entry")
def _(session: Session) -> Write:
    return lambda: session.support.put_entry(
        LocalEntry(LocalKind.OCCUPATIONAL_HEALTH, "Trust occupational health", "ext. 1200")
    )


@_write("support.remove_entry")
def _(session: Session) -> Write:
    entry = session.support.put_entry(LocalEntry(LocalKind.OCCUPATIONAL_HEALTH, "Other", "1"))
    return lambda: session.support.remove_entry(entry)


@_write("thresholds.update")
def _(session: Session) -> Write:
    threshold = session.thresholds.get("burnout-item")
    number = threshold.adjustable_numbers[0]
    return lambda: session.thresholds.update(threshold, number, 4)


@_write("thresholds.reset")
def _(session: Session) -> Write:
    threshold = session.thresholds.get("burnout-item")
    session.thresholds.update(threshold, threshold.adjustable_numbers[0], 2)
    return lambda: session.thresholds.reset(threshold)


@_write("thresholds.switch")
def _(session: Session) -> Write:
    threshold = session.thresholds.get("burnout-item")
    return lambda: session.thresholds.switch(threshold, on=False)


@_write("vault_care.set_backup_place")
def _(session: Session) -> Write:
    stick = session.ledger.vault.folder.parent / "stick"
    stick.mkdir()
    return lambda: session.vault_care.set_backup_place(stick)


@_write("vault_care.fill_from")
def _(session: Session) -> Write:
    backup = session.vault_care.back_up_now()
    session.check_ins.remove(session.ledger.week.plus(-3))
    return lambda: session.vault_care.fill_from(backup)


@_write("check_ins.remove")
def _(session: Session) -> Write:
    return lambda: session.check_ins.remove(_last_week(session))


@_write("check_ins.restore")
def _(session: Session) -> Write:
    return lambda: session.check_ins.restore(_last_week(session))


@_write("check_ins.add_all")
def _(session: Session) -> Write:
    early = session.ledger.week.plus(-150)
    told = CheckIn(early, session.ledger.now, {"burnout_item": 5}, asked=("burnout",))
    return lambda: session.check_ins.add_all(History((told,), ()))


def _free_week(session: Session) -> Week:
    """This week, or an earlier one where this one has its check-in."""
    week = session.ledger.week
    return week if session.ledger.history.get(week) is None else week.plus(-149)


@_write("check_ins.not_this_week")
def _(session: Session) -> Write:
    return lambda: session.check_ins.not_this_week(_free_week(session), Reason.LEAVE)


@_write("check_ins.this_week_after_all")
def _(session: Session) -> Write:
    return lambda: session.check_ins.this_week_after_all(_free_week(session))


@_write("check_ins.update_draft")
def _(session: Session) -> Write:
    draft = session.check_ins.draft_for(session.ledger.week).answer("burnout_item", 4)
    return lambda: session.check_ins.update_draft(draft)


@_write("check_ins.remove_draft")
def _(session: Session) -> Write:
    return lambda: session.check_ins.remove_draft(session.ledger.week)


@_write("check_ins.submit")
def _(session: Session) -> Write:
    draft = session.check_ins.draft_for(session.ledger.week).answer("burnout_item", 5)
    return lambda: session.check_ins.submit(draft, leave_blank=True)

"""How to do the writes of a session about supervision, help, rules, the vault and check-ins."""

from dataclasses import replace

from burnout_check.domain.questionnaire.check_in import CheckIn, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.domain.week import Week
from burnout_check.session.session import Session
from tests.gui.writes import WRITES, Write, an_action, held, last_week, write

__all__ = ["WRITES"]


@write("supervision.add")
def _(session: Session) -> Write:
    return lambda: session.supervision.add(held(session))


@write("supervision.update")
def _(session: Session) -> Write:
    kept = session.supervision.add(held(session))
    return lambda: session.supervision.update(replace(kept, minutes=55, note="Fewer groups"))


@write("supervision.remove")
def _(session: Session) -> Write:
    kept = session.supervision.add(held(session, days_ago=1))
    return lambda: session.supervision.remove(kept)


@write("supervision.restore")
def _(session: Session) -> Write:
    kept = session.supervision.add(held(session, days_ago=2))
    session.supervision.remove(kept)
    return lambda: session.supervision.restore(kept)


@write("supervision.update_unfinished")
def _(session: Session) -> Write:
    return lambda: session.supervision.update_unfinished(held(session))


@write("supervision.add_to_check_in")
def _(session: Session) -> Write:
    kept = session.supervision.add(held(session, days_ago=7))
    assert session.supervision.in_check_in(kept) is not None
    return lambda: session.supervision.add_to_check_in(kept)


@write("supervision.agree")
def _(session: Session) -> Write:
    action = an_action(session, "Protect an hour")
    return lambda: session.supervision.agree(action)


@write("support.put_entry")
def _(session: Session) -> Write:
    return lambda: session.support.put_entry(
        LocalEntry(LocalKind.OCCUPATIONAL_HEALTH, "Trust occupational health", "ext. 1200")
    )


@write("support.remove_entry")
def _(session: Session) -> Write:
    entry = session.support.put_entry(LocalEntry(LocalKind.OCCUPATIONAL_HEALTH, "Other", "1"))
    return lambda: session.support.remove_entry(entry)


@write("thresholds.update")
def _(session: Session) -> Write:
    threshold = session.thresholds.get("burnout-item")
    number = threshold.adjustable_numbers[0]
    return lambda: session.thresholds.update(threshold, number, 4)


@write("thresholds.reset")
def _(session: Session) -> Write:
    threshold = session.thresholds.get("burnout-item")
    session.thresholds.update(threshold, threshold.adjustable_numbers[0], 2)
    return lambda: session.thresholds.reset(threshold)


@write("thresholds.switch")
def _(session: Session) -> Write:
    threshold = session.thresholds.get("burnout-item")
    return lambda: session.thresholds.switch(threshold, on=False)


@write("vault_care.set_backup_place")
def _(session: Session) -> Write:
    stick = session.ledger.vault.folder.parent / "stick"
    stick.mkdir()
    return lambda: session.vault_care.set_backup_place(stick)


@write("vault_care.fill_from")
def _(session: Session) -> Write:
    backup = session.vault_care.back_up_now()
    session.check_ins.remove(session.ledger.week.plus(-3))
    return lambda: session.vault_care.fill_from(backup)


@write("check_ins.remove")
def _(session: Session) -> Write:
    return lambda: session.check_ins.remove(last_week(session))


@write("check_ins.restore")
def _(session: Session) -> Write:
    return lambda: session.check_ins.restore(last_week(session))


@write("check_ins.add_all")
def _(session: Session) -> Write:
    early = session.ledger.week.plus(-150)
    told = CheckIn(early, session.ledger.now, {"burnout_item": 5}, asked=("burnout",))
    return lambda: session.check_ins.add_all(History((told,), ()))


def _free_week(session: Session) -> Week:
    """This week, or an earlier one where this one has its check-in."""
    week = session.ledger.week
    return week if session.ledger.history.get(week) is None else week.plus(-149)


@write("check_ins.not_this_week")
def _(session: Session) -> Write:
    return lambda: session.check_ins.not_this_week(_free_week(session), Reason.LEAVE)


@write("check_ins.this_week_after_all")
def _(session: Session) -> Write:
    return lambda: session.check_ins.this_week_after_all(_free_week(session))


@write("check_ins.update_draft")
def _(session: Session) -> Write:
    draft = session.check_ins.draft_for(session.ledger.week).answer("burnout_item", 4)
    return lambda: session.check_ins.update_draft(draft)


@write("check_ins.remove_draft")
def _(session: Session) -> Write:
    return lambda: session.check_ins.remove_draft(session.ledger.week)


@write("check_ins.submit")
def _(session: Session) -> Write:
    draft = session.check_ins.draft_for(session.ledger.week).answer("burnout_item", 5)
    return lambda: session.check_ins.submit(draft, leave_blank=True)

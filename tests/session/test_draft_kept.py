"""A draft, or what was told since, outlives what is done to the saved check-in of its week."""

from datetime import date

from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.supervision.supervision_session import SupervisionSession


def _saved(session, minutes=60, *, back=0):
    week = session.ledger.week.plus(-back)
    session.check_ins.remove_draft(week)
    session.check_ins.remove(week)
    draft = session.check_ins.draft_for(week).state(SUPERVISION, minutes).with_events(())
    session.check_ins.submit(draft, leave_blank=True)


def _held(session, minutes=50):
    return session.supervision.add(SupervisionSession(date.fromisoformat("2026-11-18"), minutes))


def test_that_adding_a_session_to_a_check_in_keeps_a_correction_that_was_begun(person):
    session = person.session
    _saved(session)
    session.check_ins.update_draft(
        session.check_ins.draft_for(session.ledger.week).with_note("half a thought")
    )
    kept = _held(session)
    session.supervision.add_to_check_in(kept)

    assert session.ledger.history.get(session.ledger.week).facts[SUPERVISION] == 110  # 60 and 50
    draft = session.check_ins.draft_for(session.ledger.week)
    assert (draft.note, draft.revises) == ("half a thought", True)
    assert draft.facts[SUPERVISION] == 110  # or saving the correction would take them out again


def test_that_adding_a_session_leaves_other_minutes_in_a_correction_as_they_were_typed(person):
    session = person.session
    _saved(session)
    session.check_ins.update_draft(
        session.check_ins.draft_for(session.ledger.week).state(SUPERVISION, 90)
    )
    session.supervision.add_to_check_in(_held(session))

    assert session.check_ins.draft_for(session.ledger.week).facts[SUPERVISION] == 90


def test_that_a_check_in_put_back_leaves_what_was_begun_in_its_place(person):
    session, week = person.session, person.session.ledger.week
    _saved(session)
    saved = session.ledger.history.get(week)
    session.check_ins.remove(week)
    session.check_ins.update_draft(session.check_ins.draft_for(week).with_note("typed again"))
    session.check_ins.restore(week)

    assert session.ledger.history.get(week) == saved
    draft = session.check_ins.draft_for(week)
    assert (draft.note, draft.revises) == ("typed again", True)


def test_that_a_check_in_put_back_leaves_what_was_told_since(person):
    session, week = person.session, person.session.ledger.week
    _saved(session)
    session.check_ins.remove(week)
    session.hard_events.tell("assault")
    session.check_ins.restore(week)

    assert session.ledger.history.hard_events(week) == ("assault",)


def test_that_minutes_of_a_session_that_was_deleted_do_not_stay_in_a_draft(person):
    session, week = person.session, person.session.ledger.week
    _saved(session, 35, back=1)
    _saved(session)
    session.check_ins.remove(week)
    kept = _held(session, 50)
    session.check_ins.update_draft(session.check_ins.draft_for(week))
    assert session.check_ins.draft_for(week).facts[SUPERVISION] == 50

    session.supervision.remove(kept)

    assert (
        session.check_ins.draft_for(week).facts[SUPERVISION] == 35
    )  # as last week, as without a session
    assert SUPERVISION in session.check_ins.draft_for(week).carried

"""A saved check-in says what it means though nothing can be read any more after the save."""

import pytest

from burnout_check.errors import FolderError
from burnout_check.session.changed import EVERYTHING
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.check_ins import CheckInsTable
from tests.torture.people import WEEKS, draft, make, opened


@pytest.fixture
def session(tmp_path):
    make(tmp_path / "data")
    session = opened(tmp_path / "data")
    yield session
    session.close()


def _fails(*_):
    raise FolderError("The disk fails.")


def _same_as_read_anew(session):
    kept = session.ledger.history, session.ledger.prompts()
    session.ledger.changed(EVERYTHING)
    return kept == (session.ledger.history, session.ledger.prompts())


def test_that_the_outcome_of_a_save_needs_no_more_reading(session, monkeypatch):
    add = CheckInsTable.add

    def then_all_fails(check_ins, check_in):
        saved = add(check_ins, check_in)
        for question in ("read", "reading"):  # whatever it is about
            monkeypatch.setattr(EncryptedDatabase, question, _fails)
        return saved

    monkeypatch.setattr(CheckInsTable, "add", then_all_fails)
    outcome = session.check_ins.submit(draft(WEEKS + 1, typed=30))
    assert session.ledger.history.get(outcome.check_in.week) == outcome.check_in
    monkeypatch.undo()

    assert _same_as_read_anew(session)


@pytest.mark.parametrize("number", [WEEKS - 1, WEEKS + 1, -3])
def test_that_what_is_known_after_a_save_is_what_will_be_read(session, number):
    # In place of a saved week, after all of them, before all of them; half a broken character is
    # what a clipboard may hold, and is stored as unknown.
    week = draft(number, typed=10)
    session.check_ins.submit(week.with_note("half \ud83d a rain cloud"))

    assert _same_as_read_anew(session)


def test_that_what_cannot_be_read_before_a_save_leaves_it_undone(session, monkeypatch):
    session.ledger.changed(EVERYTHING)  # or it would be known from opening
    monkeypatch.setattr(CheckInsTable, "all", _fails)
    with pytest.raises(FolderError):
        session.check_ins.submit(draft(WEEKS + 1, typed=30))
    monkeypatch.undo()

    assert len(session.ledger.history.check_ins) == WEEKS


def test_that_a_prompt_put_aside_and_brought_back_is_known_at_once(session):
    session.check_ins.submit(draft(WEEKS + 1, typed=0))
    week = session.ledger.history.check_ins[-1].week
    prompt = session.ledger.prompts(week)[0]
    session.snoozed_prompts.add(prompt)
    assert prompt not in session.ledger.prompts(week)

    session.snoozed_prompts.remove(prompt.covers)

    assert prompt in session.ledger.prompts(week)

"""What every part of a session shares: the clock, what was read, and who hears of a write."""

import ast
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import burnout_check
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.errors import BadInput, FolderError
from burnout_check.session.changed import EVERYTHING, NOTHING, Changed
from burnout_check.store.database import EncryptedDatabase

PACKAGE = Path(burnout_check.__file__).parent


@pytest.fixture
def heard(person) -> list[Changed]:
    told: list[Changed] = []
    person.session.ledger.listen(told.append)
    return told


def test_that_the_day_is_that_of_london_and_follows_a_clock_that_is_set(person):
    ledger = person.session.ledger
    ledger.clock = lambda: datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # past midnight in summer time

    assert ledger.today == date(2026, 7, 1)
    assert ledger.week.monday == date(2026, 6, 29)


def test_that_a_write_is_heard_once_by_its_subject(person, heard):
    person.session.actions.add("Ask for a smaller caseload")

    assert heard == [Changed.ACTIONS]


def test_that_what_was_refused_is_told_to_nobody(person, heard):
    with pytest.raises(BadInput):
        person.session.actions.add("  ")
    with pytest.raises(BadInput):
        person.session.preferences.update({"contracted_hours": 900.0})

    assert heard == []
    assert person.session.ledger.settings.number("contracted_hours") is None


def test_that_nothing_is_heard_once_it_is_locked(person, heard):
    person.session.close()

    assert heard == []
    assert person.session.ledger.vault.closed


def test_that_what_was_read_is_not_read_again_until_it_changes(person, monkeypatch):
    ledger = person.session.ledger
    ledger.load()
    before = ledger.reading
    with monkeypatch.context() as disk:
        for question in ("read", "reading"):
            disk.setattr(EncryptedDatabase, question, _fails)

        assert ledger.reading is before
        assert ledger.prompts() == ledger.prompts()
        ledger.changed(Changed.ACTIONS)
        assert ledger.reading is before

        ledger.changed(Changed.HARD_EVENTS)
        with pytest.raises(FolderError):
            _ = ledger.reading


def test_that_a_setting_is_judged_by_at_once(person):
    before = person.session.ledger.reading
    person.session.preferences.update({"contracted_hours": 30.0})

    assert before.plan.contracted_hours is None
    assert person.session.ledger.reading.plan.contracted_hours == 30.0


def test_that_an_entry_is_offered_at_once(person):
    kept = person.session.support.put_entry(LocalEntry(next(iter(LocalKind)), "My branch"))
    assert person.session.ledger.local_entries == (kept,)

    person.session.support.put_entry(replace(kept, name="My own branch"))
    assert [each.name for each in person.session.ledger.local_entries] == ["My own branch"]


def test_that_a_day_on_the_clock_is_enough_for_a_week_to_end(person):
    week = person.session.ledger.week
    person.now += timedelta(days=7)

    assert person.session.ledger.week == week.plus(1)


def test_that_each_subject_is_one_of_everything():
    assert all(each in EVERYTHING for each in Changed)
    assert not NOTHING
    assert NOTHING not in list(Changed)


def test_that_the_window_never_touches_the_vault_itself():
    for path in (PACKAGE / "gui").rglob("*.py"):
        names = {
            node.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Attribute)
        }
        assert "vault" not in names, path


def _fails(*_):
    raise FolderError("The disk fails.")

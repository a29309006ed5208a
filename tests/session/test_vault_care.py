from dataclasses import replace
from datetime import timedelta

import pytest

from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.errors import (
    BadInput,
    FolderError,
    VaultError,
    WrongSecret,
)
from burnout_check.session.changed import Changed
from tests.person import FIRST, SECOND, Person
from tests.store.samples import CHECK_IN, WEEK
from tests.vaults import CHEAP


@pytest.fixture
def person(tmp_path):
    person = Person(tmp_path / "data")
    yield person
    person.session.close()


def test_that_a_backup_is_due_once_a_day_and_only_after_a_check_in(person):
    session = person.session

    assert session.vault_care.backup_is_due(session.vault_care.look_at_backups())

    session.vault_care.back_up_now()

    assert not session.vault_care.backup_is_due(session.vault_care.look_at_backups())

    person.now += timedelta(days=1)

    assert not session.vault_care.backup_is_due(session.vault_care.look_at_backups())

    later = replace(CHECK_IN, week=WEEK.plus(1), finished=person.now)
    session.ledger.vault.check_ins.add(later)
    session.ledger.changed(Changed.CHECK_INS)

    assert session.vault_care.backup_is_due(session.vault_care.look_at_backups())


def test_that_a_year_of_daily_backups_is_thinned_out_and_a_clock_set_back_removes_none(person):
    for _ in range(60):
        person.now += timedelta(days=1)
        person.session.vault_care.back_up_now()
    left = person.session.vault_care.backups()

    assert len(left) < 7 + 8 + 3
    assert left[0].made == person.now

    person.now -= timedelta(days=400)
    person.session.vault_care.back_up_now()

    assert set(left) < set(person.session.vault_care.backups())


def test_that_a_place_that_is_gone_is_said_and_not_made_anew(person, tmp_path):
    stick = tmp_path / "stick"
    person.session.vault_care.set_backup_place(stick)
    made = person.session.vault_care.back_up_now()

    assert made.path.parent == stick == person.session.vault_care.backup_place
    assert person.session.vault_care.backup_trouble == ""

    made.path.unlink()
    stick.rmdir()

    assert "cannot be found" in person.session.vault_care.backup_trouble
    with pytest.raises(FolderError, match="cannot be found"):
        person.session.vault_care.back_up_now()
    assert not stick.exists()


def test_that_no_backup_is_made_of_a_locked_vault(person):
    person.session.close()
    with pytest.raises(VaultError, match="is locked"):
        person.session.vault_care.back_up_now()


def test_that_the_passphrase_changes_only_for_who_knows_the_old_one(person):
    session, locked_vault = person.session, person.locked_vault
    with pytest.raises(WrongSecret):
        session.vault_care.change_passphrase(SECOND, "new", cost=CHEAP)
    with pytest.raises(BadInput):
        session.vault_care.change_passphrase(FIRST, "", cost=CHEAP)
    session.vault_care.change_passphrase(FIRST, SECOND, cost=CHEAP)

    with pytest.raises(WrongSecret):
        locked_vault.key_from_passphrase(FIRST)
    assert locked_vault.key_from_passphrase(SECOND) == locked_vault.key_from_code(person.code)


def test_that_who_forgot_the_passphrase_changes_it_by_the_code_which_stays(person):
    session, locked_vault = person.session, person.locked_vault
    with pytest.raises(WrongSecret):
        session.vault_care.change_passphrase(
            session.vault_care.draw_code(), SECOND, by_code=True, cost=CHEAP
        )
    with pytest.raises(BadInput):  # the passphrase is no recovery code
        session.vault_care.change_passphrase(FIRST, SECOND, by_code=True, cost=CHEAP)
    assert locked_vault.key_from_passphrase(FIRST) == session.ledger.vault.data_key
    session.vault_care.change_passphrase(person.code.lower(), SECOND, by_code=True, cost=CHEAP)

    with pytest.raises(WrongSecret):
        locked_vault.key_from_passphrase(FIRST)
    assert locked_vault.key_from_passphrase(SECOND) == session.ledger.vault.data_key
    assert locked_vault.key_from_code(person.code) == session.ledger.vault.data_key


def test_that_a_drawn_code_opens_nothing_before_it_is_taken(person):
    code = person.session.vault_care.draw_code()
    with pytest.raises(WrongSecret):
        person.locked_vault.key_from_code(code)
    person.session.vault_care.use_code(code)

    assert person.locked_vault.key_from_code(code) == person.locked_vault.key_from_passphrase(FIRST)
    with pytest.raises(WrongSecret):
        person.locked_vault.key_from_code(person.code)


def test_that_erasing_needs_the_passphrase_and_leaves_other_peoples_backups(person, tmp_path):
    shared = tmp_path / "shared"
    person.session.vault_care.set_backup_place(shared)
    person.session.vault_care.back_up_now()
    other = Person(tmp_path / "other")
    other.session.vault_care.set_backup_place(shared)
    theirs = other.session.vault_care.back_up_now()
    other.session.close()
    marker = tmp_path / "marker"
    marker.write_text("x")
    (person.locked_vault.folder / "log").mkdir()
    (person.locked_vault.folder / "log" / "burnout-check.log").write_text("x")
    with pytest.raises(WrongSecret):
        person.session.vault_care.erase(SECOND)

    assert len(person.weeks()) == 26

    told = person.session.vault_care.erase(FIRST, also=[marker])

    assert told.backups == 1
    assert [path.name for path in shared.iterdir()] == [theirs.path.name]
    assert list(person.locked_vault.folder.iterdir()) == []
    assert not marker.exists()
    assert any(theirs.path.name in sentence for sentence in told.left)
    assert "cannot be reached" in told.left[-1]
    assert person.locked_vault.is_new


def test_that_erasing_takes_what_was_set_aside_and_backups_of_earlier_vaults(person, tmp_path):
    made = person.session.vault_care.back_up_now()
    person.session.vault_care.set_backup_place(tmp_path / "stick")
    person.session.vault_care.back_up_now()
    person.session.close()
    person.session = person.locked_vault.restore(
        made, person.locked_vault.backup_key_from_passphrase(made, FIRST)
    )
    told = person.session.vault_care.erase(FIRST)

    assert told.backups == 2
    assert list(person.locked_vault.folder.iterdir()) == list((tmp_path / "stick").iterdir()) == []


def test_that_a_check_in_that_lost_answers_is_taken_from_a_backup_and_a_corrected_one_is_not(
    person,
):
    session = person.session
    made = session.vault_care.back_up_now()
    there = {check_in.week: check_in for check_in in session.ledger.history.check_ins}
    lost, corrected = sorted(there)[:2]
    fewer = {"gad.1": 2}  # of three answers, as they were
    session.ledger.vault.check_ins.add(replace(there[lost], answers=fewer))
    session.ledger.vault.check_ins.add(
        replace(there[corrected], answers=fewer, finished=person.now)
    )

    begun = Draft(lost, person.now, (), note="half a thought")
    session.check_ins.update_draft(begun)

    assert session.vault_care.fill_from(made) == (lost,)
    assert session.check_ins.draft_for(lost) == replace(begun, revises=True)
    assert session.ledger.vault.check_ins.get(lost) == there[lost]
    assert session.ledger.vault.check_ins.get(corrected).answers == fewer

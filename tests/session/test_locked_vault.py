from dataclasses import replace
from datetime import timedelta

import pytest

from burnout_check.domain.backup import Cause
from burnout_check.errors import (
    DamagedBackup,
    DamagedData,
    DamagedKeys,
    VaultInUse,
    WrongSecret,
)
from burnout_check.store.files import restore, vault_replacement
from tests.person import FIRST, SECOND, Person
from tests.store.samples import CHECK_IN, WEEK
from tests.vaults import CHEAP


@pytest.fixture
def person(tmp_path):
    person = Person(tmp_path / "data")
    yield person
    person.session.close()


def test_that_a_restore_needs_the_secret_of_the_backup_and_says_what_is_in_it(person):
    locked_vault, session = person.locked_vault, person.session
    made = session.vault_care.back_up_now()
    session.vault_care.change_passphrase(FIRST, SECOND, cost=CHEAP)
    session.check_ins.remove(WEEK)
    session.close()

    assert locked_vault.backups() == (made,)
    assert locked_vault.backup_at(made.path) == made
    assert locked_vault.newest_good() == made
    with pytest.raises(WrongSecret):
        locked_vault.backup_key_from_passphrase(made, SECOND)

    key = locked_vault.backup_key_from_code(made, person.code)

    assert locked_vault.contents(made, key).check_ins == 26
    assert locked_vault.difference(made, key).only_in_backup == (WEEK,)

    person.session = locked_vault.restore(made, key)

    assert WEEK in person.weeks()

    person.session.close()

    assert locked_vault.key_from_passphrase(FIRST).raw()
    assert restore.undoable(locked_vault.folder) is not None

    locked_vault.undo_restore()
    person.session = locked_vault.open(locked_vault.key_from_passphrase(SECOND))

    assert WEEK not in person.weeks()
    assert [one.cause for one in locked_vault.set_aside()] == [Cause.UNDO, Cause.RESTORE]


def test_that_an_open_session_is_not_pulled_from_under_its_feet(person):
    made = person.session.vault_care.back_up_now()
    key = person.locked_vault.backup_key_from_passphrase(made, FIRST)
    for work in (
        lambda: person.locked_vault.restore(made, key),
        person.locked_vault.undo_restore,
        lambda: person.locked_vault.salvage(key),
    ):
        with pytest.raises(VaultInUse):
            work()

    assert len(person.weeks()) == 26


def test_that_with_the_code_and_a_damaged_vault_every_check_in_comes_back(person):
    locked_vault = person.locked_vault
    made = person.session.vault_care.back_up_now()
    person.session.ledger.vault.check_ins.add(replace(CHECK_IN, week=WEEK.plus(1)))
    person.session.close()
    damaged = person.damage(3)  # where the list of check-ins begins
    with pytest.raises(DamagedData) as caught:
        locked_vault.open(locked_vault.key_from_code(person.code))

    assert caught.value.found
    assert (locked_vault.folder / "vault.db").read_bytes() == damaged

    key = locked_vault.key_from_code(person.code)
    told = locked_vault.difference(made, key)

    assert told.known
    assert told.only_now == (WEEK.plus(1),)

    saved = locked_vault.salvage(key)
    person.session = locked_vault.open(key)

    assert saved.whole
    assert len(person.weeks()) == 27
    assert (saved.aside.path / "vault.db").read_bytes() == damaged


def test_that_the_difference_from_a_vault_that_is_gone_is_not_known(person):
    made = person.session.vault_care.back_up_now()
    person.session.close()
    (person.locked_vault.folder / "vault.db").unlink()
    told = person.locked_vault.difference(
        made, person.locked_vault.backup_key_from_passphrase(made, FIRST)
    )

    assert not told.known
    assert len(told.only_in_backup) == 26


def test_that_both_key_files_lost_are_had_back_from_a_backup(person):
    locked_vault = person.locked_vault
    made = person.session.vault_care.back_up_now()
    person.session.check_ins.remove(WEEK)
    person.session.close()
    for name in ("keys.json", "keys.copy.json"):
        (locked_vault.folder / name).write_bytes(b"noise")
    with pytest.raises(DamagedKeys):
        locked_vault.key_from_passphrase(FIRST)

    key = locked_vault.backup_key_from_passphrase(made, FIRST)
    locked_vault.mend_keys(made, key)
    person.session = locked_vault.open(locked_vault.key_from_passphrase(FIRST))

    assert len(person.weeks()) == 25


def test_that_a_restore_cut_short_is_brought_to_its_end_before_a_passphrase_is_checked(
    person, monkeypatch
):
    locked_vault = person.locked_vault
    made = person.session.vault_care.back_up_now()
    person.session.vault_care.change_passphrase(FIRST, SECOND, cost=CHEAP)
    person.session.check_ins.remove(WEEK)
    person.session.close()
    settle = vault_replacement.settle
    calls = []

    def cut_short(folder):
        calls.append(folder)
        if len(calls) > 1:
            raise KeyboardInterrupt
        settle(folder)

    monkeypatch.setattr(vault_replacement, "settle", cut_short)
    with pytest.raises(KeyboardInterrupt):
        locked_vault.restore(made, locked_vault.backup_key_from_passphrase(made, FIRST))
    monkeypatch.undo()

    assert not locked_vault.is_new

    person.session = locked_vault.open(locked_vault.key_from_passphrase(FIRST))

    assert WEEK in person.weeks()


def test_that_a_damaged_backup_is_passed_over_for_an_older_good_one(person):
    good = person.session.vault_care.back_up_now()
    person.now += timedelta(days=1)
    bad = person.session.vault_care.back_up_now()
    bad.path.write_bytes(bad.path.read_bytes()[:-9000])

    assert person.locked_vault.newest_good() == good
    with pytest.raises(DamagedBackup):
        person.locked_vault.backup_at(bad.path)


@pytest.mark.parametrize(
    ("table", "question", "value"), [("answers", "gad7_1", 9), ("facts", "fact_caseload", -1)]
)
def test_that_an_answer_no_form_gives_is_damage_and_salvage_leaves_it_out(
    person, table, question, value
):
    session = person.session
    draft = session.check_ins.draft_for(WEEK.plus(-40)).answer("burnout_item", 2)
    session.check_ins.submit(draft, leave_blank=True)
    column = "question" if table == "answers" else "fact"
    with session.ledger.vault._database.writing() as tables:
        row = {"week": str(WEEK.plus(-40)), column: question, "value": value}
        tables.table(table).insert(row)
    session.close()
    key = person.locked_vault.key_from_passphrase(FIRST)

    with pytest.raises(DamagedData) as told:
        person.locked_vault.open(key)

    assert question in told.value.found[0]
    key = person.locked_vault.key_from_passphrase(FIRST)
    assert person.locked_vault.salvage(key).lost[table] == 1
    person.session = person.locked_vault.open(person.locked_vault.key_from_passphrase(FIRST))
    assert person.session.ledger.history.get(WEEK.plus(-40)).answers == {"burnout_item": 2}

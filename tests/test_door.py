from dataclasses import replace
from datetime import timedelta

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.backup import Cause
from burnout_check.door import Door
from burnout_check.errors import (
    BadInput,
    DamagedBackup,
    DamagedData,
    DamagedKeys,
    FolderError,
    VaultError,
    VaultInUse,
    WrongSecret,
)
from burnout_check.paths import resources_dir
from burnout_check.store import swap
from tests.store.keeping import NOW, fill
from tests.store.samples import CHECK_IN, WEEK
from tests.vaults import CHEAP

FIRST, SECOND = "the first passphrase", "the second passphrase"


class Person:
    """One person's door, her session and her recovery code, on a clock that can be set."""

    def __init__(self, folder):
        self.now = NOW
        self.door = Door(folder, load(resources_dir()), clock=lambda: self.now, cost=CHEAP)
        keys = self.door.make_keys(FIRST)
        self.code = keys.recovery_code
        self.session = self.door.create(keys)
        fill(self.session._vault)
        self.session._forget()

    def weeks(self):
        return {found.week for found in self.session.history.check_ins}

    def damage(self, page):
        path = self.door.folder / "vault.db"
        content = bytearray(path.read_bytes())
        content[page * 4096 + 99] ^= 1
        path.write_bytes(content)
        return bytes(content)


@pytest.fixture
def person(tmp_path):
    person = Person(tmp_path / "data")
    yield person
    person.session.close()


def test_that_a_backup_is_due_once_a_day_and_only_after_a_check_in(person):
    session = person.session

    assert session.backup_due

    session.back_up_now()

    assert not session.backup_due

    person.now += timedelta(days=1)

    assert not session.backup_due

    session._vault.check_ins.add(replace(CHECK_IN, week=WEEK.plus(1), finished=person.now))

    assert session.backup_due


def test_that_a_year_of_daily_backups_is_thinned_out_and_a_clock_set_back_removes_none(person):
    for _ in range(60):
        person.now += timedelta(days=1)
        person.session.back_up_now()
    left = person.session.backups()

    assert len(left) < 7 + 8 + 3
    assert left[0].made == person.now

    person.now -= timedelta(days=400)
    person.session.back_up_now()

    assert set(left) < set(person.session.backups())


def test_that_a_place_that_is_gone_is_said_and_not_made_anew(person, tmp_path):
    stick = tmp_path / "stick"
    person.session.set_backup_place(stick)
    made = person.session.back_up_now()

    assert made.path.parent == stick == person.session.backup_place
    assert person.session.backup_trouble == ""

    made.path.unlink()
    stick.rmdir()

    assert "cannot be found" in person.session.backup_trouble
    with pytest.raises(FolderError, match="cannot be found"):
        person.session.back_up_now()
    assert not stick.exists()


def test_that_no_backup_is_made_of_a_locked_vault(person):
    person.session.close()
    with pytest.raises(VaultError, match="is locked"):
        person.session.back_up_now()


def test_that_a_restore_needs_the_secret_of_the_backup_and_says_what_is_in_it(person):
    door, session = person.door, person.session
    made = session.back_up_now()
    session.change_passphrase(FIRST, SECOND, cost=CHEAP)
    session.remove(WEEK)
    session.close()

    assert door.backups() == (made,)
    assert door.backup_at(made.path) == made
    assert door.newest_good() == made
    with pytest.raises(WrongSecret):
        door.backup_key_from_passphrase(made, SECOND)

    key = door.backup_key_from_code(made, person.code)

    assert door.contents(made, key).check_ins == 26
    assert door.difference(made, key).only_in_backup == (WEEK,)

    person.session = door.restore(made, key)

    assert WEEK in person.weeks()

    person.session.close()

    assert door.key_from_passphrase(FIRST).raw()
    assert door.can_undo_restore

    door.undo_restore()
    person.session = door.open(door.key_from_passphrase(SECOND))

    assert WEEK not in person.weeks()
    assert [one.cause for one in door.set_aside()] == [Cause.UNDO, Cause.RESTORE]


def test_that_an_open_session_is_not_pulled_from_under_its_feet(person):
    made = person.session.back_up_now()
    key = person.door.backup_key_from_passphrase(made, FIRST)
    for work in (
        lambda: person.door.restore(made, key),
        person.door.undo_restore,
        lambda: person.door.salvage(key),
    ):
        with pytest.raises(VaultInUse):
            work()

    assert len(person.weeks()) == 26


def test_that_with_the_code_and_a_damaged_vault_every_check_in_comes_back(person):
    door = person.door
    made = person.session.back_up_now()
    person.session._vault.check_ins.add(replace(CHECK_IN, week=WEEK.plus(1)))
    person.session.close()
    damaged = person.damage(3)  # where the list of check-ins begins
    with pytest.raises(DamagedData) as caught:
        door.open(door.key_from_code(person.code))

    assert caught.value.found
    assert (door.folder / "vault.db").read_bytes() == damaged

    key = door.key_from_code(person.code)
    told = door.difference(made, key)

    assert told.known
    assert told.only_now == (WEEK.plus(1),)

    saved = door.salvage(key)
    person.session = door.open(key)

    assert saved.whole
    assert len(person.weeks()) == 27
    assert (saved.aside.path / "vault.db").read_bytes() == damaged


def test_that_the_difference_from_a_vault_that_is_gone_is_not_known(person):
    made = person.session.back_up_now()
    person.session.close()
    (person.door.folder / "vault.db").unlink()
    told = person.door.difference(made, person.door.backup_key_from_passphrase(made, FIRST))

    assert not told.known
    assert len(told.only_in_backup) == 26


def test_that_both_key_files_lost_are_had_back_from_a_backup(person):
    door = person.door
    made = person.session.back_up_now()
    person.session.remove(WEEK)
    person.session.close()
    for name in ("keys.json", "keys.copy.json"):
        (door.folder / name).write_bytes(b"noise")
    with pytest.raises(DamagedKeys):
        door.key_from_passphrase(FIRST)

    key = door.backup_key_from_passphrase(made, FIRST)
    door.mend_keys(made, key)
    person.session = door.open(door.key_from_passphrase(FIRST))

    assert len(person.weeks()) == 25


def test_that_a_restore_cut_short_is_brought_to_its_end_before_a_passphrase_is_checked(
    person, monkeypatch
):
    door = person.door
    made = person.session.back_up_now()
    person.session.change_passphrase(FIRST, SECOND, cost=CHEAP)
    person.session.remove(WEEK)
    person.session.close()
    settle = swap.settle
    calls = []

    def cut_short(folder):
        calls.append(folder)
        if len(calls) > 1:
            raise KeyboardInterrupt
        settle(folder)

    monkeypatch.setattr(swap, "settle", cut_short)
    with pytest.raises(KeyboardInterrupt):
        door.restore(made, door.backup_key_from_passphrase(made, FIRST))
    monkeypatch.undo()

    assert not door.is_new

    person.session = door.open(door.key_from_passphrase(FIRST))

    assert WEEK in person.weeks()


def test_that_a_damaged_backup_is_passed_over_for_an_older_good_one(person):
    good = person.session.back_up_now()
    person.now += timedelta(days=1)
    bad = person.session.back_up_now()
    bad.path.write_bytes(bad.path.read_bytes()[:-9000])

    assert person.door.newest_good() == good
    with pytest.raises(DamagedBackup):
        person.door.backup_at(bad.path)


def test_that_the_passphrase_changes_only_for_who_knows_the_old_one(person):
    session, door = person.session, person.door
    with pytest.raises(WrongSecret):
        session.change_passphrase(SECOND, "new", cost=CHEAP)
    with pytest.raises(BadInput):
        session.change_passphrase(FIRST, "", cost=CHEAP)
    session.change_passphrase(FIRST, SECOND, cost=CHEAP)

    with pytest.raises(WrongSecret):
        door.key_from_passphrase(FIRST)
    assert door.key_from_passphrase(SECOND) == door.key_from_code(person.code)


def test_that_a_drawn_code_opens_nothing_before_it_is_taken(person):
    code = person.session.draw_code()
    with pytest.raises(WrongSecret):
        person.door.key_from_code(code)
    person.session.use_code(code)

    assert person.door.key_from_code(code) == person.door.key_from_passphrase(FIRST)
    with pytest.raises(WrongSecret):
        person.door.key_from_code(person.code)


def test_that_erasing_needs_the_passphrase_and_leaves_other_peoples_backups(person, tmp_path):
    shared = tmp_path / "shared"
    person.session.set_backup_place(shared)
    person.session.back_up_now()
    other = Person(tmp_path / "other")
    other.session.set_backup_place(shared)
    theirs = other.session.back_up_now()
    other.session.close()
    marker = tmp_path / "marker"
    marker.write_text("x")
    (person.door.folder / "log").mkdir()
    (person.door.folder / "log" / "burnout-check.log").write_text("x")
    with pytest.raises(WrongSecret):
        person.session.erase(SECOND)

    assert len(person.weeks()) == 26

    told = person.session.erase(FIRST, also=[marker])

    assert told.backups == 1
    assert [path.name for path in shared.iterdir()] == [theirs.path.name]
    assert list(person.door.folder.iterdir()) == []
    assert not marker.exists()
    assert any(theirs.path.name in sentence for sentence in told.left)
    assert "cannot be reached" in told.left[-1]
    assert person.door.is_new


def test_that_erasing_takes_what_was_set_aside_and_backups_of_earlier_vaults(person, tmp_path):
    made = person.session.back_up_now()
    person.session.set_backup_place(tmp_path / "stick")
    person.session.back_up_now()
    person.session.close()
    person.session = person.door.restore(made, person.door.backup_key_from_passphrase(made, FIRST))
    told = person.session.erase(FIRST)

    assert told.backups == 2
    assert list(person.door.folder.iterdir()) == list((tmp_path / "stick").iterdir()) == []

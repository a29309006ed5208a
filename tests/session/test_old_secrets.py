"""What a secret that was changed still opens, which the dialogs say, and what shuts it out."""

import errno
import shutil
from datetime import timedelta

import pytest

from burnout_check.errors import FolderError, WrongSecret
from burnout_check.session.locked_vault import LockedVault
from burnout_check.store.files.renewal import ELSEWHERE
from burnout_check.store.folder import KEYS, KEYS_COPY
from tests.person import FIRST, Person
from tests.vaults import CHEAP

NEW = "another passphrase"


@pytest.fixture
def person(tmp_path):
    person = Person(tmp_path / "data")
    yield person
    person.session.close()


@pytest.fixture(params=["passphrase", "code"])
def changed(request, person):
    """The person, an old backup, and how the secret that was changed opens a backup."""
    care = person.session.vault_care
    old_code = care.draw_code()
    care.use_code(old_code)
    backup = care.back_up_now()
    person.now += timedelta(days=1)
    if request.param == "passphrase":
        care.change_passphrase(FIRST, NEW, cost=CHEAP)
        return (
            person,
            backup,
            lambda locked, one: locked.backup_key_from_passphrase(one, FIRST),
        )
    care.use_code(care.draw_code())
    return person, backup, lambda locked, one: locked.backup_key_from_code(one, old_code)


def _locked(person) -> LockedVault:
    return LockedVault(person.session.ledger.vault.folder, person.session.content, cost=CHEAP)


def test_that_with_an_old_backup_and_this_folder_it_opens_todays_data(changed):
    person, backup, opening = changed
    locked = _locked(person)
    weeks = [check_in.week for check_in in person.session.ledger.history.check_ins]
    person.session.close()
    for name in (KEYS, KEYS_COPY):
        (locked.folder / name).unlink()
    key = opening(locked, backup)
    locked.mend_keys(backup, key)
    with_old = locked.open(key)

    assert [check_in.week for check_in in with_old.ledger.history.check_ins] == weeks

    with_old.close()


def test_that_after_renewing_it_opens_no_backup_and_nothing_is_lost(changed):
    person, _backup, opening = changed
    person.session.vault_care.back_up_now()  # which the new one makes outdated by itself
    rows = person.session.ledger.vault._database.rows()
    renewed = person.session.vault_care.renew_backups()
    locked = _locked(person)
    (left,) = locked.backups()

    assert renewed.removed == 2
    assert renewed.left == (ELSEWHERE,)
    with pytest.raises(WrongSecret):
        opening(locked, left)
    assert person.session.ledger.vault._database.rows() == rows
    assert person.session.vault_care.difference(left).only_now == ()


def test_that_a_new_backup_that_fails_removes_no_older_one(changed, monkeypatch):
    person, _backup, _opening = changed
    before = _locked(person).backups()

    def full(*_arguments, **_named):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("burnout_check.store.files.backups.archive.write", full)
    with pytest.raises(FolderError):
        person.session.vault_care.renew_backups()

    assert _locked(person).backups() == before


def test_that_what_may_be_somebody_elses_stays_and_is_named(changed, tmp_path):
    person, backup, _opening = changed
    place = backup.path.parent
    others = Person(tmp_path / "others")
    theirs = shutil.copy(others.session.vault_care.back_up_now().path, place / "theirs.bcbackup")
    others.session.close()
    damaged = place / "damaged.bcbackup"
    damaged.write_bytes(backup.path.read_bytes()[:200])
    renewed = person.session.vault_care.renew_backups()

    assert {theirs, damaged} < set(place.iterdir())
    assert not backup.path.exists()
    assert [sentence for sentence in renewed.left if str(damaged) in sentence]
    assert not [sentence for sentence in renewed.left if str(theirs) in sentence]


def test_that_what_a_restore_set_aside_is_named(changed):
    person, backup, opening = changed
    locked = _locked(person)
    person.session.close()
    session = locked.restore(backup, opening(locked, backup))
    renewed = session.vault_care.renew_backups()
    session.close()
    (aside,) = locked.set_aside()

    assert [sentence for sentence in renewed.left if str(aside.path) in sentence]
    assert (aside.path / KEYS).exists()

"""A drive that died under an open vault: each thing that is asked of it names the folder."""

import pytest

from burnout_check.errors import FolderError, UserError, VaultError
from burnout_check.store.files.closing import wait_until_closed
from tests.dead_drive import DEAD, DeadDrive
from tests.person import FIRST, SECOND
from tests.vaults import CHEAP


@pytest.fixture
def drive(person, monkeypatch):
    with monkeypatch.context() as patch:
        found = DeadDrive(person.locked_vault.folder, patch)
        yield found
        found.answers()


def _save(session, draft):
    session.check_ins.submit(draft, leave_blank=True)


ASKED = {
    "save": _save,
    "draft": lambda session, draft: session.check_ins.update_draft(draft),
    "read": lambda session, _draft: session.check_ins.drafts(),
    "setting": lambda session, _draft: session.preferences.update({"nation": "Wales"}),
    "back up": lambda session, _draft: session.vault_care.back_up_now(),
    "place": lambda session, _draft: session.vault_care.set_backup_place(
        session.ledger.vault.folder / "other"
    ),
    "passphrase": lambda session, _draft: session.vault_care.change_passphrase(
        FIRST, SECOND, cost=CHEAP
    ),
    "check": lambda session, _draft: session.vault_care.check_passphrase(FIRST),
}


@pytest.mark.parametrize("code", DEAD)
@pytest.mark.parametrize("what", ASKED)
def test_that_on_a_dead_drive_it_is_said_which_folder_cannot_be_reached(person, drive, what, code):
    session = person.session
    draft = session.check_ins.draft_for(session.ledger.week)
    drive.dies(code, session)
    with pytest.raises(FolderError) as raised:
        ASKED[what](session, draft)

    assert str(session.ledger.vault.folder) in str(raised.value)


@pytest.mark.parametrize("code", DEAD)
def test_that_what_is_only_looked_up_is_not_there_or_says_why(person, drive, code):
    care = person.session.vault_care
    drive.dies(code, person.session)
    known = care.look_at_backups()

    assert known.made == ()
    assert care.undoable is None


@pytest.mark.parametrize("code", DEAD)
def test_that_a_vault_on_a_dead_drive_is_not_opened_and_its_folder_is_named(person, drive, code):
    locked_vault, session = person.locked_vault, person.session
    key = locked_vault.key_from_passphrase(FIRST)
    session.close()
    drive.dies(code, None)
    for ask in (
        locked_vault.check_available,
        lambda: locked_vault.is_new,
        lambda: locked_vault.key_from_passphrase(FIRST),
        lambda: locked_vault.open(key),
    ):
        with pytest.raises(FolderError) as raised:
            ask()
        assert str(locked_vault.folder) in str(raised.value)
    key.wipe()


@pytest.mark.parametrize("code", DEAD)
def test_that_erasing_on_a_dead_drive_says_what_could_not_be_removed(
    person, drive, code, monkeypatch
):
    session = person.session
    care = session.vault_care
    monkeypatch.setattr(type(care), "check_passphrase", lambda _care, _passphrase: None)
    drive.dies(code, session)
    with pytest.raises(UserError) as raised:
        care.erase(FIRST)

    assert str(session.ledger.vault.folder) in str(raised.value)


def test_that_a_vault_whose_drive_hangs_is_locked_and_said_to_be_out_of_reach(person, drive):
    session, locked_vault = person.session, person.locked_vault
    key = session.ledger.vault.data_key
    told: list[Exception | None] = []
    drive.hangs(session)
    session.begin_lock()

    assert key.wiped
    with pytest.raises(VaultError, match="locked"):
        session.check_ins.drafts()

    session.lock(told.append)

    assert session.ledger.vault.closed
    assert told == []
    with pytest.raises(FolderError, match=r"could not be read or written|cannot be found"):
        wait_until_closed(locked_vault.folder, 0.01)

    drive.answers()
    wait_until_closed(locked_vault.folder, 60)

    assert told == [None]
    locked_vault.open(locked_vault.key_from_passphrase(FIRST)).close()


def test_that_what_is_still_typed_is_saved_between_the_two_halves_of_a_lock(person):
    session, locked_vault = person.session, person.locked_vault
    session.begin_lock()
    assert session.ledger.vault.data_key.wiped
    session.preferences.update({"nation": "Wales"})
    session.lock()
    again = locked_vault.open(locked_vault.key_from_passphrase(FIRST))

    assert again.ledger.settings.text("nation") == "Wales"
    again.close()


def test_that_no_other_connection_is_made_once_the_key_is_overwritten(person):
    session = person.session
    session.begin_lock()
    session.ledger.vault._database._file.renew()  # as after an error
    with pytest.raises(VaultError, match="locked"):
        session.check_ins.drafts()

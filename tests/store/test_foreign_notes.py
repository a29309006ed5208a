"""What may stand in the small notes of a data folder, and what of it is believed."""

from pathlib import Path

import pytest

from burnout_check.domain.backup import Cause
from burnout_check.errors import DamagedKeys, VaultError
from burnout_check.store.data_key import DataKey
from burnout_check.store.files import backups, restore, vault_replacement
from burnout_check.store.folder import (
    BACKUP_PLACE,
    BACKUPS,
    KEYS,
    KEYS_COPY,
    STAGE,
    SWAP,
)
from burnout_check.store.keys import KeyFile
from tests.foreign import FOREIGN, in_time, tree
from tests.store.foreign_data import ABOUT, NOW
from tests.vaults import opened_vault

EVIL_NOTES = {
    "deletes": '{"new":[],"gone":["%s"],"aside":"x"}',
    "overwrites": '{"new":["../outside/thesis"],"gone":[],"aside":"2026-11-21-1900-undo"}',
    "moves": '{"new":["keys.json"],"gone":[],"aside":"../../outside/x"}',
    "moves to": '{"new":[],"gone":[],"aside":"%s"}',
    "goes up": '{"new":[],"gone":[],"aside":".."}',
    "names another file": '{"new":["look.json"],"gone":[],"aside":"2026-11-21-1900-undo"}',
    "names none": '{"new":[],"gone":["vault.db"],"aside":"2026-11-21-1900-nowhere"}',
    "says more": '{"new":[],"gone":[],"aside":"2026-11-21-1900-undo","then":"x"}',
}


@pytest.mark.parametrize("kind", EVIL_NOTES)
def test_that_a_note_that_names_another_file_is_refused_and_nothing_is_changed(data, kind):
    note = EVIL_NOTES[kind]
    note = note.replace("%s", str(data.outside / "thesis"))
    (data.folder / STAGE).mkdir()
    (data.folder / STAGE / "thesis").write_bytes(b"an attacker's")
    (data.folder / SWAP).write_text(note)
    before = tree(data.folder)

    with data.unharmed(), pytest.raises(VaultError, match="Nothing has been changed"):
        vault_replacement.settle(data.folder)

    assert tree(data.folder) == before


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_a_note_that_cannot_be_read_is_said_and_nothing_is_changed(data, kind):
    FOREIGN[kind](data.folder / SWAP, data.outside)
    before = tree(data.folder)

    with pytest.raises(VaultError, match=r"was cut short, and its note swap\.json is "):
        vault_replacement.settle(data.folder)

    assert tree(data.folder) == before


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_a_place_for_backups_that_cannot_be_read_is_the_one_beside_the_vault(data, kind):
    FOREIGN[kind](data.folder / BACKUP_PLACE, data.outside)
    place = backups.place_of(data.folder)

    if kind == "300 letters":  # one that is not there, and is said to be
        assert place == Path("/" + "n" * 300)
        assert backups.found_in(place) == ()
    else:
        assert place == data.folder / BACKUPS


@pytest.mark.parametrize("text", ['{"place":"backups"}', '{"place":""}', '{"place":7}', "{}"])
def test_that_a_place_that_is_no_whole_path_is_not_taken(data, text):
    (data.folder / BACKUP_PLACE).write_text(text)

    assert backups.place_of(data.folder) == data.folder / BACKUPS


def test_that_a_place_whose_name_is_no_utf_8_is_kept(data):
    place = Path(f"{data.folder.parent}/caf\udce9")
    try:
        place.mkdir()
    except (OSError, UnicodeError):
        pytest.skip("this disk has no such names")
    backups.choose_place(data.folder, place)
    made = backups.make(data.folder, place, key=DataKey(data.key), made=NOW)

    assert backups.place_of(data.folder) == place
    assert backups.found_in(backups.place_of(data.folder)) == (made,)


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_one_key_file_that_cannot_be_read_is_no_loss_and_both_are_said(data, kind):
    FOREIGN[kind](data.folder / KEYS, data.outside)
    with data.unharmed():
        assert in_time(lambda: KeyFile.read(data.folder).vault) == data.vault

        FOREIGN[kind](data.folder / KEYS_COPY, data.outside)
        with pytest.raises(DamagedKeys, match=r"does not mean that your passphrase is wrong"):
            in_time(lambda: KeyFile.read(data.folder))


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_what_is_said_of_a_vault_set_aside_is_left_out_if_it_cannot_be_read(data, kind):
    FOREIGN[kind](data.folder / ABOUT, data.outside)

    assert in_time(lambda: vault_replacement.set_aside(data.folder)) == ()


@pytest.mark.parametrize(
    "about",
    [
        '{"number":99999999999999999999,"cause":"restore","made":"2026-11-21T19:00:00Z"}',
        '{"number":-1,"cause":"restore","made":"2026-11-21T19:00:00Z"}',
        '{"number":1,"cause":"other","made":"2026-11-21T19:00:00Z"}',
        '{"number":1,"cause":"restore","made":"2026-11-21T19:00:00"}',
        '{"number":1,"cause":"restore","made":"0001-01-01T00:00:00+14:00"}',
        '{"number":1,"cause":"restore","made":"9999-12-31T23:59:59-12:00"}',
    ],
)
def test_that_what_no_vault_set_aside_says_is_left_out(data, about):
    (data.folder / ABOUT).write_text(about)

    assert vault_replacement.set_aside(data.folder) == ()


def test_that_the_last_is_known_after_the_highest_number_there_is(data):
    highest = '{"number":1000000,"cause":"restore","made":"2026-11-20T19:00:00Z"}'
    (data.folder / ABOUT).write_text(highest)
    restore.undo(data.folder, now=NOW)

    assert [one.cause for one in vault_replacement.set_aside(data.folder)] == [
        Cause.UNDO,
        Cause.RESTORE,
    ]


def test_that_a_note_of_this_version_is_read_by_this_version(data, monkeypatch):
    monkeypatch.setattr(vault_replacement, "settle", lambda _folder: None)
    (backup,) = backups.found_in(data.folder / BACKUPS)
    restore.restore(data.folder, backup, key=DataKey(data.key), now=NOW)
    monkeypatch.undo()

    assert (data.folder / SWAP).exists()
    vault_replacement.settle(data.folder)
    assert not (data.folder / SWAP).exists()
    opened_vault(data.folder).close()

import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest

from burnout_check.domain.event import Event, EventKind
from burnout_check.errors import DamagedBackup, DamagedData, FolderError, NewerVault, VaultError
from burnout_check.store.files import archive, backups, restore
from burnout_check.store.folder import BACKUPS
from burnout_check.store.keys import KeyFile
from burnout_check.store.tables import migrations
from tests.store.keeping import NOW, back_up, fill
from tests.store.samples import CHECK_IN, WEEK
from tests.vaults import PASSPHRASE, new_vault, opened_vault


@pytest.fixture
def full(vault):
    fill(vault)
    return vault


def test_that_a_backup_has_its_name_its_parts_and_says_what_is_in_it(full, folder):
    told = []
    full.events.add(Event(date(2026, 9, 1), EventKind.NEW_POST))
    made = backups.make(
        folder,
        folder / BACKUPS,
        key=full.data_key,
        made=NOW,
        progress=lambda done, total: told.append((done, total)),
    )
    inside = restore.contents(made, full.data_key)
    with zipfile.ZipFile(made.path) as file:
        names = file.namelist()

    assert made.path == folder / "backups" / "burnout-check-2026-11-20-1730.bcbackup"
    assert names == ["manifest.json", "vault.db", "keys.json"]
    numbers = {amount.kind: amount.number for amount in inside.others}

    assert inside.check_ins == 26
    assert numbers.items() >= {"drafts": 1, "actions": 0, "events": 1}.items()
    assert numbers["supervision_sessions"] == 0
    assert (inside.first, inside.last, inside.made) == (WEEK.plus(-25), WEEK, NOW)
    assert told[-1][0] == told[-1][1] > 1
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]
    assert backups.found_in(made.path.parent) == (made,)


def test_that_a_backup_says_nothing_personal_in_plain(full):
    content = back_up(full).path.read_bytes()

    assert b"check_ins" not in content
    assert b"2026-11-16" not in content
    assert CHECK_IN.note.encode() not in content


def test_that_two_backups_of_one_minute_both_stay(full):
    first, second = back_up(full), back_up(full)

    assert second.path.name == "burnout-check-2026-11-20-1730-2.bcbackup"
    assert first.path.exists()


def test_that_any_changed_byte_of_a_backup_is_damage_or_harmless(full):
    made = back_up(full)
    whole = made.path.read_bytes()
    key = full.data_key
    edges = [*range(400), *range(len(whole) - 400, len(whole)), *range(0, len(whole), 1009)]
    harmless = 0
    for place in edges:
        flipped = bytearray(whole)
        flipped[place] ^= 1
        made.path.write_bytes(flipped)
        backups.found_in(made.path.parent)
        try:
            inside = restore.contents(made, key)
        except DamagedBackup:
            continue
        harmless += 1  # a date or a flag of the zip itself

        assert inside.check_ins == 26
        assert made.path.read_bytes() == flipped

    assert harmless < len(edges) / 4


@pytest.mark.parametrize("kept", [0, 1, 100, 5000, -1])
def test_that_a_cut_off_backup_is_damage_and_still_listed(full, kept):
    made = back_up(full)
    made.path.write_bytes(made.path.read_bytes()[:kept])
    (listed,) = backups.found_in(made.path.parent)

    assert not listed.readable
    assert listed.made == NOW.replace(minute=30, second=0)
    assert not backups.is_sound(listed)
    with pytest.raises(DamagedBackup, match="does not mean that your passphrase is wrong"):
        restore.contents(listed, full.data_key)


@pytest.mark.parametrize("missing", ["manifest.json", "vault.db", "keys.json"])
def test_that_a_backup_without_one_of_its_parts_is_damage(full, missing):
    made = back_up(full)
    with zipfile.ZipFile(made.path) as file:
        parts = {name: file.read(name) for name in file.namelist() if name != missing}
    with zipfile.ZipFile(made.path, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    with pytest.raises(DamagedBackup):
        archive.read(made.path)


def test_that_a_backup_of_another_vault_does_not_open_with_this_key(full, tmp_path):
    with new_vault(tmp_path / "other") as other:
        theirs = back_up(other)
    with pytest.raises(DamagedBackup):
        restore.contents(theirs, full.data_key)


def test_that_a_newer_format_is_refused_as_such(full, monkeypatch):
    monkeypatch.setattr(archive, "FORMAT", 2)
    made = back_up(full)
    monkeypatch.undo()
    with pytest.raises(NewerVault, match="newer version"):
        restore.contents(made, full.data_key)


def test_that_no_backup_is_made_of_damaged_data(full, folder):
    path = folder / "vault.db"
    whole = bytearray(path.read_bytes())
    whole[5 * 4096 + 100] ^= 1
    path.write_bytes(whole)
    with pytest.raises(DamagedData):
        back_up(full)

    assert list((folder / BACKUPS).iterdir()) == []


def test_that_no_backup_is_made_of_a_long_note_that_turned_to_zeros(vault, folder):
    vault.check_ins.add(replace(CHECK_IN, note="a long note " * 3000))
    path = folder / "vault.db"
    whole = path.read_bytes()
    path.write_bytes(whole[: 20 * 4096] + bytes(4096) + whole[21 * 4096 :])
    with pytest.raises(DamagedData):
        back_up(vault)


def test_that_what_is_read_back_otherwise_gets_no_name(full, folder, monkeypatch):
    write = archive.write

    def spoil(path, **parts):
        write(path, **parts)
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(archive, "write", spoil)
    with pytest.raises(DamagedBackup):
        back_up(full)

    assert list((folder / BACKUPS).iterdir()) == []


def test_that_a_full_place_is_said_and_leaves_nothing_behind(full, small_disk):
    full_place = small_disk.root / "stick"
    full_place.mkdir()
    small_disk.fill()
    with pytest.raises(FolderError, match="is full"):
        backups.make(full.folder, full_place, key=full.data_key, made=NOW)

    assert list(full_place.iterdir()) == []


@pytest.mark.parametrize("room", [16, 100, 160, 220])
def test_that_a_place_that_fills_up_meanwhile_leaves_a_whole_backup_or_none(
    full, small_disk, room, monkeypatch
):
    place = small_disk.root / "stick"
    place.mkdir()
    monkeypatch.setattr(backups, "prepare_folder", lambda path: path)
    ballast = small_disk.fill()
    with ballast.open("r+b") as file:
        file.truncate(ballast.stat().st_size - room * 1024)
    try:
        made = backups.make(full.folder, place, key=full.data_key, made=NOW)
    except FolderError as error:
        assert str(small_disk.root) in str(error)  # noqa: PT017 - or there was room enough
        assert list(place.iterdir()) == []
    else:
        assert restore.contents(made, full.data_key).check_ins == 26


def test_that_the_place_is_remembered_and_one_that_cannot_be_used_is_not_taken(folder, vault):
    assert backups.place_of(folder) == folder / "backups"

    backups.choose_place(folder, folder.parent / "stick")

    assert backups.place_of(folder) == folder.parent / "stick"

    (folder.parent / "a file").write_text("x")
    with pytest.raises(FolderError):
        backups.choose_place(folder, folder.parent / "a file")

    assert backups.place_of(folder) == folder.parent / "stick"


def test_that_thinning_out_leaves_other_vaults_and_damaged_backups_alone(full, tmp_path):
    place = full.folder / BACKUPS
    ours = [back_up(full, NOW - timedelta(hours=hours)) for hours in (3, 2, 1, 0)]
    ours[2].path.write_bytes(b"damaged")
    with new_vault(tmp_path / "other") as other:
        theirs = [
            backups.make(other.folder, place, key=other.data_key, made=NOW - timedelta(hours=hours))
            for hours in (2, 1)
        ]
    gone = backups.thin_out(place, ours[3], NOW)

    assert gone == tuple(ours[:2])
    assert [one.path.exists() for one in ours] == [False, False, True, True]
    assert all(one.path.exists() for one in theirs)


@pytest.mark.parametrize("number", [1, 2])
def test_that_the_backup_just_made_stays_though_others_were_made_at_the_same_instant(full, number):
    first = back_up(full)
    made = back_up(full)
    if number == 1:  # whose name is free again, and comes before those with a number
        first.path.unlink()
        first, made = made, back_up(full)
    gone = backups.thin_out(full.folder / BACKUPS, made, NOW)

    assert gone == (first,)
    assert made.path.exists()


def test_that_of_one_minute_the_tenth_backup_is_newer_than_the_ninth(full):
    made = back_up(full)
    numbered = [made.path.with_name(f"{made.path.stem}-{number}.bcbackup") for number in (9, 10)]
    for path in numbered:
        path.write_bytes(made.path.read_bytes())
    found = backups.found_in(full.folder / BACKUPS)

    assert [one.path for one in found] == [*reversed(numbered), made.path]


def test_that_a_backup_is_made_before_a_migration_and_without_one_nothing_changes(
    full, folder, monkeypatch
):
    full.close()
    before = (folder / "vault.db").read_bytes()
    _add_a_step(monkeypatch)
    (folder / BACKUPS).write_text("a file in its place")
    with pytest.raises(VaultError, match="nothing has been changed") as caught:
        opened_vault(folder)

    assert "in its place" in str(caught.value)
    assert (folder / "vault.db").read_bytes() == before

    (folder / BACKUPS).unlink()
    opened_vault(folder).close()
    (made,) = backups.found_in(folder / BACKUPS)
    key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)

    assert restore.contents(made, key).check_ins == 26


def test_that_a_chosen_place_that_is_gone_does_not_keep_a_vault_from_its_migration(
    full, folder, monkeypatch
):
    (folder.parent / "a file").write_text("x")
    (folder / "backup-place.json").write_text('{"place": "%s"}' % (folder.parent / "a file"))
    full.close()
    _add_a_step(monkeypatch)
    opened_vault(folder).close()

    assert len(backups.found_in(folder / BACKUPS)) == 1


def _add_a_step(monkeypatch):
    import sqlite_utils

    steps = sqlite_utils.Migrations("burnout_check")

    @steps()
    def m001_first_tables(db):
        raise AssertionError("has run already")

    @steps()
    def m900_adds(db):
        db.execute("alter table check_ins add column mood text")

    monkeypatch.setattr(migrations, "_MIGRATIONS", steps)
    monkeypatch.setattr(migrations, "_KNOWN", [*migrations._KNOWN, "m900_adds"])

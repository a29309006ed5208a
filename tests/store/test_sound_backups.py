"""Only a backup that is sound stands for the data: made, kept, described or restored."""

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest

from burnout_check.errors import DamagedBackup
from burnout_check.store.files import archive, backups, restore, vault_replacement
from burnout_check.store.keys import KeyFile
from tests.store.keeping import NOW, back_up, fill
from tests.store.samples import CHECK_IN, WEEK
from tests.vaults import PASSPHRASE, opened_vault


@pytest.fixture
def full(vault):
    fill(vault)
    return vault


def parts_of(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for name, part in parts.items():
            file.writestr(name, part)


def flipped(content, place):
    changed = bytearray(content)
    changed[place] ^= 1
    return bytes(changed)


def test_that_a_damaged_backup_does_not_stand_for_the_good_one_of_its_day(full):
    """Of yesterday the later one would stay; but one byte of its data has changed."""
    yesterday = NOW - timedelta(days=1)
    good = back_up(full, yesterday - timedelta(hours=2))
    damaged = back_up(full, yesterday)
    made = back_up(full, NOW)
    whole = damaged.path.read_bytes()
    damaged.path.write_bytes(flipped(whole, len(whole) // 2))

    assert damaged in backups.found_in(made.path.parent)  # what it says of itself can be read
    assert backups.thin_out(made.path.parent, made, NOW) == ()
    assert good.path.exists()


def test_that_a_backup_that_lacks_a_check_in_gets_no_name(full, folder, monkeypatch):
    earlier = archive.read(back_up(full).path).database
    full.check_ins.add(replace(CHECK_IN, week=WEEK.plus(1)))
    write = archive.write
    monkeypatch.setattr(
        archive, "write", lambda path, **parts: write(path, **parts | {"database": earlier})
    )
    there = sorted((folder / "backups").iterdir())
    with pytest.raises(DamagedBackup, match="not what was read back"):
        back_up(full, NOW + timedelta(hours=1))

    assert sorted((folder / "backups").iterdir()) == there


@pytest.mark.parametrize("part", ["vault.db", "keys.json"])
def test_that_a_part_that_is_not_the_one_of_the_manifest_is_damage(full, part):
    made = back_up(full)
    parts = parts_of(made.path)
    packed(made.path, parts | {part: flipped(parts[part], 100)})
    with pytest.raises(DamagedBackup):
        archive.read(made.path)


def test_that_a_manifest_that_was_written_anew_without_the_key_is_refused(full):
    made = back_up(full)
    parts = parts_of(made.path)
    manifest = json.loads(parts["manifest.json"])
    said = manifest["body"]["plain"]
    assert said["made"].startswith("2026-11-20")
    said["made"] = said["made"].replace("2026-11-20", "2031-01-01")
    body = json.dumps(manifest["body"], separators=(",", ":"))
    manifest["checksum"] = hashlib.sha256(body.encode()).hexdigest()
    forged = json.dumps(manifest, separators=(",", ":")) + "\n"
    packed(made.path, parts | {"manifest.json": forged.encode()})

    (listed,) = backups.found_in(made.path.parent)
    assert listed.made.year == 2031  # without the key nobody can know
    with pytest.raises(DamagedBackup):
        restore.contents(listed, full.data_key)


def test_that_a_backup_of_data_that_was_damaged_already_is_not_restored(full, folder):
    """Its checksums and its seal are right; the page it is damaged in is one nobody reads."""
    full.check_ins.add(replace(CHECK_IN, week=WEEK.plus(1), note="a long note " * 3000))
    full.check_ins.remove(WEEK.plus(1))
    made = back_up(full)
    found = archive.read(made.path)
    database = flipped(found.database, len(found.database) - 8)  # in what authenticates the last
    made.path.unlink()
    archive.write(
        made.path,
        database=database,
        keys=found.keys,
        key=full.data_key,
        counts=found.counts(full.data_key),
        made=NOW,
        version="0",
    )
    full.close()
    before = (folder / "vault.db").read_bytes()
    key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)
    with pytest.raises(DamagedBackup):
        restore.restore(folder, made, key=key, now=NOW)

    assert vault_replacement.set_aside(folder) == ()
    assert (folder / "vault.db").read_bytes() == before
    opened_vault(folder).close()

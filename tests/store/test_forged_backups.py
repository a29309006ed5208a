"""Backups that somebody made up: told as damaged, within bounds of time, memory and calendar."""

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta

import pytest

from burnout_check.domain.backup import is_behind, is_due, outdated
from burnout_check.errors import DamagedBackup
from burnout_check.store.data_key import DataKey
from burnout_check.store.files import archive, backups
from burnout_check.store.folder import BACKUPS
from tests.foreign import FOREIGN, in_time
from tests.store.foreign_data import NOW


@pytest.fixture
def forged(data):
    """Makes the data's backup say other things of itself in plain; nothing in it has a secret."""
    (old,) = backups.found_in(data.folder / BACKUPS)

    def make(**said):
        with zipfile.ZipFile(old.path) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        body = json.loads(parts["manifest.json"])["body"]
        body["plain"] |= said
        content = json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()
        parts["manifest.json"] = archive._checksummed(content)
        path = data.folder / BACKUPS / "forged.bcbackup"
        with zipfile.ZipFile(path, "w") as file:
            for name, part in parts.items():
                file.writestr(name, part)
        return path

    return make


def test_that_a_manifest_made_anew_is_read_so_that_the_next_tests_try_what_they_say(forged):
    found = archive.describe(forged(version="9"))

    assert found is not None
    assert found.version == "9"


@pytest.mark.parametrize(
    "said",
    [
        {"made": "0001-01-01T00:00:00+14:00"},
        {"made": "9999-12-31T23:59:59-12:00"},
        {"made": "2026-11-21T19:00:00"},
        {"made": "yesterday"},
        {"version": "9" * 5000},
        {"vault": "a" * 5000},
        {"parts": [[]]},
    ],
)
def test_that_a_backup_that_says_what_none_says_is_damaged(forged, said):
    path = forged(**said)

    assert archive.describe(path) is None
    with pytest.raises(DamagedBackup):
        archive.read(path)


@pytest.mark.parametrize("made", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_that_no_date_stops_the_list_nor_what_is_due(data, forged, made):
    path = forged(made=made)
    found = backups.found_in(data.folder / BACKUPS)
    when = [each.made for each in found]

    assert path in [each.path for each in found]
    assert is_due(when, [NOW - timedelta(hours=1)], NOW) in {True, False}
    assert is_behind(when, [NOW], NOW) is False
    outdated(found, NOW)


@pytest.mark.parametrize("name", ["0001-01-01-0000", "9999-12-31-2359", "2026-13-41-9999"])
def test_that_no_date_in_a_name_stops_them_either(data, name):
    path = data.folder / BACKUPS / f"burnout-check-{name}.bcbackup"
    path.write_bytes(b"damaged")
    (found,) = (one for one in backups.found_in(path.parent) if one.path == path)

    assert found.made.astimezone(UTC).year > 1
    assert is_due([found.made], [], NOW) is False


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_whatever_is_called_a_backup_is_damaged_and_never_waited_for(data, kind):
    path = data.folder / BACKUPS / "x.bcbackup"
    FOREIGN[kind](path, data.outside)

    found = in_time(lambda: backups.found_in(data.folder / BACKUPS))
    assert [one.readable for one in found if one.path == path] == [False]
    if kind != "a link to nothing":
        with pytest.raises(DamagedBackup):
            in_time(lambda: backups.at(path))


def test_that_one_of_40_gb_is_damaged_and_takes_no_memory(data):
    path = data.folder / BACKUPS / "x.bcbackup"
    with path.open("wb") as file:
        try:
            file.truncate(40 * 1024**3)
        except OSError:
            pytest.skip("this disk has no files with holes in them")

    with pytest.raises(DamagedBackup, match=r"x\.bcbackup is damaged or not complete"):
        in_time(lambda: backups.at(path))


@pytest.mark.parametrize("comment", [b"", b"a comment"])
def test_that_a_list_of_very_many_parts_is_not_read(tmp_path, comment):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("manifest.json", b"{}")
        file.comment = comment
    forged = bytearray(content.getvalue())
    end = forged.rindex(b"PK\5\6")
    forged[end + 12 : end + 16] = (2**31).to_bytes(4, "little")
    path = tmp_path / "x.bcbackup"
    path.write_bytes(forged)

    assert archive.describe(path) is None


def test_that_a_backup_from_the_future_is_no_sign_that_anything_is_in_it():
    future, long_ago = NOW + timedelta(days=400), NOW - timedelta(weeks=4)

    assert is_behind([future], [long_ago], NOW)
    assert is_behind([long_ago - timedelta(days=1), future], [long_ago], NOW)
    assert not is_behind([long_ago + timedelta(days=1), future], [long_ago], NOW)


def test_that_thinning_out_goes_on_after_a_backup_of_a_wrong_clock(data):
    place, key = data.folder / BACKUPS, data.key
    future = backups.make(
        data.folder, place, key=DataKey(key), made=datetime(2099, 1, 1, tzinfo=UTC)
    )
    noon = NOW.replace(hour=12)
    early, late = (
        backups.make(data.folder, place, key=DataKey(key), made=noon + timedelta(minutes=minutes))
        for minutes in (0, 1)
    )
    last = backups.make(data.folder, place, key=DataKey(key), made=NOW + timedelta(minutes=1))
    gone = backups.thin_out(place, last, NOW + timedelta(minutes=2))

    assert {early.path, late.path} <= {one.path for one in gone}
    assert future.path.exists()
    assert last.path.exists()

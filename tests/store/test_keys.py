import os
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burnout_check.errors import BadInput, DamagedKeys, FolderError, NewerVault, WrongSecret
from burnout_check.store import keys
from burnout_check.store.data_key import DataKey
from burnout_check.store.folder import replace_file
from burnout_check.store.keys import Cost, KeyFile, calibrate, create_keys
from burnout_check.store.recovery_code import new_code
from tests.store.samples import snapshot
from tests.vaults import CHEAP

MEBIBYTE = 1024 * 1024
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")


@pytest.fixture
def new_keys():
    return create_keys("correct horse", cost=CHEAP)


@pytest.fixture
def written(tmp_path, new_keys):
    new_keys.key_file.write(tmp_path)
    return tmp_path


@settings(max_examples=100)
@given(passphrase=st.text(min_size=1, max_size=200))
def test_that_any_passphrase_opens_what_it_closed(passphrase):
    made = create_keys(passphrase, cost=CHEAP)

    assert made.key_file.open_with_passphrase(passphrase) == made.data_key


@pytest.mark.parametrize("passphrase", ["x" * 200, "🔑" * 200, 'it\'s "quoted"; --', " ", "\ud83d"])
def test_that_odd_passphrases_open(passphrase):
    made = create_keys(passphrase, cost=CHEAP)

    assert made.key_file.open_with_passphrase(passphrase) == made.data_key


def test_that_a_passphrase_typed_on_another_keyboard_opens():
    made = create_keys(unicodedata.normalize("NFD", "Zoë café"), cost=CHEAP)

    assert made.key_file.open_with_passphrase("Zoë café") == made.data_key


@pytest.mark.parametrize("near", ["Correct horse", "correct  horse", "correcthorse", "x"])
def test_that_another_passphrase_is_wrong_and_not_damage(new_keys, near):
    with pytest.raises(WrongSecret, match="does not open this vault"):
        new_keys.key_file.open_with_passphrase(near)


def test_that_an_empty_passphrase_is_refused(new_keys):
    with pytest.raises(BadInput, match="at least one character"):
        create_keys("", cost=CHEAP)
    with pytest.raises(BadInput, match="at least one character"):
        new_keys.key_file.with_passphrase(new_keys.data_key, "", cost=CHEAP)
    with pytest.raises(BadInput, match="Type your passphrase"):
        new_keys.key_file.open_with_passphrase("")


def test_that_the_recovery_code_opens(written, new_keys):
    code = new_keys.recovery_code.lower().replace("-", " ")

    assert KeyFile.read(written).open_with_code(code) == new_keys.data_key


def test_that_a_slip_in_the_code_is_told_from_a_wrong_code(new_keys):
    code = new_keys.recovery_code
    slip = ("1" if code[0] == "0" else "0") + code[1:]
    with pytest.raises(BadInput, match="typing mistake"):
        new_keys.key_file.open_with_code(slip)
    with pytest.raises(WrongSecret, match="recovery code does not open"):
        new_keys.key_file.open_with_code(new_code())


def test_that_a_changed_passphrase_opens_the_same_data_and_the_old_one_does_not(new_keys):
    changed = new_keys.key_file.with_passphrase(new_keys.data_key, "staple", cost=CHEAP)

    assert changed.open_with_passphrase("staple") == new_keys.data_key
    assert changed.open_with_code(new_keys.recovery_code) == new_keys.data_key
    assert changed.vault == new_keys.key_file.vault
    with pytest.raises(WrongSecret):
        changed.open_with_passphrase("correct horse")


def test_that_a_new_code_replaces_the_old_one(new_keys):
    code = new_code()
    changed = new_keys.key_file.with_code(new_keys.data_key, code)

    assert changed.open_with_code(code) == new_keys.data_key
    assert changed.open_with_passphrase("correct horse") == new_keys.data_key
    with pytest.raises(WrongSecret):
        changed.open_with_code(new_keys.recovery_code)


def test_that_a_key_file_is_read_as_it_was_written(written, new_keys):
    assert KeyFile.read(written) == new_keys.key_file
    assert sorted(snapshot(written)) == ["keys.copy.json", "keys.json"]


@posix_only
def test_that_only_the_owner_may_read_the_key_file(written):
    modes = {oct(path.stat().st_mode & 0o777) for path in written.iterdir()}

    assert modes == {"0o600"}


@pytest.mark.parametrize("change", [1, 0x20, 0x80])
def test_that_a_flipped_bit_in_any_byte_is_damage_and_no_wrong_passphrase(written, change):
    whole = (written / "keys.json").read_bytes()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= change
        for name in ("keys.json", "keys.copy.json"):
            (written / name).write_bytes(flipped)
        with pytest.raises(DamagedKeys, match="is damaged, and so is its copy"):
            KeyFile.read(written)

        assert (written / "keys.json").read_bytes() == flipped


def test_that_a_key_file_cut_off_anywhere_is_damage(written):
    whole = (written / "keys.json").read_bytes()
    (written / "keys.copy.json").unlink()
    for length in range(len(whole) - 1):  # the line end is no loss: see test_key_files.py
        (written / "keys.json").write_bytes(whole[:length])
        with pytest.raises(DamagedKeys):
            KeyFile.read(written)


def test_that_the_copy_serves_when_the_first_is_damaged_or_missing(written, new_keys):
    (written / "keys.json").write_bytes(b"\0" * 500)

    assert KeyFile.read(written) == new_keys.key_file

    (written / "keys.json").unlink()

    assert KeyFile.read(written) == new_keys.key_file


def test_that_the_first_serves_when_the_copy_is_older(written, new_keys):
    older = (written / "keys.copy.json").read_bytes()
    changed = new_keys.key_file.with_passphrase(new_keys.data_key, "staple", cost=CHEAP)
    changed.write(written)
    (written / "keys.copy.json").write_bytes(older)

    assert KeyFile.read(written) == changed


def test_that_missing_keys_and_a_missing_folder_are_told_apart(tmp_path):
    with pytest.raises(DamagedKeys, match=r"keys\.json in the folder .* is missing"):
        KeyFile.read(tmp_path)
    with pytest.raises(FolderError, match="cannot be found"):
        KeyFile.read(tmp_path / "drive that is not there")


def test_that_a_newer_key_file_is_refused_untouched(written, new_keys, monkeypatch):
    monkeypatch.setattr(keys, "VERSION", 3)
    newer = KeyFile("ab", new_keys.key_file.passphrase, new_keys.key_file.code, version=2)
    newer.write(written)
    monkeypatch.undo()
    before = snapshot(written)
    with pytest.raises(NewerVault, match="newer version"):
        KeyFile.read(written)

    assert snapshot(written) == before


def test_that_a_key_file_cannot_ask_for_all_the_memory_there_is(new_keys):
    greedy = Cost(operations=1, memory=2**42)
    slot = new_keys.key_file.passphrase
    with pytest.raises(DamagedKeys):
        type(slot)(slot.salt, greedy, slot.box).open("correct horse")


def test_that_no_secret_is_in_the_key_file(written, new_keys):
    content = (written / "keys.json").read_bytes()
    code = new_keys.recovery_code

    assert b"correct" not in content
    assert code.encode() not in content
    assert code.replace("-", "").encode() not in content
    assert new_keys.data_key.raw() not in content
    assert new_keys.data_key.raw().hex().encode() not in content


def test_that_no_secret_is_in_what_a_crash_would_print(new_keys):
    printed = repr(new_keys) + repr(new_keys.data_key) + str(new_keys.data_key)

    assert new_keys.recovery_code not in printed
    assert new_keys.data_key.raw().hex() not in printed
    assert repr(new_keys.data_key.raw()) not in printed
    assert repr(new_keys.data_key) == "DataKey(...)"


def test_that_a_wiped_key_is_overwritten_and_of_no_use():
    data_key = DataKey(bytes(range(32)))
    held = data_key._bytes
    data_key.wipe()

    assert data_key.wiped
    assert bytes(held) == b""
    with pytest.raises(ValueError, match="wiped"):
        data_key.raw()


def test_that_a_guess_never_costs_less_than_64_mebibytes():
    assert calibrate(0.0) == Cost(operations=3, memory=64 * MEBIBYTE)


def test_that_keys_are_calibrated_unless_told_otherwise():
    cost = create_keys("correct horse").key_file.passphrase.cost

    assert cost.operations == 3
    assert 64 * MEBIBYTE <= cost.memory <= 256 * MEBIBYTE


def test_that_what_a_power_cut_left_of_a_key_file_goes_with_the_next(tmp_path):
    left = tmp_path / ".keys.json-a1b2c3d4"
    others = tmp_path / ".keys.json.new"
    for path in (left, others):
        path.write_bytes(b"{}")
    replace_file(tmp_path / "keys.json", b"{}")

    assert sorted(path.name for path in tmp_path.iterdir()) == [".keys.json.new", "keys.json"]

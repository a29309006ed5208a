"""Key files that somebody else changed, or that are of two generations."""

from dataclasses import replace

import pytest

from burnout_check.errors import DamagedKeys, WrongSecret
from burnout_check.store.folder import KEYS, KEYS_COPY
from burnout_check.store.keys import KeyFile, create_keys
from burnout_check.store.slots import CodeSlot, Cost, PassphraseSlot
from burnout_check.store.vault import Vault
from tests.vaults import CHEAP, PASSPHRASE, new_vault, opened_vault

NEWER = "a newer passphrase"

MEBIBYTE = 1024 * 1024
ABSURD = (
    Cost(4_294_967_295, 8192),
    Cost(11, 8192),
    Cost(0, 8192),
    Cost(-1, 8192),
    Cost(3, 4096 * MEBIBYTE),
    Cost(3, 256 * MEBIBYTE + 1),
    Cost(3, 8191),
    Cost(3, -1),
)


@pytest.fixture
def made():
    return create_keys(PASSPHRASE, cost=CHEAP)


def _asking(made, cost: Cost) -> KeyFile:
    slot = made.key_file.passphrase
    return KeyFile(
        made.key_file.vault, PassphraseSlot(slot.salt, cost, slot.box), made.key_file.code
    )


@pytest.mark.parametrize("cost", ABSURD)
def test_that_costs_that_no_vault_has_are_damage_and_nothing_is_spent_on_them(
    tmp_path, made, cost, monkeypatch
):
    monkeypatch.setattr("burnout_check.store.slots.argon2id.kdf", _never)
    _asking(made, cost).write(tmp_path)

    with pytest.raises(DamagedKeys, match=r"keys\.json .* is damaged, and so is its copy"):
        KeyFile.read(tmp_path)
    with pytest.raises(DamagedKeys, match="figures that no vault has"):
        _asking(made, cost).open_with_passphrase(PASSPHRASE)
    with pytest.raises(ValueError, match="no vault has"):  # of which a backup makes DamagedBackup
        KeyFile.parse(_asking(made, cost).content)


def test_that_the_costs_we_ask_for_are_believed():
    for memory in (8192, 64 * MEBIBYTE, 128 * MEBIBYTE, 256 * MEBIBYTE):
        assert Cost(3, memory).believable
    assert Cost(1, 8192).believable
    assert Cost(10, 8192).believable


@pytest.mark.parametrize("size", [0, 15, 17, 4096])
def test_that_slots_of_another_size_are_damage(tmp_path, made, size):
    slot = made.key_file.passphrase
    for keys in (
        KeyFile("ab", PassphraseSlot(bytes(size), CHEAP, slot.box), made.key_file.code),
        KeyFile("ab", PassphraseSlot(slot.salt, CHEAP, bytes(size)), made.key_file.code),
        KeyFile("ab", slot, CodeSlot(bytes(size), made.key_file.code.box)),
        KeyFile("ab", slot, CodeSlot(made.key_file.code.salt, bytes(size))),
    ):
        keys.write(tmp_path)
        with pytest.raises(DamagedKeys):
            KeyFile.read(tmp_path)


@pytest.mark.parametrize("end", [b"", b"\r\n", b"\n\n", b"\r"])
def test_that_another_line_end_or_none_is_no_loss(tmp_path, made, end):
    content = made.key_file.content.removesuffix(b"\n") + end
    for name in (KEYS, KEYS_COPY):
        (tmp_path / name).write_bytes(content)

    assert KeyFile.read(tmp_path).open_with_passphrase(PASSPHRASE) == made.data_key


@pytest.fixture
def two(tmp_path):
    """A vault, the key file of before, and the one of now under another passphrase."""
    folder = tmp_path / "vault"
    new_vault(folder).close()
    older = KeyFile.read(folder)
    newer = older.with_passphrase(older.open_with_passphrase(PASSPHRASE), NEWER, cost=CHEAP)
    newer.write(folder)
    return folder, older, newer


def _put(folder, first: KeyFile, copy: KeyFile) -> None:
    (folder / KEYS).write_bytes(first.content)
    (folder / KEYS_COPY).write_bytes(copy.content)


@pytest.mark.parametrize("older_first", [True, False])
def test_that_the_newer_of_two_key_files_opens_and_mends_the_older(two, older_first):
    folder, older, newer = two
    _put(folder, *((older, newer) if older_first else (newer, older)))
    opened_vault(folder, NEWER).close()

    assert KeyFile.read_all(folder) == (newer,)


@pytest.mark.parametrize("older_first", [True, False])
def test_that_the_older_of_two_key_files_opens_and_overwrites_nothing(two, older_first):
    folder, older, newer = two
    pair = (older, newer) if older_first else (newer, older)
    _put(folder, *pair)
    opened_vault(folder, PASSPHRASE).close()

    assert KeyFile.read_all(folder) == pair

    opened_vault(folder, NEWER).close()

    assert KeyFile.read_all(folder) == (newer,)


def test_that_of_two_key_files_of_unknown_age_neither_is_lost(two):
    folder, older, newer = two
    unknown = replace(newer, generation=0)
    _put(folder, older, unknown)
    opened_vault(folder, NEWER).close()

    assert KeyFile.read_all(folder) == (unknown, older)

    opened_vault(folder, PASSPHRASE).close()

    assert KeyFile.read_all(folder) == (older, unknown)


def test_that_the_key_file_of_another_vault_gives_way(two, made):
    folder, _older, newer = two
    _put(folder, made.key_file, newer)
    opened_vault(folder, NEWER).close()

    assert KeyFile.read_all(folder) == (newer,)


def test_that_nothing_is_mended_where_nobody_says_which_opened(two):
    folder, older, newer = two
    key = older.open_with_passphrase(PASSPHRASE)
    _put(folder, older, newer)
    Vault.open(folder, key).close()

    assert KeyFile.read_all(folder) == (older, newer)


def test_that_keys_of_before_a_restore_overwrite_nothing(two):
    folder, older, newer = two
    _put(folder, older, older)
    Vault.open(folder, newer.open_with_passphrase(NEWER), keys=newer).close()

    assert KeyFile.read_all(folder) == (older,)


def test_that_what_opens_neither_of_two_is_wrong_and_no_damage(two):
    folder, older, newer = two
    _put(folder, older, newer)
    with pytest.raises(WrongSecret):
        opened_vault(folder, "neither")


def test_that_a_copy_of_a_newer_version_is_left_alone(two, monkeypatch):
    folder, older, newer = two
    monkeypatch.setattr("burnout_check.store.keys.VERSION", 3)
    later = replace(newer, version=2)
    _put(folder, older, later)
    monkeypatch.undo()
    opened_vault(folder, PASSPHRASE).close()

    assert (folder / KEYS_COPY).read_bytes() == later.content


def _never(*_arguments):
    raise AssertionError("it was obeyed")

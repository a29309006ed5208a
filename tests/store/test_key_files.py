"""Key files that somebody else changed, or that are of two generations."""

import pytest

from burnout_check.errors import DamagedKeys
from burnout_check.store.folder import KEYS, KEYS_COPY
from burnout_check.store.keys import KeyFile, create_keys
from burnout_check.store.slots import CodeSlot, Cost, PassphraseSlot
from tests.vaults import CHEAP, PASSPHRASE

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


def _never(*_arguments):
    raise AssertionError("it was obeyed")

import random
from dataclasses import replace

import pytest

from burnout_check.errors import DamagedData
from burnout_check.store.keys import KeyFile
from burnout_check.store.vault import Vault
from tests.store.samples import CHECK_IN, WEEK
from tests.vaults import PASSPHRASE, opened_vault

PAGE = 4096  # bytes


@pytest.fixture
def damageable(vault, folder):
    """A closed vault of half a year; gives its folder and its data key's bytes."""
    vault.check_ins.add_all(replace(CHECK_IN, week=WEEK.plus(-week)) for week in range(26))
    raw = vault.data_key.raw()
    vault.close()
    return folder, raw


def _places(size):
    """The first and last bytes of each page, and eighty others: torture damages more."""
    edges = [page + step for page in range(0, size, PAGE) for step in (0, 15, 16, PAGE - 1)]
    return [*edges, *random.Random(7).sample(range(size), 80)]  # noqa: S311 - no secret


def test_that_a_flipped_byte_in_the_data_is_damage_and_the_file_is_left_alone(damageable):
    folder, _raw = damageable
    file = folder / "vault.db"
    whole = file.read_bytes()
    data_key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)
    for place in _places(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 1
        file.write_bytes(flipped)
        with pytest.raises(DamagedData, match="passphrase is right"):
            Vault.open(folder, data_key)

        assert file.read_bytes() == flipped

    file.write_bytes(whole)
    with Vault.open(folder, data_key) as vault:
        assert len(vault.check_ins.all()) == 26


@pytest.mark.parametrize("kept", [1, 15, 100, 4095, 4096, 8192, 20000])
def test_that_a_cut_off_database_is_damage_and_left_alone(damageable, kept):
    folder, _raw = damageable
    cut = (folder / "vault.db").read_bytes()[:kept]
    (folder / "vault.db").write_bytes(cut)
    with pytest.raises(DamagedData):
        opened_vault(folder)

    assert (folder / "vault.db").read_bytes() == cut


def test_that_zeroed_pages_are_damage(damageable):
    folder, _raw = damageable
    whole = (folder / "vault.db").read_bytes()
    for start in range(0, len(whole), PAGE):
        (folder / "vault.db").write_bytes(whole[:start] + bytes(PAGE) + whole[start + PAGE :])
        with pytest.raises(DamagedData):
            opened_vault(folder)


def test_that_damage_while_the_vault_is_open_is_told(vault, folder):
    vault.check_ins.add_all(replace(CHECK_IN, week=WEEK.plus(-week)) for week in range(26))
    with (folder / "vault.db").open("r+b") as file:
        file.seek(3 * PAGE + 100)
        file.write(bytes(16))
    damage = vault.check()

    assert damage == ("HMAC verification failed for page 4",)


def test_that_the_end_of_a_long_note_is_never_read_as_zeros(vault, folder):
    vault.check_ins.add(replace(CHECK_IN, note="a long note " * 3000))
    vault.check_ins.all()
    whole = (folder / "vault.db").read_bytes()
    with (folder / "vault.db").open("r+b") as file:
        file.seek(len(whole) - PAGE + 99)
        file.write(b"damaged")
    with pytest.raises(DamagedData):
        vault.check_ins.all()

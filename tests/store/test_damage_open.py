import pytest

from burnout_check.errors import DamagedData
from burnout_check.store.keys import KeyFile
from burnout_check.store.recovery_code import new_code
from tests.store.keeping import fill
from tests.store.samples import snapshot
from tests.vaults import opened_vault

COPIES = ("keys.json", "keys.copy.json")


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("damage", [b"", b"{}", b"not a key file", None])
def test_that_a_damaged_key_file_is_renewed_from_the_other_when_the_vault_opens(
    vault, folder, place, damage
):
    vault.close()
    whole = (folder / COPIES[0]).read_bytes()
    if damage is None:
        (folder / COPIES[place]).unlink()
    else:
        (folder / COPIES[place]).write_bytes(damage)
    opened_vault(folder).close()

    assert [(folder / name).read_bytes() for name in COPIES] == [whole, whole]


def test_that_a_key_file_is_not_renewed_while_the_data_does_not_open(vault, folder):
    vault.close()
    (folder / COPIES[1]).write_bytes(b"damaged")
    (folder / "vault.db").write_bytes(bytes(8192))
    before = snapshot(folder)
    with pytest.raises(DamagedData):
        opened_vault(folder)

    assert snapshot(folder) == before


def test_that_a_copy_left_behind_by_a_change_of_passphrase_is_renewed(vault, folder):
    old = (folder / COPIES[0]).read_bytes()
    keys = KeyFile.read(folder).with_code(vault.data_key, new_code())
    keys.write(folder)
    (folder / COPIES[1]).write_bytes(old)
    vault.close()
    opened_vault(folder).close()

    assert (folder / COPIES[1]).read_bytes() == (folder / COPIES[0]).read_bytes() == keys.content


def test_that_damage_no_question_would_meet_is_found_when_the_vault_opens(vault, folder):
    fill(vault)
    vault.check_ins.remove(vault.check_ins.all()[0].week)
    vault.close()
    path = folder / "vault.db"
    content = bytearray(path.read_bytes())
    content[7 * 4096 + 4090] ^= 1  # in what authenticates the page
    path.write_bytes(content)
    before = snapshot(folder)
    with pytest.raises(DamagedData, match="The passphrase is right") as caught:
        opened_vault(folder)

    assert caught.value.found == ("HMAC verification failed for page 8",)
    assert snapshot(folder) == before

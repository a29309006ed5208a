import pytest

from burnout_check.errors import VaultInUse
from burnout_check.store.files.lock import in_use
from burnout_check.store.vault import Vault
from tests.store.processes import writer
from tests.store.samples import CHECK_IN, snapshot
from tests.vaults import PASSPHRASE, new_vault, opened_vault


def test_that_a_second_process_is_refused_and_nothing_is_touched(vault, folder):
    vault.check_ins.add(CHECK_IN)
    vault.close()
    with writer(folder, "hold"):
        before = snapshot(folder)
        with pytest.raises(VaultInUse) as caught:
            opened_vault(folder, PASSPHRASE)

        assert str(caught.value).startswith("Burnout Check is already open")
        assert in_use(folder)
        with pytest.raises(VaultInUse):
            new_vault(folder, "other")
        assert snapshot(folder) == before


def test_that_a_process_that_was_killed_leaves_the_vault_free(vault, folder):
    vault.check_ins.add(CHECK_IN)
    vault.close()
    with writer(folder, "hold"):
        pass

    assert not in_use(folder)
    with opened_vault(folder) as again:
        assert again.check_ins.all() == (CHECK_IN,)


def test_that_asking_does_not_take_the_lock(vault, folder):
    assert in_use(folder)

    vault.close()

    assert not in_use(folder)
    assert not in_use(folder)
    opened_vault(folder).close()


def test_that_a_folder_without_a_vault_is_not_in_use(tmp_path):
    assert not in_use(tmp_path)
    assert not Vault.exists(tmp_path)
    assert list(tmp_path.iterdir()) == []

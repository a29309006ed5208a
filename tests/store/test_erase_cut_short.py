"""An erase that is cut short is brought to its end at the next start, in its own folder only."""

import os

import pytest

from burnout_check.content.loader import load
from burnout_check.paths import resources_dir
from burnout_check.session.locked_vault import LockedVault
from burnout_check.store.files import backups, erase
from burnout_check.store.folder import ERASING, VAULT_FILES
from burnout_check.store.keys import KeyFile
from tests.store.keeping import NOW, back_up, fill
from tests.vaults import new_vault


class Cut(BaseException):
    """The power goes."""


@pytest.fixture
def made(tmp_path):
    folder = tmp_path / "data"
    vault = new_vault(folder)
    fill(vault, weeks=2)
    back_up(vault)
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    backups.make(folder, elsewhere, key=vault.data_key, made=NOW)
    vault.close()
    return folder, elsewhere


def steps(monkeypatch, stop):
    """Let so many files be destroyed, and then cut the power."""
    real = erase.destroy
    done: list[object] = []

    def destroy(path, left):
        if len(done) == stop:
            raise Cut
        done.append(path)
        real(path, left)

    monkeypatch.setattr(erase, "destroy", destroy)


@pytest.mark.parametrize("stop", range(6))
def test_that_an_erase_cut_short_anywhere_is_finished_at_the_next_start(made, monkeypatch, stop):
    folder, elsewhere = made
    outside = {path: path.read_bytes() for path in elsewhere.iterdir()}
    name = KeyFile.read(folder).vault
    with monkeypatch.context() as power:
        steps(power, stop)
        with pytest.raises(Cut):
            erase.erase(folder, name, place=folder / "backups")

    locked = LockedVault(folder, load(resources_dir()))
    locked.go_on_erasing()

    assert locked.is_new
    assert not [name for name in (*VAULT_FILES, ERASING) if os.path.lexists(folder / name)]
    assert locked.backups() == ()
    assert {path: path.read_bytes() for path in elsewhere.iterdir()} == outside


def test_that_nothing_is_erased_where_nothing_was_begun(made):
    folder, _elsewhere = made
    locked = LockedVault(folder, load(resources_dir()))

    locked.go_on_erasing()

    assert not locked.is_new

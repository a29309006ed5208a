"""A data folder with all that may be in one, and a folder outside of it that is watched."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from burnout_check.domain.week import LONDON
from burnout_check.store.data_key import DataKey
from burnout_check.store.files import backups, restore
from burnout_check.store.folder import ASIDE, BACKUPS
from tests.foreign import outside, tree
from tests.store.samples import CHECK_IN
from tests.vaults import new_vault

NOW = datetime(2026, 11, 21, 19, 0, tzinfo=LONDON)
ABOUT = f"{ASIDE}/2026-11-21-1900-restore/about.json"
OLD = f"{BACKUPS}/burnout-check-2026-11-21-1900.bcbackup"


@dataclass
class Data:
    """A data folder, its vault closed and its key; and the folder outside."""

    folder: Path
    outside: Path
    key: bytes
    vault: str

    @contextlib.contextmanager
    def unharmed(self) -> Iterator[None]:
        before = tree(self.outside)
        yield
        assert tree(self.outside) == before

    def copied(self, place: Path) -> "Data":
        shutil.copytree(self.folder, place / "data")
        return Data(place / "data", outside(place), self.key, self.vault)


def made_data(place: Path) -> Data:
    folder = place / "data"
    with new_vault(folder) as vault:
        vault.check_ins.add(CHECK_IN)
        key = vault.data_key.raw()
        backup = backups.make(folder, folder / BACKUPS, key=vault.data_key, made=NOW)
    restore.restore(folder, backup, key=DataKey(key), now=NOW)
    (folder / "log").mkdir()
    (folder / "log" / "burnout-check.log").write_text("a line")
    return Data(folder, outside(place), key, backup.vault)

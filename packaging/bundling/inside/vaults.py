"""Runs inside a bundle: an older version's vault is brought up to date, a newer one's refused."""

import tempfile
from pathlib import Path

from sqlite_utils import Database

from burnout_check.errors import NewerVault
from burnout_check.store.keys import Cost, KeyFile, create_keys
from burnout_check.store.tables import migrations
from burnout_check.store.vault import Vault

WORDS = "a passphrase for a try"
QUICKLY = Cost(operations=1, memory=8192)


def opened(folder: Path) -> None:
    """Open and close the vault in ``folder``."""
    Vault.open(folder, KeyFile.read(folder).open_with_passphrase(WORDS)).close()


def main() -> None:
    """Make a vault, add a step as a next version would, open it, take the step away, try again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Vault.create(folder, create_keys(WORDS, cost=QUICKLY)).close()

        def m900_of_a_next_version(db: Database) -> None:
            db.execute("create table next (week text)")

        migrations._step(m900_of_a_next_version)
        opened(folder)
        kept = [file for file in folder.rglob("*") if file.is_file() and file.parent != folder]
        migrations._KNOWN.remove(m900_of_a_next_version.__name__)
        before = (folder / "vault.db").read_bytes()
        try:
            opened(folder)
        except NewerVault as error:
            if (folder / "vault.db").read_bytes() != before:
                raise SystemExit("the newer vault was changed") from error
            if not kept:
                raise SystemExit("no backup was made before the step") from error
            print(f"the older one was backed up and brought up to date; of the newer one: {error}")
            return
        raise SystemExit("the newer vault was opened")


if __name__ == "__main__":
    main()

"""Real vaults for tests, made quickly: the encryption is as always, only guessing is cheap."""

from __future__ import annotations

from pathlib import Path

from burnout_check.store.keys import Cost, KeyFile, create_keys
from burnout_check.store.vault import Vault

CHEAP = Cost(operations=1, memory=8192)  # the least Argon2id takes; about 20 microseconds
PASSPHRASE = "a passphrase for tests"


def new_vault(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    """A new, empty, open vault in ``folder``."""
    return Vault.create(folder, create_keys(passphrase, cost=CHEAP))


def opened_vault(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    """The vault in ``folder``, opened the way the app does it."""
    return Vault.open(folder, KeyFile.read(folder).open_with_passphrase(passphrase))

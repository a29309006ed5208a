"""The locked vault: what may be done before there is a session."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from burnout_check.domain.content import Content
from burnout_check.domain.week import LONDON
from burnout_check.errors import VaultInUse
from burnout_check.session import Clock, Session
from burnout_check.store.folder import vault_exists
from burnout_check.store.keys import Cost, DataKey, KeyFile, NewKeys, create_keys
from burnout_check.store.lock import IN_USE, in_use
from burnout_check.store.vault import Vault

__all__ = ["DataKey", "Door", "NewKeys", "london_now"]


def london_now() -> datetime:
    """The clock of the real app: this instant, on London's calendar."""
    return datetime.now(LONDON)  # noqa: TID251 - the one real clock, handed to all others


class Door:
    """The vault of one data folder while it is locked.

    Deriving a key takes about half a second on purpose: ``make_keys`` and the two ``key_from_...``
    touch no widget and no database, so that they can run off the GUI thread.
    """

    def __init__(
        self,
        folder: Path,
        content: Content,
        *,
        clock: Clock = london_now,
        is_demo: bool = False,
        cost: Cost | None = None,
    ) -> None:
        self.folder = folder
        self.content = content
        self.is_demo = is_demo
        self._clock = clock
        self._cost = cost

    @property
    def is_new(self) -> bool:
        """Whether there is no vault here yet."""
        return not vault_exists(self.folder)

    def knock(self) -> None:
        """Find out whether the vault can be opened at all, before anyone types a passphrase.

        Raises:
            VaultInUse: another running copy has it open.
        """
        if in_use(self.folder):
            raise VaultInUse(IN_USE)

    def make_keys(self, passphrase: str) -> NewKeys:
        """New keys for a first passphrase, with the recovery code to show once. Slow.

        Raises:
            BadInput: if the passphrase is empty.
        """
        return create_keys(passphrase, cost=self._cost)

    def create(self, new_keys: NewKeys) -> Session:
        """Make the vault and open it."""
        return self._session(Vault.create(self.folder, new_keys))

    def key_from_passphrase(self, passphrase: str) -> DataKey:
        """The vault's key. Slow.

        Raises:
            WrongSecret: if the passphrase does not fit.
            DamagedKeys: if the key file cannot be read.
        """
        return KeyFile.read(self.folder).open_with_passphrase(passphrase)

    def key_from_code(self, code: str) -> DataKey:
        """The vault's key, by the recovery code. Slow; the same errors."""
        return KeyFile.read(self.folder).open_with_code(code)

    def open(self, key: DataKey) -> Session:
        """Open the vault with its key.

        Raises:
            VaultError: if it is in use, damaged, or from a newer version.
        """
        return self._session(Vault.open(self.folder, key))

    def _session(self, vault: Vault) -> Session:
        return Session(vault, self.content, clock=self._clock, is_demo=self.is_demo)

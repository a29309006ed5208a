"""What lies in a data folder, as the next start of the program would find it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from burnout_check.errors import DamagedData, DamagedKeys, UserError, WrongSecret
from tests.torture.people import State, locked_vault, state_of
from tests.vaults import PASSPHRASE

NEW_PASSPHRASE = "another passphrase, näher"


@dataclass(frozen=True)
class Look:
    """What a vault says and the passphrase that opens it, or in a word why it says nothing."""

    state: State | None
    word: str

    @property
    def brief(self) -> str:
        """In a few words, for a message."""
        if self.state is None:
            return self.word
        weeks = len(self.state.check_ins)
        notes = [len(draft.note) for draft in self.state.drafts]
        return f"{weeks} check-ins, drafts of {notes} letters, opened by {self.word!r}"


NOTHING = Look(None, "no vault")


def look(folder: Path) -> Look:
    """Looks, and leaves the folder as the program would.

    Raises:
        UserError: it cannot be opened, and is not said to be damaged.
    """
    locked = locked_vault(folder)
    if locked.is_new:
        return NOTHING
    try:
        for passphrase in (PASSPHRASE, NEW_PASSPHRASE):
            try:
                key = locked.key_from_passphrase(passphrase)
            except WrongSecret:
                continue
            session = locked.open(key)
            try:
                return Look(state_of(session), passphrase)
            finally:
                session.close()
    except (DamagedData, DamagedKeys) as error:
        return Look(None, type(error).__name__)
    return Look(None, "no passphrase opens it")


def backups_that_fail(folder: Path) -> list[str]:
    """Every backup under its final name that cannot be read with the passphrase of its time."""
    locked = locked_vault(folder)
    failed = []
    for backup in locked.backups():
        try:
            key = locked.backup_key_from_passphrase(backup, PASSPHRASE)
            locked.contents(backup, key)
        except UserError as error:
            failed.append(f"{backup.path.name} ({type(error).__name__}: {error})")
    return failed

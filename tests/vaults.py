"""Real vaults for tests, made quickly: the encryption is as always, only guessing is cheap."""

from __future__ import annotations

from pathlib import Path

from burnout_check.store.keys import Cost, create_keys, opened_by
from burnout_check.store.vault import Vault

CHEAP = Cost(operations=1, memory=8192)  # the least Argon2id takes; about 20 microseconds
PASSPHRASE = "a passphrase for tests"


def new_vault(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    """A new, empty, open vault in ``folder``."""
    return Vault.create(folder, create_keys(passphrase, cost=CHEAP))


def opened_vault(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    """The vault in ``folder``, opened the way the app does it."""
    keys, key = opened_by(folder, lambda keys: keys.open_with_passphrase(passphrase))
    return Vault.open(folder, key, keys=keys)


def made_older(vault: Vault, step: str) -> None:
    """Takes away what the steps after ``step`` made, as if no later version had opened the vault.

    What these steps gave room for goes with them; SQLite writes the other rows as they were before.
    """
    with vault._database.writing() as tables:
        for later, statements in reversed(_TO_UNDO.items()):
            if later <= step:
                return
            for statement in statements:
                tables.execute(statement)
            tables.execute("delete from _sqlite_migrations where name = ?", [later])


_TO_UNDO = {
    "m002_events": ("drop table events",),
    "m003_local_entries": ("drop table local_entries",),
    "m004_actions": (
        "alter table actions drop column origin",
        "alter table actions drop column ended",
    ),
    "m005_hard_events": ("drop table look_ins", "drop table hard_events"),
    "m006_supervision": ("drop table supervision_sessions", "drop table agenda"),
    "m007_records": tuple(
        f"alter table {table} drop column record"
        for table in (
            "check_ins",
            "answers",
            "facts",
            "weeks_away",
            "drafts",
            "settings",
            "put_aside",
            "actions",
            "events",
            "local_entries",
            "hard_events",
            "look_ins",
            "agenda",
            "supervision_sessions",
        )
    ),
}

"""A new vault: made under another name, and there only once all of it is on disk."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from burnout_check.errors import UserError, VaultError
from burnout_check.paths import folder_error, make_private, sync_folder
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.folder import DATABASE, UNFINISHED, clear_leftover, vault_exists
from burnout_check.store.keys import NewKeys
from burnout_check.store.tables import migrations


def make(folder: Path, new_keys: NewKeys) -> None:
    """Makes a vault in ``folder``; the caller holds its lock.

    Raises:
        VaultError: there is one already; it is not touched.
        FolderError: the folder cannot be used; it holds no vault then.
    """
    if vault_exists(folder):
        raise VaultError(
            f"There is already a vault in the folder {folder}. It has not been touched. "
            "Open it, or choose another folder."
        )
    unfinished = folder / UNFINISHED
    try:
        clear_leftover(folder)
        os.close(make_private(unfinished))
        database = EncryptedDatabase(unfinished, new_keys.data_key)
        try:
            database.use_rollback_journal()
            migrate(database)
        finally:
            database.close()
        new_keys.key_file.write(folder)
        unfinished.replace(folder / DATABASE)
        with contextlib.suppress(OSError):  # it is there now, and said to be
            sync_folder(folder)
    except (OSError, UserError) as error:
        with contextlib.suppress(OSError, UserError):
            clear_leftover(folder)
        if isinstance(error, OSError):
            raise folder_error(folder, error) from error
        raise


def migrate(database: EncryptedDatabase) -> None:
    """Goes through the steps that are left; one that went through is not gone through again."""
    database.read(migrations.migrate)

"""A backup is looked into, compared with the vault, and put in its place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from burnout_check.domain.backup import BackupFile, Cause, Contents, Difference, SetAside
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.week import Week
from burnout_check.errors import DamagedData, DamagedKeys, UserError, VaultError
from burnout_check.paths import folder_error, is_there
from burnout_check.store.data_key import DataKey
from burnout_check.store.database import opened
from burnout_check.store.files import archive, vault_replacement
from burnout_check.store.folder import DATABASE, KEYS, KEYS_COPY, scratch
from burnout_check.store.integrity import refuse_damaged, refuse_newer
from burnout_check.store.keys import KeyFile
from burnout_check.store.tables import migrations
from burnout_check.store.tables.registry import Counts, Tables, counted


def contents(backup: BackupFile, key: DataKey) -> Contents:
    """What is in a backup.

    Raises:
        DamagedBackup: it is damaged, or ``key`` is not its key.
        NewerVault: a newer version made it.
        FolderError: it is gone.
    """
    return archive.read(backup.path).contents(key)


def check_ins_of(backup: BackupFile, key: DataKey, folder: Path) -> dict[Week, CheckIn]:
    """The check-ins in a backup, by week; one of an older version is read as this one would.

    Raises:
        DamagedBackup: it is damaged, or ``key`` is not its key.
        NewerVault: a newer version made it.
        FolderError: it is gone, or there is no room in ``folder`` for a copy, encrypted as it is.
    """
    found = archive.read(backup.path)
    found.contents(key)
    with scratch(folder) as place:
        path = place / DATABASE
        try:
            path.write_bytes(found.database)
            return check_ins_in(path, key)
        except DamagedData as error:
            raise archive.damaged(backup.path) from error
        except OSError as error:
            raise folder_error(folder, error) from error


def check_ins_in(path: Path, key: DataKey) -> dict[Week, CheckIn]:
    """The check-ins in a copy of a database, brought up to this version.

    Raises:
        DamagedData: it is damaged.
        NewerVault: a newer version made it.
    """
    with opened(path, key) as database:
        refuse_newer(database)
        database.read(migrations.migrate)
        return {found.week: found for found in Tables(database).check_ins.all()}


def difference(then: dict[Week, CheckIn], now: dict[Week, CheckIn] | None) -> Difference:
    """How the check-ins of a backup differ from those of now, None if these cannot be read."""
    if now is None:
        return Difference(tuple(sorted(then)), (), (), known=False)
    return Difference(
        only_in_backup=tuple(sorted(then.keys() - now.keys())),
        only_now=tuple(sorted(now.keys() - then.keys())),
        changed=tuple(sorted(week for week in then.keys() & now.keys() if then[week] != now[week])),
    )


def restore(folder: Path, backup: BackupFile, *, key: DataKey, now: datetime) -> SetAside:
    """Puts the vault of a backup in the place of the one in ``folder``, which is set aside.

    The caller holds the folder's lock, and the vault there is closed. The copy that will be used
    is opened and checked before anything moves. A crash at any moment leaves one vault or the
    other (see ``vault_replacement``). The passphrase and the code are those of the backup
    afterwards.

    Raises:
        DamagedBackup: it is damaged, or ``key`` is not its key.
        NewerVault: a newer version made it.
        FolderError: the disk is full or failing.
        In each case the vault is as it was, and backups are never removed.
    """
    vault_replacement.settle(folder)
    found = archive.read(backup.path)
    said = found.counts(key)
    if found.key_file.vault != found.plain.vault:
        raise archive.damaged(backup.path)
    keys = found.keys
    staged = vault_replacement.stage(
        folder, {DATABASE: found.database, KEYS: keys, KEYS_COPY: keys}
    )
    try:
        _check(staged / DATABASE, key, said)
    except DamagedData as error:
        vault_replacement.settle(folder)
        raise archive.damaged(backup.path) from error
    except UserError:
        vault_replacement.settle(folder)
        raise
    return vault_replacement.commit(folder, cause=Cause.RESTORE, now=now)


def undo(folder: Path, *, now: datetime) -> SetAside:
    """Puts back what the last restore set aside; what is there now is set aside in its turn.

    The caller holds the folder's lock, and the vault there is closed.

    Raises:
        VaultError: there is no restore to undo.
        FolderError: the disk is full or failing; nothing was changed.
    """
    vault_replacement.settle(folder)
    last = undoable(folder)
    if last is None:
        raise VaultError("There is no restore to undo.")
    vault_replacement.stage(folder, vault_replacement.files_of(last))
    return vault_replacement.commit(folder, cause=Cause.UNDO, now=now)


def undoable(folder: Path) -> SetAside | None:
    """What the last restore or salvage set aside, if that has not been undone since."""
    last = next(iter(vault_replacement.set_aside(folder)), None)
    if last is None or last.cause not in {Cause.RESTORE, Cause.SALVAGE}:
        return None
    return last if is_there(last.path / DATABASE) else None


def mend_keys(folder: Path, backup: BackupFile, *, key: DataKey, now: datetime) -> SetAside:
    """Takes the key file of a backup for a vault whose own two are lost; the data stays.

    The caller holds the folder's lock.

    Raises:
        DamagedKeys: the backup is of another vault, so its keys do not open the data.
        DamagedBackup: the backup is damaged.
        DamagedData: the data is damaged too.
        FolderError: the disk is full or failing; nothing was changed.
    """
    vault_replacement.settle(folder)
    keys = archive.read(backup.path).key_file
    try:
        with opened(folder / DATABASE, key) as database:
            refuse_newer(database)
    except DamagedData as error:
        raise DamagedKeys(
            f"The keys in the backup {backup.path.name} do not open the data in the folder "
            f"{folder}: the backup is of another vault, or the data is damaged too. Nothing has "
            "been changed."
        ) from error
    content = {KEYS: keys.content, KEYS_COPY: keys.content}
    vault_replacement.stage(folder, content)
    return vault_replacement.commit(folder, cause=Cause.KEYS, now=now, keeps_data=True)


def backup_keys(backup: BackupFile) -> KeyFile:
    """The key slots in a backup.

    Raises:
        DamagedBackup: it is damaged.
        NewerVault: a newer version made it.
        FolderError: it is gone.
    """
    return archive.read(backup.path).key_file


def _check(path: Path, key: DataKey, said: Counts) -> None:
    with opened(path, key) as database:
        refuse_newer(database)
        refuse_damaged(database)
        there = database.read(lambda _tables: counted(database.rows()))
    if any(there.get(name, 0) != number for name, number in said.items()):
        raise DamagedData("The backup holds more or less than it says.")

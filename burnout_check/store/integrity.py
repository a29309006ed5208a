"""What is refused at every open, before anything is written: lost, newer, damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

from burnout_check.errors import DamagedData, NewerVault
from burnout_check.paths import folder_error
from burnout_check.small_file import what_stands_at
from burnout_check.store.data_key import DataKey
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.folder import DATABASE, JOURNAL, LARGEST, no_file, scratch
from burnout_check.store.journal import is_whole
from burnout_check.store.schema import refuse_foreign, refuse_programs
from burnout_check.store.sqlite_errors import damaged
from burnout_check.store.tables import migrations
from burnout_check.store.tables.kind import Table
from burnout_check.store.tables.registry import KINDS


def refuse_empty(path: Path) -> None:
    """SQLite takes a missing or empty file for a new database, and would make one of it.

    Raises:
        DamagedData: there is no file, or nothing in it, or a link or folder in its place.
        FolderError: it cannot be reached.
    """
    refuse_no_file(path)
    try:
        what = "" if path.stat().st_size else "is empty"
    except FileNotFoundError:
        what = "is missing"
    except OSError as error:
        raise folder_error(path.parent, error) from error
    if what:
        raise no_file(path, what)


def refuse_no_file(path: Path) -> None:
    """SQLite would go through a link to wherever it leads, and wait for a pipe; only looks.

    Raises:
        DamagedData: a link, a folder or the like stands there, or more than any vault holds.
        FolderError: it cannot be reached.
    """
    try:
        what = what_stands_at(path)
        if not what and path.stat().st_size > LARGEST:
            what = "is too large"
    except FileNotFoundError:
        return
    except OSError as error:
        raise folder_error(path.parent, error) from error
    if what:
        raise no_file(path, what)


def refuse_newer(database: EncryptedDatabase) -> None:
    """Only reads.

    Raises:
        NewerVault: a newer version of the program wrote it.
        DamagedData: it holds no vault, what says so is damaged, or there is more than tables in it.
    """
    refuse_programs(database)  # before anything is asked of what may be one
    newer = database.read(migrations.unknown)
    begun = database.read(migrations.applied)
    if newer:
        raise NewerVault(
            "This vault was made by a newer version of Burnout Check. Install that version to "
            "open it. Nothing has been changed."
        )
    if not begun:
        raise database.damaged("holds no vault")


def refuse_damaged(database: EncryptedDatabase) -> None:
    """Checks every page, how they hang together, and how the tables are made; only reads.

    Raises:
        DamagedData: with what is damaged.
    """
    found = database.damage(thorough=True)
    if found:
        raise database.damaged("is damaged. The passphrase is right", found)
    refuse_foreign(database)


def refuse_unreadable(database: EncryptedDatabase) -> None:
    """Reads every record there is, once all steps were gone through; only reads.

    Raises:
        DamagedData: one is as no form of this app makes any.
    """
    for kind in KINDS:
        Table(database, kind).everything()


def refuse_damaged_journal(folder: Path, key: DataKey) -> None:
    """Tries on a copy what SQLite does at the first look: to undo a save that was cut short.

    From a damaged journal it would write damage into the data, and throw the journal away.

    Raises:
        DamagedData: what comes of it is damaged; nothing was changed.
        FolderError: there is no room for a copy.
    """
    names = (DATABASE, JOURNAL)
    refuse_no_file(folder / JOURNAL)
    try:
        if not (folder / JOURNAL).exists():
            return
    except OSError as error:
        raise folder_error(folder, error) from error
    try:
        whole = is_whole(folder / JOURNAL)
    except OSError as error:
        raise folder_error(folder, error) from error
    if not whole:
        raise damaged(folder / DATABASE, "was being saved to, and what would undo that is damaged")
    with scratch(folder) as place:
        try:
            for name in names:
                shutil.copyfile(folder / name, place / name)
            database = EncryptedDatabase(place / DATABASE, key)
            try:
                refuse_newer(database)
                refuse_damaged(database)
            finally:
                database.close()
        except OSError as error:
            raise folder_error(folder, error) from error
        except DamagedData as error:
            sentence = str(error).replace(str(place), str(folder))
            raise DamagedData(sentence, found=error.found) from error

"""What is refused at every open, before anything is written: lost, newer, damaged."""

from __future__ import annotations

from pathlib import Path

from burnout_check.errors import DamagedData, NewerVault
from burnout_check.paths import folder_error
from burnout_check.store import migrations
from burnout_check.store.database import EncryptedDatabase


def refuse_empty(path: Path) -> None:
    """SQLite takes a missing or empty file for a new database, and would make one of it.

    Raises:
        DamagedData: there is no file, or nothing in it.
        FolderError: it cannot be reached.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        what = "is missing"
    except OSError as error:
        raise folder_error(path.parent, error) from error
    else:
        what = "is empty"
        if size:
            return
    raise DamagedData(
        f"The data file {path.name} in the folder {path.parent} {what}. "
        "Nothing has been changed. Put back a copy of it if you have one.",
        found=(what,),
    )


def refuse_newer(database: EncryptedDatabase) -> None:
    """Only reads.

    Raises:
        NewerVault: a newer version of the program wrote it.
        DamagedData: it holds no vault, or what says so is damaged.
    """
    with database.reading() as tables:
        newer = migrations.unknown(tables)
        begun = migrations.applied(tables)
    if newer:
        raise NewerVault(
            "This vault was made by a newer version of Burnout Check. Install that version to "
            "open it. Nothing has been changed."
        )
    if not begun:
        raise database.damaged("holds no vault")


def refuse_damaged(database: EncryptedDatabase) -> None:
    """Checks every page and how they hang together; only reads.

    Raises:
        DamagedData: with what is damaged.
    """
    found = database.damage(thorough=True)
    if found:
        raise database.damaged("is damaged. The passphrase is right", found)

"""Backups of a vault: made whole and checked before they get their name, listed, and thinned out.

A backup is made in a folder of its own in the place where it will lie, so a file that ends in
``.bcbackup`` has been read back and compared, row by row, with the data it was made from.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Self

import msgspec

from burnout_check import __version__
from burnout_check.domain.backup import BackupFile, Progress, is_on_the_calendar, outdated
from burnout_check.domain.week import LONDON
from burnout_check.errors import DamagedBackup, DamagedData, UserError, VaultError
from burnout_check.paths import folder_error, prepare_folder, sync_folder
from burnout_check.small_file import Unusable, read_json
from burnout_check.store.data_key import DataKey
from burnout_check.store.database import Rows, opened
from burnout_check.store.files import archive
from burnout_check.store.folder import (
    BACKUP_PLACE,
    BACKUPS,
    DATABASE,
    JOURNAL,
    MAKING,
    replace_file,
)
from burnout_check.store.integrity import refuse_damaged, refuse_empty, refuse_no_file
from burnout_check.store.keys import KeyFile
from burnout_check.store.tables.registry import counted

SUFFIX = ".bcbackup"
_NAME = re.compile(r"burnout-check-(\d{4}-\d{2}-\d{2}-\d{4})(?:-\d+)?\.bcbackup")
_TIME = "%Y-%m-%d-%H%M"
_LONGEST = 4096  # characters of a path


class _Place(msgspec.Struct):
    """``exact`` is the name in bytes, where it is no text in UTF-8."""

    place: Annotated[str, msgspec.Meta(min_length=1, max_length=_LONGEST)]
    exact: Annotated[bytes, msgspec.Meta(max_length=_LONGEST)] = b""

    def __post_init__(self) -> None:
        if b"\0" in self.place.encode() + self.exact or not self.path.is_absolute():
            raise ValueError("no whole path")

    @property
    def path(self) -> Path:
        return Path(os.fsdecode(self.exact) if self.exact else self.place)

    @classmethod
    def of(cls, path: Path) -> Self:
        exact = os.fsencode(path)
        place = exact.decode("utf-8", "replace")
        return cls(place, b"" if place.encode() == exact else exact)


def place_of(folder: Path) -> Path:
    """Where backups of the vault in ``folder`` go: the place that was chosen, or beside it."""
    with contextlib.suppress(OSError, Unusable):
        return read_json(folder / BACKUP_PLACE, _Place).path
    return folder / BACKUPS


def choose_place(folder: Path, place: Path) -> None:
    """Lets new backups go to ``place``; those that were made stay where they are.

    Raises:
        FolderError: one of the folders cannot be written.
    """
    content = msgspec.json.encode(_Place.of(prepare_folder(place)))
    replace_file(folder / BACKUP_PLACE, content)


def found_in(*places: Path) -> tuple[BackupFile, ...]:
    """Every backup in some folders, newest first; a folder that is not there has none.

    One that is damaged is among them, with the time its name says.
    """
    found: dict[Path, BackupFile] = {}
    for place in places:
        with contextlib.suppress(OSError):
            for path in place.iterdir():
                if path.suffix == SUFFIX:
                    found[path.absolute()] = _described(path.absolute())
    return tuple(sorted(found.values(), key=_age, reverse=True))


def at(path: Path) -> BackupFile:
    """The backup in one file that a person chose.

    Raises:
        DamagedBackup: it is no backup.
        FolderError: it is gone or cannot be read.
        NewerVault: a newer version made it.
    """
    plain = archive.read(path.absolute()).plain
    return BackupFile(path.absolute(), plain.made, plain.version, plain.vault)


def make(
    folder: Path,
    place: Path,
    *,
    key: DataKey,
    made: datetime,
    progress: Progress | None = None,
) -> BackupFile:
    """Makes a backup in ``place`` of the vault in ``folder``; both may be in use meanwhile.

    Uses a connection of its own, so it is fit for another thread than the vault's.

    Raises:
        FolderError: ``place`` cannot be used, or its disk is full.
        DamagedData: the vault is damaged.
        DamagedKeys: its key file is.
        DamagedBackup: what was written is not what was read back.
    """
    place = prepare_folder(place)
    keys = KeyFile.read(folder)
    try:
        _clear_leftovers(place)
        with hidden_folder(place) as workshop:
            rows = _copied_for_sure(folder, workshop / DATABASE, key=key, progress=progress)
            whole = workshop / "whole"
            archive.write(
                whole,
                database=(workshop / DATABASE).read_bytes(),
                keys=keys.content,
                key=key,
                counts=counted(rows),
                made=made,
                version=__version__,
            )
            _compare(whole, workshop / "again.db", key=key, rows=rows, keys=keys)
            path = _free_name(place, made)
            whole.rename(path)
        with contextlib.suppress(OSError):  # not every stick can
            sync_folder(place)
    except OSError as error:
        raise folder_error(place, error) from error
    return BackupFile(path, made, __version__, keys.vault)


def thin_out(place: Path, made: BackupFile, now: datetime) -> tuple[BackupFile, ...]:
    """Removes the backups in ``place`` that are no longer needed now that there is ``made``.

    Only those of its vault whose every byte is sound are counted or removed, so a damaged one never
    stands in for a good one. ``made`` itself stays, and so does one that cannot be removed. One
    that a wrong clock dated later than ``now`` stays too, and stands in for none.

    Returns:
        The removed.
    """
    others = (backup for backup in reversed(found_in(place)) if backup.path != made.path)
    past = (backup for backup in others if backup.made <= now)
    ours = [*(backup for backup in past if backup.vault == made.vault), made]
    if not outdated(ours, now):
        return ()
    gone = outdated([backup for backup in ours if is_sound(backup)], now)
    for backup in gone:
        with contextlib.suppress(OSError):
            backup.path.unlink()
    return gone


def is_sound(backup: BackupFile) -> bool:
    """Whether every byte of it is as it was written, as far as checksums tell."""
    try:
        archive.read(backup.path)
    except UserError:
        return False
    return True


def make_before_migration(folder: Path, *, key: DataKey, made: datetime) -> BackupFile:
    """A backup before the tables are changed, beside the vault if its own place is gone.

    Raises:
        VaultError: neither can be written; the sentence says that nothing was changed.
    """
    places = list(dict.fromkeys((place_of(folder), folder / BACKUPS)))
    for place in places:
        try:
            return make(folder, place, key=key, made=made)
        except UserError as error:
            last = error
    raise VaultError(
        "This version of Burnout Check has to bring your vault up to date, and makes a backup "
        f"before it does. The backup could not be made, so nothing has been changed. {last}"
    ) from last


def _copied_for_sure(
    folder: Path, target: Path, *, key: DataKey, progress: Progress | None
) -> Rows:
    """The same as ``_copied``; only a vault that is found to be damaged twice is said to be."""
    try:
        return _copied(folder, target, key=key, progress=progress)
    except DamagedData:  # or a network drive was away for a moment
        target.unlink(missing_ok=True)
        return _copied(folder, target, key=key, progress=progress)


def _copied(folder: Path, target: Path, *, key: DataKey, progress: Progress | None) -> Rows:
    """Copies the live database to ``target``, and reads its rows as they are at that instant."""
    refuse_empty(folder / DATABASE)
    refuse_no_file(folder / JOURNAL)
    with opened(folder / DATABASE, key) as live, opened(target, key) as copy, live.frozen():
        refuse_damaged(live)  # a page of zeros would be read, and sealed anew as if it were sound
        rows = live.rows()
        live.copy_to(copy, progress)
    return rows


def _compare(whole: Path, path: Path, *, key: DataKey, rows: Rows, keys: KeyFile) -> None:
    """Opens the finished file again, as a restore would, and compares it with what was saved."""
    again = archive.read(whole)
    again.contents(key)
    path.write_bytes(again.database)
    try:
        with opened(path, key) as database:
            same = not database.damage(thorough=True) and database.rows() == rows
    except DamagedData:
        same = False
    if not same or again.key_file != keys:
        raise DamagedBackup(
            f"The backup that was just written to the folder {whole.parent.parent} is not what was "
            "read back, so it was thrown away. The disk may have a fault. Choose another folder "
            "for backups."
        )


def _age(backup: BackupFile) -> tuple[datetime, int, str]:
    """Of one minute, the file without a number is the first, and the tenth follows the ninth."""
    return backup.made, len(backup.path.name), backup.path.name


def _free_name(place: Path, made: datetime) -> Path:
    name = f"burnout-check-{made.astimezone(LONDON).strftime(_TIME)}"
    path, number = place / f"{name}{SUFFIX}", 2
    while path.exists():
        path, number = place / f"{name}-{number}{SUFFIX}", number + 1
    return path


def _described(path: Path) -> BackupFile:
    return archive.describe(path) or BackupFile(path, _named(path), "")


def _named(path: Path) -> datetime:
    """When the backup was made by its name, or else by its file."""
    match = _NAME.fullmatch(path.name)
    made = datetime.fromtimestamp(0, LONDON)
    try:
        if match is not None:
            made = datetime.strptime(match[1], _TIME).replace(tzinfo=LONDON)
        else:
            made = datetime.fromtimestamp(path.stat().st_mtime, LONDON)
    except (OSError, ValueError, OverflowError):
        return made
    return made if is_on_the_calendar(made) else datetime.fromtimestamp(0, LONDON)


@contextmanager
def hidden_folder(place: Path) -> Iterator[Path]:
    """A folder of its own in ``place``, gone with all that is in it at the end."""
    path = Path(tempfile.mkdtemp(prefix=MAKING, suffix=f"-{os.getpid()}", dir=place))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _clear_leftovers(place: Path) -> None:
    """Removes what backups that were cut short left, but nobody's that is under way."""
    for path in place.glob(f"{MAKING}*"):
        if path.is_dir() and not _is_young(path):
            shutil.rmtree(path, ignore_errors=True)


def _is_young(path: Path) -> bool:
    """Whether it was made within the last hour, by the clock that made it."""
    with tempfile.NamedTemporaryFile(prefix=".now-", dir=path.parent) as file:
        now = os.fstat(file.fileno()).st_mtime
    return abs(now - path.stat().st_mtime) < 3600

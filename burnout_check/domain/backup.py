"""Backups, what was set aside and what was salvaged, as plain values; which backups are kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from burnout_check.domain.numbers import number_of
from burnout_check.domain.week import LONDON, Week

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much: pages of the data."""

DAYS, WEEKS, MONTHS = 7, 8, 24
"""How many days, weeks and months that have a backup keep their last one."""


BEHIND = timedelta(weeks=3)
"""For how long a check-in may be in no backup before that is said."""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup as it is known without any key; ``vault`` is the random name of its vault.

    ``vault`` is empty, and so is ``version``, where the file is too damaged to say.
    """

    path: Path
    made: datetime
    version: str
    vault: str = ""

    @property
    def readable(self) -> bool:
        """Whether at least its description could be read."""
        return bool(self.vault)


@dataclass(frozen=True, slots=True)
class Backups:
    """What was found when somebody looked: where backups go, what lies there, what is amiss.

    ``files`` are all of them, the newest first; ``vault`` is the random name of the open vault;
    ``trouble`` says why none can be made just now, or is "".
    """

    place: Path
    files: tuple[BackupFile, ...]
    vault: str
    trouble: str

    @property
    def made(self) -> tuple[datetime, ...]:
        """When each backup of the open vault was made, the newest first."""
        return tuple(found.made for found in self.files if found.vault == self.vault)


@dataclass(frozen=True, slots=True)
class Amount:
    """So many records of a kind (the name of their table), with what one and several are called."""

    kind: str
    number: int
    one: str
    many: str

    def __str__(self) -> str:
        return number_of(self.number, self.one, self.many, none="no")


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a backup: how much, from when to when, by which version.

    ``others`` are what is told of beside the check-ins, in the order in which it is told.
    """

    check_ins: int
    first: Week | None
    last: Week | None
    made: datetime
    version: str
    others: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """How the check-ins of a backup differ from those in the vault now, oldest first.

    ``known`` is False where the vault of now cannot be read with the key of the backup, because
    it is gone, or another vault, or too damaged: then every week stands in ``only_in_backup``.
    """

    only_in_backup: tuple[Week, ...]
    only_now: tuple[Week, ...]
    changed: tuple[Week, ...]
    known: bool = True

    @property
    def same(self) -> bool:
        """Whether the check-ins are the same."""
        return self.known and not (self.only_in_backup or self.only_now or self.changed)


class Cause(StrEnum):
    """Why a vault was set aside."""

    RESTORE = "restore"
    UNDO = "undo"
    SALVAGE = "salvage"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A vault, whole or damaged, that was put into a folder of its own, and stays there."""

    path: Path
    made: datetime
    cause: Cause


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could be read of a damaged vault: rows by kind (the name of their table).

    ``lost`` counts the rows that are known to have been there; unless ``certain``, others may have
    been. ``partial`` are the weeks whose check-in is there, but not all that was in it.
    ``others_lost`` says in a sentence for each kind but check-ins and their parts what is lost.
    """

    read: Mapping[str, int]
    lost: Mapping[str, int]
    certain: bool
    partial: tuple[Week, ...]
    aside: SetAside
    others_lost: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is lost."""
        return self.certain and not any(self.lost.values())


@dataclass(frozen=True, slots=True)
class Erased:
    """What "Erase everything" removed, and in sentences what it could not reach."""

    backups: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renewed:
    """How many older backups made way for a new one, and in sentences what was not reached."""

    removed: int
    left: tuple[str, ...]


def is_on_the_calendar(moment: datetime) -> bool:
    """Whether an instant has a day in each time zone, and a year before it and after it."""
    return 1 < moment.year < 9999


def outdated(backups: Iterable[BackupFile], now: datetime) -> tuple[BackupFile, ...]:
    """The backups of one vault that are no longer needed, oldest first.

    The last backup of each of the latest 7 days, 8 weeks and 24 months that have one is kept.
    Because days with a backup are counted, and not days on the calendar, time alone never makes
    a backup outdated. Of two made at the same instant, the one given last counts as the later.
    Nothing is outdated while a backup is younger than ``now``: then one of the
    two clocks was wrong, and nobody knows which.
    """
    found = sorted(backups, key=lambda backup: backup.made)
    if any(backup.made > now for backup in found):
        return ()
    kept = found[-1:]
    for period, number in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        last = {period(backup): backup for backup in found}
        kept += sorted(last.values(), key=lambda backup: backup.made)[-number:]
    return tuple(backup for backup in found if backup not in kept)


def is_due(made: Iterable[datetime], finished: Iterable[datetime], now: datetime) -> bool:
    """Whether it is time for a backup: a check-in is in none yet, and today has had none.

    Args:
        made: when each backup of this vault was made.
        finished: when each check-in was saved.
        now: this instant; a backup or check-in from the future never puts a backup off.
    """
    past = [moment for moment in made if moment <= now]
    today = now.astimezone(LONDON).date()
    if any(moment.astimezone(LONDON).date() == today for moment in past):
        return False
    latest = max(past, default=None)
    return any(latest is None or moment > latest for moment in finished)


def is_behind(made: Iterable[datetime], finished: Iterable[datetime], now: datetime) -> bool:
    """Whether a check-in has been in no backup for 3 weeks, though backups are made.

    So nobody is told who comes back after a long time, or before the day's backup is made.

    Args:
        made: when each backup of this vault was made.
        finished: when each check-in was saved.
        now: this instant; a backup from the future is no sign that anything is in it.
    """
    latest = max((moment for moment in made if moment <= now), default=None)
    waiting = (moment for moment in finished if latest is None or moment > latest)
    return any(moment <= now - BEHIND for moment in waiting)


def _day(backup: BackupFile) -> Hashable:
    return backup.made.astimezone(LONDON).date()


def _week(backup: BackupFile) -> Hashable:
    return Week.at(backup.made)


def _month(backup: BackupFile) -> Hashable:
    day = backup.made.astimezone(LONDON).date()
    return day.year, day.month

"""Facts about where the program runs and keeps its data, without anything personal in them."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from datetime import date, datetime
from pathlib import Path

from burnout_check import __version__
from burnout_check.errors import UserError
from burnout_check.location import (
    SITE_FILE,
    concerns,
    is_in_onedrive,
    is_on_network,
    program_folder,
    site_folder,
)
from burnout_check.store.files.backups import found_in, place_of
from burnout_check.store.folder import BACKUPS, vault_exists

Facts = tuple[tuple[str, str], ...]


def environment_facts(data: Path, *, now: datetime) -> Facts:
    """Look around; nothing is made or changed.

    Args:
        data: the folder of the person's data, which need not exist.
        now: to tell how long ago the last backup was.
    """
    return (
        ("Program", f"Burnout Check {__version__}"),
        ("Python", f"{platform.python_version()}, {platform.machine()}"),
        ("System", f"{platform.system()} {platform.release()} ({platform.version()})"),
        ("Program folder", without_name(program_folder())),
        ("Site file", _site_file()),
        ("Data folder", f"{without_name(data)}, {_vault(data)}"),
        ("Disk of the data", _disk(data)),
        ("To look out for", " ".join(each.sentence for each in concerns(data)) or "nothing"),
        ("Backups", _backups(data, now.date())),
        ("Console", "there is one" if sys.stdout is not None else "there is none"),
    )


def without_name(path: Path, *, home: Path | None = None) -> str:
    """A path without the name of the person whose home it is in."""
    home = Path.home() if home is None else home
    try:
        return str(Path("~") / path.absolute().relative_to(home))
    except ValueError:
        return str(path)


def _site_file() -> str:
    folder, trouble = site_folder(program_folder(), os.environ)
    if trouble:
        return f"ignored, for {trouble}"
    if folder is not None:
        return f"is used: data in {without_name(folder)}"
    there = _is_there(program_folder() / SITE_FILE)
    return "is there, and names no data folder" if there else "there is none"


def _vault(data: Path) -> str:
    try:
        if not data.is_dir():
            return "which is not there yet"
        return "which has a vault" if vault_exists(data) else "which has no vault yet"
    except (UserError, OSError) as error:
        return f"which cannot be read ({type(error).__name__})"


def _disk(data: Path) -> str:
    place = next(filter(_is_there, (data, *data.parents)), None)
    if place is None:
        return "cannot be found"
    where = "on the network" if is_on_network(place) else "of this computer, as far as can be told"
    if is_in_onedrive(place, os.environ):
        where += ", and copied by OneDrive"
    try:
        return f"{where}; {shutil.disk_usage(place).free // 1_000_000} MB free"
    except OSError as error:
        return f"{where}; cannot be asked ({type(error).__name__})"


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _backups(data: Path, today: date) -> str:
    try:
        place = place_of(data)
        found = found_in(place, data / BACKUPS)
        reached = place.is_dir() or not found
    except (UserError, OSError) as error:
        return f"cannot be read ({type(error).__name__})"
    where = f"in {without_name(place)}"
    where += "" if reached else ", a folder that cannot be reached now"
    if not found:
        return f"none yet; they go {where}"
    days = (today - max(each.made for each in found).date()).days
    unreadable = sum(not each.readable for each in found)
    bad = f", {unreadable} of them damaged" if unreadable else ""
    return f"{len(found)}{bad}, the last {_ago(days)}, {where}"


def _ago(days: int) -> str:
    return "today" if days <= 0 else "yesterday" if days == 1 else f"{days} days ago"

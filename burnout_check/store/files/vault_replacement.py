"""Another vault takes the place of the one in a folder, all at once, and the old one is set aside.

The steps, each of which may be the last before a power cut:

1. The new vault is put together under ``swap.new``; the one that is there is not touched.
2. Its files get a second name (or a copy, where the disk knows no second names) in
   ``set-aside.new``.
3. ``swap.json`` is written in one step. Up to here the old vault counts, from here the new one.
4. ``set-aside.new`` gets its lasting name, the new files take the old ones' places, and
   ``swap.json`` goes.

``settle`` brings to an end whatever was cut short. Nothing that was set aside is ever removed but
by "Erase everything".
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from burnout_check.domain.backup import Cause, SetAside, is_on_the_calendar
from burnout_check.domain.week import LONDON
from burnout_check.errors import KeptAllTheSame, UserError, VaultError
from burnout_check.paths import folder_error, make_private, sync_folder
from burnout_check.small_file import Unusable, read_json, read_plain, what_stands_at
from burnout_check.store.folder import (
    ASIDE,
    ASIDE_NEW,
    KEYS,
    KEYS_COPY,
    LARGEST,
    READING,
    STAGE,
    SWAP,
    VAULT_FILES,
    clear_leftover,
    is_own_folder,
    remove_folder,
    replace_file,
)

_ABOUT = "about.json"
_READY = "All is ready, and takes its place the next time the vault is opened."


_LAST_NUMBER = 1_000_000

# What the note may say at all: the files of a vault, and one plain name in the folder of these.
_File = Literal["vault.db", "vault.db-journal", "keys.json", "keys.copy.json"]
_Name = Annotated[str, msgspec.Meta(pattern=r"\A[0-9][0-9a-z-]{0,60}\Z")]


class _About(msgspec.Struct):
    number: Annotated[int, msgspec.Meta(ge=0, le=_LAST_NUMBER)]  # one more than the last: a clock
    cause: Cause  # may be set back
    made: Annotated[datetime, msgspec.Meta(tz=True)]

    def __post_init__(self) -> None:
        if not is_on_the_calendar(self.made):
            raise ValueError("no such day")


class _Swap(msgspec.Struct, forbid_unknown_fields=True):
    new: list[_File]
    gone: list[_File]
    aside: _Name


def stage(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Puts the files of a new vault together, beside the one in ``folder``.

    Returns:
        The folder they lie in, for looking at them before ``commit``.

    Raises:
        FolderError: the disk is full or failing; the vault is as it was.
    """
    try:
        _clear(folder)
        path = folder / STAGE
        path.mkdir(mode=0o700)
        for name, content in files.items():
            _write(path / name, content)
        sync_folder(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            _clear(folder)
        raise folder_error(folder, error) from error
    return path


def commit(folder: Path, *, cause: Cause, now: datetime, keeps_data: bool = False) -> SetAside:
    """Lets the vault that was staged take the place of the one in ``folder``.

    Args:
        folder: where the vault lies.
        cause: why.
        now: the time for the name of what is set aside.
        keeps_data: whether only the keys are replaced.

    Raises:
        FolderError: the disk is full or failing, and the old vault counts.
        KeptAllTheSame: the same after all was ready: the new vault counts, and takes its place
            when the folder is next used.
    """
    try:
        clear_leftover(folder)
        _refuse_foreign(folder, ASIDE)
        name = _free_name(folder / ASIDE, f"{now.astimezone(LONDON):%Y-%m-%d-%H%M}-{cause}")
        files = {path.name for path in (folder / STAGE).iterdir()}
        old = [KEYS, KEYS_COPY] if keeps_data else VAULT_FILES
        number = 1 + max((about.number for _, about in _abouts(folder)), default=0)
        _set_aside(folder, old, _About(min(number, _LAST_NUMBER), cause, now))
        swap = {"new": sorted(files), "gone": sorted(set(old) - files), "aside": name}
        replace_file(folder / SWAP, msgspec.json.encode(swap))
    except OSError as error:
        raise folder_error(folder, error) from error
    try:
        settle(folder)
    except UserError as error:
        raise KeptAllTheSame(_READY, error) from error
    return SetAside(folder / ASIDE / name, now, cause)


def unsettled(folder: Path) -> bool:
    """Whether something was cut short in ``folder``.

    Raises:
        FolderError: the folder cannot be read.
    """
    try:
        return any(_stands(folder / name) for name in (SWAP, STAGE, ASIDE_NEW))
    except OSError as error:
        raise folder_error(folder, error) from error


def _stands(path: Path) -> bool:
    """Whether there is anything of that name, a link that leads nowhere too."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def settle(folder: Path) -> None:
    """Brings to an end what was cut short; the caller holds the folder's lock.

    Raises:
        FolderError: the disk is full or failing; it may be tried again.
        VaultError: ``swap.json`` is damaged; nothing was touched.
    """
    try:
        if os.path.lexists(folder / SWAP):
            _roll_forward(folder)
        _clear(folder)
    except OSError as error:
        raise folder_error(folder, error) from error


def set_aside(folder: Path) -> tuple[SetAside, ...]:
    """The vaults that were set aside, the last one first, whatever the clock said."""
    last_first = sorted(
        _abouts(folder), key=lambda found: (found[1].number, found[1].made), reverse=True
    )
    return tuple(SetAside(path, about.made, about.cause) for path, about in last_first)


def files_of(aside: SetAside) -> dict[str, bytes]:
    """The files of a vault that was set aside, by name.

    Raises:
        FolderError: they cannot be read.
        VaultError: one of them is no file.
    """
    found: dict[str, bytes] = {}
    for name in VAULT_FILES:
        try:
            found[name] = read_plain(aside.path / name, most=LARGEST)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise folder_error(aside.path, error) from error
        except Unusable as error:
            raise VaultError(
                f"{name} in the folder {aside.path} {error}. Nothing has been changed."
            ) from error
    return found


def _abouts(folder: Path) -> list[tuple[Path, _About]]:
    found: list[tuple[Path, _About]] = []
    with contextlib.suppress(OSError):
        if is_own_folder(folder / ASIDE):
            for path in filter(is_own_folder, (folder / ASIDE).iterdir()):
                with contextlib.suppress(OSError, Unusable):
                    found.append((path, read_json(path / _ABOUT, _About)))
    return found


def _set_aside(folder: Path, names: Iterable[str], about: _About) -> None:
    path = folder / ASIDE_NEW
    path.mkdir(mode=0o700)
    for name in names:
        # What is no file gets no second name: it is moved there when its turn comes.
        if (folder / name).is_file() and not what_stands_at(folder / name):
            _second_name(folder / name, path / name)
    _write(path / _ABOUT, msgspec.json.encode(about))
    sync_folder(path)


def _second_name(old: Path, new: Path) -> None:
    # Needs no room on the disk, and reads no page that may be past reading.
    try:
        new.hardlink_to(old)
    except OSError:
        shutil.copyfile(old, new)
        with new.open("rb+") as file:
            os.fsync(file.fileno())


def _roll_forward(folder: Path) -> None:
    try:
        swap = read_json(folder / SWAP, _Swap)
    except Unusable as error:
        raise _unsettleable(folder, f"its note {SWAP} {error}") from error
    _refuse_foreign(folder, ASIDE, ASIDE_NEW, STAGE)
    aside = folder / ASIDE / swap.aside
    if (folder / ASIDE_NEW).exists():
        (folder / ASIDE).mkdir(mode=0o700, exist_ok=True)
        (folder / ASIDE_NEW).rename(aside)
        sync_folder(folder / ASIDE)
    if not is_own_folder(aside):
        raise _unsettleable(folder, f"what its note {SWAP} names is not there")
    # The journal first: it belongs to the old data, and would be played into the new.
    for name in swap.gone:
        if (aside / name).is_file():
            (folder / name).unlink(missing_ok=True)
        elif os.path.lexists(folder / name):
            (folder / name).rename(aside / name)
    for name in swap.new:
        if (folder / STAGE / name).exists():
            if what_stands_at(folder / name):  # a folder, a link: kept, with the old vault
                (folder / name).rename(aside / name)
            (folder / STAGE / name).replace(folder / name)
    sync_folder(folder)
    (folder / SWAP).unlink()
    sync_folder(folder)


def _unsettleable(folder: Path, why: str) -> VaultError:
    return VaultError(
        f"A restore in the folder {folder} was cut short, and {why}. "
        "Nothing has been changed. Keep the folder as it is, and restore a backup into "
        "another one."
    )


def _refuse_foreign(folder: Path, *names: str) -> None:
    """Nothing is put into a folder that a link leads to, nor taken out of it."""
    for name in names:
        if os.path.lexists(folder / name) and not is_own_folder(folder / name):
            raise VaultError(
                f"{name} in the folder {folder} is a link to another place, or no folder. "
                "Nothing has been changed. Move it away, then try again."
            )


def _clear(folder: Path) -> None:
    for name in (STAGE, ASIDE_NEW):
        remove_folder(folder / name)
    for path in folder.glob(f"{READING}*"):
        with contextlib.suppress(OSError):
            remove_folder(path)


def _free_name(parent: Path, wanted: str) -> str:
    name, number = wanted, 2
    while os.path.lexists(parent / name):
        name, number = f"{wanted}-{number}", number + 1
    return name


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(make_private(path), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())

"""The files a person saves: what one may be called, and the one way in which each is written."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from burnout_check.errors import BadInput, FolderError
from burnout_check.paths import folder_error, write_whole

ANOTHER_NAME = "Choose another name."

_MOST_LETTERS = 200
"""So long a name may be, in bytes: disks take 255, and a stick of another system may take less."""

_OWNERS, _ALL = 0o600, 0o777
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.ELOOP}
_OF_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_NEVER = re.compile(r"[\x00-\x1f\x7f]")
_NEVER_ON_WINDOWS = re.compile(r'[<>:"|?*]')


def file_for(chosen: str, *, ending: str) -> Path:
    """The file that is written when a person chose this name; the one to ask about, too.

    A dot in a name is no ending: ``Supervision 20.11.26`` becomes ``Supervision 20.11.26.pdf``.

    Args:
        chosen: a whole path.
        ending: how the name ends for its kind, without the dot: ``pdf``.

    Raises:
        BadInput: the name cannot be used everywhere; says which and what to do.
    """
    folder, name = os.path.split(chosen)
    if not name.lower().endswith(f".{ending}"):
        name = f"{name.rstrip(' .')}.{ending}"
    stem = name[: -len(ending) - 1].strip()
    shown = f"“{readable(name)}”"
    if not stem:
        raise BadInput(f"The file needs a name. {ANOTHER_NAME}")
    if _OF_WINDOWS.fullmatch(stem.partition(".")[0].strip()):
        raise BadInput(f"Windows keeps the name {shown} for itself. {ANOTHER_NAME}")
    try:
        os.fsencode(folder)
        size = len(os.fsencode(name))
    except UnicodeEncodeError:
        size = 0
    if not size or _NEVER.search(chosen) or (os.name == "nt" and _NEVER_ON_WINDOWS.search(name)):
        raise BadInput(f"The name {shown} has a sign in it that no file can have. {ANOTHER_NAME}")
    if size > _MOST_LETTERS:
        raise BadInput(f"That name is too long for a file. {ANOTHER_NAME}")
    return Path(folder, name)


def readable(name: str) -> str:
    """A file's name as it can be shown: half a sign, or one that cannot be seen, is marked."""
    return _NEVER.sub("�", name.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def save_whole(file: Path, content: bytes, *, secret: bool = False) -> None:
    """Writes a file where a person says: whole and read back, or not at all.

    A new file is for its owner only. Where there is one, it keeps its rights; if it is a link, what
    it leads to is written. Nothing but an ordinary file is opened or replaced.

    Args:
        file: where it goes.
        content: all of it.
        secret: takes the rights of others away from a file that is there.

    Raises:
        FolderError: it cannot be written, says why; a file that is there is then left as it was.
    """
    try:
        target = Path(os.path.realpath(file))
        write_whole(target, content, mode=_rights(target) & (_OWNERS if secret else _ALL))
    except ValueError as error:  # a NUL
        raise FolderError(_unusable(file)) from error
    except OSError as error:
        if error.errno in _BAD_NAME:
            raise FolderError(_unusable(file)) from error
        raise folder_error(file.parent, error) from error


def _rights(target: Path) -> int:
    """Of the file that is there, or of a new one."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return _OWNERS
    if not stat.S_ISREG(found.st_mode):
        raise FolderError(f"“{readable(target.name)}” is not an ordinary file. {ANOTHER_NAME}")
    if not os.access(target, os.W_OK):
        raise FolderError(
            f"“{readable(target.name)}” is there already and may not be changed. {ANOTHER_NAME}"
        )
    return stat.S_IMODE(found.st_mode) & _ALL


def _unusable(file: Path) -> str:
    return f"“{readable(file.name)}” cannot be used as the name of a file. {ANOTHER_NAME}"

"""Where files live, the program's own and the person's, and how one is written whole."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

import fontpkg_atkinson_hyperlegible as atkinson  # type: ignore[import-untyped]  # has no types
from platformdirs import user_cache_path, user_data_path

from burnout_check.errors import FolderError

APP_NAME = "Burnout Check"

TYPEFACE = str(atkinson.FAMILY)
"""The family of the app's own typeface, for the window, charts and pages alike."""

# Room for the least a save needs: a rollback journal and the pages it changes, in bytes.
_ROOM_TO_SAVE = 64 * 1024

_OWNERS = 0o600  # the rights of a file that its owner alone may read, and mkstemp's too

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM}
_NOT_A_FOLDER = {errno.ENOTDIR, errno.EEXIST}
_UNREACHABLE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ESTALE}
_UNREACHABLE |= {errno.ETIMEDOUT, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ECONNABORTED}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP, errno.EILSEQ}
# Windows tells more by its own number than by the errno Python makes of it: write-protected;
# device not ready, network path not found, network name not found.
_FROM_WINDOWS = {
    19: errno.EROFS,
    21: errno.ENODEV,
    53: errno.ENODEV,
    67: errno.ENODEV,
    123: errno.EINVAL,
}


def resources_dir() -> Path:
    """The folder of the content files.

    Inside the package when it is installed or frozen, beside the package in a checkout.
    """
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def font_files() -> tuple[Path, ...]:
    """The four TTFs of the typeface, for Qt, matplotlib and typst alike."""
    return tuple(sorted((atkinson.ROOT / "files").glob("*.ttf")))


def default_data_dir() -> Path:
    """The folder for the person's data when none is named; on this computer, never roaming."""
    return user_data_path(APP_NAME, appauthor=False, roaming=False)


def cache_dir() -> Path:
    """The folder for what is worked out anew if it is gone: a list of fonts, nothing personal."""
    return user_cache_path(APP_NAME, appauthor=False)


def prepare_folder(path: Path) -> Path:
    """Makes the data folder if need be, for its owner only, and tries a real save in it.

    Returns:
        The folder's absolute path.

    Raises:
        FolderError: it is no folder, cannot be reached or written, or its disk is full.
    """
    try:
        folder = path.expanduser().absolute()
    except RuntimeError as error:  # "~nobody": there is no such person here
        raise folder_error(path, FileNotFoundError(errno.ENOENT, "no such home")) from error
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
        _try_writing(folder)
    except OSError as error:
        raise folder_error(folder, error) from error
    return folder


def require_folder(folder: Path) -> None:
    """Only looks.

    Raises:
        FolderError: ``folder`` is not there, is no folder, or cannot be reached.
    """
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise NotADirectoryError(errno.ENOTDIR, "no folder")
    except OSError as error:
        raise folder_error(folder, error) from error


def folder_error(folder: Path, error: OSError) -> FolderError:
    """What ``error`` means for ``folder``, and what to do about it, in plain words."""
    windows = getattr(error, "winerror", None) or 0
    return FolderError(_sentence(folder, _FROM_WINDOWS.get(windows, error.errno or errno.EIO)))


def is_there(path: Path) -> bool:
    """Whether there is anything at a path. ``Path.exists`` raises where a drive is dead."""
    return os.path.exists(path)  # noqa: PTH110 - see above


def is_folder(path: Path) -> bool:
    """Whether there is a folder at a path. ``Path.is_dir`` raises where a drive is dead."""
    return os.path.isdir(path)  # noqa: PTH112 - see above


def write_whole(file: Path, content: bytes, *, mode: int = _OWNERS) -> None:
    """Puts ``content`` into ``file``, read back before it counts; for its owner only by default.

    Whatever happens meanwhile, ``file`` holds all of the old content or all of the new, and
    nothing is left beside it. What is made on the way has a name that nobody else's file has.

    Args:
        file: a link is replaced and not followed.
        content: all of it.
        mode: the rights of the file, new or not, where the system knows such.

    Raises:
        OSError: it cannot be written, or another content is read back; a file that is there is
            then left as it was.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    fresh = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(descriptor)
        if fresh.read_bytes() != content:
            raise OSError(errno.EIO, "what was read back is not what was written")
        if mode != _OWNERS:
            with contextlib.suppress(OSError):  # a stick may know no rights; then it stays as it is
                fresh.chmod(mode)
        fresh.replace(file)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # the new content is there, so it may not be denied
        sync_folder(file.parent)


def make_private(path: Path) -> int:
    """Makes the empty file ``path``, for its owner only.

    Returns:
        An open descriptor for writing bytes.

    Raises:
        OSError: it is there already, or the folder cannot be written.
    """
    binary: int = getattr(os, "O_BINARY", 0)  # Windows would turn line ends otherwise
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, _OWNERS)


def sync_folder(folder: Path) -> None:
    """Sees to it that a rename in ``folder`` outlives a power cut, where the system can say so."""
    if os.name == "nt":
        return  # NTFS keeps a journal of names, and a folder cannot be opened there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sentence(folder: Path, code: int) -> str:  # noqa: PLR0911 - one line for each thing to say
    if code in _FULL:
        return (
            f"The disk that holds the folder {folder} is full. Free some space, then try again. "
            "What is already saved is safe."
        )
    if code == errno.EROFS:
        return (
            f"The folder {folder} can be read but not written to. "
            "Choose another folder, or ask your IT team to let you write to this one."
        )
    if code in _FORBIDDEN:
        return (
            f"You are not allowed to use the folder {folder}. "
            "Choose another folder, or ask your IT team to let you write to this one."
        )
    if code in _NOT_A_FOLDER:
        return (
            f"The folder {folder} cannot be made, because a file is in its place. "
            "Choose another folder, or move that file away."
        )
    if code == errno.EISDIR:
        return (
            f"In the folder {folder} there is a folder where one of its files should be. "
            "Move it away, then try again."
        )
    if code in _UNREACHABLE:
        return (
            f"The folder {folder} cannot be found. If it is on another drive or on the network, "
            "connect it, then try again."
        )
    if code in _BAD_NAME:
        return f"{folder} cannot be used as the name of a folder. Choose another folder."
    return (
        f"The folder {folder} could not be read or written: the disk or the network drive may "
        "have a fault. Try again, and if it goes on, choose another folder."
    )


def _try_writing(folder: Path) -> None:
    descriptor, name = tempfile.mkstemp(prefix=".writing-", dir=folder)
    try:
        # A file object, because os.write() on a disk that is almost full writes less and is silent.
        with os.fdopen(descriptor, "wb") as file:
            file.write(bytes(_ROOM_TO_SAVE))
            file.flush()
            os.fsync(descriptor)
    finally:
        Path(name).unlink(missing_ok=True)

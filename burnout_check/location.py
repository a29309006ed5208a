"""Where the vault lives: which folder, what is risky about it, and whether one was there before.

Two checks only Windows and Linux can answer for certain: what sort of disk a folder is on is read
from ``/proc`` on Linux and asked of Windows (untried on a real one so far); on a Mac only the name
of the folder is looked at.
"""

from __future__ import annotations

import ctypes
import hashlib
import logging
import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from platformdirs import site_config_path, user_config_path

from burnout_check.paths import APP_NAME, default_data_dir, make_private
from burnout_check.small_file import Unusable, read_toml, what_stands_at

SITE_FILE = "site.toml"
LARGEST_SITE = 64 * 1024
"""A larger site file is not read, in bytes."""
LITTLE_ROOM = 100 * 1024 * 1024
"""Less room than this on the disk is said, in bytes."""

_log = logging.getLogger(__name__)

_NETWORK = frozenset(
    {
        *("afs", "ceph", "cifs", "davfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"),
        *("fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs"),
    }
)
_OCTAL = re.compile(r"\\([0-7]{3})")  # how mountinfo writes a space in a name
_DRIVE_REMOTE = 4  # GetDriveTypeW
_UNEXPANDED = re.compile(r"%[^%]+%|\$\w|\$\{")


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that is risky about a folder; a serious one is said before the vault is open."""

    sentence: str
    serious: bool = True


def chosen_folder(asked: Path | None, *, program: Path | None = None) -> tuple[Path, str]:
    """The folder for the person's data: the site's, else the one asked for, else the usual one.

    Args:
        asked: what ``--data-dir`` said.
        program: the folder the program lies in, where ``site.toml`` may be.

    Returns:
        The folder, and why the site's file was ignored, or "".
    """
    site, trouble = site_folder(program or program_folder(), os.environ)
    return site or asked or default_data_dir(), trouble


def program_folder() -> Path:
    """The folder of the program: of the executable when frozen, else the one of the package."""
    frozen = getattr(sys, "frozen", False)
    return Path(sys.executable).parent if frozen else Path(__file__).parent.parent


def site_files(program: Path | None = None) -> tuple[Path, ...]:
    """Where a site file may be: beside the program, then in the settings folder of the machine."""
    machine = site_config_path(APP_NAME, appauthor=False)
    return ((program or program_folder()) / SITE_FILE, machine / SITE_FILE)


def site_folder(program: Path, environ: Mapping[str, str]) -> tuple[Path | None, str]:
    r"""What the organisation's ``site.toml`` says.

    ``data_dir = '%LOCALAPPDATA%\Burnout Check'``: variables and ``~`` are filled in, because one
    program serves many people. Only who can change the program can change this file.

    Returns:
        The folder, None if there is none; and why the file is ignored, or "".
    """
    try:
        return _site_folder(program / SITE_FILE, environ), ""
    except _UnusableError as error:
        return None, f"{SITE_FILE}{error}"


def concerns(folder: Path) -> tuple[Concern, ...]:
    """What is risky about keeping a vault in ``folder``, worst first; what cannot be told is not.

    Looks at the disk, so it may take a moment where the disk is far away.
    """
    found: list[Concern] = []
    free = _free(folder)
    if _is_read_only(folder):
        found.append(Concern("The folder can be read but not written to, so nothing can be saved."))
    elif free is not None and free < LITTLE_ROOM:
        found.append(
            Concern(
                f"The disk is nearly full: {free // (1024 * 1024)} MB are left. "
                "Free some space, so that your check-ins can be saved."
            )
        )
    if is_on_network(folder):
        found.append(
            Concern(
                "Your data is in a folder on the network. If the connection drops while you save, "
                "that save may fail. Backups on the network and data on this computer are safer."
            )
        )
    if is_in_onedrive(folder, os.environ):
        found.append(
            Concern(
                "Your data is in a folder that OneDrive copies to the cloud. It is encrypted, but "
                "copies leave this computer, and OneDrive may mix up two of them."
            )
        )
    return tuple(found)


def is_on_network(folder: Path) -> bool:
    """Whether a folder is on another computer, as far as this system can tell."""
    if is_share(str(folder)):
        return True
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.drive + "\\") == _DRIVE_REMOTE)
    try:
        table = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return mount_kind(table, folder) in _NETWORK


def is_share(path: str) -> bool:
    r"""Whether a path is that of a Windows share: ``\\server\share``, in any of its spellings."""
    path = path.replace("/", "\\")
    if path.upper().startswith("\\\\?\\UNC\\"):
        return True
    return path.startswith("\\\\") and path[2:3] not in {"", "?", "."}


def mount_kind(table: str, folder: PurePath) -> str:
    """The file system a folder is on, by Linux's table of mounts (``man 5 proc``), "" if unknown.

    Args:
        table: the text of ``/proc/self/mountinfo``.
        folder: an absolute path.
    """
    kind, depth = "", -1
    for line in table.splitlines():
        before, bar, after = line.partition(" - ")
        fields = before.split(" ")
        if not bar or len(fields) < 5 or not after:
            continue
        point = PurePath(_OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[4]))
        # A later line hides an earlier one at the same place.
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            kind, depth = after.split(" ")[0], len(point.parts)
    return kind


def is_in_onedrive(folder: PurePath, environ: Mapping[str, str]) -> bool:
    """Whether OneDrive looks after a folder: by its own variables, or by the names on the way."""
    path = _spelled(str(folder))
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = _spelled(environ.get(name, ""))
        if root and (path == root or path.startswith(root + "/")):
            return True
    return any(re.fullmatch(r"onedrive(\s?-.*)?", part) for part in path.split("/"))


class Marker:
    """An empty file in the roaming folder which says that a vault was made in a data folder.

    Some work computers empty the local folder when one signs out. The roaming one comes back, so
    that the loss is known and said, instead of a first start that looks as if nothing had been.
    Its name is a digest of the data folder's path; there is nothing in it.

    A marker that cannot be written or read is no reason to stop.
    """

    def __init__(self, folder: Path, *, roaming: Path | None = None) -> None:
        digest = hashlib.sha256(_spelled(str(folder)).encode("utf-8", "surrogatepass")).hexdigest()
        roaming = roaming or user_config_path(APP_NAME, appauthor=False, roaming=True)
        self.file = roaming / f"vault-made-{digest[:16]}"

    @property
    def is_set(self) -> bool:
        """Whether a vault was made there once, and not erased since."""
        try:
            return os.path.lexists(self.file) and not what_stands_at(self.file)
        except OSError:
            return False

    def set(self) -> None:
        """Remember that there is a vault."""
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(make_private(self.file))
        except FileExistsError:
            return
        except OSError:
            _log.info("the marker of a vault cannot be written, so a lost vault is not noticed")

    def clear(self) -> None:
        """Forget that there was one: it was erased, or the person begins anew."""
        try:
            self.file.unlink(missing_ok=True)
        except OSError:
            _log.info("the marker of a vault cannot be removed")


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a data folder at the start, before anybody has unlocked anything."""

    marker: Marker
    concerns: tuple[Concern, ...]

    @staticmethod
    def of(folder: Path) -> Place:
        """Look at ``folder``, which exists."""
        return Place(Marker(folder), concerns(folder))

    @property
    def warning(self) -> str:
        """The worst thing about it in a sentence, if it is serious; else ""."""
        return next((concern.sentence for concern in self.concerns if concern.serious), "")


class _UnusableError(Exception):
    """The site's file cannot be used; says why, without quoting it."""


def _site_folder(file: Path, environ: Mapping[str, str]) -> Path | None:
    try:
        value = read_toml(file, most=LARGEST_SITE).get("data_dir")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _UnusableError(" cannot be read") from error
    except Unusable as error:
        raise _UnusableError(f" {error}") from error
    if value is None:
        return None
    if not isinstance(value, str):
        raise _UnusableError(": data_dir: is not text")
    filled = _filled(value, environ)
    if _UNEXPANDED.search(filled):
        raise _UnusableError(": data_dir: names a variable that is not set")
    if "\0" in filled or not Path(filled).is_absolute():
        raise _UnusableError(": data_dir: is not a whole path")
    return Path(filled)


def _filled(value: str, environ: Mapping[str, str]) -> str:
    known = {name.upper(): text for name, text in environ.items()}

    def fill(found: re.Match[str]) -> str:
        return known.get(next(filter(None, found.groups())).upper(), found[0])

    value = re.sub(r"%([^%]+)%|\$\{(\w+)\}|\$(\w+)", fill, value)
    home = known.get("USERPROFILE" if os.name == "nt" else "HOME", "")
    return re.sub(r"^~(?=[/\\]|$)", lambda _found: home or "~", value)


def _spelled(path: str) -> str:
    r"""A path in one spelling, so that two can be compared: ``C:\A\`` is ``c:/a``."""
    return path.replace("\\", "/").rstrip("/").casefold()


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _is_read_only(folder: Path) -> bool:
    if sys.platform == "win32":
        return False  # asked by writing, in ``prepare_folder``
    try:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    except OSError:
        return False

"""The shared libraries of a Linux system that Qt's own packages leave to the system."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping

from console import CannotGoOnError, call, say

# file that is loaded -> Debian's package that has it
WITHOUT_A_WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def has_display(environ: Mapping[str, str], *, platform: str = sys.platform) -> bool:
    """Whether a window can be shown, as far as one can tell without trying."""
    if platform != "linux":
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def wanted(
    environ: Mapping[str, str], *, window: bool, platform: str = sys.platform
) -> dict[str, str]:
    """The libraries Qt needs here, as file -> package; ``window`` if one is to be shown."""
    if platform != "linux":
        return {}
    libraries = dict(WITHOUT_A_WINDOW)
    asked_for = environ.get("QT_QPA_PLATFORM", "")
    if window and environ.get("DISPLAY") and asked_for in {"", "xcb"}:
        libraries |= FOR_X
    if window and environ.get("WAYLAND_DISPLAY") and asked_for in {"", "wayland"}:
        libraries |= FOR_WAYLAND
    return libraries


def missing(libraries: Mapping[str, str]) -> list[str]:
    """The packages of those libraries that cannot be loaded."""
    return [package for file, package in libraries.items() if not _loads(file)]


def install(packages: Iterable[str]) -> None:
    """Install Debian packages where that is allowed.

    Raises:
        CannotGoOnError: it is not allowed, or failed; the text holds the command to type.
    """
    names = list(packages)
    if not (shutil.which("apt-get") and _is_root()):
        raise CannotGoOnError(by_hand(names, has_apt=shutil.which("apt-get") is not None))
    say(f"Installing {len(names)} system packages: {' '.join(names)}")
    environ = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *names]):
        if call([*apt, *step], environ=environ, quiet=True) != 0:
            raise CannotGoOnError(f"apt-get could not {step[0]}; what it said stands above.")


def by_hand(packages: Iterable[str], *, has_apt: bool = True) -> str:
    """What to tell a person who has to install the packages themselves."""
    names = " ".join(packages)
    line = f"sudo apt-get update && sudo apt-get install --yes --no-install-recommends {names}"
    if has_apt:
        return f"Some system packages are missing. Please run this, then try again:\n  {line}"
    return (
        "Some system packages are missing, and there is no apt-get here to install them.\n"
        f"Please install what your system calls these, as Debian would by:\n  {line}"
    )


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0

"""The folder .venv: made from the hash-pinned locks, and left alone while it is right."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import re
import shutil
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import system_libraries
from console import ROOT, CannotGoOnError, call, say

RUNTIME = ("packaging/requirements.lock",)
DEVELOPMENT = (*RUNTIME, "packaging/requirements-dev.lock")  # the last holds all of the others

# In the stamp: an installation began and has not ended.
_UNFINISHED = "unfinished"

_QT_LOADS = "from PySide6 import QtSvg, QtWidgets; QtWidgets.QApplication([])"


def python_in(folder: Path, *, platform: str = sys.platform) -> Path:
    """The interpreter of the virtual environment in ``folder``."""
    if platform == "win32":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def make_right(*, locks: Sequence[str] = RUNTIME, window: bool = False, root: Path = ROOT) -> Path:
    """Bring the system and .venv to what the locks say, doing only what is not so already.

    Args:
        locks: the locks to install, RUNTIME or DEVELOPMENT.
        window: whether a window is to be shown, which needs more of a Linux system.
        root: the folder of the project.

    Returns:
        The interpreter to start things with.
    """
    packages = system_libraries.missing(system_libraries.wanted(os.environ, window=window))
    if not _can_make_venv():
        packages.append("python3-venv")
    if packages:
        system_libraries.install(packages)
        importlib.invalidate_caches()
    python = python_in(root / ".venv")
    if not is_right(read_stamp(root), wanted_stamp(root, locks), python=python):
        with _only_one(root):
            _set_up(root, locks, python)
    return python


def wanted_stamp(root: Path, locks: Sequence[str]) -> dict[str, str]:
    """What the stamp of a .venv says that was made from these locks by this Python."""
    stamp = {"python": f"{sys.implementation.cache_tag} {sysconfig.get_platform()}"}
    for lock in locks:
        text = (root / lock).read_text(encoding="utf-8")  # so that line ends do not count
        stamp[lock] = hashlib.sha256(text.encode()).hexdigest()
    return stamp


def read_stamp(root: Path) -> dict[str, str]:
    """What .venv says it was made from; empty where it says nothing that can be read."""
    try:
        stamp = json.loads(_stamp_file(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_right(stamp: Mapping[str, str], wanted: Mapping[str, str], *, python: Path) -> bool:
    """Whether nothing is left to do."""
    agrees = all(stamp.get(name) == value for name, value in wanted.items())
    return agrees and _UNFINISHED not in stamp and python.exists()


def reason_to_start_over(
    stamp: Mapping[str, str], wanted: Mapping[str, str], *, python: Path
) -> str | None:
    """Why what is there cannot be mended by installing into it, or None if it can."""
    if not stamp or _UNFINISHED in stamp:
        return "it was not finished"
    if stamp.get("python") != wanted["python"]:
        return f"it is for {stamp.get('python')} and this is {wanted['python']}"
    return None if python.exists() else "its Python is gone"


def count_packages(lock: str) -> int:
    """How many packages the text of a lock pins, each counted once."""
    return len(set(re.findall(r"^([A-Za-z0-9._-]+)==", lock, flags=re.MULTILINE)))


def _set_up(root: Path, locks: Sequence[str], python: Path) -> None:
    folder = root / ".venv"
    wanted = wanted_stamp(root, locks)
    stamp = read_stamp(root)
    if is_right(stamp, wanted, python=python):
        return  # somebody else did it while this one waited
    if folder.exists() and (reason := reason_to_start_over(stamp, wanted, python=python)):
        say(f"Removing .venv: {reason}")
        shutil.rmtree(folder)
    if not folder.exists():
        say("Making .venv, a place of its own for the libraries")
        stamp = {"python": wanted["python"]}
        # Not the Python of another environment, should this be run by one.
        base: str = getattr(sys, "_base_executable", sys.executable)
        if call([base, "-m", "venv", folder]) != 0:
            raise CannotGoOnError("Python could not make a virtual environment in .venv.")
    _install(root, locks[-1], stamp, python)
    say("Checking that Qt loads")
    if call([python, "-c", _QT_LOADS], environ=dict(os.environ, QT_QPA_PLATFORM="offscreen")) != 0:
        raise CannotGoOnError("Qt could not be loaded; what it said stands above.")
    _write_stamp(root, stamp | wanted)


def _install(root: Path, lock: str, stamp: dict[str, str], python: Path) -> None:
    number = count_packages((root / lock).read_text(encoding="utf-8"))
    say(f"Installing {number} packages from {lock}; the first time takes a minute or two")
    _write_stamp(root, stamp | {_UNFINISHED: lock})
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    code = call([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(root / lock)])
    _write_stamp(root, stamp)  # pip has put back what it could not finish
    if code != 0:
        raise CannotGoOnError(
            f"pip could not install everything that {lock} names; what it said stands above."
        )


def _can_make_venv() -> bool:
    """Debian's Python comes without this part, in a package of its own."""
    return sys.platform != "linux" or importlib.util.find_spec("ensurepip") is not None


def _stamp_file(root: Path) -> Path:
    return root / ".venv" / "made-from.json"


def _write_stamp(root: Path, stamp: Mapping[str, str]) -> None:
    file = _stamp_file(root)
    half = file.with_suffix(".new")
    half.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    half.replace(file)


@contextmanager
def _only_one(root: Path) -> Iterator[None]:
    """Hold off every other set-up of this folder; the system lets go if this one is killed."""
    with (root / ".venv.lock").open("w", encoding="utf-8") as file:
        told = False
        while not _try_to_lock(file):
            if not told:
                say("Waiting for another set-up of this folder to end")
                told = True
            time.sleep(0.2)
        yield


def _try_to_lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only Windows has it

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - Windows does not have it

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

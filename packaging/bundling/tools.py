"""The programs and libraries that making a bundle needs, installed where that is allowed."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import system_libraries
from console import ROOT, CannotGoOnError, call, say

CACHE = ROOT / ".cache"
LOCK = ROOT / "packaging" / "requirements-bundle.lock"

# program that is started -> Debian's package that has it
FOR_WINDOWS = {"osslsigncode": "osslsigncode", "wixl": "wixl"}
FOR_WINE = {
    "wine": "wine",
    "xvfb-run": "xvfb",
    "xauth": "xauth",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
}
FOR_LINUX = {"strip": "binutils", "xz": "xz-utils", "dpkg-deb": "dpkg"}
FOR_A_BARE_ROOT = {"debootstrap": "debootstrap"}
FOR_WATCHING = {"strace": "strace"}


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a folder is made with: this project's Python, the tools, and room for scratch."""

    python: Path
    tools: Path
    scratch: Path


def make_ready(programs: Mapping[str, str]) -> None:
    """Install what is missing of ``programs``.

    Raises:
        CannotGoOnError: it may not be installed here; the text holds the command to type.
    """
    missing = [package for program, package in programs.items() if shutil.which(program) is None]
    if missing:
        system_libraries.install(missing)


def why_not(programs: Mapping[str, str]) -> str:
    """Try ``make_ready``; "" if all is there now, or else one line on what is missing."""
    try:
        make_ready(programs)
    except CannotGoOnError:
        gone = [package for name, package in programs.items() if shutil.which(name) is None]
        return f"missing, and cannot be installed here: {', '.join(gone)}"
    return ""


def tool(program: str) -> Path:
    """Where a program is.

    Raises:
        CannotGoOnError: it is not installed.
    """
    found = shutil.which(program)
    if found is None:
        raise CannotGoOnError(f"The program {program} is needed, and is not installed.")
    return Path(found)


def run(command: Iterable[str | Path], *, what: str, **options: object) -> None:
    """Run a program quietly.

    Raises:
        CannotGoOnError: it failed; says that ``what`` could not be done.
    """
    environ = options.get("environ")
    folder = options.get("folder")
    code = call(
        list(command),
        environ=environ if isinstance(environ, Mapping) else None,
        folder=folder if isinstance(folder, Path) else None,
        quiet=True,
    )
    if code != 0:
        raise CannotGoOnError(f"{what} failed (exit code {code}); what was said stands above.")


def python_tools(python: Path) -> Path:
    """The folder with PyInstaller and the like, made from its hash-pinned lock if need be."""
    folder = CACHE / "bundle-tools"
    stamp = folder / "made-from.txt"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        say("Installing what bundles are made with, from packaging/requirements-bundle.lock")
        shutil.rmtree(folder, ignore_errors=True)
        pip: list[str | Path] = [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]
        pinned: list[str | Path] = [
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--no-deps",
            "-r",
            LOCK,
        ]
        run([*pip, "--target", folder, *pinned], what="Installing the tools")
        stamp.write_text(wanted, encoding="utf-8")
    return folder


def with_tools(folder: Path) -> dict[str, str]:
    """The environment in which Python finds the tools."""
    return dict(os.environ, PYTHONPATH=str(folder), PYTHONDONTWRITEBYTECODE="1")

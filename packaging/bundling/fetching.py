"""Gets files from the package index that a machine is set up for, each held against its hash."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bundling.pins import Pin
from bundling.tools import CACHE, run, with_tools
from console import CannotGoOnError, say

DOWNLOADS = CACHE / "downloads"


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def check_hash(file: Path, allowed: Iterable[str]) -> None:
    """Raise CannotGoOnError unless the file's SHA-256 is one of those allowed."""
    found = sha256(file)
    if found not in set(allowed):
        raise CannotGoOnError(f"{file.name} is not the file that is pinned: its SHA-256 is {found}")


def wheels(python: Path, pins: Iterable[Pin], *, version: str) -> tuple[Path, ...]:
    """The wheels of the pins for 64-bit Windows; those already here are not fetched again.

    Args:
        python: with pip.
        pins: those that Windows needs.
        version: of the Python in the bundle, as 3.13.2.
    """
    wanted = {digest: pin for pin in pins for digest in pin.hashes}
    tag = "cp" + "".join(version.split(".")[:2])
    folder = DOWNLOADS / f"windows-{tag}"
    folder.mkdir(parents=True, exist_ok=True)
    have = _known(folder, wanted)
    missing = sorted({pin.name: pin for pin in wanted.values() if pin not in have}.items())
    if missing:
        say(f"Fetching {len(missing)} libraries for Windows")
        with tempfile.TemporaryDirectory() as scratch:
            listed = Path(scratch) / "wanted.txt"
            listed.write_text("".join(f"{pin.line()}\n" for _, pin in missing), encoding="utf-8")
            download: list[str | Path] = [
                python,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "-d",
                folder,
            ]
            system = ["--platform", "win_amd64", "--implementation", "cp"]
            abis = ["--abi", tag, "--abi", "abi3", "--abi", "none"]
            release = ["--python-version", version, "--only-binary", ":all:"]
            hashes: list[str | Path] = ["--require-hashes", "-r", listed]
            run([*download, *system, *abis, *release, *hashes], what="Fetching the libraries")
        have = _known(folder, wanted)
    gone = {pin.name for pin in wanted.values()} - {pin.name for pin in have}
    if gone:
        raise CannotGoOnError(f"Not fetched: {', '.join(sorted(gone))}")
    return tuple(sorted(have.values()))


def source_package(python: Path, tools: Path, requirement: str, digest: str) -> Path:
    """A source package, fetched and never installed.

    Args:
        python: with pip, which verifies the hash before it looks into the package.
        tools: where a pinned setuptools is, which pip needs to read the package's name.
        requirement: as name==1.0.
        digest: its SHA-256.
    """
    folder = DOWNLOADS / "runtime"
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.tar.gz"):
        if sha256(file) == digest:
            return file
    say(f"Fetching {requirement}")
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "wanted.txt"
        listed.write_text(f"{requirement} --hash=sha256:{digest}\n", encoding="utf-8")
        download: list[str | Path] = [
            python,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "-d",
            folder,
        ]
        how: list[str | Path] = [
            "--no-binary",
            ":all:",
            "--no-build-isolation",
            "--require-hashes",
            "-r",
            listed,
        ]
        run([*download, *how], what=f"Fetching {requirement}", environ=with_tools(tools))
    return next(file for file in folder.glob("*.tar.gz") if sha256(file) == digest)


def _known(folder: Path, wanted: dict[str, Pin]) -> dict[Pin, Path]:
    found = {}
    for file in sorted(folder.glob("*.whl")):
        pin = wanted.get(sha256(file))
        if pin is not None:
            found[pin] = file
    return found

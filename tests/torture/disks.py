"""Disks that can be filled or pulled out; they need Linux and the right to mount."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

BLOCK = 4096  # bytes


def mount(*arguments: object) -> None:
    """Mounts, or skips the test where that is not allowed."""
    if sys.platform != "linux" or os.geteuid() != 0 or not _run("mount", *map(str, arguments)):
        pytest.skip("needs Linux and the right to mount")


@contextmanager
def tiny_disk(root: Path, *, size: str) -> Iterator[Path]:
    """A disk of its own at ``root``; fails the test if a file there is left open."""
    root.mkdir()
    mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", root)
    try:
        yield root
    finally:
        assert _run("umount", str(root)), "a file was left open"


def leave_free(root: Path, room: int) -> Path:
    """Fills a disk until so many bytes are free; delete the file that is returned to end that."""
    ballast = root / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(BLOCK))
        except OSError:
            pass
    with ballast.open("r+b") as file:
        file.truncate(max(0, ballast.stat().st_size - room))
    return ballast


@contextmanager
def drive(real: Path, root: Path) -> Iterator[Path]:
    """A drive that holds what is in ``real``, plugged in at ``root``."""
    root.mkdir(exist_ok=True)
    mount("--bind", real, root)
    try:
        yield root
    finally:
        _run("umount", "-l", str(root))


def pull_out(root: Path) -> None:
    """Takes a drive away, whatever is open on it."""
    assert _run("umount", "-l", str(root))


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0

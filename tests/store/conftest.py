"""Real vaults in real folders, one of them on a disk small enough to fill."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from burnout_check.store.vault import Vault
from tests.store.foreign_data import Data, made_data
from tests.vaults import new_vault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet, with a name that trips careless programs."""
    return tmp_path / "Zoë's data – 1%20#2"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    with new_vault(folder) as vault:
        yield vault


@pytest.fixture(scope="session")
def _made_data(tmp_path_factory: pytest.TempPathFactory) -> Data:
    return made_data(tmp_path_factory.mktemp("foreign"))


@pytest.fixture
def data(_made_data: Data, tmp_path: Path) -> Data:
    """A data folder that somebody else may put something into; its vault is closed."""
    return _made_data.copied(tmp_path)


@dataclass(frozen=True)
class SmallDisk:
    """A file system of 1 MiB that is really there."""

    root: Path

    def fill(self) -> Path:
        """Leaves no byte free; delete the file that is returned to make room."""
        ballast = self.root / "ballast"
        with ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                return ballast

    @contextmanager
    def read_only(self) -> Iterator[None]:
        _run("mount", "-o", "remount,ro", str(self.root))
        try:
            yield
        finally:
            _run("mount", "-o", "remount,rw", str(self.root))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    root = tmp_path / "small disk"
    root.mkdir()
    can_mount = sys.platform == "linux" and os.geteuid() == 0
    if not can_mount or not _run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(root)):
        pytest.skip("a real small disk needs Linux and the right to mount")
    try:
        yield SmallDisk(root)
    finally:
        # Refused while a file is open there, so this also finds a database that was left open.
        assert _run("umount", str(root))


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0

"""A second process that has a vault open, and dies without a goodbye."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_TOP = Path(__file__).resolve().parents[2]


@contextmanager
def writer(folder: Path, task: str) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    """A ``writer.py`` that has ``folder`` open; killed at the end of the block.

    Gives the process and what it says.
    """
    process = subprocess.Popen(
        [sys.executable, str(_TOP / "tests/store/writer.py"), str(folder), task],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(_TOP)},
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process, process.stdout
    finally:
        process.kill()
        process.communicate()

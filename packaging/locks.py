"""Makes the hash-pinned locks anew from the .in files beside them."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from console import ROOT, CannotGoOnError, call, say
from environment import python_in

_OPTIONS = [
    "--universal",  # one lock for Linux, macOS and Windows
    "--python-version=3.11",
    "--generate-hashes",
    "--no-annotate",
    "--no-header",
    "--no-emit-index-url",  # the lock must not say where this machine gets its packages
    "--no-emit-find-links",
]


def make_locks(arguments: Sequence[str], *, root: Path = ROOT) -> int:
    """Write the locks; ``--upgrade`` in the arguments takes the newest of everything."""
    with tempfile.TemporaryDirectory() as scratch:
        say("Making a scratch environment with uv, which works the locks out")
        python = str(python_in(Path(scratch)))
        uv = [python, "-m", "uv", "pip", "compile", *_OPTIONS, *arguments]
        steps = [
            [sys.executable, "-m", "venv", scratch],
            [python, "-m", "pip", "install", "--quiet", "uv"],
            [*uv, "--quiet", "requirements.in", "--output-file=requirements.lock"],
            [*uv, "--quiet", "requirements-dev.in", "--output-file=requirements-dev.lock"],
            [*uv, "--quiet", "requirements-bundle.in", "--output-file=requirements-bundle.lock"],
        ]
        for step in steps:
            if call(step, folder=root / "packaging") != 0:
                raise CannotGoOnError("The locks could not be made; what went wrong stands above.")
    return 0

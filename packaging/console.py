"""How the development commands speak, give up, and start other programs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class CannotGoOnError(Exception):
    """Something the person has to put right first; the text says what and how."""


def say(line: str) -> None:
    """Print one line at once, so that it stands before what a started program prints."""
    print(line, flush=True)


def call(
    command: Sequence[str | Path],
    *,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
    quiet: bool = False,
) -> int:
    """Run a program to its end and give its exit code; Ctrl-C is left for it to answer.

    What a ``quiet`` program prints is shown only if it fails.
    """
    sys.stdout.flush()
    with tempfile.TemporaryFile() as kept:
        output = kept if quiet else None
        with subprocess.Popen(
            command, env=environ, cwd=folder, stdout=output, stderr=output
        ) as process:
            code = _wait(process)
        if quiet and code != 0:
            kept.seek(0)
            say(kept.read().decode(errors="replace").rstrip())
    return code


def _wait(process: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            continue  # it was sent to the program as well, which ends when it is ready
        return code if code >= 0 else 128 - code  # ended by a signal, told as a shell does


def told(step: Callable[[], int]) -> int:
    """What a step comes to; 1, and its sentence said, where it cannot go on."""
    try:
        return step()
    except CannotGoOnError as error:
        say(str(error))
        return 1

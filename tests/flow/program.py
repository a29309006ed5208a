"""The program as a process: run to its end, or shown with a hand on its window."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.patience import SECONDS

ROOT = Path(__file__).resolve().parents[2]
HAND = ROOT / "tests/flow/start_with_hand.py"


def run(environ: dict[str, str], *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs the program to its end, as somebody at a command line does."""
    return subprocess.run(
        [sys.executable, "-P", "-W", "error", "-m", "burnout_check", *map(str, words)],
        env=environ,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


class Program:
    """The program with its window, and a hand on it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def do(self, line: str) -> None:
        """Has the hand do something; see start_with_hand.py."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def say(self) -> dict[str, Any]:
        """What is in view, once the program waits for its person."""
        self.do("say")
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, self._process.communicate()[1]
        said: dict[str, Any] = json.loads(line)
        return said

    def close(self) -> tuple[int, str]:
        """Closes what is in view: the exit code, and what was printed as an error."""
        _, errors = self._process.communicate("close\n", timeout=SECONDS)
        # Said by the platform without a screen whenever a message box opens.
        said = [line for line in errors.splitlines() if not line.startswith("This plugin does")]
        return self._process.returncode, "\n".join(said)


@contextmanager
def started(
    environ: dict[str, str], *words: str | Path, before: Sequence[str] = ()
) -> Iterator[Program]:
    """The program with its window; killed at the end of the block if it is still there."""
    process = subprocess.Popen(
        [*before, sys.executable, "-W", "error", str(HAND), *map(str, words)],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield Program(process)
    finally:
        process.kill()
        process.communicate()


def refused(environ: dict[str, str], *words: str | Path, before: Sequence[str] = ()) -> str:
    """The sentence that a start ends with: the same in its window and on the command line."""
    with started(environ, *words, before=before) as program:
        said = program.say()
        code, sentence = program.close()

    assert said["windows"] == ["QMessageBox"]
    assert code == 1
    assert sentence in said["words"]
    assert "\n" not in sentence
    return sentence

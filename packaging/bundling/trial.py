"""What every bundle is put through, whatever the system: each question with its answer in words."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bundling.fetching import sha256
from console import say

# A folder as people have them: spaces, letters beyond ASCII.
AWKWARD = "Zoë’s Prøgramme (日本)"

TOUR_AT_LEAST = 60
"""Pictures: every stop up to the first lock, in one look."""

Run = Callable[[Sequence[str | Path], int], "subprocess.CompletedProcess[str]"]
"""Runs the bundle with these words, for so many seconds at most."""


@dataclass(slots=True)
class Trial:
    """Asks one thing after another, prints what came of it, and remembers what failed."""

    failed: list[str] = field(default_factory=list)

    def ask(self, question: str, passed: bool, words: str = "") -> bool:
        """Note one answer; returns it."""
        say(f"{'ok  ' if passed else 'FAIL'} {question}" + (f": {words}" if words else ""))
        if not passed:
            self.failed.append(question)
        return passed

    @property
    def code(self) -> int:
        """0 if nothing failed."""
        return 1 if self.failed else 0


def listing(folder: Path) -> dict[str, str]:
    """Every file below ``folder`` with its SHA-256."""
    return {
        file.relative_to(folder).as_posix(): sha256(file)
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.is_symlink()
    }


@contextmanager
def untouched(trial: Trial, folder: Path) -> Iterator[None]:
    """Whatever is done inside, nothing in ``folder`` may be written, changed or removed by it."""
    before = listing(folder)
    yield
    after = listing(folder)
    changed = sorted(name for name in before | after if before.get(name) != after.get(name))
    trial.ask(
        "Nothing was written into the program's folder",
        not changed,
        ", ".join(changed[:5]) or f"{len(before)} files as before",
    )


def self_check(trial: Trial, run: Run) -> dict[str, object]:
    """Have the bundle try every part of itself; gives what it said."""
    done = run(["--self-check", "--json"], 240)
    try:
        said: dict[str, object] = json.loads(done.stdout[done.stdout.index("{") :])
    except ValueError:
        trial.ask("The self-check", False, (done.stdout + done.stderr)[-500:])
        return {}
    parts = said["parts"]
    assert isinstance(parts, list)  # noqa: S101 - the program's own format, tested with it
    broken = [f"{part['name']}: {part['words']}" for part in parts if not part["works"]]
    trial.ask("The self-check", done.returncode == 0 and not broken, "; ".join(broken))
    for part in parts:
        say(f"       {part['name']}: {part['words']}")
    return said


def tour(trial: Trial, run: Run, folder: Path, *, name: str | Path = "") -> None:
    """Have it walk through itself: first run, a check-in saved, backup, damage, restore.

    Args:
        trial: is told.
        run: runs the bundle.
        folder: where the pictures come.
        name: what the bundle calls that folder, if otherwise.
    """
    shutil.rmtree(folder, ignore_errors=True)
    done = run(["--tour", name or folder], 900)
    pictures = len(list(folder.glob("*.png")))
    lines = (done.stdout + done.stderr).strip().splitlines()
    last = [line for line in lines if "X connection" not in line][-1:]
    whole = done.returncode == 0 and pictures >= TOUR_AT_LEAST
    trial.ask("The tour", whole, f"{pictures} pictures" if whole else f"{pictures}, {last}")


def site_files(trial: Trial, run: Run, site: Path, good: str) -> None:
    """A missing, a broken and a good site file; ``site`` is where it belongs."""
    cases = (
        (None, "there is none"),
        ("data_dir = [", "is not TOML"),
        ("data_dir = 7", "data_dir: is not text"),
        (f"data_dir = '{good}'", "is used"),
    )
    for text, wanted in cases:
        if text is None:
            site.unlink(missing_ok=True)
        else:
            site.write_text(text, encoding="utf-8")
        done = run(["--self-check", "--json"], 240)
        site.unlink(missing_ok=True)
        told = _fact(done.stdout, "Site file")
        trial.ask(f"A site file of “{text or 'none'}”", wanted in told, told)


def _fact(said: str, name: str) -> str:
    try:
        facts = json.loads(said[said.index("{") :])["facts"]
    except (ValueError, KeyError):
        return said[-300:]
    return str(facts.get(name, ""))

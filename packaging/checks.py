"""Everything a change must pass, one step after another, and what came of each."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from console import ROOT, call, say

LONGEST_FILE = 300

# Folders of the project whose names begin with a dot, as a tool's do.
OURS = {".ci", ".github"}

STEPS = {
    "ruff check": ["-m", "ruff", "check"],
    "ruff format": ["-m", "ruff", "format", "--check"],
    "mypy": ["-m", "mypy"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command as go; go()"],
    "files": [],
    # In two processes, each with whole files, as what a file's tests share is made once a process.
    "tests": ["-m", "pytest", "-n", "2", "--dist", "loadfile"],
}

# A lock or a script must work with whatever package index a machine is set up for.
_INDEX = re.compile(
    r"https?://[\w.-]*(?:pypi|registry|mirror)[\w.-]*"
    r"|https?://\S+/simple\b"
    r"|--(?:extra-)?index-url[ =]\S|--find-links[ =]\S"
)


def run_all(python: Path, *, root: Path = ROOT) -> int:
    """Take every step, whatever became of those before, and sum up; 0 if all passed."""
    results = []
    for name, arguments in STEPS.items():
        say(f"== {name}")
        start = time.monotonic()
        passed = call([python, *arguments], folder=root) == 0 if arguments else _check_files(root)
        results.append((name, passed, time.monotonic() - start))
    say("== summary")
    for name, passed, seconds in results:
        say(f"{'passed' if passed else 'FAILED'}  {name} ({seconds:.1f} s)")
    return 0 if all(passed for _, passed, _ in results) else 1


def complaints(root: Path, files: Iterable[Path]) -> Iterator[str]:
    """What is wrong with the files of the project, a sentence for each thing.

    A Python file past LONGEST_FILE lines does too many things; the address of a package index in
    any file ties the project to one machine's set-up.
    """
    for file in files:
        try:
            text = (root / file).read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            continue  # removed and not yet committed; a picture or a font
        lines = text.splitlines()
        if file.suffix == ".py" and len(lines) > LONGEST_FILE:
            yield f"{file.as_posix()}: {len(lines)} lines, more than {LONGEST_FILE}"
        for number, line in enumerate(lines, start=1):
            if _INDEX.search(line) or (file.suffix == ".lock" and "://" in line):
                yield f"{file.as_posix()}:{number}: has the address of a package index"


def project_files(root: Path) -> list[Path]:
    """The files git knows or would take; without git, all that are no tool's."""
    git = shutil.which("git")
    if git:
        command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(
            command, cwd=root, capture_output=True, check=False, encoding="utf-8"
        )
        if listed.returncode == 0:
            return [Path(name) for name in listed.stdout.split("\0") if name]
    found = []
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if name in OURS or not name.startswith((".", "__"))]
        found += [(Path(folder) / name).relative_to(root) for name in names]
    return found


def _check_files(root: Path) -> bool:
    files = project_files(root)
    found = list(complaints(root, files))
    for sentence in found:
        say(sentence)
    if not found:
        say(f"{len(files)} files: none too long, none with the address of a package index")
    return not found

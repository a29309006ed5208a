"""What the release owner still has to fill in: addresses and days that only they can know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bundling.product import version
from checks import project_files
from console import ROOT, say

OWNER = "RELEASE-OWNER"
# In square brackets and on one line, as in [OWNER: what is to stand here].
PLACEHOLDER = re.compile(rf"\[{OWNER}: ([^\]\n]+)\]")


def print_unfilled(root: Path = ROOT) -> int:
    """Print a line for each thing that is left to fill in; 1 if there is any."""
    left = [
        *(f"{file}: {what}" for file, what in placeholders(root, project_files(root))),
        *missing_for_release(root, version()),
    ]
    for line in left:
        say(line)
    if not left:
        say("Everything that the release owner fills in is there.")
    return 1 if left else 0


def placeholders(root: Path, files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Each placeholder, as its file's path with slashes and what is to stand there."""
    for file in files:
        try:
            text = (root / file).read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            continue  # removed and not yet committed; a picture or a font
        yield from ((file.as_posix(), what) for what in PLACEHOLDER.findall(text))


def missing_for_release(root: Path, number: str) -> Iterator[str]:
    """Where the version with this number is not named, though its release has to be."""
    changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = rf"^## \[{re.escape(number)}\] - \d{{4}}-\d\d-\d\d$"
    if not re.search(heading, changes, flags=re.MULTILINE):
        yield f"CHANGELOG.md: the heading of {number}, with its day"
    minor = number.rpartition(".")[0]
    if f"\n| {minor} |" not in (root / ".github" / "SECURITY.md").read_text(encoding="utf-8"):
        yield f".github/SECURITY.md: a row for {minor}, with the last day on which it gets fixes"

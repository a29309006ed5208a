"""The pages of the help, as they stand in resources/help."""

from __future__ import annotations

from pathlib import Path

FOLDER = "help"


def load_help(folder: Path) -> dict[str, str]:
    """The text of every page, in Markdown, by the name of its file.

    A page that cannot be read is left out: a missing explanation must not keep the app from
    starting, and whoever asks for the page is told that it is missing.
    """
    found = {}
    for path in sorted((folder / FOLDER).glob("*.md")):
        try:
            found[path.stem] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
    return found

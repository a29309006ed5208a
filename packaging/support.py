"""The sheet for whoever makes a release: support entries that nobody has checked, to be ticked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from console import ROOT, CannotGoOnError, say

FILE = ROOT / "resources" / "support.toml"

HEAD = """\
Support entries that nobody has checked yet: {unchecked} of {all} with a source.

For each: open the page of the service itself. Where the page named here is somebody else's, find
the service's own. Call the number, or see it on that page. If all is still so, tick the box, and
write confirmed_on = and the day into resources/support.toml, and a new review_by, at most 24 months
later. If not, put it right there, a number also in tests/content/support_rules.py and a crisis
line also in burnout_check/domain/support/crisis.py, or take the entry out. Where a page or a nation
changed, `python3 packaging/dev.py support --sign-off` writes that down for the tests.
"""


def print_sheet(file: Path = FILE) -> int:
    """Print the sheet.

    Raises:
        CannotGoOnError: if the file cannot be read.
    """
    try:
        options = tomllib.loads(file.read_text(encoding="utf-8"))["option"]
    except (OSError, ValueError, KeyError) as error:
        raise CannotGoOnError(f"{file} cannot be read: {error}") from error
    for line in sheet(options):
        say(line)
    return 0


def sheet(options: list[Mapping[str, Any]]) -> Iterator[str]:
    """The lines of the sheet, in the order of the file.

    Args:
        options: the tables of support.toml.
    """
    sourced = [option for option in options if "source" in option]
    unchecked = [option for option in sourced if "confirmed_on" not in option["source"]]
    yield HEAD.format(unchecked=len(unchecked), all=len(sourced))
    for option in unchecked:
        yield from _entry(option)


def _entry(option: Mapping[str, Any]) -> Iterator[str]:
    source = option["source"]
    url = source.get("url", "")
    number = f"{option['call']} {option['number']}" if "number" in option else "no number"
    nations = f" ({', '.join(option['nations'])})" if "nations" in option else ""
    yield f"[ ] {option['name']}{nations}: {number}"
    hours = ", ".join(option[part] for part in ("hours", "cost") if part in option)
    if hours:
        yield f"    it says:        {hours}"
    yield f"    from:           {url or 'known by name only; find the page'}"
    yield f"    as at:          {source['dated']}; how sure: {source['confidence']}"
    yield f"    page to check:  {option.get('web', url)}"
    yield f"    look again by:  {source['review_by']}"
    yield "    checked on ____________ by ____________"
    yield ""

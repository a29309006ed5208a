"""What a person has seen of the content and agreed to, written down for the tests to hold it to."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from console import ROOT, CannotGoOnError, say

FILE = Path("tests") / "content" / "signed_off.toml"

HEAD = """\
# What a person has seen of the content and agreed to. The tests hold the content to it.
# Written by `python3 packaging/dev.py support --sign-off`: read what it changed before you commit.
# Telephone numbers are not here: they stand in tests/content/support_rules.py, typed by hand.
"""


def sign_off(root: Path = ROOT) -> int:
    """Write the file anew from the content of the project in ``root``.

    Raises:
        CannotGoOnError: if the content cannot be read.
    """
    try:
        text = "\n".join([HEAD, *_lines(root / "resources")])
    except (OSError, ValueError, KeyError) as error:
        raise CannotGoOnError(f"The content cannot be read: {error}") from error
    (root / FILE).write_text(f"{text}\n", encoding="utf-8")
    say(f"Written: {FILE.as_posix()}. What changed in it is what you sign: git diff shows it.")
    return 0


def _lines(resources: Path) -> Iterator[str]:
    instruments = [_read(path) for path in sorted((resources / "instruments").glob("*.toml"))]
    yield "# How sure we are of each wording."
    yield "[wordings]"
    for instrument in instruments:
        yield _line(instrument["id"], instrument["wording_confidence"])
    yield "\n# Where the size of a change that is more than noise comes from."
    yield "[noise]"
    for instrument in instruments:
        for scale in instrument.get("scales", ()):
            if basis := scale.get("noise", {}).get("basis"):
                yield _line(scale["id"], basis)
    yield "\n# How sure we are of a rule, where that has to be said."
    yield "[rules]"
    for rule in _read(resources / "rules.toml")["rule"]:
        if "confidence" in rule:
            yield _line(rule["id"], rule["confidence"])
    yield "\n# Where each support option is, whether it is found locally, and whose pages it names."
    for option in _read(resources / "support.toml")["option"]:
        yield f"\n[support.{option['id']}]"
        yield _line("nations", option.get("nations", []))
        yield _line("local", option.get("local", False))
        addresses = (option.get("web", ""), option.get("source", {}).get("url", ""))
        yield _line("pages", sorted({_host(address) for address in addresses if address}))


def _read(file: Path) -> Mapping[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _line(name: str, value: str | bool | list[str]) -> str:
    # Text, lists of text and truth are written in TOML as in JSON.
    return f"{name} = {json.dumps(value, ensure_ascii=False)}"


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")

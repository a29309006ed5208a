"""The list of parts of a bundle for machines: CycloneDX, with hashes and licences."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bundling import product
from bundling.fetching import sha256
from bundling.licences import Part, normal
from bundling.tools import Workshop, with_tools
from console import CannotGoOnError

NAME = "sbom.cdx.json"


def write(
    file: Path,
    files: Mapping[Part, Path],
    *,
    shop: Workshop,
    others: Iterable[Mapping[str, Any]] = (),
) -> None:
    """Have cyclonedx-bom list the libraries, and add what it cannot know.

    Args:
        file: is written.
        files: each library and the file it was taken from.
        shop: has cyclonedx-bom.
        others: components that are no library of the index, as the Python runtime.
    """
    write_pins(
        file,
        {
            part: f"{part.name}=={part.version} --hash=sha256:{sha256(files[part])}"
            for part in files
        },
        shop=shop,
        others=others,
    )


def write_pins(
    file: Path,
    lines: Mapping[Part, str],
    *,
    shop: Workshop,
    others: Iterable[Mapping[str, Any]] = (),
) -> None:
    """As ``write``, of libraries whose files are known by the hashes of the lock alone."""
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "parts.txt"
        listed.write_text("\n".join(sorted(lines.values())) + "\n", encoding="utf-8")
        command = [str(shop.python), "-m", "cyclonedx_py", "requirements", "--output-reproducible"]
        done = subprocess.run(
            [*command, "--of", "JSON", str(listed)],
            env=with_tools(shop.tools),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode != 0:
        raise CannotGoOnError(f"The list of parts could not be made: {done.stderr}")
    whole = complete(json.loads(done.stdout), lines, program=product.as_component(), others=others)
    file.write_text(json.dumps(whole, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def complete(
    listed: dict[str, Any],
    parts: Iterable[Part],
    *,
    program: Mapping[str, Any],
    others: Iterable[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The list with each part's licence, the program it is of, and parts of other origin."""
    known = {part.name: part for part in parts}
    for component in listed["components"]:
        part = known[normal(component["name"])]
        component["licenses"] = [{"license": {"name": part.licence}}]
        component.pop("description", None)  # only says in which line it stood
    listed["components"] += list(others)
    listed["metadata"]["component"] = dict(program)
    return listed

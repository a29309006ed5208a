"""Gathers the licence texts of everything in a bundle from the wheels' own metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.parser import HeaderParser
from importlib.metadata import Distribution
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from console import ROOT, CannotGoOnError

OURS = ROOT / "packaging" / "licences"

# Texts of licences; and lists of what was compiled in, which typst brings of its Rust parts.
_TEXT = re.compile(r"((licen[cs]e|copying|notice|authors)[^/]*|\.cyclonedx\.json)$", re.IGNORECASE)
_INSIDE = re.compile(r"^[^/]+\.dist-info/(?:licenses/)*(.+)$")

# Their wheels offer the choice of a commercial licence; the bundle takes the other one.
_CHOSEN = {"pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}


@dataclass(frozen=True, slots=True)
class Part:
    """One library of a bundle: its name, its version, its licence, and that licence's texts."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[tuple[str, bytes], ...]


def part_installed(distribution: Distribution) -> Part:
    """What an installed library says of itself."""
    texts = tuple(
        (found[1], file.read_binary())
        for file in sorted(distribution.files or (), key=str)
        if (found := _INSIDE.match(file.as_posix())) and _TEXT.search(found[1])
    )
    # The protocol in typeshed has no items(); every implementation has.
    headers = [(key, str(value)) for key, value in distribution.metadata.items()]  # type: ignore[attr-defined]
    return _part(headers, texts)


def part_of(wheel: Path) -> Part:
    """What a wheel says of itself.

    Raises:
        CannotGoOnError: it names no licence and brings no text of one.
    """
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        about = next(name for name in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        metadata = HeaderParser().parsestr(archive.read(about).decode("utf-8"))
        texts = tuple(
            (found[1], archive.read(name))
            for name in sorted(names)
            if (found := _INSIDE.match(name)) and _TEXT.search(found[1])
        )
    return _part(metadata.items(), texts)


def _part(headers: Iterable[tuple[str, str]], texts: tuple[tuple[str, bytes], ...]) -> Part:
    headers = list(headers)
    first = dict(reversed(headers))
    name = normal(first["Name"])
    licence = _CHOSEN.get(name) or _licence(headers)
    if name in _CHOSEN:
        texts = tuple(text for text in texts if "Commercial" not in text[0])
    elif not licence and not texts:
        raise CannotGoOnError(f"{name} does not say under which licence it is.")
    return Part(name, first["Version"], licence or "see its text", _home(headers), texts)


def normal(name: str) -> str:
    """A library's name as indexes spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def gather(parts: Iterable[Part], folder: Path, *, runtime: tuple[str, bytes]) -> None:
    """Write every text into ``folder``, and LICENCES.txt with one line for each part.

    Args:
        parts: the libraries.
        folder: is made.
        runtime: the version of Python and the text of its licence.
    """
    folder.mkdir(parents=True)
    for file in sorted(OURS.glob("*.txt")):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "Burnout Check.txt").write_bytes((ROOT / "LICENSE").read_bytes())
    version, text = runtime
    (folder / f"Python {version}.txt").write_bytes(text)
    rows = [("Burnout Check", "", "Apache-2.0", ""), ("Python", version, "PSF-2.0", "python.org")]
    for part in parts:
        rows.append((part.name, part.version, part.licence, part.home))
        for name, content in part.texts:
            file = folder / f"{part.name} {part.version}" / _safe(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    (folder / "LICENCES.txt").write_text(_table(rows), encoding="utf-8", newline="\r\n")


def _licence(headers: Iterable[tuple[str, str]]) -> str:
    found: dict[str, str] = {}
    for key, value in headers:
        plain = value.strip()
        if key == "License-Expression":
            found["expression"] = plain
        elif key == "License" and len(plain) < 80 and "\n" not in plain:
            found.setdefault("field", plain)
        elif key == "Classifier" and plain.startswith("License :: "):
            found.setdefault("classifier", plain.rpartition(" :: ")[2])
    return found.get("expression") or found.get("field") or found.get("classifier", "")


def _home(headers: Iterable[tuple[str, str]]) -> str:
    for key, value in headers:
        if key == "Home-page" and value.startswith("http"):
            return str(value)
        if key == "Project-URL":
            label, _, address = value.partition(",")
            if label.strip().lower() in {"homepage", "home", "source", "repository", "source code"}:
                return str(address.strip())
    return ""


def _safe(name: str) -> str:
    return "-".join(PurePosixPath(name).parts) + ("" if "." in name else ".txt")


def _table(rows: Iterable[tuple[str, str, str, str]]) -> str:
    lines = ["What Burnout Check is made of, and under which licences.", ""]
    lines += [
        " · ".join(filter(None, (f"{name} {version}".strip(), licence, home)))
        for name, version, licence, home in rows
    ]
    lines += ["", "The texts are in this folder. About Qt, and replacing it: QT.txt.", ""]
    return "\n".join(lines)

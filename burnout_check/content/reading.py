"""Reads one TOML file into typed structs, and says plainly what is wrong with a malformed one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from burnout_check.errors import ContentError

_Shape = TypeVar("_Shape")
_Named = TypeVar("_Named")
_Word = TypeVar("_Word", bound=StrEnum)

Words = Annotated[str, msgspec.Meta(min_length=1)]
"""Text that must be there."""

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*$")]
"""A short name that is stored or referred to."""

_KINDS = {
    "array": "a list",
    "bool": "true or false",
    "date": "a date",
    "datetime": "a date with a time",
    "float": "a number",
    "int": "a whole number",
    "null": "nothing",
    "object": "a table",
    "str": "text",
    "time": "a time",
}
_FOUND = {**_KINDS, "float": "a decimal one"}


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Any table of a file: a field that is not known is refused."""


def read(path: Path, shape: type[_Shape]) -> _Shape:
    """The content of a file in the given shape.

    Raises:
        ContentError: if the file cannot be read, is not TOML, or does not have the shape.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=shape)
    except OSError as error:
        raise ContentError(path.name, "file", error.strerror or str(error)) from error
    except msgspec.ValidationError as error:
        field, reason = _plainly(str(error))
        raise ContentError(path.name, field, reason) from error
    except UnicodeDecodeError as error:
        raise ContentError(path.name, "file", "is not text in UTF-8") from error
    except msgspec.DecodeError as error:
        raise ContentError(path.name, "file", f"is not TOML: {error}") from error


@contextmanager
def told_by_line(path: Path) -> Iterator[None]:
    """Add to what is refused of a file the line that it stands in.

    Raises:
        ContentError: the one raised inside, with its line where that can be found.
    """
    try:
        yield
    except ContentError as error:
        try:
            line = line_of(path.read_text(encoding="utf-8"), error.field)
        except (OSError, UnicodeDecodeError):
            raise error from error.__cause__
        raise ContentError(error.file, error.field, error.reason, line=line) from error


def line_of(text: str, field: str) -> int:
    """The line, from 1, of a field such as ``option[3].source.url``, or of the table it is for.

    Of a list that is written over several lines it is the first; 0 is given where there is none.
    """
    lines = {place: number for number, place in reversed(tuple(_places(text)))}
    place = field
    while place and place not in lines:
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return lines.get(place, 0)


def _places(text: str) -> Iterator[tuple[int, str]]:
    """Each line that begins a table or gives a value, with what it is the place of."""
    many: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := re.match(r"\s*(\[\[?)\s*([\w.-]+)\s*\]", line):
            names = found[2].split(".")
            if found[1] == "[[":
                many[found[2]] = many.get(found[2], -1) + 1
                below = f"{found[2]}."
                many = {name: last for name, last in many.items() if not name.startswith(below)}
            whole = [".".join(names[: depth + 1]) for depth in range(len(names))]
            table = ".".join(
                f"{name}[{many[path]}]" if path in many else name
                for name, path in zip(names, whole, strict=True)
            )
            yield number, table
        elif found := re.match(r"\s*([\w-]+)\s*=", line):
            yield number, f"{table}.{found[1]}" if table else found[1]


def need(condition: bool, file: str, field: str, reason: str) -> None:
    """Refuse the file unless ``condition`` holds.

    Raises:
        ContentError: with the file, the field and the reason.
    """
    if not condition:
        raise ContentError(file, field, reason)


def need_no_twins(names: Iterable[str], file: str, place: str) -> None:
    """Refuse the file if a name stands in it twice; ``place`` is a field with ``{}`` in it.

    Raises:
        ContentError: naming the second of the two.
    """
    seen: set[str] = set()
    for number, name in enumerate(names):
        need(name not in seen, file, place.format(number), f"{name!r} stands there twice")
        seen.add(name)


def named(names: Mapping[str, _Named], text: str, file: str, field: str) -> _Named:
    """What ``text`` names.

    Raises:
        ContentError: if it names nothing; the reason lists the names there are.
    """
    if text not in names:
        raise ContentError(file, field, f"{text!r} is none of: {', '.join(names)}")
    return names[text]


def word(kinds: type[_Word], text: str, file: str, field: str) -> _Word:
    """The member of ``kinds`` that has ``text`` as its value.

    Raises:
        ContentError: if there is none; the reason lists the values there are.
    """
    return named({kind.value: kind for kind in kinds}, text, file, field)


def _plainly(message: str) -> tuple[str, str]:
    said, _, path = message.partition(" - at ")
    place = path.strip("`").removeprefix("$").removeprefix(".")
    if found := re.fullmatch(r"Object missing required field `(.+)`", said):
        return _inside(place, found[1]), "is missing"
    if found := re.fullmatch(r"Object contains unknown field `(.+)`", said):
        return _inside(place, found[1]), "is not a field that is known here"
    return place or "file", _reason(said)


def _inside(place: str, field: str) -> str:
    return f"{place}.{field}" if place else field


def _reason(said: str) -> str:
    if found := re.fullmatch(r"Expected `array` of length (\d+), got (\d+)", said):
        return f"should have {found[1]} entries, but has {found[2]}"
    if said == "Expected `str` of length >= 1":
        return "is empty"
    if said.startswith("Expected `str` matching regex"):
        return "should be a short name of small letters, digits, _ and -"
    if found := re.fullmatch(r"Invalid enum value (.+)", said):
        return f"{found[1]} is none of the words that are known here"
    if found := re.fullmatch(r"Expected `(.+)`, got `(.+)`", said):
        wanted = " or ".join(_KINDS.get(kind, kind) for kind in found[1].split(" | "))
        return f"should be {wanted}, but is {_FOUND.get(found[2], found[2])}"
    return said

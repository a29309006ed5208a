"""How values of the domain stand in a text column: JSON, and text that any reader can take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

import msgspec

from burnout_check.errors import DamagedData

T = TypeVar("T")
_FIRST_YEAR, _LAST_YEAR = 1970, 2199
_LARGEST = 2**53


def to_json(value: object) -> str:
    """``value`` as JSON; sets are sorted, mappings keep their order."""
    return _ENCODER.encode(value).decode("utf-8")


def from_json(text: str, kind: type[T]) -> T:
    """The value of type ``kind`` that ``to_json`` wrote.

    Raises:
        DamagedData: it is something else.
    """
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError) as error:
        raise unreadable(str(error)) from error


def unreadable(found: str) -> DamagedData:
    """The error that says a record is as no form of this app makes any; ``found`` says which."""
    return DamagedData(
        "A part of what was saved cannot be read, though the passphrase is right. Nothing has "
        "been changed. Make a copy of the data folder, then restore a backup.",
        found=(found,),
    )


def refuse_absurd(value: object) -> None:
    """Looks through a record for what no form gives.

    Raises:
        ValueError: a day outside 1970 to 2199, or a number that is none or beyond reason.
    """
    match value:
        case bool() | None | str():
            return
        case date():
            if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
                raise ValueError(f"the year {value.year}")
        case int() | float():
            if not abs(value) <= _LARGEST:
                raise ValueError("a number beyond reason")
        case Mapping():
            for each in value.values():
                refuse_absurd(each)
        case list() | tuple() | set() | frozenset():
            for each in value:
                refuse_absurd(each)
        case _ if is_dataclass(value):
            for field in fields(value):
                refuse_absurd(getattr(value, field.name))


def clean_text(text: str) -> str:
    """``text`` with halves of broken characters, which a clipboard may hold, marked as unknown."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(f"no JSON for {type(value).__name__}")


_ENCODER = msgspec.json.Encoder(enc_hook=_plain)

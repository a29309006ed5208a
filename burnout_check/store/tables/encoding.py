"""How values of the domain stand in a text column: JSON, and text that any reader can take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from burnout_check.errors import DamagedData

T = TypeVar("T")


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
    except msgspec.MsgspecError as error:
        raise DamagedData(
            "A part of what was saved cannot be read, though the passphrase is right. Nothing has "
            "been changed. Make a copy of the data folder, then restore a backup.",
            found=(str(error),),
        ) from error


def clean_text(text: str) -> str:
    """``text`` with halves of broken characters, which a clipboard may hold, marked as unknown."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(f"no JSON for {type(value).__name__}")


_ENCODER = msgspec.json.Encoder(enc_hook=_plain)

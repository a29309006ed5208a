"""How values of the domain stand in a text column: JSON, and text that any reader can take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def to_json(value: object) -> str:
    """``value`` as JSON; sets are sorted, mappings keep their order."""
    return _ENCODER.encode(value).decode("utf-8")


def from_json(text: str, kind: type[T]) -> T:
    """The value of type ``kind`` that ``to_json`` wrote.

    Raises:
        msgspec.MsgspecError: it is something else.
    """
    return msgspec.json.decode(text, type=kind)


def clean_text(text: str) -> str:
    """``text`` with halves of broken characters, which a clipboard may hold, marked as unknown."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(f"no JSON for {type(value).__name__}")


_ENCODER = msgspec.json.Encoder(enc_hook=_plain)

"""The key of the data, held so that it can be overwritten."""

from __future__ import annotations

import hmac

from nacl.encoding import RawEncoder
from nacl.hash import blake2b

LENGTH = 32  # bytes: a SQLCipher raw key, and a PyNaCl secret box key


class DataKey:
    """The key that everything in the vault is encrypted with.

    ``wipe`` overwrites the one lasting copy. The libraries below are handed copies of their own:
    SQLCipher overwrites its copy when the database closes; Python's short-lived ones are freed,
    but not overwritten.
    """

    __slots__ = ("_bytes",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != LENGTH:
            raise ValueError(f"a data key has {LENGTH} bytes")
        self._bytes = bytearray(raw)

    @property
    def wiped(self) -> bool:
        """Whether the key is gone."""
        return not self._bytes

    def raw(self) -> bytes:
        """A copy of the key's bytes.

        Raises:
            ValueError: the key has been wiped.
        """
        if self.wiped:
            raise ValueError("the data key has been wiped")
        return bytes(self._bytes)

    def wipe(self) -> None:
        """Overwrites the key with zeros, then forgets it."""
        self._bytes[:] = bytes(len(self._bytes))
        self._bytes.clear()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DataKey):
            return NotImplemented
        return hmac.compare_digest(self._bytes, other._bytes)

    __hash__ = None  # type: ignore[assignment]  # it changes when wiped

    def __repr__(self) -> str:
        return "DataKey(wiped)" if self.wiped else "DataKey(...)"

    def __reduce__(self) -> str:
        raise TypeError("a data key is never written anywhere")


def salt_of(data_key: DataKey) -> bytes:
    """The salt of the databases we make: it is no secret, and known when page 1 is lost."""
    return blake2b(
        b"", digest_size=16, key=data_key.raw(), person=b"database salt", encoder=RawEncoder
    )

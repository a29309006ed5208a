"""The key of the data, held so that it can be overwritten."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from contextlib import contextmanager

from nacl.encoding import RawEncoder
from nacl.hash import blake2b

from burnout_check.store.overwriting import passing

LENGTH = 32  # bytes: a SQLCipher raw key, and a PyNaCl secret box key


class DataKey:
    """The key that everything in the vault is encrypted with.

    ``wipe`` overwrites the one lasting copy. The libraries below are handed copies of their own,
    which ``lent`` overwrites after a moment; SQLCipher overwrites its own when the database closes.
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

    @contextmanager
    def lent(self) -> Iterator[bytes]:
        """The key's bytes for the length of a block; not to be kept.

        Raises:
            ValueError: the key has been wiped.
        """
        with passing(self.raw()) as raw:
            yield raw

    def copy(self) -> DataKey:
        """Another that outlives this one, for work on another thread; to be wiped for itself.

        Raises:
            ValueError: the key has been wiped.
        """
        with self.lent() as raw:
            return DataKey(raw)

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
    with data_key.lent() as raw:
        return blake2b(b"", digest_size=16, key=raw, person=b"database salt", encoder=RawEncoder)

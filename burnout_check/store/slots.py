"""Key slots: the data key, wrapped once by the passphrase and once by the recovery code.

Wrapping is PyNaCl's secret box (XSalsa20-Poly1305), which tells a wrong key for certain. The key
that wraps comes from the passphrase by Argon2id (RFC 9106), and from the recovery code, which has
130 random bits and so needs no slow derivation, by BLAKE2b (RFC 7693).
"""

from __future__ import annotations

import contextlib
import time
import unicodedata
from dataclasses import dataclass

import nacl.exceptions
from nacl.encoding import RawEncoder
from nacl.hash import blake2b
from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.utils import random

from burnout_check.domain.typed_secret import seen
from burnout_check.errors import BadInput, DamagedKeys, VaultError, WrongSecret
from burnout_check.store.data_key import LENGTH, DataKey
from burnout_check.store.overwriting import overwrite, passing
from burnout_check.store.recovery_code import parse_code

LEAST_MEMORY = 64 * 1024 * 1024
MOST_MEMORY = 256 * 1024 * 1024  # more would hurt on a shared Citrix server
OPERATIONS = 3
_MOST_OPERATIONS = 10  # no key file of ours asks for more, and each takes a while

_CODE_SALT = 16  # bytes, as BLAKE2b takes them
_CODE_PURPOSE = b"recovery code v1"
_BOX = SecretBox.NONCE_SIZE + SecretBox.MACBYTES + LENGTH  # bytes


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: Argon2id passes, and memory in bytes."""

    operations: int
    memory: int

    @property
    def believable(self) -> bool:
        """Whether a key file of ours may ask for it; anybody can write one that asks for more."""
        fits = argon2id.MEMLIMIT_MIN <= self.memory <= MOST_MEMORY
        return fits and argon2id.OPSLIMIT_MIN <= self.operations <= _MOST_OPERATIONS


@dataclass(frozen=True, slots=True)
class PassphraseSlot:
    """The data key wrapped by a passphrase; ``salt`` and ``cost`` are for its derivation."""

    salt: bytes
    cost: Cost
    box: bytes

    @classmethod
    def seal(cls, data_key: DataKey, passphrase: str, *, cost: Cost) -> PassphraseSlot:
        """Wraps ``data_key``; slow on purpose. Unseen letters at the ends do not count.

        Raises:
            BadInput: the passphrase is empty.
            VaultError: there is not enough memory.
        """
        salt = random(argon2id.SALTBYTES)
        with passing(_stretched(seen(passphrase), salt, cost=cost)) as key:
            return cls(salt, cost, _wrapped(data_key, key=key))

    @property
    def believable(self) -> bool:
        """Whether it is such as we make them, before any of it is acted on."""
        sizes = (len(self.salt), len(self.box)) == (argon2id.SALTBYTES, _BOX)
        return sizes and self.cost.believable

    def open(self, passphrase: str) -> DataKey:
        """Unwraps the data key; slow on purpose.

        Unseen letters at the ends do not count; but vaults of 0.1.0 may have been made with some,
        so what was typed is tried to the letter too.

        Raises:
            BadInput: the passphrase is empty.
            WrongSecret: it is not this slot's passphrase.
            DamagedKeys: the slot asks for what no key file of ours does.
            VaultError: there is not enough memory.
        """
        if not self.believable:
            raise DamagedKeys("The key file holds figures that no vault has.")
        for text in dict.fromkeys((seen(passphrase), passphrase)):
            with (
                passing(_stretched(text, self.salt, cost=self.cost)) as key,
                contextlib.suppress(WrongSecret),
            ):
                return _unwrapped(self.box, key=key, wrong="")
        raise WrongSecret(
            "That passphrase does not open this vault. Check Caps Lock and try again."
        )


@dataclass(frozen=True, slots=True)
class CodeSlot:
    """The data key wrapped by the recovery code."""

    salt: bytes
    box: bytes

    @property
    def believable(self) -> bool:
        """Whether it is such as we make them."""
        return (len(self.salt), len(self.box)) == (_CODE_SALT, _BOX)

    @classmethod
    def seal(cls, data_key: DataKey, code: str) -> CodeSlot:
        """Wraps ``data_key``.

        Raises:
            BadInput: ``code`` is no recovery code.
        """
        salt = random(_CODE_SALT)
        with passing(_from_code(code, salt)) as key:
            return cls(salt, _wrapped(data_key, key=key))

    def open(self, code: str) -> DataKey:
        """Unwraps the data key.

        Raises:
            BadInput: ``code`` has a typing mistake.
            WrongSecret: it is a recovery code, but not this slot's.
            DamagedKeys: the slot is none of ours.
        """
        if not self.believable:
            raise DamagedKeys("The key file holds figures that no vault has.")
        with passing(_from_code(code, self.salt)) as key:
            return _unwrapped(
                self.box,
                key=key,
                wrong="That recovery code does not open this vault. It may be an older one.",
            )


def calibrate(seconds: float = 0.5) -> Cost:
    """A cost that takes this computer up to ``seconds``; never under 64 MiB and three passes.

    Memory is raised before anything else, because that is what slows a guesser's hardware most.
    """
    start = time.perf_counter()
    _stretched("calibrate", bytes(argon2id.SALTBYTES), cost=Cost(OPERATIONS, LEAST_MEMORY))
    taken = time.perf_counter() - start
    memory = LEAST_MEMORY
    while taken * 2 <= seconds and memory < MOST_MEMORY:
        memory, taken = memory * 2, taken * 2
    return Cost(OPERATIONS, memory)


def _stretched(passphrase: str, salt: bytes, *, cost: Cost) -> bytes:
    if not passphrase:
        raise BadInput("Type your passphrase.", field="passphrase")
    # The same words typed on another keyboard may come as other code points (é is one, or two).
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return argon2id.kdf(LENGTH, words, salt, cost.operations, cost.memory)
    except nacl.exceptions.ValueError as error:
        raise DamagedKeys("The key file holds figures that no vault has.") from error
    except nacl.exceptions.RuntimeError as error:
        raise VaultError(
            "There is not enough free memory to check the passphrase. "
            "Close some other programs, then try again."
        ) from error
    finally:
        overwrite(words)


def _from_code(code: str, salt: bytes) -> bytes:
    return blake2b(
        parse_code(code).encode("ascii"),
        digest_size=LENGTH,
        salt=salt,
        person=_CODE_PURPOSE,
        encoder=RawEncoder,
    )


def _wrapped(data_key: DataKey, *, key: bytes) -> bytes:
    with data_key.lent() as raw:
        return bytes(SecretBox(key).encrypt(raw))


def _unwrapped(box: bytes, *, key: bytes, wrong: str) -> DataKey:
    try:
        with passing(SecretBox(key).decrypt(box)) as raw:
            return DataKey(raw)
    except nacl.exceptions.CryptoError as error:
        raise WrongSecret(wrong) from error

"""The recovery code: random, easy to copy by hand, and able to tell a slip of the pen.

Thirty letters and digits of Crockford's base 32 (https://www.crockford.com/base32.html: no I, L,
O or U) in six groups of five: 26 carry 130 random bits, four (20 bits) check them, so that one
mistyped code in a million passes for a different, well-formed one.
"""

from __future__ import annotations

import hashlib
import secrets

from burnout_check.domain.code_groups import bare
from burnout_check.errors import BadInput

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 5
LENGTH = 30
_PAYLOAD = 26


def new_code() -> str:
    """A fresh random code, in the form it is shown."""
    payload = "".join(secrets.choice(ALPHABET) for _ in range(_PAYLOAD))
    return shown(payload + _check(payload))


def shown(code: str) -> str:
    """A bare code in groups: ``ABCDE-12345-...``."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def parse_code(text: str) -> str:
    """The bare code in what a person typed; case, spaces and dashes are free, O is 0, I and L 1.

    Raises:
        BadInput: too short, too long, a character that no code has, or a typing mistake.
    """
    given = bare(text)
    strange = [letter for letter in given if letter not in ALPHABET]
    if strange:
        raise BadInput(
            f"A recovery code never has “{strange[0]}” in it. Check it against your copy.",
            field="code",
        )
    if len(given) != LENGTH:
        raise BadInput(
            f"A recovery code has {LENGTH} letters and digits. This one has {len(given)}.",
            field="code",
        )
    if _check(given[:_PAYLOAD]) != given[_PAYLOAD:]:
        raise BadInput(
            "There is a typing mistake in the recovery code. Check each group against your copy.",
            field="code",
        )
    return given


def _check(payload: str) -> str:
    digest = hashlib.blake2b(
        payload.encode("ascii"), digest_size=8, person=b"burnout-check"
    ).digest()
    bits = int.from_bytes(digest, "big")
    return "".join(ALPHABET[bits >> (5 * place) & 31] for place in range(LENGTH - _PAYLOAD))

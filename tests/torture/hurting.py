"""What befalls files: a byte flipped, an end cut off, a page of zeros, a save cut short."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from burnout_check.store.folder import DATABASE
from tests.torture.people import State, copied, make, opened, state_in

PAGE = 4096  # bytes
JOURNAL = f"{DATABASE}-journal"


def flipped(content: bytes, dice: random.Random) -> bytes:
    """With one bit of one byte changed."""
    place = dice.randrange(len(content))
    changed = content[place] ^ (1 << dice.randrange(8))
    return content[:place] + bytes([changed]) + content[place + 1 :]


def cut(content: bytes, dice: random.Random) -> bytes:
    """With its end cut off, often where a page ends."""
    length = dice.randrange(len(content))
    return content[: length - length % PAGE if dice.random() < 0.3 else length]


def zeroed(content: bytes, dice: random.Random) -> bytes:
    """With a page, or what there is of it, made zeros."""
    start = dice.randrange(len(content)) // PAGE * PAGE
    page = content[start : start + PAGE]
    return content[:start] + bytes(len(page)) + content[start + PAGE :]


KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, flipped, cut, zeroed)
"""What befalls a file; flipped bytes are half of it."""


def hurt_a_page(folder: Path) -> None:
    """Damages a page in the middle of the data, so that some rows are lost, and not all."""
    path = folder / DATABASE
    content = bytearray(path.read_bytes())
    content[len(content) // 2 // PAGE * PAGE + 100] ^= 1
    path.write_bytes(content)


def make_hot(folder: Path) -> State:
    """Makes a vault whose last save was cut short: the data has half of it, the journal the rest.

    Returns:
        What the vault said before that save, which is what it has to say again.
    """
    plain = folder.with_name("plain")
    make(plain)
    before = state_in(plain)
    session = opened(plain)
    connection = session.ledger.vault._database._connection
    connection.execute("PRAGMA cache_size = 1")  # pages, so that the rest has to go to the disk
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE answers SET value = 9")
    connection.execute("UPDATE check_ins SET note = note || ?", ["x" * 3000])
    connection.execute("DELETE FROM facts")
    copied(plain, folder)
    connection.execute("ROLLBACK")
    session.close()
    return before

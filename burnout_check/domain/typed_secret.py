"""A secret as a person types or pastes it: nothing that nobody sees stands at its ends."""

from __future__ import annotations

import unicodedata

# What has no width or no ink though Unicode does not call it a space or a control character.
_UNSEEN = frozenset(
    {
        *("\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u2800"),
        *("\u3164", "\ufeff", "\uffa0"),
        *map(chr, range(0x180B, 0x180F)),
        *map(chr, range(0x200B, 0x2010)),
        *map(chr, range(0x2028, 0x2030)),
        *map(chr, range(0x2060, 0x2070)),
    }
)


def is_unseen(letter: str) -> bool:
    """Whether a letter is white space, a line end, or has no width at all."""
    return letter.isspace() or letter in _UNSEEN or unicodedata.category(letter) == "Cc"


def seen(typed: str) -> str:
    """What was typed without the unseen letters at both ends, as a copied text often has them.

    A text of nothing but such letters stays as it is: spaces may be a secret, if a poor one.
    """
    start, end = 0, len(typed)
    while start < end and is_unseen(typed[start]):
        start += 1
    while end > start and is_unseen(typed[end - 1]):
        end -= 1
    return typed[start:end] or typed

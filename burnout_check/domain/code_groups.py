"""A recovery code as a person handles it: in numbered groups, two of which are typed to confirm."""

from __future__ import annotations

import re

from burnout_check.domain.typed_secret import is_unseen

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = re.compile(r"[\s\-‐‑‒–—_.,]+")  # noqa: RUF001 - any dash a printer makes


def bare(typed: str) -> str:
    """What was typed of a code without spaces and dashes, in capitals; O is 0, I and L are 1."""
    visible = "".join(letter for letter in typed if not is_unseen(letter))
    return _SEPARATORS.sub("", visible).upper().translate(_READ_AS)


def groups(code: str) -> tuple[str, ...]:
    """The groups of a code in the form it is shown: ``ABCDE-12345-...``."""
    return tuple(code.split("-"))


def mistake(typed: str, code: str, number: int) -> str | None:
    """One sentence about what is wrong with a group that was typed from a copy of the code.

    Args:
        typed: read as ``bare`` does.
        code: in the form it is shown.
        number: of the group that was asked for, from 1.

    Returns:
        The sentence, None if the group is right.
    """
    given = bare(typed)
    all_groups = groups(code)
    wanted = all_groups[number - 1]
    if given == wanted:
        return None
    if not given:
        return f"Type group {number} of your code."
    if given in all_groups:
        return f"That is group {all_groups.index(given) + 1}. Type group {number}."
    if len(given) != len(wanted):
        return f"A group has {len(wanted)} letters and digits. This has {len(given)}."
    return f"That is not group {number}. Check what you wrote down, or look at the code again."

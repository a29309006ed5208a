"""A recovery code as a person handles it: in numbered groups, two of which are typed to confirm."""

from __future__ import annotations

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = " -–—_.,\t"


def groups(code: str) -> tuple[str, ...]:
    """The groups of a code in the form it is shown: ``ABCDE-12345-...``."""
    return tuple(code.split("-"))


def mistake(typed: str, code: str, number: int) -> str | None:
    """One sentence about what is wrong with a group that was typed from a copy of the code.

    Args:
        typed: capitals, spaces and dashes are free, O is 0, I and L are 1.
        code: in the form it is shown.
        number: of the group that was asked for, from 1.

    Returns:
        The sentence, None if the group is right.
    """
    bare = "".join(letter for letter in typed if letter not in _BETWEEN)
    bare = bare.upper().translate(_READ_AS)
    all_groups = groups(code)
    wanted = all_groups[number - 1]
    if bare == wanted:
        return None
    if not bare:
        return f"Type group {number} of your code."
    if bare in all_groups:
        return f"That is group {all_groups.index(bare) + 1}. Type group {number}."
    if len(bare) != len(wanted):
        return f"A group has {len(wanted)} letters and digits. This has {len(bare)}."
    return f"That is not group {number}. Check what you wrote down, or look at the code again."

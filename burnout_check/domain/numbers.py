"""Numbers as people type them, and as they read them."""

from __future__ import annotations

import re

TINY = 1e-9
"""What two sums of decimals may differ by, though they are the same number."""

_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")


def parse_number(text: str) -> float | None:
    """The number in ``text``, None where it is none; every field reads numbers through this.

    Spaces are left out. A comma is read as a decimal point, or as in "1,000" as a thousand.
    """
    typed = "".join(text.split()).replace("\N{MINUS SIGN}", "-")
    if _THOUSANDS.fullmatch(typed):
        typed = typed.replace(",", "")
    typed = typed.replace(",", ".")
    return float(typed) if _NUMBER.fullmatch(typed) else None


def plain_number(value: float, digits: int = 2) -> str:
    """A number without needless zeros, rounded to at most ``digits`` decimals."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def number_of(value: float, one: str, many: str = "", *, none: str = "0") -> str:
    """A number with the right form of its noun: "1 minute", "3 minutes".

    Args:
        value: how many.
        one: what one is called.
        many: what several are called; with an "s" by itself.
        none: how 0 is said.
    """
    shown = plain_number(value)
    noun = one if shown == "1" else many or f"{one}s"
    return f"{none if shown == '0' else shown} {noun}"

"""Numbers as people type them."""

from __future__ import annotations

import re

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

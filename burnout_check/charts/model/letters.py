"""What a person typed, in the letters a typeface has; what it lacks has a stand-in and is named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from burnout_check.domain.numbers import number_of

STAND_IN = "□"
"""Stands where a sign could not be shown; the typefaces have it."""

_MOST_NAMED = 12
_NO_LETTER = "◌"
"""Carries an accent that no letter stands before: alone it may have no shape."""

_LINE_ENDS = "\n\v\f\x85\u2028\u2029"
_JOINERS = "\u200c\u200d\u200e\u200f"
"""Signs that cannot be seen, but change how letters beside them are written."""

# Word's own bullets, which it makes with a typeface of its own and leaves behind when copied.
_FROM_WORD = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓"})


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters there are; ``known`` are the numbers of those each weight of the type has."""

    known: frozenset[int]

    def shown(self, words: str) -> str:
        """The words as they can be shown: never a sign that is not ``known``, but line ends."""
        return "".join(shown for _sign, shown in self._each(words))

    def unknown(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The signs that have a stand-in in these texts, each once, as they first came."""
        signs = (sign for words in texts for sign, shown in self._each(words) if shown == STAND_IN)
        return tuple(dict.fromkeys(sign for sign in signs if sign != STAND_IN))

    def _each(self, words: str) -> Iterator[tuple[str, str]]:
        plain = words.replace("\r\n", "\n").replace("\r", "\n").translate(_FROM_WORD)
        before = "\n"
        for sign in unicodedata.normalize("NFC", plain):
            shown = self._shown(sign)
            if before.isspace() and unicodedata.category(shown[:1] or " ").startswith("M"):
                shown = _NO_LETTER + shown
            yield sign, shown
            before = shown or before

    def _shown(self, sign: str) -> str:
        if sign in _LINE_ENDS:
            return "\n"
        kind = unicodedata.category(sign)
        if sign == "\t" or kind == "Zs":
            return sign if ord(sign) in self.known and sign != "\t" else " "
        if kind == "Cc" or (kind == "Cf" and sign not in _JOINERS) or _dresses(sign):
            return ""
        if kind not in {"Co", "Cs", "Cn"}:
            for form in (sign, unicodedata.normalize("NFKC", sign)):
                if all(ord(letter) in self.known for letter in form):
                    return form
        return "" if sign in _JOINERS else STAND_IN


def unknown_words(unknown: tuple[str, ...]) -> str:
    """A sentence that names the signs that have a stand-in; "" if there are none."""
    if not unknown:
        return ""
    named = " ".join(_name(sign) for sign in unknown[:_MOST_NAMED])
    more = " and others" if len(unknown) > _MOST_NAMED else ""
    count = number_of(len(unknown), "sign")
    return f"{count} could not be printed, and {STAND_IN} stands in the place: {named}{more}."


def _dresses(sign: str) -> bool:
    """Whether it only says how the sign before it looks: in colour, in which tone of skin."""
    return (
        "\ufe00" <= sign <= "\ufe0f"
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
        or ("\U000e0100" <= sign <= "\U000e01ef")
    )


def _name(sign: str) -> str:
    return sign if sign.isprintable() else f"U+{ord(sign):04X}"

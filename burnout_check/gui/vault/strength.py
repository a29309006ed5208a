"""How hard a passphrase is to guess: an estimate in plain words, which never leaves this process.

The estimate is zxcvbn's (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX
Security 2016). Its score of 3 means more than 10^8 guesses: "safely unguessable" even offline, if
each guess is slow, as it is here. Below that the app says that the passphrase is easy to guess.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

MOST = 72
"""zxcvbn takes longer and longer with the length: of a longer text, each end is looked at."""

STEPS = 4
_ENOUGH = 3
_WORDS = (
    "Very easy to guess",
    "Easy to guess",
    "Could be harder to guess",
    "Hard to guess",
    "Very hard to guess",
)
_OURS = ("burnout", "burnout check", "burnoutcheck", "nhs", "iapt", "talking therapies")
_WHY = {
    "repeat": "Repeating something adds little.",
    "sequence": "Rows of letters or numbers are tried early.",
    "spatial": "Rows of keys are tried early.",
    "date": "Dates are tried early.",
    "regex": "Years are tried early.",
    "passwords": "It is close to one of the first that are tried.",
    "names": "Names are tried early.",
    "user_inputs": "It is what this app is about.",
}
_MORE = "A few more words that do not usually go together make it much harder."


@dataclass(frozen=True, slots=True)
class Strength:
    """An estimate: ``steps`` of 4, the words for it, and why it is not more."""

    steps: int
    why: str = ""

    @property
    def words(self) -> str:
        """How hard it is to guess, in a few words."""
        return _WORDS[self.steps]

    @property
    def is_weak(self) -> bool:
        """Whether the person should be warned."""
        return self.steps < _ENOUGH

    @property
    def advice(self) -> str:
        """Why it is weak and what would help; "" if it is not."""
        return f"{self.why} {_MORE}".strip() if self.is_weak else ""


def strength(passphrase: str) -> Strength:
    """Estimate a passphrase. May take some seconds for odd ones, so fit for another thread.

    Raises:
        ValueError: it is empty.
    """
    if not passphrase:
        raise ValueError("an empty passphrase has no strength")
    text = unicodedata.normalize("NFC", passphrase)
    ends = {text[:MOST], text[-MOST:]}
    return max((_estimate(end) for end in sorted(ends)), key=lambda found: found.steps)


def _estimate(text: str) -> Strength:
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists of words, when somebody types

    found = zxcvbn(text, user_inputs=list(_OURS), max_length=MOST)
    return Strength(int(found["score"]), _why(found["sequence"]))


def _why(sequence: list[dict[str, Any]]) -> str:
    """What makes the longest part of it easy, if anything does."""
    longest = max(sequence, key=lambda part: len(part["token"]))
    kinds = (longest["pattern"], str(longest.get("dictionary_name", "")))
    names = {"male_names": "names", "female_names": "names", "surnames": "names"}
    known = (_WHY.get(names.get(kind, kind)) for kind in kinds)
    return next(filter(None, known), "")

"""A number that may be a slip of the fingers: asked back about softly, and kept if it is right."""

from __future__ import annotations

from burnout_check.domain.numbers import plain_number
from burnout_check.domain.questionnaire.instrument import Fact

_MORE, _LESS = 3, 5
_LEAST_SHARE = 0.25


def asked_back(fact: Fact, value: float, usual: float | None) -> str:
    """The sentence that asks whether a number is meant, "" where nothing is odd in it.

    Odd is more than ``fact.ask_above``, or far from the person's usual: 3 times as much or a fifth,
    and at least a quarter of ``fact.ask_above`` away. None at all is never odd. Our own choice.

    Args:
        fact: what was asked.
        value: what was typed.
        usual: the person's own usual before this week, None where it is not known.
    """
    shown = plain_number(value)
    if value > fact.ask_above:
        return f"Is {shown} right? It is a lot for one week. Press Enter again to keep it."
    if usual is None or value == 0 or abs(value - usual) < fact.ask_above * _LEAST_SHARE:
        return ""
    if value >= usual * _MORE or value * _LESS <= usual:
        known = plain_number(usual)
        return f"Is {shown} right? Your usual is {known}. Press Enter again to keep it."
    return ""

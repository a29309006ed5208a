"""Scores from answers, and whether what a person chose or typed can be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from burnout_check.domain.numbers import parse_number
from burnout_check.domain.questionnaire.instrument import Fact, Item, Method, Scale
from burnout_check.errors import BadInput


def score(scale: Scale, items: Mapping[str, Item], answers: Mapping[str, int]) -> float | None:
    """The score of ``scale``, in its own points; None when too few of its items are answered.

    A mean is taken over the items that are answered, after turning the reversed ones round. The
    instrument's file cites where the method and the missing-answer rule come from.

    Args:
        scale: what to score.
        items: at least the scale's items, by id.
        answers: chosen values by item id; answers to other items are not looked at.

    Raises:
        BadInput: if an answer is none of its item's choices.
    """
    values = [
        _turned(items[item_id], answers[item_id]) for item_id in scale.items if item_id in answers
    ]
    if not values or len(values) < scale.needs:
        return None
    match scale.method:
        case Method.MEAN:
            return sum(values) / len(values)
        case Method.SUM | Method.SINGLE:
            return float(sum(values))


def reach(method: Method, items: Iterable[Item]) -> tuple[float, float]:
    """The lowest and the highest score a scale made of ``items`` can have.

    A mean of items with different ranges lies between the means of their lows and highs only when
    all are answered, so the widest range is given.
    """
    lows, highs = zip(*((item.low, item.high) for item in items), strict=True)
    if method is Method.MEAN:
        return float(min(lows)), float(max(highs))
    return float(sum(lows)), float(sum(highs))


def check_answer(item: Item, value: int) -> None:
    """Make sure that ``value`` is one of the item's choices.

    Raises:
        BadInput: if it is not.
    """
    if type(value) is not int or all(choice.value != value for choice in item.choices):
        raise BadInput("Choose one of the answers shown.", field=item.id)


def check_fact(fact: Fact, text: str) -> float | None:
    """The number a person typed, in the fact's unit; None when the field is empty.

    Raises:
        BadInput: if it is not a number, below 0, absurdly high, or a fraction of something whole.
    """
    if not text.strip():
        return None
    value = parse_number(text)
    if value is None:
        example = "7" if fact.whole else "7.5"
        raise BadInput(f"Type a number, such as {example}.", field=fact.id)
    if value < 0:
        raise BadInput("This cannot be less than 0.", field=fact.id)
    if value > fact.high:
        raise BadInput(fact.too_high, field=fact.id)
    if fact.whole and not value.is_integer():
        raise BadInput("Type a whole number.", field=fact.id)
    return abs(value)


def _turned(item: Item, value: int) -> int:
    check_answer(item, value)
    return item.low + item.high - value if item.reverse else value

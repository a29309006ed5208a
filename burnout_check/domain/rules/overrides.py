"""The numbers of a rule that a person may change, how far, and the rule with them changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from burnout_check.domain.measures.measure import Measure
from burnout_check.domain.numbers import plain_number
from burnout_check.domain.rules.rule import (
    Average,
    Crossing,
    Gap,
    Line,
    LineKind,
    Rule,
    Severity,
    Short,
    Together,
    When,
)
from burnout_check.domain.settings.plan import Span

LINE, UPPER, SHARE, MINUTES, WITHIN = "line", "upper", "percent", "minutes", "within"
_WIDE_STEP = 5
_WIDE = 50
_EVERY = {Span.WEEK: "a week", Span.FORTNIGHT: "a fortnight", Span.MONTH: "a month"}


@dataclass(frozen=True, slots=True)
class AdjustableNumber:
    """One number of a rule, with the app's own value and its limits.

    ``label`` stands before the number and ``unit`` after it, so that the three read as one
    sentence. A ``whole`` number has no decimals.
    """

    id: str
    label: str
    default: float
    low: float
    high: float
    unit: str = ""
    whole: bool = True

    def say(self, value: float) -> str:
        """The knob at a value, such as "Say so at 4 or more"."""
        return f"{self.label} {plain_number(value)} {self.unit}".strip()


def adjustable_numbers(rule: Rule, measure: Measure | None) -> tuple[AdjustableNumber, ...]:
    """The numbers of a rule that may be changed, each once, in the order of its conditions.

    Limits keep a number meaningful: a line stays inside the scale, the upper line of two never
    comes below the lower, one bad week never makes an "act", and what a score is said to have risen
    by stays above half of what is ours. A rule that leads to crisis help has none.

    Args:
        rule: the rule as it ships.
        measure: what the rule reads, None for a rule that reads no single measure.
    """
    if rule.crisis:
        return ()
    found: dict[str, AdjustableNumber] = {}
    if rule.standard is not None and rule.standard.minutes is not None:
        unit = f"minutes {_EVERY[rule.standard.span or Span.WEEK]}"
        found[MINUTES] = AdjustableNumber(
            MINUTES, "The time due is", rule.standard.minutes, 15, 1500, unit
        )
    for when in rule.whens:
        for number in _of_when(rule, when, measure):
            found.setdefault(number.id, number)
    return tuple(found.values())


def apply_overrides(
    rule: Rule, found: Iterable[AdjustableNumber], values: Mapping[str, float]
) -> Rule:
    """The rule with numbers changed, and with a sentence on each that is not the app's own.

    Args:
        rule: the rule as it ships.
        found: its knobs.
        values: the person's numbers, by the id of the knob; each within its limits.
    """
    changed = {
        number.id: (number, values[number.id])
        for number in found
        if number.id in values and values[number.id] != number.default
    }
    if not changed:
        return rule
    numbers = {name: value for name, (_number, value) in changed.items()}
    standard = rule.standard
    if standard is not None and MINUTES in numbers:
        standard = replace(standard, minutes=numbers[MINUTES], yours=True)
    return replace(
        rule,
        whens=tuple(_with(rule, when, numbers) for when in rule.whens),
        standard=standard,
        yours=tuple(
            f"You changed this: {_lower(number.say(value))}, "
            f"instead of {plain_number(number.default)}."
            for number, value in changed.values()
        ),
    )


def _of_when(rule: Rule, when: When, measure: Measure | None) -> Iterator[AdjustableNumber]:
    word = when.severity.word
    match when:
        case Crossing():
            number = _of_line(rule, when.line, measure)
            if number is not None:
                yield number
            if when.of > 1 and _may_count(when):
                running = when.hits == when.of
                unit = "times running" if running else f"of the last {when.of} check-ins"
                low = 1 if when.severity is Severity.WATCH else 2
                high = 8 if running else when.of
                yield AdjustableNumber(_often(when), f"{word} after", when.hits, low, high, unit)
        case Average():
            yield AdjustableNumber(
                LINE, f"{word} above", when.over, 20, 60, "hours a week", whole=False
            )
        case Short() if when.windows > 1:
            yield AdjustableNumber(
                _often(when), f"{word} after", when.windows, 2, 8, "times running"
            )
        case Gap():
            low, high = (1, 4) if when.severity is Severity.WATCH else (2, 12)
            yield AdjustableNumber(
                _often(when), f"{word} after more than", when.over, low, high, "check-ins"
            )
        case Together():
            yield AdjustableNumber(WITHIN, "Both within", when.within, 1, 8, "weeks")


def _of_line(rule: Rule, line: Line, measure: Measure | None) -> AdjustableNumber | None:
    if line.kind is LineKind.OVER_PLAN:
        unit = "% of your contracted hours"
        share = round(line.x * 100, 6)
        return None if line.x == 1 else AdjustableNumber(SHARE, "Say so above", share, 1, 100, unit)
    if line.kind is LineKind.OVER_USUAL:
        share = round((line.x - 1) * 100, 6)
        return AdjustableNumber(SHARE, "Say so from", share, 5, 100, "% over your usual")
    if measure is None or measure.high is None:
        return None
    step = _WIDE_STEP if measure.high - measure.low >= _WIDE else 1
    name = _line_id(rule, line)
    if line.kind is LineKind.RISE:
        most = (measure.high - measure.low) / 2
        return AdjustableNumber(
            name,
            "Say so when it is up by",
            line.x,
            line.x / 2,
            most,
            "or more",
            whole=line.x.is_integer(),
        )
    lines = _lines(rule)
    if line.kind is LineKind.AT_MOST:
        return AdjustableNumber(
            name, "Say so at", line.x, measure.low, measure.high - step, "or less"
        )
    low = measure.low + step if name == LINE else lines[0]
    high = lines[-1] if name == LINE and len(lines) > 1 else measure.high
    label = "Say so at" if name == LINE else "Act at once at"
    return AdjustableNumber(name, label, line.x, low, high, "or more")


def _with(rule: Rule, when: When, numbers: Mapping[str, float]) -> When:
    match when:
        case Crossing():
            when = _crossing_with(rule, when, numbers)
        case Average() if LINE in numbers:
            when = replace(when, over=numbers[LINE])
        case Short():
            when = replace(when, windows=int(numbers.get(_often(when), when.windows)))
        case Gap():
            when = replace(when, over=int(numbers.get(_often(when), when.over)))
        case Together() if WITHIN in numbers:
            when = replace(when, within=int(numbers[WITHIN]))
    return when


def _crossing_with(rule: Rule, when: Crossing, numbers: Mapping[str, float]) -> Crossing:
    line = _line_with(rule, when.line, numbers)
    if not _may_count(when):
        return replace(when, line=line)
    hits = int(numbers.get(_often(when), when.hits))
    return replace(when, line=line, hits=hits, of=hits if when.hits == when.of else when.of)


def _line_with(rule: Rule, line: Line, numbers: Mapping[str, float]) -> Line:
    if line.kind is LineKind.OVER_PLAN:
        by = numbers.get(SHARE) if line.x != 1 else None
        return line if by is None else replace(line, x=by / 100, yours=True)
    if line.kind is LineKind.OVER_USUAL:
        by = numbers.get(SHARE)
        return line if by is None else replace(line, x=1 + by / 100, yours=True)
    value = numbers.get(_line_id(rule, line))
    return line if value is None else replace(line, x=value, yours=True)


def _lines(rule: Rule) -> list[float]:
    """The different numbers of a rule's lines, in the order of its conditions."""
    crossings = (when for when in rule.whens if isinstance(when, Crossing))
    return list(dict.fromkeys(when.line.x for when in crossings))


def _line_id(rule: Rule, line: Line) -> str:
    return LINE if line.x == _lines(rule)[0] else UPPER


def _may_count(when: Crossing) -> bool:
    """Whether how often it is crossed may be changed: not where it says what is clearly past."""
    return not when.line.beyond or when.line.kind is LineKind.RISE


def _often(when: When) -> str:
    return f"often_{when.severity.name.lower()}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]

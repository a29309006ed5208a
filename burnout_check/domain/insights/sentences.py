"""Plain sentences: what a week was like beside the usual, and how much of a check-in is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from burnout_check.domain.measures.ids import CASELOAD, CONTACT, MANAGEABLE, OVERTIME
from burnout_check.domain.measures.measure import Series
from burnout_check.domain.measures.trend import USUAL_WEEKS, usual
from burnout_check.domain.measures.view import View
from burnout_check.domain.numbers import number_of, plain_number
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.rules.lasting import LONG, heavy_for, is_past_a_line
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.settings.plan import Span
from burnout_check.domain.supervision.windows import chosen, newest_window, span
from burnout_check.domain.week import Week

NO_USUAL = (
    "It takes four check-ins to know your usual. From then on, this compares each week with it."
)
_NOTHING = "There are no numbers about your work this week, so there is nothing to compare."
_NOTABLE_SHARE = 0.1
_NOTABLE_PEOPLE = 3
_NOTABLE_HOURS = 2
_NOTABLE_RATING = 2
_SECONDS_A_QUESTION = 8
_AS_MINUTES = 90
_LATER = {Span.WEEK: "", Span.FORTNIGHT: " in two weeks", Span.MONTH: " this month"}


@dataclass(frozen=True, slots=True)
class _Difference:
    """How a number about the work differs from the usual; ``words`` are empty if it hardly does."""

    heavier: bool = False
    words: str = ""


def week_sentence(
    check_in: CheckIn,
    *,
    view: View,
    rules: Sequence[Rule],
    prompts: Sequence[Prompt] = (),
    better: str = "",
) -> str:
    """One or two plain sentences on a week: heavier, lighter or about the usual, and by what.

    While a prompt past a line stands, the week is called like the last ones and not usual: half a
    year past a line is nobody's usual to settle for.

    What counts as a difference is our own choice: a tenth of the usual and at least 3 people or 2
    hours, or 2 points of the workload rating.

    Args:
        check_in: the week to speak of.
        view: what is known at the end of that week.
        rules: every rule; the chosen supervision standard is among them.
        prompts: what stands out in the week: past a line, no week is called usual.
        better: what has got better since when, such as "Better than in October".
    """
    known = [name for name in (CASELOAD, CONTACT, OVERTIME, MANAGEABLE) if _at(view, name)]
    if not known:
        return _NOTHING
    middles = {name: usual(view.series[name], check_in.week) for name in known}
    if all(middle is None for middle in middles.values()):
        return NO_USUAL
    found = [
        _difference(name, view, middle) for name, middle in middles.items() if middle is not None
    ]
    heavier = [each.words for each in found if each.words and each.heavier]
    lighter = [each.words for each in found if each.words and not each.heavier]
    short = _supervision(rules, view)
    if heavier and lighter:
        mixed = _list(heavier + lighter)
        return _sentences(f"Heavier in one way, lighter in another: {mixed}", short)
    if heavier:
        return f"Heavier than your usual: {_list([*heavier, *short])}."
    if lighter:
        return _sentences(f"Lighter than your usual: {_list(lighter)}", short)
    return _sentences(_alike(prompts, better), short)


def _alike(prompts: Sequence[Prompt], better: str) -> str:
    """What a week is called that is much like those before it: a bad usual is not a good week."""
    weeks = heavy_for(prompts)
    if weeks >= LONG:
        return f"As heavy as the last {weeks} weeks. That is long"
    if is_past_a_line(prompts):
        return "Much like your last weeks, and past a line"
    return better or "About your usual week"


def time_left(answered: int, total: int) -> str:
    """The line under a check-in, such as "9 of 12 answered · about 30 seconds left".

    Eight seconds a question is an estimate of ours.
    """
    done = f"{answered} of {total} answered"
    seconds = (total - answered) * _SECONDS_A_QUESTION
    if seconds <= 0:
        return done
    if seconds < _AS_MINUTES:
        return f"{done} · about {ceil(seconds / 10) * 10} seconds left"
    return f"{done} · about {number_of(round(seconds / 60), 'minute', 'minutes')} left"


def in_a_row(series: Series, at_least: float) -> int:
    """How many of the newest values, running, are at or over a number."""
    run = 0
    for point in reversed(series.points):
        if point.value < at_least:
            break
        run += 1
    return run


def weeks_or_check_ins(series: Series, run: int) -> str:
    """Such as "3 weeks" where the newest values stand in weeks running, else "3 check-ins"."""
    newest = [point.week for point in series.points[-run:]]
    unbroken = newest[-1].since(newest[0]) == run - 1
    return number_of(run, "week", "weeks") if unbroken else number_of(run, "check-in", "check-ins")


def _at(view: View, name: str) -> bool:
    series = view.series.get(name)
    return series is not None and series.at(view.week) is not None


def _difference(name: str, view: View, middle: float) -> _Difference:
    series = view.series[name]
    value = series.at(view.week) or 0.0
    change = value - middle
    more = change > 0
    size = abs(change)
    if name == MANAGEABLE:
        if size < _NOTABLE_RATING:
            return _Difference()
        word = "easier" if more else "harder"
        words = f"a workload that was {word} to manage ({series.measure.show(value)} of 10)"
        return _Difference(heavier=not more, words=words)
    least = _NOTABLE_PEOPLE if name == CASELOAD else _NOTABLE_HOURS
    if size < max(least, _NOTABLE_SHARE * middle):
        return _Difference()
    if name == CASELOAD:
        people = _compared(floor(size), more, "person", "people")
        words = f"{people} than {_middle(series, view.week)}"
    elif name == CONTACT:
        words = _compared(size, more, "client hour", "client hours")
    elif more:
        words = f"{number_of(value, 'hour', 'hours')} over contract"
    else:
        words = f"{_compared(size, more, 'hour', 'hours')} of overtime"
    return _Difference(more, words)


def _compared(size: float, more: bool, one: str, many: str) -> str:
    shown = plain_number(size)
    return f"{shown} {'more' if more else 'fewer'} {one if shown == '1' else many}"


def _middle(series: Series, week: Week) -> str:
    full = len(series.before(week).points) >= USUAL_WEEKS
    return "your eight-week middle" if full else "your middle so far"


def _supervision(rules: Sequence[Rule], view: View) -> list[str]:
    rule = chosen(rules, view.plan)
    newest = None if rule is None else newest_window(rule, view)
    if rule is None or rule.standard is None or newest is None:
        return []
    if newest.last != view.week or not newest.is_short:
        return []
    had, due = plain_number(newest.minutes, 0), plain_number(newest.needed, 0)
    later = _LATER[span(rule.standard, view.plan)]
    share = f"{had} of" if newest.minutes else "none of the"
    return [f"{share} {due} minutes of supervision{later}"]


def _sentences(first: str, short: list[str]) -> str:
    return f"{first}, with {short[0]}." if short else f"{first}."


def _list(parts: list[str]) -> str:
    return ", ".join(parts)

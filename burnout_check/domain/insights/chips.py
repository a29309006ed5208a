"""A few words beside a number that say what is unusual in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from burnout_check.domain.insights.sentences import in_a_row, weeks_or_check_ins
from burnout_check.domain.measures.measure import Series
from burnout_check.domain.measures.trend import usual
from burnout_check.domain.numbers import TINY, number_of, plain_number
from burnout_check.domain.rules.rule import Severity
from burnout_check.domain.week import Week

_NOTABLE_RATING = 2
_NOTABLE_SHARE = 0.2


class Tone(StrEnum):
    """The colours of a chip; none of them means anything without its words."""

    ATTENTION = "attention"
    WATCH = "watch"
    STEADY = "steady"
    PLAIN = "plain"


class Shape(StrEnum):
    """The mark before a chip's words."""

    UP = "up"
    DOWN = "down"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class Chip:
    """The words, with the tone and the mark they are shown in."""

    tone: Tone
    words: str
    shape: Shape = Shape.DOT


UNKNOWN = Chip(Tone.PLAIN, "Not answered yet")
NO_USUAL = Chip(Tone.PLAIN, "No usual yet")
NOT_COMPARED = Chip(Tone.PLAIN, "Not compared")
ABOUT_USUAL = Chip(Tone.PLAIN, "About usual")


def tone(severity: Severity | None) -> Tone:
    """The tone of something unusual: as strong as the prompt about it, watch without one."""
    loud = severity is not None and severity >= Severity.ACT
    return Tone.ATTENTION if loud else Tone.WATCH


def over_line(
    series: Series,
    line: float,
    severity: Severity | None,
    *,
    weekly: bool = True,
    below: str = "",
) -> Chip:
    """Such as "3 or more, 3 weeks" or "Below 3", for a score with a line.

    Args:
        series: the score, with at least one value.
        line: the number that is said.
        severity: of the prompt about the score, if one stands.
        weekly: whether the score is asked each week; else runs are counted in times.
        below: what is said below the line, in no colour, where that is no all-clear.
    """
    run = in_a_row(series, line)
    shown = plain_number(line)
    if run == 0:
        if severity is None and below:
            return Chip(Tone.PLAIN, below)
        if severity is None:
            return Chip(Tone.STEADY, f"Below {shown}")
        return Chip(tone(severity), f"Below {shown}, was over", Shape.DOWN)
    words = f"{shown} or more"
    if run > 1:
        lasted = weeks_or_check_ins(series, run) if weekly else number_of(run, "time", "times")
        words = f"{words}, {lasted}"
    return Chip(tone(severity), words, Shape.UP if tone(severity) is Tone.ATTENTION else Shape.DOT)


def rating(series: Series, week: Week, severity: Severity | None = None) -> Chip:
    """Such as "Lower than usual" for a 0 to 10 rating where more is better, from 2 points on.

    While a prompt about it stands nothing is called usual, and nothing is an all-clear.
    """
    value, middle = series.at(week), usual(series, week)
    if value is None:
        return UNKNOWN
    if middle is None:
        return NO_USUAL
    if value <= middle - _NOTABLE_RATING:
        return Chip(tone(severity), "Lower than usual", Shape.DOWN)
    if value >= middle + _NOTABLE_RATING:
        better = Tone.STEADY if severity is None else Tone.PLAIN
        return Chip(better, "Higher than usual", Shape.UP)
    return ABOUT_USUAL if severity is None else Chip(tone(severity), "Still low", Shape.DOWN)


def against_plan(value: float, figure: float, severity: Severity | None) -> Chip:
    """Such as "12 over yours", or "Within your plan"."""
    if value <= figure:
        return Chip(Tone.STEADY, "Within your plan")
    return Chip(tone(severity), f"{plain_number(value - figure)} over yours", Shape.UP)


def against_usual(value: float, middle: float | None, severity: Severity | None) -> Chip:
    """Such as "12 over usual" from a fifth on, else "About usual"."""
    if middle is None:
        return NO_USUAL
    change = value - middle
    if severity is None and abs(change) < _NOTABLE_SHARE * middle - TINY:
        return ABOUT_USUAL
    if change > 0:
        return Chip(tone(severity), f"{plain_number(change)} over usual", Shape.UP)
    return Chip(Tone.STEADY, f"{plain_number(-change)} under usual", Shape.DOWN)


def minutes(had: float, due: float, severity: Severity | None, *, agreed: bool) -> Chip:
    """Such as "Half of agreed", "15 min short", "None this week" or "As agreed", for a week."""
    if had >= due - TINY:
        return Chip(Tone.STEADY, "As agreed" if agreed else "In full")
    if had == 0:
        words = "None this week"
    elif abs(had - due / 2) < 0.5:
        words = "Half of agreed" if agreed else "Half of it"
    else:
        words = f"{plain_number(due - had, 0)} min short"
    return Chip(tone(severity), words, Shape.DOWN)

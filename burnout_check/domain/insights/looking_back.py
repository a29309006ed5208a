"""Looking back: a calendar of weeks, each month in a sentence, the same week a year ago."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from burnout_check.domain.measures.ids import BURNOUT, CASELOAD, MANAGEABLE
from burnout_check.domain.measures.measure import Series
from burnout_check.domain.numbers import number_of, plain_number
from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.week import MONTHS, Week, plain_date

A_YEAR = 52
"""Weeks from one week to the same one a year later."""

_THURSDAY = timedelta(days=3)
_SAID = (
    (BURNOUT, "Burnout", "of 5"),
    (CASELOAD, "Caseload", ""),
    (MANAGEABLE, "Workload", "of 10"),
)


class Mark(StrEnum):
    """What a week in the calendar is."""

    DONE = "done"
    DRAFT = "draft"
    LEAVE = "leave"
    SICK = "sick"
    AWAY = "away"
    EMPTY = "empty"
    AHEAD = "ahead"

    @property
    def label(self) -> str:
        """It in words."""
        return _MARKS[self]


_MARKS = {
    Mark.DONE: "checked in",
    Mark.DRAFT: "half filled in",
    Mark.LEAVE: "leave",
    Mark.SICK: "sick",
    Mark.AWAY: "not this week",
    Mark.EMPTY: "no check-in",
    Mark.AHEAD: "still to come",
}
_BY_REASON = {Reason.LEAVE: Mark.LEAVE, Reason.SICK: Mark.SICK, Reason.OTHER: Mark.AWAY}


@dataclass(frozen=True, slots=True)
class Cell:
    """One week of the calendar; ``has_note`` where its check-in has one."""

    week: Week
    mark: Mark
    has_note: bool = False

    @property
    def words(self) -> str:
        """Such as "Week of 9 November 2026: checked in, with a note"."""
        note = ", with a note" if self.has_note else ""
        return f"Week of {plain_date(self.week.monday, year=True)}: {self.mark.label}{note}"


@dataclass(frozen=True, slots=True)
class YearRow:
    """The weeks of one year, 52 or 53 of them; a week belongs to the year of its Thursday."""

    year: int
    cells: tuple[Cell, ...]


def half_filled_words(week: Week) -> str:
    """What is said of an earlier week that is half filled in."""
    return f"The week of {plain_date(week.monday)} is half filled in."


def calendar(history: History, drafts: Collection[Week], now: Week) -> tuple[YearRow, ...]:
    """The years from the first week there is anything of to this one, the newest first.

    Args:
        history: everything saved.
        drafts: the weeks that are half filled in.
        now: the week it is.
    """
    saved = {past.week: past for past in history.check_ins}
    away = {past.week: past.reason for past in history.away}
    known = [*saved, *away, *drafts, now]
    rows = []
    for year in range(_year_of(now), _year_of(min(known)) - 1, -1):
        cells = []
        for week in _weeks_of(year):
            mark = Mark.AHEAD if week > now else Mark.EMPTY
            if week in drafts:
                mark = Mark.DRAFT
            elif week in saved:
                mark = Mark.DONE
            elif week in away:
                mark = _BY_REASON[away[week]]
            cells.append(Cell(week, mark, week in saved and bool(saved[week].note)))
        rows.append(YearRow(year, tuple(cells)))
    return tuple(rows)


def months(history: History, series: Mapping[str, Series]) -> tuple[str, ...]:
    """A sentence for each month that has a check-in, the newest first.

    A week belongs to the month of its Thursday. Said is the middle, with the lowest and highest
    where they differ, and weeks of leave or sickness.
    """
    weeks: dict[tuple[int, int], list[Week]] = {}
    for past in history.check_ins:
        weeks.setdefault(_month_of(past.week), []).append(past.week)
    away = [_month_of(past.week) for past in history.away if past.reason is not Reason.OTHER]
    return tuple(
        _month(month, weeks[month], away.count(month), series)
        for month in sorted(weeks, reverse=True)
    )


def a_year_ago(series: Mapping[str, Series], now: Week) -> str:
    """What the same week was a year ago, "" where nothing is known of it."""
    week = now.plus(-A_YEAR)
    said = []
    for measure, name, of in _SAID:
        value = series[measure].at(week) if measure in series else None
        if value is not None:
            said.append(f"{name.lower()} {plain_number(value)} {of}".rstrip())
    if not said:
        return ""
    return f"In the week of {plain_date(week.monday, year=True)}: {', '.join(said)}."


def _month(
    month: tuple[int, int], weeks: Sequence[Week], away: int, series: Mapping[str, Series]
) -> str:
    year, number = month
    parts = [number_of(len(weeks), "check-in")]
    if away:
        parts.append(f"{number_of(away, 'week')} away")
    said = [", ".join(parts)]
    for measure, name, of in _SAID:
        known = [series[measure].at(week) for week in weeks] if measure in series else []
        values = [value for value in known if value is not None]
        if values:
            said.append(_spread(name, values, of))
    return f"{MONTHS[number - 1]} {year}: {said[0]}. {' '.join(said[1:])}".rstrip()


def _spread(name: str, values: Sequence[float], of: str) -> str:
    low, high, middle = min(values), max(values), plain_number(median(values))
    between = "" if low == high else f" ({plain_number(low)} to {plain_number(high)})"
    return f"{name} {middle}{between} {of}".rstrip() + "."


def _year_of(week: Week) -> int:
    return (week.monday + _THURSDAY).year


def _month_of(week: Week) -> tuple[int, int]:
    thursday = week.monday + _THURSDAY
    return thursday.year, thursday.month


def _weeks_of(year: int) -> tuple[Week, ...]:
    first, after = (Week.of(date(each, 1, 4)) for each in (year, year + 1))
    return tuple(first.plus(number) for number in range(after.since(first)))

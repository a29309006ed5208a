"""Whether the day that the computer's clock tells can be right."""

from __future__ import annotations

from datetime import date

from burnout_check.domain.week import Week, plain_date

YEARS_AFTER_CHECK_IN, YEARS_AFTER_BUILD = 3, 15
"""So many years on, a clock is asked about: after the last check-in, or after the build."""

_WRONG_WEEK = "If the clock is wrong, check-ins are filed under the wrong week."


def clock_doubt(today: date, *, built: date, last: Week | None) -> str | None:
    """What is odd about a day, in sentences; None if nothing is.

    Args:
        today: what the clock says.
        built: the day this version of the program was made.
        last: the week of the newest check-in, None if there is none.
    """
    odd = _odd(today, built=built, last=last)
    if odd is None:
        return None
    said = plain_date(today, year=True, weekday=True)
    return f"This computer’s clock says it is {said}. {odd} {_WRONG_WEEK}"


def _odd(today: date, *, built: date, last: Week | None) -> str | None:
    if last is not None and today < last.monday:
        week = plain_date(last.monday, year=True)
        return f"That is before your last check-in, in the week of {week}."
    if today < built:
        return "That is before this program was made."
    if last is not None:
        years = today.year - last.monday.year
        if years > YEARS_AFTER_CHECK_IN:
            return f"That is {years} years after your last check-in."
    elif today.year - built.year > YEARS_AFTER_BUILD:
        return f"That is {today.year - built.year} years after this program was made."
    return None

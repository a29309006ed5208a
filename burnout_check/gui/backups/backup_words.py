"""How backups, what is in them and how they differ from now are put into words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from burnout_check.domain.backup import BackupFile, Contents, Difference
from burnout_check.domain.numbers import number_of
from burnout_check.domain.week import LONDON, Week, plain_date

_MOST = 4
"""So many weeks are named one by one; of more, the first and the last."""


def moment_words(moment: datetime) -> str:
    """When something was made: ``Friday 20 November 2026 at 16:50``, by the clock in London."""
    there = moment.astimezone(LONDON)
    return f"{plain_date(there.date(), year=True, weekday=True)} at {there:%H:%M}"


def number_words(number: int, one: str = "check-in") -> str:
    """``no check-ins``, ``1 check-in`` or ``12 check-ins``."""
    return number_of(number, one, none="no")


def file_words(backup: BackupFile) -> str:
    """What is known of a backup before it is opened: who made it, and its name."""
    if not backup.readable:
        return f"Its description cannot be read: the file may be damaged. {backup.path.name}"
    return f"Made by version {backup.version}. {backup.path.name}"


def span_words(contents: Contents) -> str:
    """How many check-ins, and from when to when."""
    number = number_words(contents.check_ins)
    said = number[0].upper() + number[1:]
    if contents.first is None or contents.last is None:
        return f"{said}."
    first = plain_date(contents.first.monday, year=True)
    if contents.first == contents.last:
        return f"{said}, of the week of {first}."
    last = plain_date(contents.last.monday, year=True)
    return f"{said}, from the week of {first} to the week of {last}."


def besides_words(contents: Contents) -> str:
    """What else is in it, or "" if nothing is."""
    found = [str(amount) for amount in contents.others if amount.number]
    *before, last = found or [""]
    listed = f"{', '.join(before)} and {last}" if before else last
    return f"Also {listed}." if found else ""


def weeks_words(weeks: Sequence[Week]) -> str:
    """The weeks by their Mondays: ``the weeks of 2 and 9 November 2026``, shortened if many."""
    if len(weeks) == 1:
        return f"the week of {plain_date(weeks[0].monday, year=True)}"
    if len(weeks) > _MOST:
        first, last = (plain_date(week.monday, year=True) for week in (weeks[0], weeks[-1]))
        return f"weeks between {first} and {last}"
    *before, last = (plain_date(week.monday, year=True) for week in weeks)
    return f"the weeks of {', '.join(before)} and {last}"


def difference_words(difference: Difference, *, damaged: bool = False) -> tuple[str, ...]:
    """How a backup differs from what is here now, in sentences; what would go missing first.

    Args:
        difference: of the check-ins.
        damaged: what is here now is what can still be read of a damaged vault.
    """
    if not difference.known:
        return (
            "What is here now cannot be read with this passphrase or code, so the two cannot be "
            "compared.",
        )
    if difference.same:
        return ("It has the same check-ins as you have now.",)
    said = []
    if difference.only_now:
        number = number_words(len(difference.only_now))
        have = "can still be read here" if damaged else "you have now"
        said.append(f"It does not have {number} that {have}: {weeks_words(difference.only_now)}.")
        if damaged:
            said.append("To keep that too, go back and choose “Read what can be read”.")
    if difference.changed:
        number = number_words(len(difference.changed))
        have = "has" if len(difference.changed) == 1 else "have"
        other = "answers that cannot be read here" if damaged else "other answers in it"
        weeks = weeks_words(difference.changed)
        said.append(f"{number.capitalize()} {have} {other}: {weeks}.")
    if difference.only_in_backup:
        said.append(
            f"It brings back {number_words(len(difference.only_in_backup))}: "
            f"{weeks_words(difference.only_in_backup)}."
        )
    return tuple(said)

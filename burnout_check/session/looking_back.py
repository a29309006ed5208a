"""What a session says of the time behind: a calendar of weeks, months, a year ago, all notes."""

from __future__ import annotations

from burnout_check.domain.insights.looking_back import YearRow, a_year_ago, calendar, months
from burnout_check.domain.week import Week
from burnout_check.session.ledger import Ledger


class LookingBack:
    """Reads, and writes nothing."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def calendar(self) -> tuple[YearRow, ...]:
        """Every year there is anything of, the newest first."""
        drafts = {draft.week for draft in self._ledger.vault.drafts.all()}
        return calendar(self._ledger.history, drafts, self._ledger.week)

    def half_filled(self) -> tuple[Week, ...]:
        """Earlier weeks that are half filled in, the newest first."""
        drafts = (draft.week for draft in self._ledger.vault.drafts.all())
        return tuple(sorted((week for week in drafts if week < self._ledger.week), reverse=True))

    def months(self) -> tuple[str, ...]:
        """Each month with a check-in in a sentence, the newest first."""
        return months(self._ledger.history, self._ledger.reading.series)

    def a_year_ago(self) -> str:
        """This week a year ago in a sentence, "" where nothing is known of it."""
        return a_year_ago(self._ledger.reading.series, self._ledger.week)

    def notes(self, sought: str = "") -> tuple[tuple[Week, str], ...]:
        """Every private note with these words, the newest first; all of them without any.

        Words are found wherever they stand, in capitals or not, each by itself.
        """
        words = sought.casefold().split()
        return tuple(
            (past.week, past.note)
            for past in reversed(self._ledger.history.check_ins)
            if past.note and all(word in past.note.casefold() for word in words)
        )

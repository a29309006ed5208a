"""The weeks a person said "not this week" to."""

from __future__ import annotations

from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.week import Week
from burnout_check.store.tables.kind import Kind, Row, Table


class WeeksAwayTable(Table[Away]):
    """The weeks that have a reason for no check-in."""

    def all(self) -> tuple[Away, ...]:
        """Every week away, oldest first."""
        return self.everything()

    def add(self, away: Away) -> None:
        """Saves a week away, with its latest reason."""
        with self._database.writing() as tables:
            self.write(tables, away)

    def remove(self, week: Week) -> None:
        """Removes the record that ``week`` was a week away, if there is one."""
        with self._database.writing() as tables:
            self.delete(tables, week=str(week))


def _encode(away: Away) -> Row:
    return {"week": str(away.week), "reason": away.reason.value}


def _decode(row: Row) -> Away:
    return Away(Week.parse(row["week"]), Reason(row["reason"]))


WEEKS_AWAY = Kind(
    name="weeks_away",
    record="week away",
    columns=("week", "reason"),
    key=("week",),
    encode=_encode,
    decode=_decode,
    one="week away",
    many="weeks away",
)

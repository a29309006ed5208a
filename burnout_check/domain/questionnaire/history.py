"""Everything saved so far, oldest first, as scores, measures and rules read it."""

from __future__ import annotations

from dataclasses import dataclass

from burnout_check.domain.questionnaire.check_in import Away, CheckIn
from burnout_check.domain.support.hard_event import Told
from burnout_check.domain.week import Week


@dataclass(frozen=True, slots=True)
class History:
    """The saved check-ins, the weeks marked as away, and the hard events, each oldest first.

    ``told`` are the hard events that were noted outside a check-in and are in none yet.
    """

    check_ins: tuple[CheckIn, ...] = ()
    away: tuple[Away, ...] = ()
    told: tuple[Told, ...] = ()

    def until(self, week: Week) -> History:
        """What was known at the end of ``week``."""
        return History(
            tuple(past for past in self.check_ins if past.week <= week),
            tuple(past for past in self.away if past.week <= week),
            tuple(past for past in self.told if past.week <= week),
        )

    def including(self, check_in: CheckIn) -> History:
        """With a check-in in place of whatever stood for its week."""
        others = (past for past in self.check_ins if past.week != check_in.week)
        return History(
            tuple(sorted((*others, check_in), key=lambda past: past.week)),
            tuple(past for past in self.away if past.week != check_in.week),
            tuple(past for past in self.told if past.week != check_in.week),
        )

    def get(self, week: Week) -> CheckIn | None:
        """The check-in of ``week``, None if there is none."""
        return next((past for past in self.check_ins if past.week == week), None)

    def before(self, week: Week) -> CheckIn | None:
        """The last check-in earlier than ``week``, None if there is none."""
        return next((past for past in reversed(self.check_ins) if past.week < week), None)

    def reason(self, week: Week) -> Away | None:
        """Why there is no check-in in ``week``, None if the person did not say."""
        return next((past for past in self.away if past.week == week), None)

    def hard_events(self, week: Week) -> tuple[str, ...]:
        """The hard events of ``week``, in its check-in or noted outside it, each once."""
        check_in = self.get(week)
        ticked = () if check_in is None else check_in.hard_events
        told = (past.event for past in self.told if past.week == week)
        return tuple(dict.fromkeys((*ticked, *told)))

    @property
    def events_by_week(self) -> dict[Week, tuple[str, ...]]:
        """The hard events of each week of which it is known whether there were any, oldest first.

        The same as ``hard_events`` of each, found in one go through everything.
        """
        found = {past.week: dict.fromkeys(past.hard_events) for past in self.check_ins}
        for past in self.told:
            found.setdefault(past.week, {})[past.event] = None
        return {week: tuple(found[week]) for week in sorted(found)}

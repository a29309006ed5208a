"""How much supervision there should be, as one body or one person has it."""

from __future__ import annotations

from dataclasses import dataclass

from burnout_check.domain.settings.plan import Span


@dataclass(frozen=True, slots=True)
class Standard:
    """How much supervision there should be.

    ``minutes`` for one ``span`` (None: what the person agreed). ``average`` is the number of spans
    that may make up for each other. Below the share ``pro_rata_below`` of full time the minutes go
    down in proportion, but not under ``floor``. ``client_hours`` is the number of client hours that
    ask for one hour of supervision (0: not counted). With a ``given_share`` the minutes are that
    share of the supervision the person gives. With ``group_credit`` time in a group counts in part.
    ``yours``: the person changed the minutes.
    """

    minutes: float | None = None
    span: Span | None = None
    average: int = 1
    pro_rata_below: float = 0.0
    floor: float = 0.0
    client_hours: float = 0.0
    given_share: float = 0.0
    group_credit: bool = False
    yours: bool = False

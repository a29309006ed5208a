"""The one real clock; whoever needs to know what time it is is handed a clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from burnout_check.domain.week import LONDON

Clock = Callable[[], datetime]


def london_now() -> datetime:
    """The clock of the real app: this instant, on London's calendar."""
    return datetime.now(LONDON)  # noqa: TID251 - the one real clock, handed to all others

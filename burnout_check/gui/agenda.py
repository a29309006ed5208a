"""Whether there is a supervision that something can be taken to."""

from __future__ import annotations

from burnout_check.session import Session


def takes_agenda(session: Session) -> bool:
    """Whether the session keeps an agenda: without one, nothing offers to put something on it."""
    return hasattr(session, "supervision")

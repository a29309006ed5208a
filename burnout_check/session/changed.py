"""What a write may have changed: the news that a session tells of itself."""

from __future__ import annotations

from enum import Flag, auto


class Changed(Flag):
    """What is kept, by subject; whoever shows one of these looks at it anew when it is told."""

    CHECK_INS = auto()
    """Finished check-ins, and weeks without one."""
    FINISHED = auto()
    """A check-in was saved by the person just now; beside ``CHECK_INS``."""
    DRAFTS = auto()
    """Half-filled check-ins."""
    HARD_EVENTS = auto()
    """Hard events told outside a check-in, and the answers of a week later."""
    ACTIONS = auto()
    AGENDA = auto()
    SESSIONS = auto()
    """Supervision sessions, whole or begun."""
    SHARING = auto()
    """What was ticked the last time to be shown in supervision."""
    EVENTS = auto()
    """Marks on the time line."""
    SETTINGS = auto()
    THRESHOLDS = auto()
    """The person's own numbers in rules."""
    SNOOZED = auto()
    """Prompts put aside for a while."""
    LOCAL_HELP = auto()
    """The person's own entries for help near them."""
    BACKUPS = auto()
    """Backups that were made, and where they go."""
    LOOK = auto()
    """Colours and text size on this computer; no part of a vault."""


NOTHING = Changed(0)
HISTORY = Changed.CHECK_INS | Changed.HARD_EVENTS
"""What ``History`` is read from."""
READING = HISTORY | Changed.SESSIONS | Changed.SETTINGS | Changed.THRESHOLDS
"""What scores, series and prompts follow from."""
EVERYTHING = ~NOTHING

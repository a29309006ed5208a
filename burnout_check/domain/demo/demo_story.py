"""The storyline of the demo as numbers: what the work, the supervision and the strain were when."""

from __future__ import annotations

import random
from itertools import pairwise

from burnout_check.domain.event import EventKind
from burnout_check.domain.measures import ids
from burnout_check.domain.questionnaire.check_in import Reason

WEEKS = 104
STILL_FROM = 100
"""From this place on there is no chance in the numbers, so that the end is the same each time."""

Curve = tuple[tuple[int, float], ...]

# Places count the weeks from 0; between the points of a curve the numbers go straight.
STRAIN: Curve = (
    (0, 0.20),
    (30, 0.15),
    (58, 0.20),
    (75, 0.38),
    (78, 0.30),
    (88, 0.55),
    (95, 0.74),
    (103, 0.58),
)
FIGURES: dict[str, tuple[Curve, float, float]] = {
    # fact: the curve, how far chance moves it, the step it is noted in
    ids.CASELOAD: (((0, 50), (55, 53), (75, 61), (88, 70), (97, 74), (103, 68)), 1.2, 1),
    ids.CONTACT: (((0, 18), (55, 18.5), (88, 23), (97, 24), (103, 22)), 1.0, 0.5),
    ids.OVERTIME: (((0, 0.5), (55, 1), (88, 5), (97, 6.5), (103, 4.5)), 0.7, 0.5),
    ids.PHONE: (((0, 6), (55, 6.5), (88, 10), (103, 10)), 0.8, 0.5),
    ids.BACK_TO_BACK: (((0, 3.4), (60, 3.6), (90, 5.4), (103, 4.6)), 0.5, 1),
}
SHAPES: dict[str, tuple[float, float]] = {
    # scale or rating: how bad it is at no strain (0 to 1), and what full strain adds to that
    ids.BURNOUT: (0.0, 1.0),
    ids.GAD7: (-0.02, 0.76),
    ids.CBI_PERSONAL: (0.22, 0.60),
    ids.CBI_WORK: (0.20, 0.66),
    ids.CBI_CLIENT: (0.16, 0.38),
    ids.DEMANDS: (0.25, 0.60),
    ids.MANAGERIAL_SUPPORT: (0.18, 0.55),
    ids.MANAGEABLE: (0.12, 0.80),
    ids.VALUES_GAP: (0.05, 0.85),
}
OTHER_SHAPE = (0.15, 0.50)
"""The shape of anything that is not named above."""

LEANINGS = (0.10, 0.06, 0.04, 0.02, -0.10, -0.04, -0.08)
"""How much more or less each item in turn is felt than its scale as a whole; they add up to 0."""

AWAY = {
    22: Reason.LEAVE,
    23: Reason.LEAVE,
    46: Reason.OTHER,
    76: Reason.LEAVE,
    77: Reason.LEAVE,
    89: Reason.SICK,
}
EVENTS = {
    58: (EventKind.SERVICE_CHANGE, "A colleague left"),
    71: (EventKind.OTHER, "Supervision moved"),
    97: (EventKind.OTHER, "Asked for a pause in new people"),
}
MISSED = frozenset({13, 39, 66, 84})
NOTES = {
    6: "A settled week. Notes done on time.",
    24: "Back from leave. The inbox took a day.",
    58: "A colleague left. Their people came to the rest of us.",
    71: "Supervision was moved, then cancelled.",
    78: "Good to have been away. Back to a full diary.",
    90: "First week back after being off sick. Took it slowly.",
    97: "Asked about a pause in new allocations.",
    102: "Two fewer new people this week. It helps.",
}

_FULL = 60
_PATCHY = (60, 45, 60, 30)
_SCARCE = (30, 45, 0, 30)
_ENDING = {100: 30, 101: 45, 102: 30, 103: 30}


def level(curve: Curve, place: int) -> float:
    """The height of a curve at a place; straight lines between its points."""
    for (start, low), (end, high) in pairwise(curve):
        if place <= end:
            return low + (high - low) * (place - start) / (end - start)
    return curve[-1][1]


def supervision(place: int, chance: random.Random) -> int:
    """Minutes of supervision in a week: steady, then patchy, then scarce, then coming back."""
    if place in _ENDING:
        return _ENDING[place]
    if place < 64:
        return chance.choice((_FULL, _FULL, _FULL, _FULL, 45))
    return chance.choice(_PATCHY if place < 80 else _SCARCE)

"""How far a score may move with no real change: the one formula, and its words.

Jacobson NS, Truax P (1991). Clinical significance: a statistical approach to defining meaningful
change in psychotherapy research. J Consult Clin Psychol 59(1):12-19,
doi:10.1037/0022-006X.59.1.12. A difference of two scores is beyond chance, at 95 %, where it is
over 1.96 times its standard error, which is √2 times the standard error of measurement of one
score, SD × √(1 − reliability).
"""

from __future__ import annotations

from math import sqrt

from burnout_check.domain.measures.measure import Measure
from burnout_check.domain.numbers import plain_number
from burnout_check.domain.questionnaire.instrument import Noise

FORMULA = "1.96 × √2 × SD × √(1 − alpha)"
SOURCE = "Jacobson and Truax 1991"
_Z = 1.96  # the middle 95 % of a normal distribution


def reliable_change(sd: float, reliability: float) -> float:
    """The least reliable change of a score, in its own points, to one decimal.

    Args:
        sd: the standard deviation of the score in a group of people.
        reliability: of the score, above 0 and below 1, such as Cronbach's alpha.
    """
    return round(_Z * sqrt(2) * sd * sqrt(1 - reliability), 1)


def noise_verdict(measure: Measure, change: float) -> str:
    """What a change is worth beside the measure's noise; empty where no noise is known."""
    noise = measure.noise
    if noise is None:
        return ""
    beyond = "more than" if noise.is_beyond(change) else "within"
    own = "" if noise.published else " (our own estimate)"
    return f"{beyond} the measure’s noise{own}"


def noise_words(noise: Noise) -> str:
    """How the noise of a measure is known, for About and for the details of a chart."""
    points = plain_number(noise.points, 1)
    said = f"A change of {points} points or more is more than noise. "
    if noise.sd is None or noise.reliability is None:
        return f"{said}{noise.basis}."
    figures = f"SD {plain_number(noise.sd, 2)} and alpha {plain_number(noise.reliability, 3)}"
    whose = "" if noise.published else "Our own estimate: "
    return f"{said}{whose}{FORMULA} ({SOURCE}), with {figures}. {noise.basis}."

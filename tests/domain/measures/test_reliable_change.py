"""The formula of a reliable change, against figures printed by others and worked out by hand."""

from __future__ import annotations

import pytest

from burnout_check.domain.measures.reliable_change import noise_verdict, reliable_change
from burnout_check.domain.questionnaire.instrument import Noise
from tests.domain.samples import CBI_WORK, GAD7, measure


@pytest.mark.parametrize(
    ("sd", "reliability", "points"),
    [
        # √0.13 = 0.36056; 1.96 × 1.41421 = 2.77186; 2.77186 × 17.7 × 0.36056 = 17.69
        (17.7, 0.87, 17.7),
        # √0.15 = 0.38730; 2.77186 × 17.6 × 0.38730 = 18.89
        (17.6, 0.85, 18.9),
        # √0.25 = 0.5; 2.77186 × 10 × 0.5 = 13.86
        (10, 0.75, 13.9),
    ],
)
def test_that_a_reliable_change_follows_from_sd_and_reliability(sd, reliability, points):
    assert reliable_change(sd, reliability) == points


def test_that_a_change_counts_from_the_line_on_either_way():
    noise = Noise(0.3, "", published=False)

    assert noise.is_beyond(0.1 + 0.2)
    assert noise.is_beyond(-0.3)
    assert not noise.is_beyond(0.29)


def test_that_a_verdict_names_an_estimate_of_ours_and_is_silent_without_noise():
    assert noise_verdict(CBI_WORK, -17.7) == "more than the measure’s noise (our own estimate)"
    assert noise_verdict(GAD7, 3) == "within the measure’s noise"
    assert noise_verdict(measure("gad2"), 6) == ""

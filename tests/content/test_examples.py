"""The worked examples in the instruments' files, which were worked out by hand."""

import pytest

from burnout_check.content.instruments import load_instruments
from burnout_check.domain.questionnaire.scoring import score
from burnout_check.paths import resources_dir

INSTRUMENTS = load_instruments(resources_dir())
EXAMPLES = [
    pytest.param(instrument, example, id=f"{instrument.id}: {example.note}")
    for instrument in INSTRUMENTS.values()
    for example in instrument.examples
]


@pytest.mark.parametrize(("instrument", "example"), EXAMPLES)
def test_that_an_example_scores_as_printed(instrument, example):
    items = {item.id: item for item in instrument.items}
    scales = {scale.id: scale for scale in instrument.scales}
    scores = {name: score(scales[name], items, example.answers) for name in example.scores}

    assert scores == pytest.approx(example.scores, abs=1e-6)


def test_that_every_scale_has_an_example_with_a_score_and_one_without():
    for instrument in INSTRUMENTS.values():
        if instrument.id == "hse_msit_six_months":
            continue  # the scales are those of hse_msit, and tried there
        for scale in instrument.scales:
            known = [
                each.scores[scale.id] for each in instrument.examples if scale.id in each.scores
            ]

            assert any(value is not None for value in known), scale.id
            assert None in known, scale.id


def bands(instrument, name, *scores):
    scale = next(scale for scale in INSTRUMENTS[instrument].scales if scale.id == name)
    return [band.label for band in map(scale.band, scores) if band is not None]


def test_that_5_on_the_gad_7_is_mild_and_not_minimal():
    assert bands("gad7", "gad7", 4, 5, 9, 10, 14, 15) == [
        "minimal",
        "mild",
        "mild",
        "moderate",
        "moderate",
        "severe",
    ]


def test_that_the_bands_of_the_cbi_begin_at_their_numbers():
    assert bands("cbi", "cbi_work", 49.9, 50, 74.9, 75, 99.9, 100) == [
        "low",
        "moderate",
        "moderate",
        "high",
        "high",
        "severe",
    ]


def test_that_a_scale_without_bands_has_none():
    assert bands("hse_msit", "hse_demands", 1, 3, 5) == []

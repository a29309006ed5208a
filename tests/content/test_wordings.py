"""Every wording against wordings.json, which a program took from the notes on instruments."""

import json
import tomllib
from pathlib import Path

import pytest

from burnout_check.content.instruments import load_instruments
from burnout_check.domain.measures.reliable_change import noise_words
from burnout_check.paths import resources_dir

KNOWN = json.loads(Path(__file__).with_name("wordings.json").read_text(encoding="utf-8"))
SIGNED = tomllib.loads(Path(__file__).with_name("signed_off.toml").read_text(encoding="utf-8"))
INSTRUMENTS = load_instruments(resources_dir())
SCALES = {scale.id: scale for each in INSTRUMENTS.values() for scale in each.scales}


def as_known(item):
    return [item.text, [[choice.value, choice.label] for choice in item.choices], item.reverse]


def test_that_every_known_instrument_ships_and_nothing_else():
    assert INSTRUMENTS.keys() == KNOWN["items"].keys() | {"hse_msit_six_months"}


@pytest.mark.parametrize("instrument", KNOWN["items"])
def test_that_each_wording_choice_value_and_reversal_is_the_known_one(instrument):
    found = {item.id: as_known(item) for item in INSTRUMENTS[instrument].items}
    known = {
        item_id: [text, KNOWN["choices"][choices], reverse]
        for item_id, text, choices, reverse in KNOWN["items"][instrument]
    }

    assert found == known


@pytest.mark.parametrize("instrument", [name for name in KNOWN["items"] if name != "own_weekly"])
def test_that_the_published_order_is_kept(instrument):
    found = [item.id for item in INSTRUMENTS[instrument].items]

    assert found == [item[0] for item in KNOWN["items"][instrument]]


def test_that_the_six_month_form_has_the_same_statements_under_other_ids():
    whole = INSTRUMENTS["hse_msit_six_months"]
    weekly = INSTRUMENTS["hse_msit"]

    assert [item.id for item in whole.items] == [f"hse_{number}_6m" for number in range(1, 36)]
    assert [as_known(item) for item in whole.items] == [as_known(item) for item in weekly.items]
    assert [scale.id for scale in whole.scales] == [f"{scale.id}_6m" for scale in weekly.scales]
    assert whole.stem == "Thinking about the last six months:"
    assert not any(item.name for item in whole.items), "they are no measures of their own"


def test_that_each_scale_is_made_of_the_known_items():
    found = {name: list(scale.items) for name, scale in SCALES.items() if "_6m" not in name}

    assert found == KNOWN["scales"]


def test_that_the_missing_answer_rules_are_the_known_ones():
    for name, scale in SCALES.items():
        assert scale.needs == KNOWN["needs"].get(name, len(scale.items)), name


def test_that_the_bands_are_the_known_ones_and_no_hse_scale_has_any():
    found = {
        name: [[band.low, band.label] for band in scale.bands]
        for name, scale in SCALES.items()
        if name in KNOWN["bands"]
    }

    assert found == KNOWN["bands"]
    assert not any(scale.bands for name, scale in SCALES.items() if name.startswith("hse_"))
    assert {SCALES[name].band_basis for name in KNOWN["bands"] if "cbi" in name} == {"convention"}


@pytest.mark.parametrize("name", ["gad2", "phq2", "burnout"])
def test_that_a_short_form_has_one_line_at_3(name):
    assert [band.low for band in SCALES[name].bands][1:] == [3]


def test_that_only_scales_with_a_known_noise_have_one():
    found = {name: scale.noise.points for name, scale in SCALES.items() if scale.noise}

    assert found == KNOWN["noise"]


def test_that_our_own_noise_says_that_it_is_ours_and_how_it_was_made():
    ours = {
        name: noise_words(scale.noise)
        for name, scale in SCALES.items()
        if scale.noise and not scale.noise.published
    }

    assert ours.keys() == {"cbi_personal", "cbi_work", "cbi_client"}
    assert ours["cbi_work"] == (
        "A change of 17.7 points or more is more than noise. Our own estimate: "
        "1.96 × √2 × SD × √(1 − alpha) (Jacobson and Truax 1991), with SD 17.7 and alpha 0.87. "
        f"{SIGNED['noise']['cbi_work']}."
    )
    for name, words in ours.items():
        assert words.endswith(f" {SIGNED['noise'][name]}.")


def test_that_a_published_noise_names_who_says_so():
    noise = SCALES["gad7"].noise
    assert noise is not None
    assert noise_words(noise) == (
        "A change of 4 points or more is more than noise. NHS Talking Therapies counts a change "
        "of 4 or more as reliable."
    )


def test_that_the_facts_and_anchors_of_our_own_are_the_known_ones():
    own = INSTRUMENTS["own_weekly"]
    facts = {fact.id: fact.text for fact in own.facts}

    assert facts == {**KNOWN["facts"], "fact_back_to_back": "Most clients back to back"}
    assert {item.id: list(item.anchors or ()) for item in own.items} == KNOWN["anchors"]


@pytest.mark.parametrize("instrument", KNOWN["stems"])
def test_that_a_published_stem_is_the_known_one(instrument):
    assert INSTRUMENTS[instrument].stem == KNOWN["stems"][instrument]


@pytest.mark.parametrize("instrument", KNOWN["citations"])
def test_that_each_published_instrument_has_its_citation(instrument):
    assert INSTRUMENTS[instrument].citation == KNOWN["citations"][instrument]


@pytest.mark.parametrize("instrument", KNOWN["attributions"])
def test_that_the_attribution_the_licence_asks_for_is_there(instrument):
    assert INSTRUMENTS[instrument].attribution == KNOWN["attributions"][instrument]


def test_that_item_9_of_the_phq_9_is_nowhere():
    texts = " ".join(item.text for each in INSTRUMENTS.values() for item in each.items).lower()

    assert "better off dead" not in texts
    assert "hurting yourself" not in texts
    assert len(INSTRUMENTS["phq8"].items) == 8


def test_that_the_first_answer_is_not_at_all_and_nothing_longer():
    for instrument in ("gad7", "phq8"):
        for item in INSTRUMENTS[instrument].items:
            assert item.label(0) == "Not at all"


def test_that_only_the_energy_question_of_the_cbi_is_reversed():
    reversed_items = [item.id for item in INSTRUMENTS["cbi"].items if item.reverse]

    assert reversed_items == ["cbi_w7"]

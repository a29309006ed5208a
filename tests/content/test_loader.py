"""The whole resources folder: it loads, its files fit together, and damage is always refused."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burnout_check.content.loader import load
from burnout_check.domain.measures.measure import measures
from burnout_check.errors import ContentError
from burnout_check.paths import resources_dir

FILES = sorted(path.relative_to(resources_dir()) for path in resources_dir().rglob("*.toml"))
LINES = {path: (resources_dir() / path).read_text(encoding="utf-8").splitlines() for path in FILES}


@pytest.fixture
def folder(tmp_path):
    for path in FILES:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        shutil.copy(resources_dir() / path, tmp_path / path)
    return tmp_path


def test_that_everything_that_ships_loads():
    content = load(resources_dir())

    assert list(content.instruments) == [
        "cbi",
        "gad7",
        "hse_msit",
        "hse_msit_six_months",
        "own_weekly",
        "phq8",
        "pwls_burnout_single",
    ]
    assert content.item("cbi_w7").reverse
    assert content.fact("fact_caseload").name == "Caseload"
    for missing in (content.item, content.fact):
        with pytest.raises(KeyError):
            missing("hse_99")


def test_that_no_two_measures_share_an_id_or_a_name():
    found = measures(load(resources_dir()).instruments)

    for key in ("id", "name"):
        values = [getattr(measure, key) for measure in found]
        assert len(values) == len(set(values)), key


def test_that_each_instrument_says_what_a_reader_needs_to_judge_it():
    for instrument in load(resources_dir()).instruments.values():
        assert instrument.licence.summary
        assert instrument.licence.confidence
        assert instrument.version == "1"
        assert instrument.recall
        assert instrument.notes
        assert instrument.citation or instrument.id == "own_weekly"
        assert instrument.licence.url.startswith("https://") or instrument.id == "own_weekly"


def test_that_hse_scales_are_marked_as_adapted_and_better_when_higher():
    hse = load(resources_dir()).instruments["hse_msit"]

    assert "adapted" in hse.recall
    assert {scale.worse for scale in hse.scales} == {"down"}
    assert {item.id: item.worse for item in hse.items if item.name} == {
        "hse_12": "up",
        "hse_16": "up",
        "hse_33": "down",
    }


@pytest.mark.parametrize("path", FILES, ids=str)
def test_that_a_file_that_is_not_there_is_refused_by_name(folder, path):
    (folder / path).unlink()

    with pytest.raises(ContentError) as caught:
        load(folder)

    # A whole instrument can be missing: then what asks for it, or is its twin, is named.
    assert caught.value.file in {
        path.name,
        "rules.toml",
        "check_in.toml",
        "hse_msit_six_months.toml",
    }


def test_that_a_rule_about_an_unknown_measure_is_refused(folder):
    rules = folder / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace('measure = "hse_16"', 'measure = "hse_17"'), encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        load(folder)

    assert str(caught.value) == "rules.toml: rule 'breaks'.measure: there is no measure 'hse_17'"


def test_that_an_example_with_an_unknown_measure_is_refused(folder):
    rules = folder / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("values = { burnout", "values = { burned_out"), encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        load(folder)

    assert caught.value.file == "rules.toml"
    assert caught.value.reason == "there is no measure 'burned_out'"


def cut(lines, at, _other):
    return lines[:at] + lines[at + 1 :]


def twice(lines, at, _other):
    return lines[: at + 1] + lines[at:]


def swapped(lines, at, other):
    mixed = list(lines)
    mixed[at], mixed[other] = mixed[other], mixed[at]
    return mixed


def of_another_kind(lines, at, _other):
    field, equals, _value = lines[at].partition(" = ")
    return [*lines[:at], f"{field}{equals}-1" if equals else field, *lines[at + 1 :]]


def half_a_line(lines, at, _other):
    return [*lines[:at], lines[at][: len(lines[at]) // 2]]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(FILES),
    damage=st.sampled_from([cut, twice, swapped, of_another_kind, half_a_line]),
    data=st.data(),
)
def test_that_damage_is_refused_in_plain_words_or_leaves_good_content(folder, path, damage, data):
    lines = LINES[path]
    at = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.integers(0, len(lines) - 1))
    target = Path(folder / path)
    target.write_text("\n".join(damage(lines, at, other)), encoding="utf-8")
    try:
        load(folder)
    except ContentError as error:
        said = str(error)
    else:
        said = "a file: a field: a reason"
    finally:
        shutil.copy(resources_dir() / path, target)

    assert said.count(": ") >= 2
    for raw in ("Expected `", "Object missing", "Traceback", "msgspec"):
        assert raw not in said

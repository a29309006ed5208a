"""A malformed instrument is refused, with file, field and a plain reason."""

import pytest

from burnout_check.content.instruments import load_instruments
from burnout_check.errors import ContentError
from tests.content.instrument_files import GOOD, TWIN

# What stands there, what is put in its place, and the field and reason that must be named.
MALFORMED = [
    # a field is missing or not known
    ('name = "Mini"\n', "", "name", "is missing"),
    ('[licence]\nsummary = "Free"', "[licence]", "licence.summary", "is missing"),
    ('text = "Two?"\n', "", "items[1].text", "is missing"),
    ("needs = 2\n", "", "scales[0].needs", "is missing"),
    ('unit = "people"\n', "", "facts[0].unit", "is missing"),
    ("points = 1\n", "", "scales[0].noise.points", "is missing"),
    ("points = 1\n", "sd = 1\n", "scales[0].noise.points", "is missing"),
    ('version = "1"', 'version = "1"\ncolour = "red"', "colour", "is not a field that is known"),
    ("needs = 2", "needs = 2\nneed = 2", "scales[0].need", "is not a field"),
    # a value is of another kind
    ('name = "Mini"', "name = 5", "name", "should be text, but is a whole number"),
    ("needs = 2", 'needs = "2"', "scales[0].needs", "should be a whole number, but is text"),
    ("needs = 2", "needs = true", "scales[0].needs", "a whole number, but is true or false"),
    ("needs = 2", "needs = 1.5", "scales[0].needs", "a whole number, but is a decimal one"),
    ("high = 10", "high = 2026-01-01", "facts[0].high", "should be a number, but is a date"),
    ("published = false", 'published = "no"', "scales[0].noise.published", "true or false, but"),
    ('items = ["one", "two"]\nband', 'items = "one"\nband', "scales[0].items", "should be a list"),
    ('anchors = ["Low", "High"]', 'anchors = ["Low"]', "items[1].anchors", "should have 2 entries"),
    ("value = 1,", 'value = "1",', "choices[...][1].value", "should be a whole number"),
    # a value cannot be
    ('text = "One?"', 'text = ""', "items[0].text", "is empty"),
    ('id = "one"', 'id = "One two"', "items[0].id", "should be a short name"),
    ('id = "mini"', 'id = "other"', "id", "should be 'mini', as the file is"),
    ('attribution = "Nobody"', 'attribution = ""', "attribution", "is missing"),
    ("value = 1,", "value = 0,", "choices.how_often[1].value", "'0' stands there"),
    ('label = "Often"', 'label = "Never"', "choices.how_often[1].label", "twice"),
    ('    { value = 1, label = "Often" },\n', "", "choices.how_often", "has fewer than 2 answers"),
    ('choices = "how_often"', 'choices = "often"', "items[0].choices", "there is no 'often'"),
    ('worse = "up"\nname', 'worse = "high"\nname', "items[1].worse", "is none of"),
    ('method = "sum"', 'method = "total"', "scales[0].method", "'total' is none of: mean, sum"),
    ('method = "sum"', 'method = "single"', "scales[0].items", "a single score has one item"),
    ("needs = 2", "needs = 1", "scales[0].needs", "a sum needs all its items"),
    ("needs = 2", "needs = 3", "scales[0].needs", "should be from 1 to 2"),
    ("needs = 1\n", "needs = 0\n", "scales[1].needs", "should be from 1 to 2"),
    ('"one", "two"]\nband', '"one", "six"]\nband', "scales[0].items[1]", "no item 'six'"),
    ('"one", "two"]\nband', '"one", "one"]\nband', "scales[0].items[1]", "stands there twice"),
    ('items = ["one", "two"]\nband', "items = []\nband", "scales[0].items", "there are none"),
    ('band_basis = "ours"\n', "", "scales[0].band_basis", "goes with bands"),
    ("{ low = 1, label", "{ low = 0, label", "scales[0].bands[1].low", "is not above"),
    ("{ low = 1, label", "{ low = 3, label", "scales[0].bands[1].low", "should be from 0 to 2"),
    ("{ low = 1, label", "{ low = nan, label", "scales[0].bands[1].low", "should be from 0 to 2"),
    ("{ low = 0, label", "{ low = 0.5, label", "scales[0].bands[0].low", "should be 0, the lowest"),
    ("points = 1", "points = 0", "scales[0].noise.points", "should be above 0 and below 2"),
    ("points = 1", "points = nan", "scales[0].noise.points", "should be above 0 and below 2"),
    (
        "points = 1",
        "sd = 9\nreliability = 0.5",
        "scales[0].noise.sd",
        "should be above 0 and below 2",
    ),
    ("points = 1", "sd = 1\nreliability = 1", "scales[0].noise.reliability", "above 0 and below 1"),
    ("points = 1", "sd = 1\nreliability = 0.1", "scales[0].noise.points", "above 0 and below 2"),
    (
        "points = 1",
        "points = 1\nsd = 1\nreliability = 0.9",
        "scales[0].noise.points",
        "follows from the sd",
    ),
    ('unit = "people"', 'unit = "cats"', "facts[0].unit", "'cats' is none of: people,"),
    ("ask_above = 8", "ask_above = 11", "facts[0].ask_above", "above 0 and at most high"),
    ("high = 10", "high = inf", "facts[0].high", "should be above 0"),
    ("high = 10", "high = 0", "facts[0].high", "should be above 0"),
    ("{ one = 1, two = 0 }", "{ six = 1 }", "examples[0].answers.six", "there is no item 'six'"),
    ("{ one = 1, two = 0 }", "{ one = 9 }", "examples[0].answers.one", "9 is none of its choices"),
    ("{ sum = 1, mean", "{ all = 1, mean", "examples[0].scores.all", "there is no scale 'all'"),
    ("mean = 0.5", 'mean = "nothing"', "examples[0].scores[...]", "is none of the words"),
    (GOOD[GOOD.index("[[examples]]") :], "", "examples", "there is none"),
    # an id stands there twice
    ('id = "two"', 'id = "one"', "items[1].id", "'one' stands in mini.toml too"),
    ('id = "mean"', 'id = "sum"', "scales[1].id", "'sum' stands in mini.toml too"),
    ('id = "fact"', 'id = "sum"', "facts[0].id", "'sum' stands in mini.toml too"),
    ('id = "sum"', 'id = "one"', "scales[0].id", "'one' stands in mini.toml too"),
    # a suffix without the other instrument
    ('version = "1"', 'version = "1"\nid_suffix = "_x"', "id_suffix", "has no meaning without"),
]
MALFORMED_TWINS = [
    ('same_items_as = "mini"', 'same_items_as = "maxi"', "same_items_as", "no instrument 'maxi'"),
    ('same_items_as = "mini"', 'same_items_as = "twin"', "same_items_as", "no instrument 'twin'"),
    ('id_suffix = "_y"\n', "", "id_suffix", "is missing"),
    ('name_suffix = " (a year)"\n', "", "name_suffix", "is missing"),
    ('version = "1"', 'version = "1"\ncitation = "X"', "citation", "comes from the other"),
    ("{ one_y = 1, two_y = 1 }", "{ one = 1 }", "examples[0].answers.one", "no item 'one'"),
]


@pytest.fixture
def load(tmp_path):
    folder = tmp_path / "instruments"
    folder.mkdir()

    def _load(**texts):
        for name, text in texts.items():
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        return load_instruments(tmp_path)

    return _load


def refused(load, **texts):
    with pytest.raises(ContentError) as caught:
        load(**texts)
    return caught.value


def changed(text, old, new):
    assert old in text
    return text.replace(old, new, 1)


def test_that_the_good_files_are_read(load):
    found = load(mini=GOOD, twin=TWIN)

    assert list(found) == ["mini", "twin"]
    assert [item.id for item in found["twin"].items] == ["one_y", "two_y"]
    assert [scale.name for scale in found["twin"].scales] == ["Sum (a year)", "Mean (a year)"]
    assert found["twin"].licence == found["mini"].licence
    assert (found["mini"].scales[0].low, found["mini"].scales[0].high) == (0, 2)


@pytest.mark.parametrize(("old", "new", "field", "reason"), MALFORMED)
def test_that_a_malformed_instrument_is_refused(load, old, new, field, reason):
    error = refused(load, mini=changed(GOOD, old, new))

    assert (error.file, error.field) == ("mini.toml", field)
    assert reason in error.reason
    assert str(error) == f"mini.toml: {field}: {error.reason}"


@pytest.mark.parametrize(("old", "new", "field", "reason"), MALFORMED_TWINS)
def test_that_a_malformed_twin_is_refused(load, old, new, field, reason):
    error = refused(load, mini=GOOD, twin=changed(TWIN, old, new))

    assert (error.file, error.field) == ("twin.toml", field)
    assert reason in error.reason


def test_that_an_id_of_another_file_is_refused(load):
    other = GOOD.replace('id = "mini"', 'id = "other"').replace('"one"', '"first"')
    error = refused(load, mini=GOOD, other=other.replace("one = 1", "first = 1"))

    assert (error.file, error.field) == ("other.toml", "items[1].id")
    assert error.reason == "'two' stands in mini.toml too"


def test_that_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(ContentError) as caught:
        load_instruments(tmp_path)

    assert str(caught.value) == "instruments: folder: there is no file in it"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"id = ", "is not TOML: "),
        (b'id = "mini"\nid = "mini"', "is not TOML: "),
        (b"\xff\xfe", "is not text in UTF-8"),
        (b"", "is missing"),
    ],
)
def test_that_a_file_that_is_no_toml_is_refused(tmp_path, raw, reason):
    folder = tmp_path / "instruments"
    folder.mkdir()
    (folder / "mini.toml").write_bytes(raw)

    with pytest.raises(ContentError) as caught:
        load_instruments(tmp_path)

    assert caught.value.file == "mini.toml"
    assert caught.value.reason.startswith(reason)


def test_that_a_file_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "instruments" / "mini.toml").mkdir(parents=True)

    with pytest.raises(ContentError) as caught:
        load_instruments(tmp_path)

    assert (caught.value.file, caught.value.field) == ("mini.toml", "file")

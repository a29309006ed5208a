"""A file that does not say what a measure is about, or where it stands, is refused."""

import pytest

from burnout_check.content.instruments import load_instruments
from burnout_check.domain.questionnaire.instrument import About, MeasureSection, Topic
from burnout_check.errors import ContentError
from tests.content.instrument_files import GOOD, TWIN

# What stands there, what is put in its place, and the field and reason that must be named.
MALFORMED = [
    ('about = "person"\n', "", "scales[0].about", "is missing"),
    ('section = "person"\n', "", "scales[0].section", "is missing"),
    ("order = 102\n", "", "scales[1].order", "is missing"),
    ('about = "work"\nsection = "supervision"\n', "", "facts[0].about", "is missing"),
    ('about = "work"\n', "", "items[1].about", "is missing, as it has a name"),
    ('section = "work"\n', "", "items[1].section", "is missing, as it has a name"),
    ("order = 101\n", "", "items[1].order", "is missing, as it has a name"),
    ('name = "Second"\n', "", "items[1].about", "has no meaning without a name"),
    ('about = "work"', 'about = "me"', "items[1].about", "'me' is none of: work, person"),
    ('on = "person"', 'on = "me"', "scales[0].section", "is none of: person, work, supervision"),
    ('about = "person"\n', 'about = "work"\n', "scales[0].about", "should be 'person', as the"),
    ("order = 101", "order = 0", "items[1].order", "should be 1 or more"),
    ("order = 102", "order = -1", "scales[1].order", "should be 1 or more"),
    ("order = 102", "order = 1.5", "scales[1].order", "a whole number, but is a decimal one"),
    ("order = 102", "order = 101", "facts[0].order", "101 is taken by 'mean' in that section"),
    ("order = 102", "order = 2", "scales[1].order", "2 is taken by 'derived_supervision_met'"),
    ('version = "1"', 'version = "1"\norder = 7', "order", "has no meaning without"),
]
MALFORMED_TWINS = [
    ('about = "person"\n', "", "about", "is missing"),
    ('section = "work"\n', "", "section", "is missing"),
    ("order = 201\n", "", "order", "is missing"),
    ("order = 201", "order = 0", "order", "should be 1 or more"),
    ('about = "person"', 'about = "me"', "about", "'me' is none of: work, person"),
    ("order = 201", "order = 100", "order", "101 is taken by 'two' in that section"),
]


def load(folder, **texts):
    (folder / "instruments").mkdir()
    for name, text in texts.items():
        (folder / "instruments" / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_instruments(folder)


def test_that_a_measure_is_about_what_its_file_says(tmp_path):
    found = load(tmp_path, mini=GOOD, twin=TWIN)

    assert [item.topic for item in found["mini"].items] == [
        None,
        Topic(About.WORK, MeasureSection.WORK, 101),
    ]
    assert found["mini"].scales[0].topic == Topic(About.PERSON, MeasureSection.PERSON, 101)
    assert found["mini"].facts[0].topic == Topic(About.WORK, MeasureSection.SUPERVISION, 101)


def test_that_the_scales_of_a_twin_follow_each_other_and_its_items_are_no_measures(tmp_path):
    twin = load(tmp_path, mini=GOOD, twin=TWIN)["twin"]

    assert [scale.topic for scale in twin.scales] == [
        Topic(About.PERSON, MeasureSection.WORK, order) for order in (201, 202)
    ]
    assert [item.topic for item in twin.items] == [None, None]


@pytest.mark.parametrize(("old", "new", "field", "reason"), MALFORMED)
def test_that_a_measure_that_does_not_say_it_is_refused(tmp_path, old, new, field, reason):
    assert old in GOOD
    with pytest.raises(ContentError) as caught:
        load(tmp_path, mini=GOOD.replace(old, new, 1))

    assert (caught.value.file, caught.value.field) == ("mini.toml", field)
    assert reason in caught.value.reason


@pytest.mark.parametrize(("old", "new", "field", "reason"), MALFORMED_TWINS)
def test_that_a_twin_that_does_not_say_it_is_refused(tmp_path, old, new, field, reason):
    assert old in TWIN
    with pytest.raises(ContentError) as caught:
        load(tmp_path, mini=GOOD, twin=TWIN.replace(old, new, 1))

    assert (caught.value.file, caught.value.field) == ("twin.toml", field)
    assert reason in caught.value.reason

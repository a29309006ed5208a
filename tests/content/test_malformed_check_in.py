"""A malformed check_in.toml is refused, with file, field and a plain reason."""

import pytest

from burnout_check.content.check_in import load_questionnaire
from burnout_check.content.instruments import load_instruments
from burnout_check.domain.questionnaire.schedule import Cadence, Trigger
from burnout_check.errors import ContentError
from burnout_check.paths import resources_dir

INSTRUMENTS = load_instruments(resources_dir())
STEM = INSTRUMENTS["phq8"].stem
GOOD = f"""
sections = [
    {{ id = "week", title = "Week" }},
    {{ id = "mood", title = "Mood" }},
]
[[parts]]
id = "clients"
section = "week"
label = "Clients"
heading = "This week"
instrument = "own_weekly"
questions = ["fact_caseload", "own_values_gap"]
cadence = "off"

[[parts]]
id = "phq2"
section = "mood"
label = "Mood"
heading = "{STEM}"
instrument = "phq8"
questions = ["phq8_1", "phq8_2"]
cadence = "weekly"

[[parts]]
id = "phq8_rest"
section = "mood"
label = "More"
heading = "{STEM}"
instrument = "phq8"
questions = ["phq8_3"]
cadence = "twelve-weekly"
only_after = {{ items = ["phq8_1", "phq8_2"], at_least = 3 }}
"""
MALFORMED = [
    (', title = "Week"', "", "sections[0].title", "is missing"),
    ('label = "Clients"\n', "", "parts[0].label", "is missing"),
    (", at_least = 3", "", "parts[2].only_after.at_least", "is missing"),
    ('id = "clients"', 'id = "clients"\ndue = 4', "parts[0].due", "is not a field"),
    ('questions = ["phq8_3"]', "questions = 3", "parts[2].questions", "should be a list"),
    ('id = "phq2"', "id = 2", "parts[1].id", "should be text, but is a whole number"),
    ("at_least = 3", 'at_least = "3"', "parts[2].only_after.at_least", "a whole number"),
    ('id = "phq2"', 'id = "clients"', "parts[1].id", "'clients' stands there twice"),
    ('id = "mood"', 'id = "week"', "sections[1].id", "'week' stands there twice"),
    ('section = "week"', 'section = "day"', "parts[0].section", "there is no section 'day'"),
    ('"own_weekly"', '"own"', "parts[0].instrument", "'own' is none of: cbi, gad7"),
    ('"fact_caseload"', '"hse_1"', "parts[0].questions[0]", "no question 'hse_1' in own_weekly"),
    ('["phq8_3"]', "[]", "parts[2].questions", "there are none"),
    ('["phq8_3"]', '["phq8_2"]', "parts[2].questions[0]", "is asked in the part 'phq2' already"),
    (
        'cadence = "off"',
        'cadence = "daily"',
        "parts[0].cadence",
        "off, weekly, four-weekly, twelve",
    ),
    ('"twelve-weekly"', '"off"', "parts[2].cadence", "off would mean that it is never asked"),
    (f'heading = "{STEM}"', 'heading = "Lately"', "parts[1].heading", "should be the stem of phq8"),
    ('= ["phq8_1", "phq8_2"], at', "= [], at", "parts[2].only_after.items", "there are none"),
    (
        '= ["phq8_1", "phq8_2"], at',
        '= ["six"], at',
        "parts[2].only_after.items[0]",
        "no item 'six'",
    ),
    (
        '= ["phq8_1", "phq8_2"], at',
        '= ["phq8_4"], at',
        "parts[2].only_after.items",
        "no part above",
    ),
    ("at_least = 3", "at_least = 0", "parts[2].only_after.at_least", "above 0 and at most 6"),
    ("at_least = 3", "at_least = 7", "parts[2].only_after.at_least", "above 0 and at most 6"),
    (
        "only_after",
        'at_once = { items = ["phq8_1"], at_least = 2 }\nonly_after',
        "parts[2]",
        "has only_after and at_once",
    ),
    (GOOD[GOOD.index("[[parts]]") :], "parts = []", "parts", "there are none"),
]


@pytest.fixture
def load(tmp_path):
    def _load(text):
        (tmp_path / "check_in.toml").write_text(text, encoding="utf-8")
        return load_questionnaire(tmp_path, INSTRUMENTS)

    return _load


def test_that_a_good_file_is_read_whole(load):
    asked = load(GOOD)

    assert [section.title for section in asked.sections] == ["Week", "Mood"]
    assert [part.cadence for part in asked.parts] == [
        Cadence.OFF,
        Cadence.WEEKLY,
        Cadence.TWELVE_WEEKLY,
    ]
    assert [part.optional for part in asked.parts] == [True, False, False]
    assert asked.part("phq8_rest").only_after == Trigger(("phq8_1", "phq8_2"), 3)


@pytest.mark.parametrize(("old", "new", "field", "reason"), MALFORMED)
def test_that_a_malformed_check_in_is_refused(load, old, new, field, reason):
    assert old in GOOD

    with pytest.raises(ContentError) as caught:
        load(GOOD.replace(old, new, 1))

    assert (caught.value.file, caught.value.field) == ("check_in.toml", field)
    assert reason in caught.value.reason


def test_that_a_part_stands_in_the_order_of_the_sections(load):
    first, second = GOOD.index("[[parts]]"), GOOD.index('[[parts]]\nid = "phq2"')
    clients = GOOD[first:second]

    with pytest.raises(ContentError) as caught:
        load(GOOD.replace(clients, "") + clients)

    assert caught.value.field == "parts[2].section"
    assert caught.value.reason == "comes before that of the part above it"

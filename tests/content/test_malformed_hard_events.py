"""A malformed hard_events.toml is refused by file, field and reason."""

import pytest

from burnout_check.content.hard_events import check_hard_events, load_hard_events
from burnout_check.content.support import load_options
from burnout_check.errors import ContentError
from burnout_check.paths import resources_dir

GOOD = """
[[event]]
id = "assault"
label = "I was assaulted"
title = "You were assaulted"
text = "Are you hurt?"
outside = "never"
first = ["tell-supervisor", "debrief"]

[[event]]
id = "bullying"
label = "I was bullied"
title = "You were bullied"
text = "Talk to somebody outside it."
outside = "always"
first = ["union-rep"]
"""

MALFORMED = [
    ('label = "I was bullied"', 'label = ""', "event[1].label", "is empty"),
    ('text = "Are you hurt?"\n', "", "event[0].text", "is missing"),
    ('id = "bullying"', 'id = "assault"', "event[1].id", "'assault' stands there twice"),
    ('outside = "never"', 'outside = "now"', "event[0].outside", "never, if_manager, always"),
    ('first = ["union-rep"]', "first = []", "event[1].first", "there are none"),
    ('"debrief"]', '"tell-supervisor"]', "event[0].first[1]", "stands there twice"),
    (GOOD, "event = []", "event", "there is none"),
]


def loaded(folder, text):
    (folder / "hard_events.toml").write_text(text, encoding="utf-8")
    return load_hard_events(folder)


def test_that_a_good_file_is_read_whole(tmp_path):
    assault, bullying = loaded(tmp_path, GOOD)

    assert assault.first == ("tell-supervisor", "debrief")
    assert bullying.title == "You were bullied"
    assert bullying.may_be_part(is_manager=False)
    assert not assault.may_be_part(is_manager=True)


@pytest.mark.parametrize(("old", "new", "field", "reason"), MALFORMED)
def test_that_a_malformed_file_is_refused(tmp_path, old, new, field, reason):
    assert old in GOOD

    with pytest.raises(ContentError) as told:
        loaded(tmp_path, GOOD.replace(old, new, 1))

    assert (told.value.file, told.value.field) == ("hard_events.toml", field)
    assert reason in told.value.reason


def test_that_an_option_that_there_is_not_is_refused(tmp_path):
    events = loaded(tmp_path, GOOD.replace('"union-rep"', '"onion-rep"'))

    with pytest.raises(ContentError) as told:
        check_hard_events(events, load_options(resources_dir()))

    assert "onion-rep" in str(told.value)


def test_that_an_event_that_there_is_not_is_refused(tmp_path):
    events = loaded(tmp_path, GOOD)

    with pytest.raises(ContentError) as told:
        check_hard_events(events, load_options(resources_dir()))

    assert "for_events" in told.value.field

"""A malformed support.toml is refused, with file, field and a plain reason."""

from datetime import date

import pytest

from burnout_check.content.support import load_options
from burnout_check.domain.support.option import Aim, Family, Nation, Shelf, Source, Tier
from burnout_check.errors import ContentError

GOOD = """
[[option]]
id = "break"
name = "Break"
tier = "self"
aim = "person"
shelf = "everyday"
text = "Take one."
helps = ["burnout"]
how_to = ["Go out."]

[[option]]
id = "advice"
name = "Advice"
tier = "organisation"
aim = "work"
shelf = "speaking_up"
text = "Ask."
helps = ["values", "hard_event"]
nations = ["Wales", "Northern Ireland"]
number = "01632 960000"
call = "Call"
hours = "Any time"
cost = "Free"
web = "https://example.org"
how_to = ["First.", "Then."]
message = "Can we talk?"

[option.source]
url = "https://example.org/about"
dated = "2026"
confidence = "high"
review_by = 2027-05-22
confirmed_on = 2026-11-01
"""
NEEDED = "is missing: a number or page has one"
MALFORMED = [
    ('name = "Break"\n', "", "option[0].name", "is missing"),
    ('dated = "2026"\n', "", "option[1].source.dated", "is missing"),
    ('name = "Break"', 'name = "Break"\nphone = "1"', "option[0].phone", "is not a field"),
    ('name = "Break"', "name = 1", "option[0].name", "should be text, but is a whole number"),
    ('text = "Take one."', 'text = ""', "option[0].text", "is empty"),
    ('number = "01632 960000"', "number = 1632", "option[1].number", "should be text"),
    ('helps = ["burnout"]', 'helps = "burnout"', "option[0].helps", "should be a list"),
    ("review_by = 2027-05-22", 'review_by = "soon"', "option[1].source.review_by", ""),
    ('url = "https://example.org/about"', 'url = ""', "option[1].source.url", "is missing"),
    ('url = "https://', 'url = "ftp://', "option[1].source.url", "should begin with https://"),
    ('id = "advice"', 'id = "break"', "option[1].id", "'break' stands there twice"),
    ('tier = "self"', 'tier = "me"', "option[0].tier", "'me' is none of: self, peer, supervisor"),
    ('aim = "work"', 'aim = "all"', "option[1].aim", "'all' is none of: person, work"),
    ('"everyday"', '"daily"', "option[0].shelf", "'daily' is none of: now, staff, speaking_up"),
    ('["burnout"]', '["money"]', "option[0].helps[0]", "'money' is none of: burnout, anxiety"),
    ('["burnout"]', '["burnout", "burnout"]', "option[0].helps[1]", "stands there twice"),
    ('["burnout"]', "[]", "option[0].helps", "there are none"),
    ('"Wales", ', '"France", ', "option[1].nations[0]", "'France' is none of: England"),
    ('call = "Call"\n', "", "option[1].call", "goes with a number"),
    ('number = "01632 960000"\n', "", "option[1].call", "goes with a number"),
    ('text = "Take one."', 'text = "Take one."\nhours = "Now"', "option[0].hours", "goes with"),
    ('text = "Take one."', 'text = "Take one."\nkind = "gp"', "option[0].kind", "goes with local"),
    (
        'text = "Take one."',
        'text = "Take one."\nlocal = true\nkind = "dog"',
        "option[0].kind",
        "'dog' is none of: occupational_health",
    ),
    (
        '["burnout"]',
        '["burnout"]\nroles = ["boss"]',
        "option[0].roles[0]",
        "'boss' is none of: pwp",
    ),
    ('cost = "Free"', 'cost = "Free"\nlocal = true', "option[1].local", "a local entry has no"),
    (GOOD[GOOD.index("[option.source]") :], "", "option[1].source", NEEDED),
    ("2026-11-01", "2027-06-01", "option[1].source.confirmed_on", "is after review_by"),
    ("2026-11-01", "2025-05-21", "option[1].source.review_by", "is more than 24 months after"),
    ("2027-05-22", "2028-11-02", "option[1].source.review_by", "is more than 24 months after"),
    ('how_to = ["Go out."]\n', "", "option[0].how_to", "there are none"),
    ('"Then."', '"Then.", "Next.", "Last."', "option[1].how_to", "has more than 3 sentences"),
    (GOOD, "option = []", "option", "there is none"),
]


@pytest.fixture
def load(tmp_path):
    def _load(text):
        (tmp_path / "support.toml").write_text(text, encoding="utf-8")
        return load_options(tmp_path)

    return _load


def test_that_a_good_file_is_read_whole(load):
    rest, advice = load(GOOD)

    assert (rest.id, rest.tier, rest.aim, rest.shelf) == (
        "break",
        Tier.SELF,
        Aim.PERSON,
        Shelf.EVERYDAY,
    )
    assert (rest.number, rest.nations, rest.source) == ("", (), None)
    assert (advice.tier, advice.shelf) == (Tier.ORGANISATION, Shelf.SPEAKING_UP)
    assert advice.helps == (Family.VALUES, Family.HARD_EVENT)
    assert advice.nations == (Nation.WALES, Nation.NORTHERN_IRELAND)
    assert (advice.call, advice.number) == ("Call", "01632 960000")
    assert (advice.hours, advice.cost, advice.web) == ("Any time", "Free", "https://example.org")
    assert (advice.how_to, advice.message) == (("First.", "Then."), "Can we talk?")
    assert advice.source == Source(
        "https://example.org/about", "2026", "high", date(2027, 5, 22), date(2026, 11, 1)
    )


@pytest.mark.parametrize(("old", "new", "field", "reason"), MALFORMED)
def test_that_a_malformed_option_is_refused(load, old, new, field, reason):
    assert old in GOOD

    with pytest.raises(ContentError) as caught:
        load(GOOD.replace(old, new, 1))

    assert (caught.value.file, caught.value.field) == ("support.toml", field)
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('tier = "self"', 'tier = "me"', 5),  # the first line of the file is empty
        ('"Wales", ', '"Wales",\n  "France", ', 20),  # where the list begins
        ("2026-11-01", "2027-06-01", 34),
        ('call = "Call"\n', "", 12),  # what is missing stands nowhere: where its option begins
        (GOOD, "option = []", 1),
    ],
)
def test_that_what_is_refused_is_told_by_its_line(load, old, new, line):
    with pytest.raises(ContentError) as caught:
        load(GOOD.replace(old, new, 1))

    assert caught.value.line == line
    assert str(caught.value).startswith(f"support.toml, line {line}: option")


@pytest.mark.parametrize(
    ("confirmed", "review"), [("2026-11-01", "2028-11-01"), ("2024-02-29", "2026-02-28")]
)
def test_that_24_months_are_not_too_long(load, confirmed, review):
    text = GOOD.replace("2027-05-22", review).replace("2026-11-01", confirmed)

    assert load(text)[1].source.review_by == date.fromisoformat(review)

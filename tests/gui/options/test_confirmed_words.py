"""What the foot of Support says of who has looked at its entries, and which carry no mark."""

from dataclasses import replace
from datetime import date

from burnout_check.content.support import load_options
from burnout_check.gui.options.option_row import availability_words, confirmed_words
from burnout_check.paths import resources_dir

OPTIONS = load_options(resources_dir())
BY_ID = {option.id: option for option in OPTIONS}
TODAY = date(2026, 11, 28)


def confirmed(name, *, day):
    source = BY_ID[name].source
    assert source is not None
    return replace(BY_ID[name], source=replace(source, confirmed_on=date(2027, 1, day)))


def test_that_the_foot_says_when_nobody_has_confirmed_anything():
    expected = "No person has confirmed these entries yet. Each says where it comes from."

    assert confirmed_words(OPTIONS) == expected


def test_that_the_foot_counts_what_a_person_has_confirmed_and_says_when_last():
    read = [confirmed("samaritans", day=4), confirmed("shout", day=9)]

    expected = "A person has confirmed 2 of 3 entries, the last on 9 Jan 2027."
    assert confirmed_words([*read, BY_ID["protect"], BY_ID["real-break"]]) == expected


def test_that_the_numbers_everybody_knows_carry_no_mark_and_scotland_keeps_its_own():
    def marked(name):
        source = BY_ID[name].source
        return source is None or "to be checked" in availability_words(source, TODAY)

    unmarked = {name for name in BY_ID if not marked(name)}
    assert unmarked == {"emergency", "nhs-111-england", "nhs-111-wales", "samaritans"}
    assert marked("nhs-24-scotland")

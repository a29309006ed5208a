"""What ships as support is true as far as its sources go, and nothing retired is among it."""

import re

import pytest

from burnout_check.content.support import load_options
from burnout_check.domain.support.crisis import MINIMUM
from burnout_check.domain.support.option import Shelf, Tier
from burnout_check.paths import resources_dir
from burnout_check.store.clock import london_now
from tests.content.support_rules import PRINTED, complaints, day_of_release

OPTIONS = load_options(resources_dir())
WITH_NUMBER = [option for option in OPTIONS if option.number]
IDS = [option.id for option in OPTIONS]

# Numbers that other people's programs and pages still show: retired, in doubt, or never confirmed.
DENIED_NUMBERS = (
    "0300 131 7000",  # NHS staff line of April 2020
    "0800 069 6222",  # no source either way
    "0800 484 0555",  # Samaritans staff line in Wales, 2020
    "0808 164 2777",  # the same, in Welsh
    "0300 303 4434",  # Hospice UK, staff bereavement
    "0800 111 4191",  # staff line in Scotland, 2020
    "0800 137 737",  # C.A.L.L. with a wrong digit: ten public copies have 0800 132 737
    "0800 765 4321",  # dialled by a public app that shows another number
    "0300 102 1234",  # Mind, only seen second-hand
    "0300 123 3393",  # Mind, only seen second-hand
    "01455 883300",  # BACP switchboard of 2018
    "08000 724 725",  # Speak Up Direct, of 2012
    "0300 311 22 33",  # NHS England, which is being merged
)
DENIED_WORDS = (
    "FRONTLINE to",  # by text, of April 2020
    "NHSPH",  # crisis text of Practitioner Health, not confirmed
    "PHP to",  # the same, of 2020
    "Cavell",  # probably not for therapists
    "National Guardian",  # its office handed over in mid-2026
)
BANNED = (
    "resilien",
    "committed suicide",
    "commit suicide",
    "failed to cope",
    "mental illness",
    "!",
)


def digits(text):
    return re.sub(r"\D", "", text)


def shipped():
    """The content, the program and what is written beside it, by file."""
    root = resources_dir().parent
    files = [
        *resources_dir().rglob("*"),
        *(root / "burnout_check").rglob("*"),
        *(root / "packaging").glob("*"),
        root / "README.md",
    ]
    written = (file for file in files if file.suffix in {".toml", ".md", ".typ", ".py"})
    return {file.name: file.read_text(encoding="utf-8") for file in written}


SHIPPED = shipped()
DIGITS = {name: re.sub(r"[^\d\n]", "", text) for name, text in SHIPPED.items()}


def words(option):
    return [option.name, option.text, option.hours, option.cost, option.message, *option.how_to]


def test_that_each_number_and_each_source_keeps_the_rules():
    today = london_now().date()

    assert list(complaints(OPTIONS, released=day_of_release(), today=today)) == []
    assert {option.id: option.number for option in WITH_NUMBER} == PRINTED


@pytest.mark.parametrize("denied", DENIED_NUMBERS)
def test_that_no_retired_or_unconfirmed_number_ships_however_it_is_spaced(denied):
    assert [name for name, numbers in DIGITS.items() if digits(denied) in numbers] == []


@pytest.mark.parametrize("denied", DENIED_WORDS)
def test_that_no_retired_service_ships(denied):
    found = [name for name, text in SHIPPED.items() if denied.casefold() in text.casefold()]

    assert found == []


def test_that_every_service_that_is_named_has_a_source():
    # Without one are only things to do, and what is found where the person works.
    nameless = {option.id for option in OPTIONS if option.source is None and not option.local}

    assert all(option.shelf is Shelf.EVERYDAY for option in OPTIONS if option.id in nameless)


def test_that_no_other_number_hides_in_the_words():
    textphones = ("18001 0808 808 8000", "0800 121 7579")
    for option in OPTIONS:
        for text in words(option):
            found = re.findall(r"\d[\d ]{4,}\d", re.sub("|".join(textphones), "", text))

            assert found == [], option.id


def test_that_mind_is_no_crisis_line_and_shows_no_number():
    mind = next(option for option in OPTIONS if option.id == "mind")

    assert mind.tier is Tier.PROFESSIONAL
    assert mind.number == ""
    assert "not for a crisis" in mind.text


def test_that_the_built_in_crisis_lines_and_the_content_agree():
    crisis = [option for option in OPTIONS if option.tier is Tier.CRISIS]

    for line in MINIMUM:
        same = [each for each in crisis if said(each) == said(line)]
        assert len(same) == 1, line.name


def said(option):
    facts = (option.number, option.call, option.nations, option.hours, option.cost)
    return (*facts, option.name, option.how_to)


def test_that_what_is_found_locally_has_no_number_of_ours():
    assert not [option.id for option in OPTIONS if option.local and (option.number or option.web)]


@pytest.mark.parametrize("option", OPTIONS, ids=IDS)
def test_that_the_words_are_plain_and_kind(option):
    for text in words(option):
        assert not [word for word in BANNED if word in text.casefold()]
        assert text == text.strip()
    for text in (option.text, *option.how_to):
        assert text.endswith("."), "a sentence"
        assert max(len(part.split()) for part in re.split(r"[.?:] ", text)) <= 25


@pytest.mark.parametrize("option", OPTIONS, ids=IDS)
def test_that_each_option_says_how_and_one_for_the_manager_has_words_to_copy(option):
    if option.tier is not Tier.CRISIS:
        assert 1 <= len(option.how_to) <= 3
    if option.tier is Tier.MANAGER:
        assert 5 <= len(option.message.split()) <= 30

"""About: what it is, whose questions it asks, what is still to be checked, and the licences."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from burnout_check import __version__
from burnout_check.domain.messages import MADE_FOR
from burnout_check.domain.support.option import Aim, Option, Shelf, Source, Tier
from burnout_check.gui.kit.chip import ChipLabel
from burnout_check.gui.settings.about import LIBRARIES, About, wording_words
from tests.gui.people import shipped, words

LATER = date(2027, 5, 22)
REQUIREMENTS = Path(__file__).parents[3] / "packaging" / "requirements.in"


@pytest.fixture
def about(qtbot: QtBot) -> About:
    about = About(shipped())
    qtbot.addWidget(about)
    about.show()
    return about


def test_that_about_names_every_instrument_with_its_source_and_licence(about):
    said = words(about)

    assert f"Burnout Check {__version__}" in said
    assert MADE_FOR in said
    for instrument in shipped().instruments.values():
        for line in (instrument.name, instrument.citation, instrument.licence.summary):
            assert line in said


@pytest.mark.parametrize("unsure", [(), ("gad7",), ("gad7", "hse_msit")])
def test_that_about_shows_whose_wording_is_still_to_be_checked(qtbot, unsure):
    words = dict.fromkeys(unsure, "to be checked against the original")
    instruments = {
        name: replace(each, wording_confidence=words.get(name, "high"))
        for name, each in shipped().instruments.items()
    }
    about = About(replace(shipped(), instruments=instruments))
    qtbot.addWidget(about)
    chips = [chip.text() for chip in about.findChildren(ChipLabel)]

    assert chips.count("Wording to be checked against the original") == len(unsure)
    assert chips.count("Wording: high confidence") == len(instruments) - len(unsure)


def test_that_about_shows_the_chip_of_every_wording_as_it_ships(about):
    chips = {chip.text() for chip in about.findChildren(ChipLabel)}

    for instrument in shipped().instruments.values():
        assert wording_words(instrument.wording_confidence)[0] in chips


def test_that_about_says_how_far_a_score_moves_by_itself_and_how_that_is_known(about):
    said = words(about)

    assert "Work-related burnout: A change of 17.7 points or more is more than noise." in said
    assert "Our own estimate: 1.96 × √2 × SD × √(1 − alpha) (Jacobson and Truax 1991)" in said
    assert "Anxiety (GAD-7): A change of 4 points or more is more than noise." in said


def test_that_about_lists_every_support_entry_nobody_has_checked(qtbot):
    checked, unchecked = (
        Option(name, name, Tier.PROFESSIONAL, Aim.PERSON, Shelf.STAFF, "Text.", source=source)
        for name, source in (
            ("Advice", Source("https://a.example", "2026", "high", LATER, date(2026, 11, 2))),
            ("Helpline", Source("https://b.example", "2026", "high", LATER)),
        )
    )
    for options, heading in (((checked, unchecked), True), ((checked,), False)):
        about = About(replace(shipped(), options=options))
        qtbot.addWidget(about)
        about.show()
        said = words(about)

        assert ("Support entries still to be checked" in said) == heading
        assert ("Helpline" in said) == heading
        assert "Advice" not in said


def test_that_about_lists_every_support_entry_that_ships_unchecked(about):
    said = words(about)

    for option in shipped().options:
        if option.source is not None and option.source.confirmed_on is None:
            assert option.name in said


def test_that_about_names_every_library_the_program_needs():
    needed = re.findall(r"^([A-Za-z][\w-]*)", REQUIREMENTS.read_text(), flags=re.MULTILINE)
    named = " ".join(name for name, _whose, _licence in LIBRARIES).lower().replace(" ", "-")

    for library in needed:
        plain = library.lower().removesuffix("-essentials").removeprefix("fontpkg-")
        assert plain in named, library

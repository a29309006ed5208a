"""The crisis lines: always there, for each nation, and never contradicting the content."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burnout_check.domain.support.crisis import DANGER, MINIMUM, lines
from burnout_check.domain.support.option import Nation, Option, Tier

# From the project's support research: https://www.samaritans.org, https://giveusashout.org,
# https://www.lifelinehelpline.info and the NHS service manual's care card.
UK = {"999", "116 123", "85258"}


def numbers(found: tuple[Option, ...]) -> list[str]:
    return [line.number for line in found]


@pytest.mark.parametrize(
    ("nation", "own", "name"),
    [
        (Nation.ENGLAND, "111", "NHS 111, option 2"),
        (Nation.SCOTLAND, "111", "NHS 24"),
        (Nation.WALES, "111", "NHS 111, press 2"),
        (Nation.NORTHERN_IRELAND, "0808 808 8000", "Lifeline"),
    ],
)
def test_that_each_nation_has_its_own_line_and_the_lines_of_all(nation, own, name):
    found = lines((), nation)

    assert set(numbers(found)) == UK | {own}
    assert [line.name for line in found if line.nations] == [name]


def test_that_the_emergency_number_comes_first():
    for nation in ("", *Nation):
        assert lines((), nation)[0].number == "999"


def test_that_an_unknown_nation_sees_the_line_of_every_nation():
    found = lines()

    assert {nation for line in found for nation in line.nations} == set(Nation)
    assert set(numbers(found)) == UK | {"111", "0808 808 8000"}


def test_that_what_works_everywhere_comes_first_while_the_nation_is_not_known():
    found = lines()

    assert numbers(found)[:3] == ["999", "116 123", "85258"]
    assert all(line.nations for line in found[3:])


def test_that_a_line_of_the_content_takes_the_place_of_the_same_built_in_one():
    better = replace(MINIMUM[-2], id="samaritans", text="Better words", number="116 123")

    found = lines((better,), Nation.ENGLAND)

    assert better in found
    assert numbers(found).count("116 123") == 1


def test_that_a_line_for_one_nation_does_not_hide_the_same_number_of_another():
    scotland = next(line for line in MINIMUM if line.nations == (Nation.SCOTLAND,))

    found = lines((replace(scotland, id="nhs-24"),))

    assert numbers(found).count("111") == 3


def test_that_a_further_line_of_the_content_comes_after_the_minimum():
    further = replace(MINIMUM[0], id="breathing-space", number="0800 83 85 87")

    assert lines((further,), Nation.SCOTLAND)[-1] is further


def test_that_options_that_are_no_crisis_lines_are_left_out():
    other = replace(MINIMUM[0], id="acas", number="0300 123 1100", tier=Tier.ORGANISATION)
    no_number = replace(MINIMUM[0], id="local", number="")

    assert lines((other, no_number), Nation.ENGLAND) == lines((), Nation.ENGLAND)


def test_that_every_line_says_what_to_do_with_its_number():
    assert len({line.id for line in MINIMUM}) == len(MINIMUM)
    for line in MINIMUM:
        assert line.call in {"Call", "Text SHOUT to"}
        assert line.number
        assert line.text
    assert all(reason for reason in DANGER)

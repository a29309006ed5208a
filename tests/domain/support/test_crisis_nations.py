"""A crisis line of one nation is shown there and nowhere else, and never in place of one for all.

Numbers from the services' own pages: Breathing Space, which serves Scotland, 0800 83 85 87;
Samaritans, in all of the United Kingdom, 116 123.
"""

from dataclasses import replace

import pytest

from burnout_check.domain.support.crisis import MINIMUM, lines
from burnout_check.domain.support.option import Circumstances, Nation

SAMARITANS = next(line for line in MINIMUM if line.number == "116 123")
BREATHING_SPACE = replace(
    SAMARITANS, id="breathing-space", number="0800 83 85 87", nations=(Nation.SCOTLAND,)
)


@pytest.mark.parametrize("nation", [Nation.ENGLAND, Nation.WALES, Nation.NORTHERN_IRELAND])
def test_that_a_line_of_scotland_is_shown_in_no_other_nation(nation):
    assert BREATHING_SPACE not in lines((BREATHING_SPACE,), nation)


def test_that_a_line_of_scotland_is_shown_there_and_to_whose_nation_is_not_known():
    assert BREATHING_SPACE in lines((BREATHING_SPACE,), Nation.SCOTLAND)
    assert BREATHING_SPACE in lines((BREATHING_SPACE,))


@pytest.mark.parametrize("nation", ["", *Nation])
def test_that_a_line_for_wales_alone_does_not_take_the_place_of_one_for_all(nation):
    welsh = replace(SAMARITANS, id="samaritans-wales", nations=(Nation.WALES,))

    found = lines((welsh,), nation)

    assert SAMARITANS in found
    assert (welsh in found) == (nation in {"", Nation.WALES})


def test_that_a_line_for_all_takes_the_place_of_the_same_one_for_all():
    better = replace(SAMARITANS, id="samaritans", text="Better words.")

    found = lines((better,))

    assert SAMARITANS not in found
    assert better in found


def test_that_help_for_one_role_is_not_offered_to_another():
    offered = replace(SAMARITANS, id="for-trainees", roles=("trainee",))

    assert Circumstances(role="trainee").has(offered)
    assert Circumstances().has(offered)
    assert not Circumstances(role="hi_therapist").has(offered)

import re

import pytest

from burnout_check.errors import BadInput
from burnout_check.store.recovery_code import ALPHABET, new_code, parse_code

# Copied once from a run, so that a code printed today is still read tomorrow.
CODE = "6V2S0-TGVWS-KS5QD-ESMED-0FV43-D6193"
BARE = CODE.replace("-", "")


def test_that_a_code_is_six_groups_of_five_without_confusing_letters():
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}", new_code())


def test_that_no_two_codes_are_alike():
    assert len({new_code() for _ in range(1000)}) == 1000


def test_that_a_code_is_read_back():
    code = new_code()

    assert parse_code(code) == code.replace("-", "")


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        f"  {CODE}\n",
        BARE,
        CODE.replace("-", " "),
        CODE.replace("-", "–"),
        CODE.replace("-", " - "),
        CODE.replace("0", "O").replace("1", "l"),
        CODE.replace("0", "o").replace("1", "I"),
    ],
)
def test_that_a_code_may_be_typed_in_many_ways(typed):
    assert parse_code(typed) == BARE


def test_that_every_wrong_letter_is_told_as_a_typing_mistake():
    wrong = [
        BARE[:place] + letter + BARE[place + 1 :]
        for place in range(30)
        for letter in ALPHABET
        if letter != BARE[place]
    ]
    told = 0
    for code in wrong:
        with pytest.raises(BadInput, match="typing mistake"):
            parse_code(code)
        told += 1

    assert told == 30 * 31


def test_that_every_swap_of_neighbours_is_told_as_a_typing_mistake():
    for place in range(29):
        swapped = BARE[:place] + BARE[place + 1] + BARE[place] + BARE[place + 2 :]
        if swapped != BARE:
            with pytest.raises(BadInput, match="typing mistake"):
                parse_code(swapped)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (BARE[:-1], "A recovery code has 30 letters and digits. This one has 29."),
        (BARE + "7", "A recovery code has 30 letters and digits. This one has 31."),
        ("", "A recovery code has 30 letters and digits. This one has 0."),
        ("U" + BARE[1:], "A recovery code never has “U” in it. Check it against your copy."),
        ("é" + BARE[1:], "A recovery code never has “É” in it. Check it against your copy."),
    ],
)
def test_that_other_slips_are_named(typed, sentence):
    with pytest.raises(BadInput) as caught:
        parse_code(typed)

    assert str(caught.value) == sentence
    assert caught.value.field == "code"

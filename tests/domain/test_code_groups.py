"""The groups of a recovery code, as somebody types them from paper."""

import pytest

from burnout_check.domain.code_groups import groups, mistake

CODE = "ABCDE-10234-FGH1J-K0MNP-QRSTV-WXYZ9"


def test_that_a_code_has_its_groups_in_order():
    assert groups(CODE) == ("ABCDE", "10234", "FGH1J", "K0MNP", "QRSTV", "WXYZ9")


@pytest.mark.parametrize(
    "typed", ["FGH1J", "fgh1j", " FGH1J ", "FGHIJ", "fghlj", "FG-H1J", "FG\u2011H1J", "FG\nH1J"]
)
def test_that_a_group_may_be_typed_as_people_do(typed):
    assert mistake(typed, CODE, 3) is None


def test_that_a_letter_o_is_read_as_a_zero():
    assert mistake("KOMNP", CODE, 4) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type group 3 of your code."),
        ("--", "Type group 3 of your code."),
        ("QRSTV", "That is group 5. Type group 3."),
        ("FGH1", "A group has 5 letters and digits. This has 4."),
        (
            "FGH2J",
            "That is not group 3. Check what you wrote down, or look at the code again.",
        ),
    ],
)
def test_that_each_mistake_has_its_sentence(typed, said):
    assert mistake(typed, CODE, 3) == said

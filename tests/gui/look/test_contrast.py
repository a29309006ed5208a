"""Every pair of colours that meets on the screen can be told apart."""

from dataclasses import astuple

import pytest
from PySide6.QtGui import QColor, QPalette

from burnout_check.gui.look.stylesheet import named_colours
from burnout_check.gui.look.tokens import DARK, LIGHT, Tokens, contrast_tokens

GROUNDS = (
    "paper",
    "surface",
    "sunk",
    "primary_soft",
    "attention_soft",
    "watch_soft",
    "steady_soft",
)
FIELD_GROUNDS = ("paper", "surface", "sunk", "primary_soft", "attention_soft")

LOOKS = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_that_the_measure_of_contrast_is_the_published_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@LOOKS
@pytest.mark.parametrize("ground", GROUNDS)
def test_that_body_text_has_seven_to_one(tokens: Tokens, ground: str):
    assert contrast(tokens.ink, getattr(tokens, ground)) >= 7


@LOOKS
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["muted", "primary", "help", "disabled"])
def test_that_other_text_has_four_and_a_half_to_one(tokens: Tokens, text: str, ground: str):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@LOOKS
@pytest.mark.parametrize("kind", ["attention", "watch", "steady"])
def test_that_a_chip_and_an_error_can_be_read(tokens: Tokens, kind: str):
    for ground in (f"{kind}_soft", "paper", "surface", "sunk"):
        assert contrast(getattr(tokens, kind), getattr(tokens, ground)) >= 4.5


@LOOKS
def test_that_words_on_filled_controls_can_be_read_in_every_state(tokens: Tokens):
    colours = named_colours(tokens)

    for ground in ("primary", "primary_hover", "primary_pressed"):
        assert contrast(tokens.on_primary, colours[ground]) >= 4.5
    for ground in ("hover", "pressed", "nav_hover"):
        assert contrast(tokens.ink, colours[ground]) >= 7
    assert contrast(tokens.on_help, tokens.help) >= 4.5
    assert contrast(tokens.help, colours["help_hover"]) >= 4.5


@LOOKS
@pytest.mark.parametrize("ground", FIELD_GROUNDS)
def test_that_the_edge_of_a_field_has_three_to_one(tokens: Tokens, ground: str):
    assert contrast(tokens.field_border, getattr(tokens, ground)) >= 3


@LOOKS
@pytest.mark.parametrize("ground", ["paper", "surface", "sunk", "primary_soft", "primary"])
def test_that_one_line_of_the_focus_ring_has_three_to_one(tokens: Tokens, ground: str):
    against = getattr(tokens, ground)

    assert max(contrast(tokens.focus, against), contrast(tokens.focus_inner, against)) >= 3
    assert contrast(tokens.focus, tokens.focus_inner) >= 3


def test_that_an_ordinary_palette_makes_a_high_contrast_one_that_can_be_read():
    palette = QPalette()
    system = {
        QPalette.ColorRole.Window: "#EFEFEF",
        QPalette.ColorRole.WindowText: "#000000",
        QPalette.ColorRole.Highlight: "#308CC6",
        QPalette.ColorRole.HighlightedText: "#FFFFFF",
    }
    for role, colour in system.items():
        palette.setColor(role, QColor(colour))

    tokens = contrast_tokens(palette)

    assert tokens.primary == "#000000"
    assert tokens.on_primary == "#EFEFEF"


def test_that_high_contrast_is_made_of_the_systems_colours_alone():
    palette = QPalette()
    system = {
        QPalette.ColorRole.Window: "#000000",
        QPalette.ColorRole.WindowText: "#FFFF00",
        QPalette.ColorRole.Highlight: "#1AEBFF",
        QPalette.ColorRole.HighlightedText: "#000001",
    }
    for role, colour in system.items():
        palette.setColor(role, QColor(colour))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#3FF23F"))

    used = set(astuple(contrast_tokens(palette)))

    assert used <= {"#000000", "#FFFF00", "#1AEBFF", "#000001", "#3FF23F"}

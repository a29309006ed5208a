"""The theme: what is put on the application, and that it can be put on again."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.labels import Body, PageTitle
from burnout_check.gui.look.fonts import load_family, system_scale
from burnout_check.gui.look.icons import pixmap
from burnout_check.gui.look.scale import px
from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.paths import font_files
from tests.gui.look.palettes import high_contrast, symbols


@pytest.fixture(autouse=True)
def _light_afterwards(qapp: QApplication):
    yield
    apply_theme(qapp, Theme(Scheme.LIGHT))


def test_that_the_four_files_of_the_typeface_are_loaded(qapp):
    assert [file.name for file in font_files()] == [
        "AtkinsonHyperlegible-Bold.ttf",
        "AtkinsonHyperlegible-BoldItalic.ttf",
        "AtkinsonHyperlegible-Italic.ttf",
        "AtkinsonHyperlegible-Regular.ttf",
    ]
    assert load_family() == "Atkinson Hyperlegible"


def test_that_the_systems_larger_text_makes_ours_larger():
    assert system_scale(9.0, "win32") == 1.0
    assert system_scale(13.5, "win32") == 1.5
    assert system_scale(40.0, "win32") == 2.0
    assert system_scale(8.0, "win32") == 1.0
    assert system_scale(-1.0, "linux") == 1.0


@pytest.mark.parametrize(("scale", "body", "title"), [(0.9, 14, 22), (1.0, 15, 24), (2.0, 30, 48)])
def test_that_the_text_size_reaches_every_text(qapp, qtbot, scale, body, title):
    words, heading = Body("Words"), PageTitle("Title")
    for widget in (words, heading):
        qtbot.addWidget(widget)

    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    for widget in (words, heading):
        widget.ensurePolished()

    assert words.font().pixelSize() == body
    assert heading.font().pixelSize() == title
    assert px(100) == round(100 * body / 15)


def test_that_a_text_size_past_the_limits_is_taken_as_the_limit(qapp):
    assert apply_theme(qapp, Theme(Scheme.LIGHT, 5.0)).scale == 2.0
    assert apply_theme(qapp, Theme(Scheme.LIGHT, 0.1)).scale == 0.9


def test_that_open_windows_follow_another_theme(qapp, qtbot):
    apply_theme(qapp, Theme(Scheme.LIGHT))
    button = PlainButton("Press")
    qtbot.addWidget(button)
    button.ensurePolished()
    low = button.sizeHint().height()

    look = apply_theme(qapp, Theme(Scheme.DARK, 2.0))

    assert look.tokens.paper == "#12191D"
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == "#12191D"
    assert low == 40
    assert button.sizeHint().height() == 78


def test_that_high_contrast_takes_the_palette_it_is_given(qapp):
    look = apply_theme(qapp, Theme(Scheme.CONTRAST), system=high_contrast())

    assert look.scheme is Scheme.CONTRAST
    assert look.tokens.ink == "#FFFFFF"
    assert qapp.palette().color(QPalette.ColorRole.Highlight).name().upper() == "#1AEBFF"


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_that_the_stylesheet_has_no_unfilled_place(qapp, scheme):
    apply_theme(qapp, Theme(scheme, 1.25))

    assert "$" not in qapp.styleSheet()
    assert "@" not in qapp.styleSheet()


@pytest.mark.parametrize("name", [file.stem for file in symbols()])
def test_that_every_symbol_draws_something_in_the_colour_asked_for(qapp, name):
    image = pixmap(name, "#17595F", size=24, ratio=2.0).toImage()

    drawn = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert image.width() == 48
    assert drawn
    assert all(abs(colour.green() - 0x59) < 4 for colour in drawn)

"""Words without a place to break: they break where they must, and nothing grows wider for them."""

import pytest
from PySide6.QtWidgets import QLabel

from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.labels import Body, CardTitle, ErrorText, Small, Strong, with_breaks
from burnout_check.gui.look.theme import Scheme, Theme, apply_theme

MOST = 320


@pytest.mark.parametrize(("scale", "letters"), [(1.0, 120), (2.0, 40)])
@pytest.mark.parametrize("kind", [Body, Strong, Small, ErrorText, CardTitle, CheckRow])
def test_that_a_long_word_asks_for_no_width(qtbot, qapp, kind, scale, letters):
    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    words = kind("m" * letters)
    qtbot.addWidget(words)

    assert words.minimumSizeHint().width() <= MOST * scale
    words.resize(int(MOST * scale), words.heightForWidth(int(MOST * scale)))
    words.show()
    assert words.width() == MOST * scale


def test_that_what_is_said_and_asked_for_has_nothing_added(qtbot):
    words = Body("m" * 60)
    qtbot.addWidget(words)

    assert words.text() == "m" * 60
    assert words.accessibleName() == "m" * 60


def test_that_what_can_be_copied_has_nothing_added(qtbot):
    words = Small("m" * 60, selectable=True, breaks=False)
    qtbot.addWidget(words)

    assert "\u200b" not in QLabel.text(words)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("supervision in the afternoon", "supervision in the afternoon"),
        ("a" * 25, "a" * 10 + "\u200b" + "a" * 10 + "\u200b" + "a" * 5),
        ("a" * 10 + "\u0301" + "a" * 15, "a" * 10 + "\u0301\u200b" + "a" * 10 + "\u200b" + "a" * 5),
    ],
)
def test_that_only_long_words_break_and_never_within_a_letter(text, shown):
    assert with_breaks(text) == shown

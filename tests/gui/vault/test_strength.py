"""How hard a passphrase is to guess: the estimate, how it is shown, and the one warning."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from burnout_check.gui.vault.passphrase_pair import USE_ANYWAY, PassphrasePair
from burnout_check.gui.vault.secret_timeout import CLEARED
from burnout_check.gui.vault.strength import Strength, strength
from burnout_check.gui.vault.strength_meter import StrengthMeter

WEAK = "summer2026"
STRONG = "Tea before the next session"


@pytest.fixture
def pair(qtbot):
    pair = PassphrasePair()
    qtbot.addWidget(pair)
    with qtbot.waitActive(pair):
        pair.show()
        pair.activateWindow()
    pair.first.setFocus()
    yield pair
    pair.forget()


def type_both(qtbot, pair, text, again=None):
    for field, words in ((pair.first, text), (pair.again, text if again is None else again)):
        field.line.setFocus(Qt.FocusReason.TabFocusReason)
        field.line.selectAll()
        qtbot.keyClicks(field.line, words)


# The scores of zxcvbn's own demonstration for these are 0, 0, 0, 3 or more.
@pytest.mark.parametrize("text", ["a", "password", "qwertyuiop", "12345678", "aaaaaaaaaaaa"])
def test_that_what_is_tried_first_is_called_very_easy_to_guess(text):
    found = strength(text)

    assert found.words == "Very easy to guess"
    assert found.is_weak
    assert "A few more words" in found.advice


def test_that_four_words_are_very_hard_to_guess():
    found = strength("correct horse battery staple")

    assert (found.words, found.advice) == ("Very hard to guess", "")


def test_that_the_name_of_the_app_is_no_secret():
    assert strength("burnoutcheck").is_weak


def test_that_a_long_text_counts_by_its_better_end():
    assert strength("a" * 100).is_weak
    assert not strength("a" * 100 + "correct horse battery staple").is_weak


def test_that_an_empty_text_has_no_strength():
    with pytest.raises(ValueError, match="empty"):
        strength("")


@given(st.text(st.characters(), min_size=1, max_size=30))
def test_that_any_text_has_a_strength(text):
    assert 0 <= strength(text).steps <= 4


@pytest.mark.parametrize(
    "text", ["Zwölf ‘kleine’ Ottern", "日本語の合言葉です", "😀🦦" * 50, "\ud800x"]
)
def test_that_any_script_has_a_strength(text):
    assert 0 <= strength(text).steps <= 4


def test_that_nothing_typed_is_logged(qtbot, pair, caplog):
    caplog.set_level(logging.DEBUG)
    type_both(qtbot, pair, WEAK)
    qtbot.waitUntil(lambda: pair.meter.found is not None)

    assert WEAK not in caplog.text


def test_that_the_words_follow_the_typing(qtbot):
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    meter.look_at("a")
    qtbot.waitUntil(lambda: meter.found is not None)
    first = meter.words.text()
    meter.look_at(STRONG)
    qtbot.waitUntil(lambda: meter.found is not None)
    second = meter.words.text()
    meter.look_at("")

    assert (first, second) == ("Very easy to guess", "Very hard to guess")
    assert meter.words.text() == "How hard it is to guess will show here."


def test_that_only_the_last_text_is_judged(qtbot):
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    judged: list[Strength] = []
    meter.judged.connect(judged.append)
    meter.look_at("4@8({[<369&#!1/|0$5+7%2")  # takes zxcvbn a while
    meter.hurry()
    meter.look_at("a")
    meter.hurry()
    qtbot.waitUntil(lambda: meter.found is not None)

    assert [found.words for found in judged] == ["Very easy to guess"]


def test_that_a_weak_passphrase_is_warned_of_once_and_may_be_used(qtbot, pair):
    chosen: list[str] = []
    pair.chosen.connect(chosen.append)
    type_both(qtbot, pair, WEAK)
    pair.submit()
    qtbot.waitUntil(pair.warning.isVisible)
    assert chosen == []
    assert pair.first.line.hasFocus()

    button = next(
        each
        for each in pair.findChildren(type(pair.first.show_button))
        if each.text() == USE_ANYWAY
    )
    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert chosen == [WEAK]


def test_that_other_words_take_the_warning_away(qtbot, pair):
    chosen: list[str] = []
    pair.chosen.connect(chosen.append)
    type_both(qtbot, pair, WEAK)
    pair.submit()
    qtbot.waitUntil(pair.warning.isVisible)
    type_both(qtbot, pair, STRONG)
    hidden = not pair.warning.isVisible()
    qtbot.keyClick(pair.again.line, Qt.Key.Key_Return)
    pair.submit()
    qtbot.waitUntil(lambda: bool(chosen))

    assert hidden
    assert chosen == [STRONG]


def test_that_an_empty_passphrase_is_refused(qtbot, pair):
    pair.submit()

    assert pair.first.error.text() == "Type a passphrase. It needs at least one character."


def test_that_a_single_space_may_be_used(qtbot, pair):
    chosen: list[str] = []
    pair.chosen.connect(chosen.append)
    type_both(qtbot, pair, " ")
    pair.submit()
    qtbot.waitUntil(pair.warning.isVisible)
    pair.warning.asked.emit()

    assert chosen == [" "]


def test_that_two_that_differ_are_said_before_anything_else(qtbot, pair):
    type_both(qtbot, pair, "one", "two")
    pair.submit()

    assert pair.again.error.text() == "The two are not the same. Type it again."
    assert not pair.warning.isVisible()


def test_that_what_is_left_standing_is_cleared_and_said(qtbot, pair):
    type_both(qtbot, pair, STRONG)
    pair.standing.setInterval(1)  # which starts it anew

    qtbot.waitUntil(lambda: pair.first.line.text() == pair.again.line.text() == "")
    assert pair.first.error.text() == CLEARED
    assert pair.first.line.isUndoAvailable() is False

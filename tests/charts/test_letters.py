"""Any letters in a chart: drawn as they are typed, or a stand-in that is named; never an error."""

import io
import re
import warnings
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burnout_check.charts.draw import chart_fonts
from burnout_check.charts.draw.drawing import draw
from burnout_check.charts.draw.picture import paint, printed, unknown, vector
from burnout_check.charts.model.frame import TITLED
from burnout_check.charts.model.letters import Letters, unknown_words
from burnout_check.domain.event import Event, EventKind
from tests.charts.samples import CASELOAD, STYLE, panel, series, span

WEEKS = span("2026-09-07", "2026-11-16")
LETTERS = chart_fonts.letters(STYLE)
SIZE = (900, 300)


def with_event(words: str):
    event = Event(date(2026, 9, 30), EventKind.OTHER, words, id=3)
    return panel(series(CASELOAD, "2026-09-07", [0, 53, 54]), events=(event,))


def drawn(words: str) -> list[str]:
    figure = draw((with_event(words),), WEEKS, style=STYLE, size=SIZE, frame=TITLED)
    return [each.get_text() for each in figure.axes[0].texts if each.get_gid() == "event name"]


@pytest.mark.parametrize(
    "words",
    [
        "$$",
        r"Cost $\frac$ up",
        "Paid $5, owed $6",
        "a_b^c",
        r"\alpha \ { }",
        "Done ✓",
        "CO₂ → café",
        "Ελληνικά",
        "Привет",
        "שלום",
        "سلام",
        "faces 😀",
    ],
)
def test_that_what_was_typed_is_what_is_drawn(words):
    assert drawn(words) == [words]
    assert unknown((with_event(words),), WEEKS, style=STYLE) == ()


@pytest.mark.parametrize(
    ("words", "shown", "named"),
    [
        ("more clients 🙂", "more clients □", ("🙂",)),
        ("漢字 and हिन्दी", None, ("漢", "字", "ह")),
        ("flag 🏴‍☠️ ok", "flag □\u200d☠ ok", ("🏴",)),
        ("thumb 👍🏽", "thumb □", ("👍",)),
        ("half \ud83d", "half □", ("\ud83d",)),
        ("\ufeffmarked", "marked", ()),
        ("turned \u202eround", "turned round", ()),
        ("\uf0b7 from Word", "• from Word", ()),
        ("a\tb\x07c", "a bc", ()),
        ("\U0001d5ef\U0001d5fc\U0001d5f9\U0001d5f1", "bold", ()),
        ("cafe\u0301", "café", ()),
        ("\uef00", "□", ("\uef00",)),
        ("□", "□", ()),
        ("\u0301 alone", "◌\u0301 alone", ()),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree", ()),
    ],
)
def test_that_what_no_typeface_has_is_a_stand_in_and_named(words, shown, named):
    if shown is not None:
        assert LETTERS.shown(words) == shown
        assert drawn(words) == [shown]
    assert unknown((with_event(words),), WEEKS, style=STYLE)[: len(named)] == named


def test_that_the_sentence_says_how_many_and_which():
    assert unknown_words(()) == ""
    assert unknown_words(("🙂",)) == ("1 sign could not be printed, and □ stands in the place: 🙂.")
    assert unknown_words(("🙂", "\ud83d", "\uef00")) == (
        "3 signs could not be printed, and □ stands in the place: 🙂 U+D83D U+EF00."
    )
    many = tuple(map(chr, range(0x4E00, 0x4E00 + 40)))
    assert unknown_words(many).endswith(f"{' '.join(many[:12])} and others.")


def test_that_a_letter_that_only_one_weight_has_counts_as_missing():
    assert Letters(frozenset({65})).shown("AB") == "A□"


ANY = st.text(st.characters(), max_size=20) | st.text(
    st.sampled_from("$\\{}_^%#&~<>\"'`-!\n\t\0 ab✓🙂漢عشЖα\ud83d\u0301\u20e3\ufe0f\u200d\u202e[]"),
    max_size=20,
)


@settings(max_examples=25, deadline=None)
@given(ANY)
def test_that_no_letters_stop_a_chart(words):
    shown = with_event(words)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        paint(shown, WEEKS, style=STYLE, size=SIZE)
        vector(shown, WEEKS, style=STYLE, size=SIZE)
        for kind in ("png", "svg", "pdf"):
            assert printed((shown,), WEEKS, style=STYLE, size=SIZE, kind=kind)


def test_that_every_letter_that_is_shown_has_a_shape(caplog):
    """All letters of both typefaces in one text, in both weights, without a warning."""
    every = "".join(LETTERS.shown(chr(number)) for number in sorted(LETTERS.known))
    from matplotlib.figure import Figure

    figure = Figure(figsize=(4, 4))
    for weight in ("normal", "bold"):
        for start in range(0, len(every), 200):
            figure.text(
                0,
                0.5,
                every[start : start + 200],
                fontfamily=chart_fonts.families(STYLE),
                fontweight=weight,
            )
    figure.savefig(io.BytesIO(), format="svg")

    assert caplog.records == []


def test_that_a_picture_can_be_read_whatever_is_written_on_it():
    content = vector(with_event("a -- b --> <b> & \x01"), WEEKS, style=STYLE, size=SIZE).decode()

    assert re.findall(r"<!--(?:(?!-->).)*?--[^>]", content, re.DOTALL) == []
    assert "\x01" not in content

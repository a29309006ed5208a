"""Any letters in what is printed for supervision: it is made, is tagged, and names the rest."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burnout_check.charts.draw import chart_fonts
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.shared_view_builder import shared_view
from burnout_check.domain.supervision.sharing_choice import SharingChoice
from burnout_check.report.page import STYLE, Printed, make
from tests.domain.planted import MATERIAL, OFFERS, WEEKS

FULL = shared_view(
    SharingChoice(
        WEEKS,
        frozenset(each.id for each in OFFERS if not each.id.startswith("measure:")),
        frozenset(each.id for each in OFFERS),
    ),
    MATERIAL,
)
CHART = shared_view(SharingChoice(WEEKS).tick("measure:gad7"), MATERIAL)


def with_words(words: str, view: SharedView = FULL) -> SharedView:
    """The same view with these words in every field a person or their service can fill."""
    return replace(
        view,
        measures=tuple(replace(each, title=f"T{words}", sentence=words) for each in view.measures),
        prompts=(words,),
        events=tuple(replace(each, text=words) for each in view.events),
        notes=tuple(replace(each, text=words) for each in view.notes),
        actions=tuple(replace(each, text=words, who=words) for each in view.actions),
        agenda=(words,),
    )


def text_of(printed: Printed) -> str:
    return "\n".join(
        found.extract_text() for found in pypdf.PdfReader(io.BytesIO(printed.pdf)).pages
    )


SHOWN = {
    "emoji": ("less admin → more clients 🙂", "less admin → more clients □", ("🙂",)),
    "tick": ("Done ✓", "Done ✓", ()),
    "prime and box": ("5\u2032 ☐ №", "5\u2032 ☐ №", ()),
    "subscript": ("CO₂", "CO₂", ()),
    "Greek": ("Ελληνικά", "Ελληνικά", ()),
    "Cyrillic": ("Привет", "Привет", ()),
    "Chinese": ("汉字", "□□", ("汉", "字")),
    "Word's bullet": ("\uf0b7 first", "• first", ()),
    "byte order mark": ("\ufefffirst", "first", ()),
    "half a sign": ("half \ud83d", "half □", ("\ud83d",)),
    "markup": ("#import \\ $x$ *b* _i_ <l> @r [c]", "#import \\ $x$ *b* _i_ <l> @r [c]", ()),
}


@pytest.mark.parametrize("what", SHOWN)
def test_that_each_letter_is_printed_or_has_a_stand_in_that_is_named(what):
    typed, shown, named = SHOWN[what]
    printed = make(with_words(typed), name=typed)

    assert printed.unknown == named
    assert printed.words[0].count(shown) >= 3
    assert shown.replace(" ", "") in text_of(printed).replace(" ", "")


@pytest.mark.parametrize("words", ["سلام", "שלום", "हिन्दी", "ไทย", "한국어"])
def test_that_other_scripts_do_not_stop_the_pages(words):
    printed = make(with_words(words), name=words)

    assert printed.pdf.startswith(b"%PDF-")
    assert bool(printed.unknown) == (words in {"हिन्दी", "ไทย", "한국어"})


def test_that_the_pages_stay_tagged_whatever_is_on_them():
    root: Any = pypdf.PdfReader(io.BytesIO(make(with_words("🙂 ✓ سلام 漢")).pdf)).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"].value
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_data()


ANY = st.text(st.characters(), max_size=30) | st.text(
    st.sampled_from("#$\\*_<>@[]`~ ab\n\r\t\0✓🙂漢عשЖαé\ud83d\u0301\u20e3\ufe0f\u200d\u202e\u200b"),
    max_size=30,
)


@settings(max_examples=25, deadline=None)
@given(ANY)
def test_that_no_letters_stop_the_pages(words):
    assert make(with_words(words), name=words).pdf.startswith(b"%PDF-")


@settings(max_examples=5, deadline=None)
@given(ANY)
def test_that_no_letters_stop_a_chart_on_them(words):
    assert make(with_words(words, CHART)).pdf.startswith(b"%PDF-")


def test_that_every_letter_there_is_can_be_printed_alone_and_in_bold():
    letters = chart_fonts.letters(STYLE)
    every = [letters.shown(chr(number)) for number in sorted(letters.known)]
    printed = make(with_words("\n".join(every), CHART))

    assert printed.pdf.startswith(b"%PDF-")


def test_that_all_of_unicode_is_shown_in_letters_there_are():
    letters = chart_fonts.letters(STYLE)
    every = "".join(map(chr, range(0x110000)))

    assert {ord(letter) for letter in letters.shown(every)} - letters.known == {ord("\n")}

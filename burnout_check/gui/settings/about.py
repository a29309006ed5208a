"""What this program is, where its questions come from, and whose work it is built on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check import __version__
from burnout_check.domain.content import Content
from burnout_check.domain.measures.reliable_change import noise_words
from burnout_check.domain.messages import MADE_FOR, NOT_THIS, PROMISE
from burnout_check.domain.questionnaire.instrument import Instrument
from burnout_check.domain.support.option import Option
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.chip import ChipLabel, Kind
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.options.option_row import breakable

_LICENCE = (
    "The program is under the Apache License 2.0. The questions are not: each set has its own "
    "terms, below."
)

LIBRARIES = (
    ("PySide6 and Qt", "The Qt Company and others", "LGPL-3.0"),
    ("Python", "Python Software Foundation", "PSF-2.0"),
    ("sqlcipher3", "Charles Leifer and others", "zlib"),
    ("SQLCipher, with SQLite and OpenSSL", "Zetetic; public domain; OpenSSL", "BSD, Apache-2.0"),
    ("sqlite-utils", "Simon Willison", "Apache-2.0"),
    ("PyNaCl and libsodium", "PyNaCl developers; Frank Denis", "Apache-2.0, ISC"),
    ("zxcvbn", "Daniel Wolf and Dropbox", "MIT"),
    ("msgspec", "Jim Crist-Harif", "BSD-3-Clause"),
    ("matplotlib, with NumPy, Pillow and others", "Their developers", "PSF-based, BSD, MIT-CMU"),
    ("typst", "Typst and the makers of its Python binding", "Apache-2.0"),
    ("icalendar", "Plone Foundation and others", "BSD-2-Clause"),
    ("platformdirs", "platformdirs developers", "MIT"),
    ("tzdata", "Python Software Foundation, from IANA data", "Apache-2.0"),
    ("Atkinson Hyperlegible", "Braille Institute of America", "OFL-1.1"),
)
"""What the program is built with: name, whose it is, and its licence."""


class About(QWidget):
    """A column of cards.

    Args:
        content: the instruments and the support options, with their sources.
    """

    def __init__(self, content: Content) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(_program())
        column.addWidget(_instruments(content.instruments.values()))
        unchecked = [
            option
            for option in content.options
            if option.source is not None and option.source.confirmed_on is None
        ]
        if unchecked:
            column.addWidget(_unchecked(unchecked))
        column.addWidget(_libraries())


def _program() -> Card:
    card = Card(gap=8)
    card.add(CardTitle(f"Burnout Check {__version__}"))
    for words in (MADE_FOR, NOT_THIS, PROMISE, _LICENCE):
        card.add(Body(words))
    return card


def _instruments(instruments: Iterable[Instrument]) -> Card:
    card = Card(gap=12)
    card.add(CardTitle("The questions, and where they come from"))
    for instrument in instruments:
        card.add(Divider())
        card.add(_instrument(instrument))
    return card


def _instrument(instrument: Instrument) -> Column:
    licence = instrument.licence
    lines = [
        instrument.citation,
        instrument.attribution,
        f"Licence: {licence.summary}" if licence.summary else "",
        f"How sure we are of the licence: {licence.confidence}" if licence.confidence else "",
        *instrument.notes,
        *(
            f"{scale.name}: {noise_words(scale.noise)}"
            for scale in instrument.scales
            if scale.noise
        ),
    ]
    words, kind = wording_words(instrument.wording_confidence)
    head = ResponsiveRow(Strong(instrument.name), ChipLabel(words, kind))
    return Column(head, *(Small(line) for line in dict.fromkeys(lines) if line), gap=4)


def wording_words(confidence: str) -> tuple[str, Kind]:
    """What the chip beside an instrument's name says of its wording."""
    if "to be checked" in confidence:
        return f"Wording {confidence}", "watch"
    if confidence.startswith("own"):
        return "Our own wording", "neutral"
    return f"Wording: {confidence} confidence", "neutral"


def _unchecked(options: Iterable[Option]) -> Card:
    card = Card(gap=8)
    card.add(CardTitle("Support entries still to be checked"))
    card.add(
        Muted(
            "Nobody has yet read the first-hand page of these on the day of a release. "
            "Each says where it comes from."
        )
    )
    for option in options:
        assert option.source is not None  # noqa: S101 - chosen for having one
        number = f", {option.number}" if option.number else ""
        source = option.source
        origin = f"{source.url} ({source.dated})" if source.url else "Known by name only"
        card.add(Column(Strong(f"{option.name}{number}"), Small(breakable(origin))))
    return card


def _libraries() -> Card:
    card = Card(gap=8)
    card.add(CardTitle("Built with"))
    for name, whose, licence in LIBRARIES:
        card.add(ResponsiveRow(Column(Strong(name), Small(whose)), Muted(licence)))
    card.add(
        Small("Qt and PySide6 are used under the LGPL, as separate files that you may replace.")
    )
    return card

"""Every kind of text on a page: wraps, can be selected where useful, takes the height it needs."""

from __future__ import annotations

import re
import unicodedata
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMessageBox, QSizePolicy, QWidget

from burnout_check.gui.kit.clipboard import put

_WIDEST = 70
"""The number of average letters after which a text would rather wrap than grow wider."""
_LONG_WORD = re.compile(r"\S{25,}")
_PIECE = 10
_MAY_BREAK = "\u200b"
_JOINER = "\u200d"


class Text(QLabel):
    """Plain text that wraps. What it shows is never read as markup, whoever typed it.

    Args:
        text: the words.
        selectable: the words can be marked and copied with the mouse.
        wrap: False keeps it on one line.
        breaks: False leaves very long words whole, for what is copied to be used elsewhere.
    """

    leading = 0
    """Height of a line as a percentage of the typeface's own; 0 leaves it as it is."""

    def __init__(
        self, text: str = "", *, selectable: bool = False, wrap: bool = True, breaks: bool = True
    ) -> None:
        super().__init__()
        self._breaks = breaks
        self._plain = ""
        self._around = (0, 0, 0, 0)
        self.setWordWrap(wrap)
        self.setIndent(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setCursor(Qt.CursorShape.IBeamCursor)
        rich = self.leading > 0 and wrap
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setText(text)
        self._centre()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other words."""
        self._plain = text
        self.setAccessibleName(text)
        if self.wordWrap() and self._breaks:
            text = with_breaks(text)
        if self.textFormat() == Qt.TextFormat.RichText:
            lines = escape(text).replace("\n", "<br>")
            text = f'<p style="margin:0; line-height:{self.leading}%">{lines}</p>' if text else ""
        super().setText(text)
        self.updateGeometry()

    def setContentsMargins(  # type: ignore[override]  # noqa: N802 - Qt's name, with numbers only
        self, left: int, top: int, right: int, bottom: int
    ) -> None:
        """Keep room free around the words."""
        self._around = (left, top, right, bottom)
        super().setContentsMargins(left, top, right, bottom)
        self._centre()

    def text(self) -> str:
        """The words, without the markup they are drawn with."""
        return self._plain

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is marked, kept out of histories."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            put(self.selectedText().replace("\u2029", "\n"))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._centre()

    def _centre(self) -> None:
        """Qt puts all the extra height of a line below it; move the words to its middle."""
        if self.textFormat() == Qt.TextFormat.RichText:
            half = 1 + round(self.fontMetrics().height() * (self.leading - 100) / 200)
            left, top, right, bottom = self._around
            super().setContentsMargins(left, top + half, right, bottom - half)

    def sizeHint(self) -> QSize:
        """One line if that is short enough; else as wide as is pleasant to read."""
        if not self.wordWrap() or not self._plain:
            return super().sizeHint()
        self.ensurePolished()
        metrics = self.fontMetrics()
        around = self.contentsMargins()
        longest = max(metrics.horizontalAdvance(line) for line in self._plain.split("\n"))
        widest = metrics.averageCharWidth() * _WIDEST
        width = min(longest + 2, widest) + around.left() + around.right()
        return QSize(width, self.heightForWidth(width))


class PageTitle(Text):
    """24 bold: what the page is. A window has one."""


class SectionTitle(Text):
    """18 bold: the question at the top of a section, the sentence of a result."""


class CardTitle(Text):
    """16 bold: the title of a card."""


class TileTitle(Text):
    """13 bold, second colour: the title of a tile."""


class FieldLabel(Text):
    """13 bold: the name above a field. Give it the field, so that Alt and the letter go there."""

    def __init__(self, text: str = "", *, buddy: QWidget | None = None) -> None:
        super().__init__(text)
        if buddy is not None:
            self.setBuddy(buddy)


class Body(Text):
    """15: ordinary text."""

    leading = 116


class Strong(Text):
    """15 bold: the words of a list that matter most."""

    leading = 116


class Muted(Text):
    """15, second colour: what explains the line above it."""

    leading = 116


class Small(Text):
    """13, second colour: the least text there is."""

    leading = 116


class ErrorText(Text):
    """13 bold in the attention colour: what is wrong, and what would be right."""


class BigNumber(Text):
    """30 bold: the number of a tile."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, wrap=False)


def message_box(icon: QMessageBox.Icon, words: str, over: QWidget | None) -> QMessageBox:
    """A box with words that are never read as markup; it deletes itself when it is closed."""
    box = QMessageBox(icon, "Burnout Check", words, parent=over)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def with_breaks(text: str) -> str:
    """The words with places to break in the very long ones, so that none decides a width."""
    return _LONG_WORD.sub(lambda word: _in_pieces(word[0]), text)


def _in_pieces(word: str) -> str:
    """No letter is parted from its accents, nor a symbol from what it is joined with."""
    pieces, since = [], 0
    for before, letter in zip(" " + word, word, strict=False):
        stays = unicodedata.category(letter)[0] == "M" or _JOINER in (before, letter)
        if since >= _PIECE and not stays:
            pieces.append(_MAY_BREAK)
            since = 0
        pieces.append(letter)
        since += 1
    return "".join(pieces)
